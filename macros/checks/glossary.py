"""Rules on words: the glossary is the only authority on how a thing is called."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from babel.numbers import list_currencies

from macros.checks import names
from macros.checks.by_file import Files, file_by_file
from macros.checks.left_over import holds_a_place
from macros.checks.links import in_title
from macros.loading.document import Document
from macros.loading.folder import Loaded
from macros.loading.homes import kind_of, spread
from macros.model.house_style import ABBREVIATIONS
from macros.model.record import Names
from macros.words.languages import LANGUAGES, Language
from macros.words.problems import Path, Problem
from macros.words.texts import Text

GLOSSARY = "terms"  # it names the refused forms itself
DOCUMENTS = "sources.yml"  # headings stand as the documents have them
TITLE = re.compile("《([^》]+)》")
QUOTED = re.compile("“[^”]*”")
ABBREVIATION = re.compile(r"(?<![A-Za-z0-9&.])[A-Z][A-Z0-9&]*[A-Z][A-Z0-9&]*(?=s?(?![A-Za-z0-9&]))")
LATIN = re.compile("[A-Za-z0-9&]+")
SPELT = re.compile(r"[（(]([A-Z0-9&]+)[）)]")
GRADES = "ABCDEFG"  # “grades A to D” are letters, not an abbreviation


class Explained(NamedTuple):
    """What needs no explaining, and where in the data to explain it."""

    words: tuple[str, ...]
    glossary: str


class Called(NamedTuple):
    """How a term is called, and what it is not called."""

    name: Text
    refused: Names
    exempt: Names
    allowed: Names


def _called(loaded: Loaded) -> tuple[Called, ...]:
    """The terms that refuse some form."""
    return tuple(
        Called(term.name, term.avoid, term.exempt, term.allow) for term in loaded.handbook.terms.values() if term.avoid.zh or term.avoid.en
    )


@file_by_file(_called)
def refused_forms_are_absent(files: Files, terms: tuple[Called, ...]) -> Iterator[Problem]:
    """No sentence uses a form that a term refuses, but inside a phrase that the term exempts."""
    ours = [document for name, document in files.items() if kind_of(name) != GLOSSARY]
    texts = [(document, path, language, text) for document in ours for path, language, text in document.sentences if not in_title(path)]
    for language in LANGUAGES:
        whole = "\n".join(text for _, _, of, text in texts if of == language).lower()
        for term in terms:
            for form in getattr(term.refused, language):
                if form.lower() in whole:  # most forms occur nowhere, and one look at the whole is quick
                    yield from _uses(texts, term, form, language)


def _uses(texts: list[tuple[Document, Path, str, str]], term: Called, form: str, language: Language) -> Iterator[Problem]:
    """Every sentence that uses a refused form outside the phrases that may hold it."""
    refused = re.compile(rf"\b{re.escape(form)}\b" if language == "en" else re.escape(form), re.I)
    allowed = re.compile("|".join(map(re.escape, (*getattr(term.exempt, language), *getattr(term.allowed, language), term.name[language]))), re.I)
    for document, path, of, text in texts:
        if of == language and refused.search(text) and (found := refused.search(allowed.sub(" ", text))):
            yield document.problem(path, f"“{found[0]}”不是本手册的叫法；写成“{term.name[language]}”",
                                   f"“{found[0]}” is not this handbook’s word; write “{term.name[language]}”").following(refusing(form))


def refusing(form: str) -> str:
    """What it is called that a term should not refuse a form: where that is used follows."""
    return f"refused form {form.casefold()}"


def _explained(loaded: Loaded) -> Explained | None:
    """None where nobody knows, or nobody asks."""
    style = loaded.handbook.style
    if not style.holds(ABBREVIATIONS) or not names.are_known(loaded):
        return None
    words = {*_currencies(loaded), *style.known, *LATIN.findall(" ".join(names.of_all(loaded)))}
    return Explained(tuple(sorted(words)), f"{GLOSSARY}/" if GLOSSARY in spread(loaded.documents) else f"{GLOSSARY}.yml")


@file_by_file(_explained)
def abbreviations_are_terms(files: Files, explained: Explained) -> Iterator[Problem]:
    """An abbreviation stands in the glossary, in the name of some record, or in brackets after its full form in its own file.

    Pages link the first use of every term, so an abbreviation that the glossary knows is explained wherever it is met."""
    known = set(explained.words)
    for name, document in files.items():
        if name == DOCUMENTS:
            continue
        spelt = {word for _, _, text in document.sentences for word in SPELT.findall(text)}
        for path, language, text in document.sentences:
            if in_title(path) or not ABBREVIATION.search(text) or holds_a_place(text):  # TBD is told of as what it is
                continue
            for word in dict.fromkeys(ABBREVIATION.findall(QUOTED.sub("", text))):
                if word not in known and word not in GRADES and word not in spelt:
                    yield document.problem(path, f"没有解释“{word}”；把它加进{explained.glossary}，或在这里先写全称，如“全称（{word}）”",
                                           f"Nothing explains “{word}”; add it to {explained.glossary}, or spell it out here first: “full name ({word})”")


def _currencies(loaded: Loaded) -> Iterable[str]:
    """The codes that English pages write sums with; every code there is, when nobody knows the handbook's own."""
    if "currencies" in loaded.unread:
        return list_currencies()
    return [*loaded.known["currencies"], *(one.id for one in loaded.absent if one.kind == "units_or_currencies")]


def names_have_one_translation(loaded: Loaded) -> Iterator[Problem]:
    """Equal Chinese names of one kind have equal English ones; a term's name has the term's English, and so has a title in 《》."""
    if not names.are_known(loaded):  # a term that is not there may be the one that allows another translation
        return
    terms, unsure = {term.name.zh: term for term in loaded.handbook.terms.values()}, set(names.of_misfits(loaded))
    first: dict[tuple[str, str], str] = {}
    for name, document in loaded.documents.items():
        if name == DOCUMENTS:
            continue
        kind = kind_of(name)
        for path, pair in document.pairs():
            zh, en, named = pair.get("zh", ""), pair.get("en", ""), path[-1:] == ("name",)
            if not (named or "《" in zh):
                continue
            if named and zh and en and (zh in terms or zh not in unsure):
                right = terms[zh].name.en if zh in terms else first.setdefault((kind, zh), en)
                if _plain(en) != _plain(right) and not (zh in terms and _plain(en) in map(_plain, terms[zh].allow.en)):
                    yield document.problem((*path, "en"), f"“{zh}”在别处译作“{right}”；两处写成一样，或改中文名",
                                           f"Elsewhere “{zh}” is “{right}”; use the same words, or change the Chinese name")
            for title in TITLE.findall(zh) if en else ():
                if title in terms and _plain(terms[title].name.en) not in _plain(en):
                    yield document.problem((*path, "en"), f"英文里没有《{title}》的译名“{terms[title].name.en}”；补上",
                                           f"The English lacks “{terms[title].name.en}”, the name of 《{title}》; add it")


def _plain(name: str) -> str:
    """A name without what may differ from place to place: capitals and the plural's s."""
    return name.lower().removesuffix("s")
