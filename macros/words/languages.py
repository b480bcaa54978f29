"""The languages of the handbook and the pair of strings every sentence is."""
from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
LOCALES = {"zh": "zh_Hans_CN", "en": "en_GB"}
HTML_LANG = {"zh": "zh-Hans", "en": "en-GB"}


def other(language: Language) -> Language:
    """The language a page in `language` switches to."""
    return LANGUAGES[1 - LANGUAGES.index(language)]


class Text(BaseModel):
    """One sentence or name in every language; `text["zh"]` is one of them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    zh: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en
