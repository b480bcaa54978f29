"""A mistake is reported where it is, and brings no reports about others that only follow from it.

Every file of the small handbook is taken in turn: not there, empty, unreadable, and with one value in it that does not fit; of the values,
every fourth, and all of them in the audit."""
from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import pytest

from macros.checks import RULES
from macros.loading.contents import contents
from macros.loading.document import Document
from macros.loading.folder import Loaded, fit_all
from macros.loading.homes import ABOUT, FILES, HOMES
from macros.model.references import references
from macros.model.vocabularies import CHOICES
from macros.words.problems import Path as Place
from macros.words.problems import Problem, field_name
from tests.audit.selections import AUDIT
from tests.generator.checks import corpus
from tests.places import BAKERY

NAMES = sorted(file.relative_to(BAKERY).as_posix() for file in BAKERY.rglob("*.yml"))
COMMON = {(kind, word) for kind, choice in CHOICES.items() for word in choice.words}  # stand in no file
TEXT, NESTED = "x", {"x": {"y": ["z"]}}  # one of them fits nowhere


@pytest.fixture(scope="module")
def sound() -> Loaded:
    """The tiny handbook as it is."""
    return corpus.sound()


def with_other_bytes(name: str, raw: bytes | None) -> list[Problem]:
    """All that is said of the tiny handbook with other bytes in a file, or without it."""
    whole = dict(contents(BAKERY))
    if raw is None:
        del whole[name]
    else:
        whole[name] = raw
    return judged(corpus.read(whole))


def judged(loaded: Loaded) -> list[Problem]:
    """Everything the loader and the rules say, each once, as `load` would."""
    return sorted({*loaded.problems, *(problem for rule in RULES for problem in rule(loaded))})


def kept_in(name: str) -> set[str]:
    """What can be pointed at in a file."""
    return {kind for kind, file in HOMES.items() if file == name}


def pointing_at(sound: Loaded, name: str) -> list[tuple[str, int]]:
    """The file and line of every place outside a file that points into it."""
    folder, _, id = name.removesuffix(".yml").partition("/")
    held = [(record, *sound.homes[kind, record.id]) for kind, record in sound.handbook.records()]
    held.append((sound.handbook.about, sound.documents[ABOUT], ()))
    found = []
    for record, document, prefix in held:
        for path, kind, to in references(record):
            held_here = (kind, to) == (folder, id) or (kind in kept_in(name) and (kind, to) not in COMMON)
            if held_here and (*prefix, *path) in document.values and document is not sound.documents[name]:
                problem = document.problem((*prefix, *path), "", "")
                found.append((problem.file, problem.line))
    return sorted(found)


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_file_is_one_report(name):
    assert [(problem.file, problem.line) for problem in with_other_bytes(name, b"")] == [(f"data/{name}", 1)]


@pytest.mark.parametrize("name", NAMES)
def test_an_unreadable_file_is_one_report(name):
    raw = (BAKERY / name).read_bytes()
    assert [(problem.file, problem.line) for problem in with_other_bytes(name, raw + b"\t")] == [(f"data/{name}", raw.count(b"\n") + 1)]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_is_not_there_is_one_report_if_it_is_needed(name, sound):
    said, needed = with_other_bytes(name, None), pointing_at(sound, name)
    if name == ABOUT or len(needed) > 1 or (needed and name in FILES):
        assert [(problem.file, problem.line) for problem in said] == [(f"data/{name}", 1)]
        assert name == ABOUT or "{}:{}".format(*needed[0]) in said[0].zh
    elif needed:
        assert [(problem.file, problem.line) for problem in said] == needed
    else:
        assert all(problem.field.split(".")[-2:-1] == ["sections"] or ".sections." in problem.field for problem in said), "what else follows?"


def places(value: object, path: Place = ()) -> Iterator[Place]:
    """Every path in a file."""
    yield path
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(inner, (*path, key))


def changed(data: object, path: Place, value: object) -> object:
    """A copy of the data with another value at a path."""
    if not path:
        return value
    copy = data.copy()
    copy[path[0]] = changed(copy[path[0]], path[1:], value)
    return copy


def spoilt(document: Document) -> Iterator[tuple[Place, Document]]:
    """A file with one value changed, for every value; of what is kept under ids nothing stays, since other ids would be another cause."""
    for path in places(document.data):
        by_id = isinstance(document.at(path), dict) and (len(path) < 2 or path[-1:] == ("sections",))
        for value in (TEXT,) if by_id else (TEXT, NESTED):
            yield path, replace(document, data=changed(document.data, path, value))


@pytest.mark.parametrize("name", NAMES)
def test_a_value_that_does_not_fit_is_reported_in_its_place_only(name, sound, tally):
    for path, document in islice(spoilt(sound.documents[name]), 0, None, 1 if os.environ.get(AUDIT) else 4):
        tally["values"] += 1
        loaded = fit_all({**sound.documents, name: document}, [], "data")
        if not loaded.problems:
            continue
        said = judged(loaded)
        place = field_name(path)
        elsewhere = [str(problem) for problem in said if problem.file != document.file or not problem.field.startswith(place)]
        assert not elsewhere, f"{name} at {place} brings\n" + "\n".join(elsewhere)
        assert len(said) == 1 or document.at(path) == NESTED, "\n".join(map(str, said))  # what is nested lacks fields, too
