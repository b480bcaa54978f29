"""Rules on what stands twice where once says it all: an entry of a list, a sentence of a record, a name inside one, a description of two."""
from __future__ import annotations

from collections.abc import Iterator

from macros.checks.by_file import Files, file_by_file
from macros.checks.namesakes import names_of
from macros.loading.document import Document
from macros.loading.folder import Loaded
from macros.loading.homes import ABOUT, FILES
from macros.loading.house_style import STYLE
from macros.words.languages import LANGUAGES
from macros.words.problems import Path, Problem
from macros.words.texts import Text

APART = ("kpis", "links", "competencies", "questions", "rungs", "changes")  # lists with a rule of their own
# Fields of which the parts are one list to a reader.
SENTENCES = ("duties", "authority", "steps", "groups", "conditions", "core_tasks", "abilities", "promotion_signals")
DESCRIBING = ("essence", "definition", "summary", "positioning", "known", "story", "purpose")  # what tells a record from the others
SHARED = ("purpose",)  # that of several records may well be one; but it is nothing else that stands in its own


@file_by_file(lambda _: ())
def lists_say_each_thing_once(files: Files, _: tuple[()]) -> Iterator[Problem]:
    """No word, id, sentence or entry stands twice in a list, no sentence twice in the parts of a field, and no two parts of a record have one name."""
    for name, document in files.items():
        if document.data is None or name == STYLE:
            continue
        told: set[Path] = set()
        for path, first in (*_in_lists(document.data, ()), *_in_fields(document, name)):
            if path[:-1] not in told and path not in told:
                told.add(path)
                line = (document.keys.get(first) or document.values[first])[0]
                yield document.problem(path, f"与第{line}行重复；留一处，删掉另一处", f"The same stands on line {line}; keep one of them and delete the other")
        for path, first in _named_alike(document.data, (), name):
            line = document.keys[first][0]
            yield document.problem(path, f"与第{line}行的“{first[-1]}”叫同一个名称；改掉一个，或合成一项",
                                   f"The same name as “{first[-1]}” on line {line}; change one, or make them one")


def _in_lists(value: object, path: Path) -> Iterator[tuple[Path, Path]]:
    """Every entry that a list has already, with the place of the first."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _in_lists(inner, (*path, key))
    elif isinstance(value, list):
        seen: dict[tuple[str, str], int] = {}
        for number, one in enumerate(value):
            for part, said in _saying(one, path):
                first = seen.setdefault(said, number)
                if first != number:
                    yield (*path, number, *part), (*path, first)
                    break
            yield from _in_lists(one, (*path, number))


def _saying(one: object, path: Path) -> Iterator[tuple[Path, tuple[str, str]]]:
    """What tells an entry of a list from the others, each with where in it that stands."""
    if isinstance(one, str):
        yield (), ("", one.casefold())
    elif isinstance(one, dict) and path[-1:] and path[-1] not in APART:
        if "id" not in one:
            yield (), ("", repr(one))
        for field in ("", "missing"):
            pair = one.get(field) if field else one
            if isinstance(pair, dict):
                texts = [(language, pair[language]) for language in LANGUAGES if isinstance(pair.get(language), str)]
                yield from (((field, language) if field else (language,), (language, text.strip())) for language, text in texts if text.strip())


def _in_fields(document: Document, name: str) -> Iterator[tuple[Path, Path]]:
    """Every sentence that stands in another part of the same field, with the place of that one."""
    depth = 2 if name in FILES else 0
    if name == ABOUT:
        return
    seen: dict[tuple[Path, str, str], Path] = {}
    for path, pair in document.pairs():
        if len(path) < depth + 3 or path[depth] not in SENTENCES or not isinstance(path[-1], int):
            continue
        for language, text in pair.items():
            first = seen.setdefault((path[:depth + 1], language, text.strip()), path)
            if first[:-1] != path[:-1] and text.strip():
                yield (*path, language), first
                break


def _named_alike(value: object, path: Path, name: str) -> Iterator[tuple[Path, Path]]:
    """Every name that another part of the same record has already, with the place of that one. Records themselves are told apart elsewhere."""
    if isinstance(value, list):
        for number, one in enumerate(value):
            yield from _named_alike(one, (*path, number), name)
    if not isinstance(value, dict):
        return
    seen: dict[tuple[str, str], Path] = {}
    for key, one in value.items():
        called = one.get("name") if isinstance(one, dict) else None
        if isinstance(called, dict) and (len(path) > 1 or name not in FILES):
            for language in LANGUAGES:
                first = seen.setdefault((language, str(called.get(language, "")).strip().casefold()), (*path, key))
                if first != (*path, key) and called.get(language):
                    yield (*path, key, "name", language), first
                    break
        yield from _named_alike(one, (*path, key), name)


def records_are_described_in_their_own_words(loaded: Loaded) -> Iterator[Problem]:
    """No two records of a kind, and no two fields of one, are described by one sentence: one of them was copied and not written.

    Those that one record became may all begin with its words."""
    seen: dict[tuple[str, str, str, str], tuple[str, str]] = {}
    became = {(kind, id): record.id for kind, record in loaded.handbook.records() if record.retired for id in record.retired.replaced_by}
    for kind, record in loaded.handbook.records():
        for field in DESCRIBING:
            text = getattr(record, field, None)
            if not isinstance(text, Text) or record.retired:
                continue
            for language in LANGUAGES:
                own = (kind, record.id, language, text[language])
                seen.setdefault(own, (record.id, field))
                id, where = seen[own] if field in SHARED else seen.setdefault((kind, "", language, text[language]), (record.id, field))
                split = id != record.id and became.get((kind, id), id) == became.get((kind, record.id), record.id)
                if (id, where) != (record.id, field) and not split:
                    problem = loaded.problem(kind, record.id, (field, language), f"与“{id}”的{where}一字不差；写出两处的差别，多出来的删掉",
                                             f"Word for word the {where} of “{id}”; say how the two differ, or delete what is too much")
                    yield problem.following(*names_of(loaded, kind, record.id, id))
                    break
