"""Interface words: gettext catalogs in `catalogs/`, compiled in memory. English sentences are their own keys.

Values of the data (kinds, periods) are words with a context, so both languages have a catalog."""
from __future__ import annotations

import gettext
import io
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from macros.words.languages import LOCALES, Language

CATALOGS = Path(__file__).parent / "catalogs"


@cache
def translations(language: Language) -> gettext.GNUTranslations:
    """The compiled catalog of a language."""
    with (CATALOGS / f"{language}.po").open("rb") as file:
        catalog = read_po(file, locale=LOCALES[language])
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def message(language: Language, text: str, **values: object) -> str:
    """An interface sentence, with its {names} filled in."""
    return pattern(language, text).format(**values)


@cache
def pattern(language: Language, text: str) -> str:
    """An interface sentence, its {names} left open."""
    return translations(language).gettext(text)


def counted(language: Language, one: str, many: str, n: int, **values: object) -> str:
    """An interface sentence that counts; {n} is the number."""
    return form(language, one, many, n).format(n=n, **values)


@cache
def form(language: Language, one: str, many: str, n: int) -> str:
    """The form of an interface sentence for the number `n`, its {names} left open."""
    return translations(language).ngettext(one, many, n)


@cache
def word(language: Language, context: str, value: str) -> str:
    """A value of the data as a word, such as ("period", "quarter"). Raises KeyError for a value without a word."""
    found = translations(language).pgettext(context, value)
    if found == value and (context, value) not in _known(language):
        raise KeyError(f"{language}.po has no word for {context} “{value}”")
    return found


@cache
def periods(language: Language, period: str, n: int) -> str:
    """A period after the number `n` (only 1 is singular)."""
    return translations(language).npgettext("periods", period, period, n)


def values_called(called: str, values: Iterable[str]) -> list[str]:
    """Those of some values of the data that pages give this word for, in either language and in whatever context."""
    return [value for value in values if called.casefold() in _words_of(value)]


@cache
def _words_of(value: str) -> frozenset[str]:
    found = {value}
    for language in LOCALES:
        with (CATALOGS / f"{language}.po").open("rb") as file:
            found |= {one.string for one in read_po(file) if one.id == value and one.context and isinstance(one.string, str)}
    return frozenset(one.casefold() for one in found if one)


@cache
def _known(language: Language) -> frozenset[tuple[str, str]]:
    with (CATALOGS / f"{language}.po").open("rb") as file:
        return frozenset((message.context or "", message.id if isinstance(message.id, str) else message.id[0]) for message in read_po(file))
