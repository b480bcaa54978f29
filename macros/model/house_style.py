"""House style: the words a handbook refuses, the longest sentence, and the abbreviations that it need not explain."""
from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from macros.model.record import Id, Model, Names
from macros.words.languages import Language
from macros.words.texts import Text

SENTENCE_LENGTH, ABBREVIATIONS, OWN_WORDS = "sentence-length", "abbreviations", "own-words"
SHORTEST, LONGEST = 10, 300  # a limit below or above these is a slip
Shape = Literal["responsible-for-work", "at-the-time-when", "for-example-and-so-on"]


def _length(value: object) -> object:
    if isinstance(value, int) or (isinstance(value, str) and re.fullmatch("[1-9][0-9]{0,3}", value)):
        if SHORTEST <= int(value) <= LONGEST:
            return int(value)
    raise PydanticCustomError("sentence_length", "not a length")


def _chinese_word(value: str) -> str:
    if not value.strip() or "*" in value:
        raise PydanticCustomError("refused_word_zh", "not a word")
    return value.strip()


def _english_word(value: str) -> str:
    if not value.strip() or "*" in value.strip()[:-1] or len(value.strip().rstrip("*")) < len("as") and "*" in value:
        raise PydanticCustomError("refused_word_en", "not a word")
    return value.strip()


def _abbreviation(value: str) -> str:
    if not re.fullmatch("[A-Z0-9&]{2,}", value):
        raise PydanticCustomError("abbreviation", "not an abbreviation")
    return value


Length = Annotated[int, BeforeValidator(_length)]
ChineseWord = Annotated[str, AfterValidator(_chinese_word)]
EnglishWord = Annotated[str, AfterValidator(_english_word)]
Abbreviation = Annotated[str, AfterValidator(_abbreviation)]


class Lengths(Model):
    """The most a sentence may have: characters in Chinese, words in English."""

    zh: Length | None = None
    en: Length | None = None


class Refused(Model):
    """Words that no sentence uses, but inside a phrase that may hold them, and what to write instead."""

    zh: tuple[ChineseWord, ...] = ()
    en: tuple[EnglishWord, ...] = ()
    exempt: Names = Names()
    instead: Text

    @model_validator(mode="after")
    def names_a_word(self) -> Refused:
        if not (self.zh or self.en):
            raise PydanticCustomError("no_refused_words", "zh or en")
        return self

    def words(self, language: Language) -> tuple[str, ...]:
        """The words of one language."""
        return self.zh if language == "zh" else self.en


class Shaped(Model):
    """A pattern of Chinese sentence that is refused, as people see it, and what to write instead."""

    shape: Shape
    shown: str
    instead: Text


class StyleRule(Model):
    """One rule of style, under the name by which a department can switch it off."""

    id: Id
    name: Text
    refused: tuple[Refused, ...] = ()
    shapes: tuple[Shaped, ...] = ()


class HouseStyle(Model):
    """The rules of style that hold, with what they need."""

    rules: tuple[StyleRule, ...] = ()
    longest: Lengths = Lengths()
    known: tuple[Abbreviation, ...] = ()

    def holds(self, id: str) -> bool:
        """Whether the rule of this name is in force."""
        return any(rule.id == id for rule in self.rules)


class OwnStyle(Model):
    """What a department does otherwise, as its style.yml says."""

    off: tuple[str, ...] = ()
    longest: Lengths = Lengths()
    refused: tuple[Refused, ...] = ()
    known: tuple[Abbreviation, ...] = ()
