"""The rule on senses: English pages lead from a word to the meaning of a term, so that word must not stand for anything else."""
from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from macros.checks.by_file import Files, file_by_file
from macros.checks.links import in_title
from macros.loading.folder import Loaded
from macros.loading.homes import kind_of
from macros.model.sources import Term
from macros.model.term_use import forms, pattern
from macros.words.languages import LANGUAGES
from macros.words.problems import Problem, field_name

TERMS, DOCUMENTS = "terms", "sources.yml"  # definitions say what a term is in other words; headings stand as the documents have them


class Sense(NamedTuple):
    """An English form of a term, and what the Chinese of a sentence says where the term is meant; nothing where no page explains it.

    Where something is wrong with the words of the term itself, at one of `places`, what others lack of them follows."""

    form: str
    name: str
    chinese: tuple[str, ...]
    places: tuple[str, ...]


def _senses(loaded: Loaded) -> tuple[Sense, ...] | None:
    """Every form, longer ones first, since they may hold shorter ones. None where a term does not fit the model and its forms are unknown."""
    if TERMS in loaded.unread or any(kind == TERMS for kind, _ in loaded.misfits()) or any(one.kind == TERMS for one in loaded.absent):
        return None
    found = [
        Sense(form, term.name.zh, forms(term, "zh") if term.needs_explaining("en") else (), places)
        for term in loaded.handbook.terms.values()
        for places in (_places(loaded, term),)
        for form in forms(term, "en")
    ]
    return tuple(sorted(found, key=lambda sense: (-len(sense.form), sense)))


def _places(loaded: Loaded, term: Term) -> tuple[str, ...]:
    """Where the words of a term stand, as `file:field`."""
    document, prefix = loaded.homes[TERMS, term.id]
    listed = ((*prefix, "allow", language, number) for language in LANGUAGES for number in range(len(getattr(term.allow, language))))
    return tuple(f"{document.file}:{field_name(path)}" for path in (*((*prefix, "name", language) for language in LANGUAGES), *listed))


@file_by_file(_senses)
def words_keep_the_sense_of_their_term(files: Files, senses: tuple[Sense, ...]) -> Iterator[Problem]:
    """Where a sentence has the English of a term that pages explain, its Chinese names that term."""
    for name, document in files.items():
        if name == DOCUMENTS or kind_of(name) == TERMS:
            continue
        pairs = [(path, pair["zh"], pair["en"]) for path, pair in document.pairs() if set(LANGUAGES) <= pair.keys() and not in_title(path)]
        whole = "\n".join(en for _, _, en in pairs).lower()
        met = [sense for sense in senses if sense.form.lower() in whole]
        for path, zh, en in pairs:
            for sense, word in _meant(en, met):
                if sense.chinese and not any(one in zh for one in sense.chinese):
                    yield document.problem(
                        (*path, "en"),
                        f"“{word}”在英文页上会解释成术语“{sense.name}”，中文却没有提到它；换一个英文词，或把中文的说法写进这条术语的allow",
                        f"“{word}” is explained on English pages as the term “{sense.name}”, which the Chinese does not name; "
                        "use another English word, or add the Chinese form to the term’s allow",
                    ).following(*sense.places)


def _meant(text: str, senses: list[Sense]) -> Iterator[tuple[Sense, str]]:
    """The terms a sentence names in English, each with the word that does, by the longest form."""
    low = text.lower()
    for sense in senses:
        if sense.form.lower() in low and (found := pattern(sense.form).search(text)):
            yield sense, found[0]
            text = pattern(sense.form).sub("\n", text)
            low = text.lower()
