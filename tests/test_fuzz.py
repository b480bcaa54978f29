"""Whatever stands in a file, the loader raises Problems and nothing else; and what it accepts can be shown."""
from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from macros.checks import RULES
from macros.loading import ABOUT, fit_all, read_all
from macros.pages import pages
from macros.problems import Path, Problems, field_name, report
from macros.reading import Document, read
from tests.bless import DATA

GONE = object()
VALUES = ("", "x", "1", "1:5", "2026-01-01", [], ["x"], {}, {"x": {"y": ["z"]}}, GONE)
# Figures of every form, whole and not, where the data holds one figure.
FIGURES = (
    {"threshold": "bake-again"}, {"kpi": "burnt-loaves", "threshold": "bake-again"}, {"value": "2"}, {"value": "2", "unit": "not-stated"},
    {"comparator": "=", "value": "0", "unit": "percent", "per": "case"}, {"value": "1:5", "unit": "ratio", "period": "not-stated"},
    {"from": "1", "to": "2"}, {"from": "1", "to": "2", "unit": "CNY"}, {"before": "2", "after": "1"}, {"before": "2", "after": "1", "unit": "hour"},
    {"from": "1", "to": "2", "unit": "percent", "out_of": "3"}, {"deadline": {"unit": "day"}}, {"deadline": {"within": "0", "unit": "day"}},
    {"lead_time": {"unit": "day"}}, {"frequency": {}}, {"frequency": {"every": "live"}}, {"frequency": {"times": "2.5", "every": "not-stated"}},
    {"comparator": "=", "value": "1", "unit": "event", "per": "case", "lasting": {}},
    {"comparator": "=", "value": "1", "unit": "event", "per": "case", "lasting": {"times": "1.5", "period": "half-year"}},
    {"comparator": "=", "value": "1", "unit": "point", "per": "case", "scale": "not-stated", "baseline": "not-stated"},
)
FIGURED = {"target", "condition", "limit", "amount", "duration"}


def places(value: object, path: Path = ()) -> Iterator[Path]:
    """Every path in a file."""
    yield path
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(inner, (*path, key))


def changed(data: object, path: Path, value: object) -> object:
    """A copy of the data with another value at a path, or nothing there."""
    if not path:
        return value
    copy = data.copy()
    if len(path) == 1 and value is GONE:
        del copy[path[0]]
    else:
        copy[path[0]] = changed(copy[path[0]], path[1:], value)
    return copy


def changes(document: Document) -> Iterator[tuple[Path, Document]]:
    """The file with one thing in it changed, for every thing and every value. Of like places the first will do."""
    seen = set()
    for path in places(document.data):
        shape = tuple(part for part in path if isinstance(part, str))
        if shape in seen:
            continue
        seen.add(shape)
        for value in (*VALUES, *(FIGURES if path and path[-1] in FIGURED else ())):
            if path or value is not GONE:
                yield path, replace(document, data=changed(document.data, path, value))


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return read_all(DATA).documents


def test_no_value_breaks_the_loader_and_what_it_accepts_can_be_shown(documents):
    for name, document in documents.items():
        for path, spoilt in changes(document):
            try:
                _tried(documents, name, spoilt, sentence=path[-1:] in (("zh",), ("en",)))
            except Exception as error:
                error.add_note(f"{name} at {field_name(path)}")
                raise


def _tried(documents: dict[str, Document], name: str, spoilt: Document, sentence: bool) -> None:
    alone = fit_all({ABOUT: documents[ABOUT], name: spoilt}, [], "data")
    report(alone.problems)
    if alone.problems or sentence:  # a sentence may say anything, which no page minds
        return
    loaded = fit_all({**documents, name: spoilt}, [], "data")
    if not [*loaded.problems, *(problem for rule in RULES for problem in rule(loaded))]:
        list(pages(loaded.handbook))


def test_no_damage_to_a_file_breaks_the_reader():
    whole = (DATA / "roles" / "oven-hand.yml").read_bytes()
    chance = random.Random(2026)
    for _ in range(600):
        place, length = chance.randrange(len(whole)), chance.choice((0, 1, 1, 3, 40))
        piece = chance.choice((b"", b": ", b"- ", b"\n", b" ", b'"', b"'", b"[", b"{", b"&a ", b"*a ", b"!x ", b"#", b"%", b"|", b"\xff", b"\x00", b"\t", b"\r", b"?", b"---\n"))
        try:
            read(whole[:place] + piece + whole[place + length:], "data/roles/oven-hand.yml")
        except Problems:
            pass
