"""A mistake is reported where it is, and brings no reports about others that only follow from it.

Every file of the small handbook is taken in turn: not there, empty, unreadable, and with one value in it that does not fit."""
from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from macros.checks import RULES
from macros.loading.document import Document
from macros.loading.folder import Loaded, fit_all, read_all
from macros.loading.homes import ABOUT, FILES, HOMES
from macros.model.references import references
from macros.model.vocabularies import CHOICES
from macros.words.problems import Path as Place
from macros.words.problems import Problem, field_name
from tests.places import BAKERY

NAMES = sorted(file.relative_to(BAKERY).as_posix() for file in BAKERY.rglob("*.yml"))
COMMON = {(kind, word) for kind, choice in CHOICES.items() for word in choice.words}  # stand in no file
TEXT, NESTED = "x", {"x": {"y": ["z"]}}  # one of them fits nowhere


@pytest.fixture
def data(tmp_path) -> Path:
    """A copy of the tiny handbook to spoil."""
    return Path(shutil.copytree(BAKERY, tmp_path / "data"))


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> Loaded:
    """The tiny handbook as it is, in a folder of the same name as the copies."""
    return read_all(Path(shutil.copytree(BAKERY, tmp_path_factory.mktemp("sound") / "data")))


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
def test_an_empty_file_is_one_report(name, data):
    (data / name).write_text("", encoding="utf-8")
    assert [(problem.file, problem.line) for problem in judged(read_all(data))] == [(f"data/{name}", 1)]


@pytest.mark.parametrize("name", NAMES)
def test_an_unreadable_file_is_one_report(name, data):
    text = (data / name).read_text(encoding="utf-8")
    (data / name).write_text(f"{text}\t", encoding="utf-8")
    assert [(problem.file, problem.line) for problem in judged(read_all(data))] == [(f"data/{name}", text.count("\n") + 1)]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_is_not_there_is_one_report_if_it_is_needed(name, data, sound):
    (data / name).unlink()
    said, needed = judged(read_all(data)), pointing_at(sound, name)
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
def test_a_value_that_does_not_fit_is_reported_in_its_place_only(name, sound):
    for path, document in spoilt(sound.documents[name]):
        loaded = fit_all({**sound.documents, name: document}, [], "data")
        if not loaded.problems:
            continue
        said = judged(loaded)
        place = field_name(path)
        elsewhere = [str(problem) for problem in said if problem.file != document.file or not problem.field.startswith(place)]
        assert not elsewhere, f"{name} at {place} brings\n" + "\n".join(elsewhere)
        assert len(said) == 1 or document.at(path) == NESTED, "\n".join(map(str, said))  # what is nested lacks fields, too
