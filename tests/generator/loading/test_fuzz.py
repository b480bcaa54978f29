"""Whatever stands in a file, the loader raises Problems and nothing else; and what it accepts can be shown."""
from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import pytest

from macros.checks import RULES
from macros.loading.document import Document, read
from macros.loading.folder import ABOUT, Loaded, fit_all, read_all
from macros.model.handbook import Handbook
from macros.views.reader import Reader
from macros.website.page_list import KINDS, index_content, record_content
from macros.words.languages import HAN, LANGUAGES
from macros.words.problems import Path, Problem, Problems, field_name, report
from tests.audit.selections import AUDIT
from tests.places import BAKERY

GONE = object()
VALUES = ("", "x", "1", [], {}, {"x": {"y": ["z"]}}, GONE)
# Figures of every form, whole and not, where the data holds one figure.
FIGURES = (
    {"threshold": "bake-again"}, {"kpi": "burnt-loaves", "threshold": "bake-again"}, {"value": "2"}, {"value": "2", "unit": "not-stated"},
    {"value": "1:5", "unit": "CNY"}, {"comparator": "=", "value": "0", "unit": "percent", "per": "case"},
    {"value": "1:5", "unit": "ratio", "period": "not-stated"},
    {"from": "1", "to": "2"}, {"from": "1", "to": "2", "unit": "CNY"}, {"before": "2", "after": "1"}, {"before": "2", "after": "1", "unit": "hour"},
    {"from": "1", "to": "2", "unit": "percent", "out_of": "3"}, {"deadline": {"unit": "day"}}, {"deadline": {"within": "0", "unit": "day"}},
    {"lead_time": {"unit": "day"}}, {"frequency": {}}, {"frequency": {"every": "live"}}, {"frequency": {"times": "2.5", "every": "not-stated"}},
    {"comparator": "=", "value": "1", "unit": "event", "per": "case", "lasting": {}},
    {"comparator": "=", "value": "1", "unit": "event", "per": "case", "lasting": {"times": "1.5", "period": "half-year"}},
    {"comparator": "=", "value": "1", "unit": "point", "per": "case", "scale": "not-stated", "baseline": "not-stated"},
)
PIECES = (b"", b": ", b"- ", b"\n", b" ", b'"', b"'", b"[", b"{", b"&a ", b"*a ", b"!x ", b"#", b"%", b"|", b"\xff", b"\x00", b"\t", b"\r", b"?", b"---\n")
# How the parser speaks, whose words no editor should have to read.
PARSER = re.compile(r"did not find|while (?:parsing|scanning)|could not find|block (?:mapping|sequence|collection)|flow (?:mapping|sequence|node)|"
                    r"start any token|in this context|unexpected|anchor or alias|\bscalar\b|\btoken\b|\bstream\b")
KEYED = {"defaults", "levels", "duties", "measures", "sections", "basis_of", "steps", "groups"}
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


def changes(documents: dict[str, Document]) -> Iterator[tuple[str, Path, Document]]:
    """A file with one thing in it changed, for every thing and every value. Of places that are alike the first will do."""
    seen = set()
    for name, document in documents.items():
        for path in places(document.data):
            if (alike := _alike(name, path)) in seen:
                continue
            seen.add(alike)
            for value in (*VALUES, *(FIGURES if path[-1:] and path[-1] in FIGURED else ())):
                if path or value is not GONE:
                    yield name, path, replace(document, data=changed(document.data, path, value))


def _alike(name: str, path: Path) -> tuple[str, ...]:
    """A path without what tells one record, one level or one item of a list from another."""
    if path and path[-1] in LANGUAGES:
        return (path[-1],)
    told_apart = {number for number in range(1, len(path)) if path[number - 1] in KEYED or (number == 1 and "/" not in name)}
    return (name.partition("/")[0], *("·" if number in told_apart or isinstance(part, int) else part for number, part in enumerate(path)))


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return read_all(BAKERY).documents


def test_no_value_breaks_the_loader_and_what_it_accepts_can_be_shown(documents, tally):
    """All of them in the audit, else every third."""
    for name, path, spoilt in islice(changes(documents), 0, None, 1 if AUDIT in os.environ else 3):
        tally["values"] += 1
        try:
            _tried(documents, name, path, spoilt)
        except Exception as error:
            error.add_note(f"{name} at {field_name(path)}")
            raise


def _tried(documents: dict[str, Document], name: str, path: Path, spoilt: Document) -> None:
    alone = fit_all({ABOUT: documents[ABOUT], name: spoilt}, [], "data")
    fits = not alone.problems
    _judged(alone)
    if fits and path[-1:] != ("zh",):  # a sentence may say anything
        whole = fit_all({**documents, name: spoilt}, [], "data")
        if not _judged(whole):
            kind, _, id = name.removesuffix(".yml").partition("/")
            _shown(whole.handbook, kind, id or str(*path[1:2]))


def _judged(loaded: Loaded) -> list[Problem]:
    """Everything the loader and the rules say, as `load` would."""
    problems = [*loaded.problems, *(problem for rule in RULES for problem in rule(loaded))]
    report(problems)
    return problems


def _shown(handbook: Handbook, kind: str, id: str) -> None:
    """The page of the record in question and the index of its kind; all pages would take long and hardly tell more."""
    if kind in KINDS:
        reader = Reader(handbook, "en", "")
        index_content(kind, reader)
        for record in [handbook.of_kind(kind)[id]] if id in handbook.of_kind(kind) else ():
            record_content(kind, record.id, reader)


def test_no_damage_to_a_file_breaks_the_reader():
    whole = (BAKERY / "roles" / "oven-hand.yml").read_bytes()
    chance = random.Random(2026)
    for _ in range(300):
        place, length = chance.randrange(len(whole)), chance.choice((0, 1, 1, 3, 40))
        piece = chance.choice(PIECES)
        try:
            read(whole[:place] + piece + whole[place + length:], "data/roles/oven-hand.yml")
        except Problems as found:
            for problem in found.problems:
                assert HAN.search(problem.zh) and not PARSER.search(f"{problem.zh} {problem.en}"), problem
