"""The rule on documents: whoever reads a page that rests on several must know which one a sentence speaks of."""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from macros.checks.by_file import Files, file_by_file
from macros.loading.document import Document
from macros.loading.folder import Loaded
from macros.words.languages import LANGUAGES, Language
from macros.words.problems import Path, Problem

ONE = {
    "zh": re.compile("(?:该|[这那本原]份?|[有另同]一份|另外一份|其中一份)文件"),
    "en": re.compile(r"\b(?:the|this|that|one|another|the other|the same) document\b", re.I),
}
BESIDE = "says"  # what one document says, where they differ: its name stands beside it
APART = ("summary", "note", "kpis_summary", "competencies_basis")  # of a record: indexes, cards or comparisons show it where no source stands beside it
TERMS = "terms"  # whose definitions stand on many pages, whatever those rest on
WHY = {"zh": "这条记录依据几份文件", "en": "This record rests on several documents"}
WHY_TERMS = {"zh": "术语的解释会出现在许多页上", "en": "The definition of a term stands on many pages"}
WHY_APART = {"zh": "这句话旁边没有列出处", "en": "No source stands beside this"}
IN_A_FILE = tuple(word.encode() for word in ("文件", "document", "Document", "DOCUMENT"))  # one of them, wherever a sentence speaks of a document
OF_TERMS = {"zh": re.compile(f"{ONE['zh'].pattern}|文件(?=的例子|举|用|称|把|认为|点名|也用|自用)"), "en": ONE["en"]}


Places = dict[str, list[tuple[str, Path, bool]]]  # by file: of what kind a record is, where it stands, and whether it rests on several documents


def _to_look_at(loaded: Loaded) -> tuple[dict[Language, list[str]], Places] | None:
    """What documents are called, and which records rest on any of them or stand on many pages."""
    documents = loaded.handbook.documents
    if not documents:
        return None
    places: Places = {}
    for (kind, id), (document, prefix) in loaded.homes.items():
        cited = {section.partition("#")[0] for section in loaded.handbook.cited.get((kind, id), ())}
        if kind == TERMS or cited & documents.keys():
            places.setdefault(document.file, []).append((kind, prefix, len(cited & documents.keys()) > 1))
    return {language: [name for one in documents.values() for name in (one.called[language], one.title[language])] for language in LANGUAGES}, places


@file_by_file(_to_look_at)
def documents_are_named(files: Files, known: tuple[dict[Language, list[str]], Places]) -> Iterator[Problem]:
    """A sentence that speaks of one document says which, where its record rests on several, or where it is read apart from what it rests on."""
    called, places = known
    for document in files.values():
        if any(word in document.raw for word in IN_A_FILE):
            for kind, prefix, several in places.get(document.file, ()):
                yield from _unnamed(document, prefix, kind, several, called)


def _unnamed(document: Document, prefix: Path, kind: str, several: bool, called: Mapping[Language, Sequence[str]]) -> Iterator[Problem]:
    """The sentences of a record that speak of a document without its name."""
    for path, pair in document.pairs(prefix):
        apart = not several and kind != TERMS
        if BESIDE in path or apart and path[len(prefix)] not in APART:
            continue
        speaks, why = (OF_TERMS, WHY_TERMS) if kind == TERMS else (OF_TERMS, WHY_APART) if apart else (ONE, WHY)
        for language in LANGUAGES:
            text = pair.get(language, "")
            if (found := speaks[language].search(text)) and not any(name in text for name in called[language]):
                yield document.problem(
                    (*path, language),
                    f"{why['zh']}，“{found[0]}”没有说是哪一份；写出名称，例如《{called['zh'][0]}》，或改成“各文件”",
                    f"{why['en']}, so “{found[0]}” does not say which; name it, such as “{called['en'][0]}”, or write “no document” or “the documents”",
                )
