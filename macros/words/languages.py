"""The languages of the handbook."""
from __future__ import annotations

import re
from typing import Literal

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
LOCALES = {"zh": "zh_Hans_CN", "en": "en_GB"}
HAN = re.compile("[\u3007\u3400-\u9fff]")  # one Chinese character; 〇 is among them
HTML_LANG = {"zh": "zh-Hans", "en": "en-GB"}
OWN_NAMES = {"zh": "中文", "en": "English"}  # what each calls itself


def other(language: Language) -> Language:
    """The language a page in `language` switches to."""
    return LANGUAGES[1 - LANGUAGES.index(language)]
