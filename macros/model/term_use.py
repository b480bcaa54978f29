"""Which terms a record uses: those its fields point at, and those its sentences name."""
from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from macros.model.record import Record
from macros.model.references import inside, references
from macros.model.sources import Term
from macros.words.languages import LANGUAGES, Language
from macros.words.texts import Text


def forms(term: Term, language: Language) -> tuple[str, ...]:
    """How a term may stand in a sentence of a language: its name, its abbreviation, and what the glossary allows beside them."""
    return tuple(dict.fromkeys(form for form in (term.name[language], term.short, *getattr(term.allow, language)) if form))


def not_meant(term: Term, language: Language) -> tuple[str, ...]:
    """Phrases that hold a form of a term and mean something else, as the glossary exempts them."""
    return tuple(phrase for phrase in getattr(term.exempt, language) if any(form in phrase for form in forms(term, language)))


@cache
def pattern(form: str) -> re.Pattern[str]:
    """Finds a form: Latin ones as whole words, common nouns with a capital or in the plural too, abbreviations and kinds in the plural, names as they are."""
    if not form.isascii():
        return re.compile(re.escape(form))
    words = f"(?i:{re.escape(form)})s?" if form[0].islower() else f"{re.escape(form)}s?" if form.isupper() or form.split()[-1].islower() else re.escape(form)
    return re.compile(rf"(?<![A-Za-z0-9&]){words}(?![A-Za-z0-9&])")


def says(text: str, term: Term, language: Language) -> bool:
    """Whether a text holds a form of a term."""
    lower = text.lower()
    return any(form.lower() in lower and pattern(form).search(text) for form in forms(term, language))


class Glossary:
    """The terms of a handbook, ready to be found in many records."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)
        # The first language decides, so both show the same terms. One inside the name of another, as 微信 in 企业微信, is met after it.
        # So is one inside a phrase that means something else, which names no term.
        meant: list[tuple[str, str | None]] = [(form, term.id) for term in self.terms for form in forms(term, LANGUAGES[0])]
        apart: list[tuple[str, str | None]] = [(phrase, None) for term in self.terms for phrase in not_meant(term, LANGUAGES[0])]
        self._forms = sorted([*meant, *apart], key=lambda pair: -len(pair[0]))

    def used_by(self, record: Record) -> tuple[Term, ...]:
        """The terms a record uses, in the order of the glossary. The titles of what lies outside are not its own words."""
        own = "\n".join(text[LANGUAGES[0]] for path, text in inside(record, Text) if path[:1] != ("links",))
        named = {id for _, kind, id in references(record) if kind == "terms"} | self._named(own)
        return tuple(term for term in self.terms if term.id in named)

    @cache  # noqa: B019  (a handbook has one glossary)
    def named_in(self, text: str) -> frozenset[str]:
        """The terms that a text in the first language names; one that several pages show is kept with its terms."""
        return self._named(text)

    def _named(self, text: str) -> frozenset[str]:
        named = set()
        for form, id in self._forms:
            if form in text:
                text, found = pattern(form).subn("\n", text)
                if found and id:
                    named.add(id)
        return frozenset(named)
