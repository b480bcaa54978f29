"""The languages of the handbook and the pair of strings every sentence is."""
from __future__ import annotations

import re
from typing import Literal

from pydantic import BaseModel, ConfigDict

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
LOCALES = {"zh": "zh_Hans_CN", "en": "en_GB"}
HAN = re.compile("[\u3400-\u9fff]")  # one Chinese character
HTML_LANG = {"zh": "zh-Hans", "en": "en-GB"}
OWN_NAMES = {"zh": "中文", "en": "English"}  # what each calls itself


def other(language: Language) -> Language:
    """The language a page in `language` switches to."""
    return LANGUAGES[1 - LANGUAGES.index(language)]


_SAID: dict[frozenset[str], set[str]] = {}


class Frozen(BaseModel):
    """What never changes once it is made, and takes no key that it does not name.

    All that say the same fields share one set of their names: in a large handbook a set for each sentence took a tenth of the memory."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, context: object, /) -> None:
        said = self.model_fields_set
        object.__setattr__(self, "__pydantic_fields_set__", _SAID.setdefault(frozenset(said), said))


class Text(Frozen):
    """One sentence or name in every language; `text["zh"]` is one of them."""

    zh: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en
