"""Where else a handbook says the figure of a KPI of the same matter: in sentences of the same role, of its document's section, and as figures."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.checks.limits import Amount, limits
from macros.checks.statements import Context, Statement, Units, quantities, statements, units, words
from macros.loading.folder import Loaded
from macros.model.figures import Ratio
from macros.model.handbook import Handbook
from macros.model.record import Gap, SourceId
from macros.model.references import inside
from macros.words.languages import LANGUAGES, Language
from macros.words.problems import Path

QUOTED = re.compile("“[^“”]*”")
CLOSE = 4  # with so many pairs of Chinese characters and English words in common, a sentence speaks of the matter of a KPI
RANGE = {"zh": "～", "en": "–"}
OF_FIGURES = ("kpis", "thresholds", "rewards", "authority_limits")  # fields whose items are figures, which are held against each other as such


@dataclass(frozen=True)
class Matter:
    """What a figure of a KPI is of: where it stands, what it rests on, and what its KPI is called."""

    kind: str
    record: str
    line: Path
    kpi: str
    measure: str | None
    sources: frozenset[SourceId]
    text: dict[Language, str]


@dataclass(frozen=True)
class Place:
    """Where a figure stands: the record and the path in it."""

    kind: str
    record: str
    path: Path


def places(loaded: Loaded, matter: Matter, old: Amount, new: Amount) -> Iterator[Place]:
    """Everything else that says the old figure of a matter and not the new one.

    Of the same record that is what speaks of the KPI; of others what cites the same section, too, or is a figure of the same measure from it."""
    following = following_of(loaded.handbook, matter)
    found = []
    for one in (*statements(loaded.handbook), *_gaps(loaded.handbook)):
        if _is_a_figure(one) or not speaks_of(one, matter):
            continue
        if says(one, old, following, loaded.handbook) and not says(one, new, following, loaded.handbook):
            found.append(Place(one.kind, one.record, one.path))
    for limit in limits(loaded.handbook):
        place = Place(limit.kind, limit.record, limit.path)
        own = (limit.kind, limit.record) == (matter.kind, matter.record) and limit.path[:len(matter.line)] == matter.line
        told = any((one.kind, one.record) == (place.kind, place.record) and place.path[:len(one.path)] == one.path for one in found)
        if not own and not told and limit.amount == old and limit.of[:2] == (matter.kpi, matter.measure) and limit.sources & matter.sources:
            found.append(place)
    yield from found


def following_of(handbook: Handbook, matter: Matter) -> dict[Language, Units]:
    """What follows numbers, also as the measures of the KPI call what they count."""
    called = [one for key, one in handbook.kpis[matter.kpi].measures.items() if one.unit_name and matter.measure in (None, key)]
    return {
        language: (*((one.unit_name[language], one.unit) for one in called if one.unit_name), *units(handbook, language))
        for language in LANGUAGES
    }


def _gaps(handbook: Handbook) -> Iterator[Statement]:
    """What documents leave open states nothing, but may name a figure that they give."""
    for kind, record in handbook.records():
        for path, gap in inside(record, Gap):
            sources = frozenset(gap.sources or getattr(record, "sources", ()))
            yield Statement(kind, record.id, (*path, "missing"), Context(sources=sources), {language: gap.missing[language] for language in LANGUAGES})


def _is_a_figure(one: Statement) -> bool:
    return len(one.path) == 2 and one.path[0] in OF_FIGURES


def says(one: Statement, amount: Amount, following: dict[Language, Units], handbook: Handbook) -> bool:
    """Whether a sentence gives an amount in either language; what it counts may stand further on, but not the sign of a share."""
    numbers, unit = amount
    signed = unit in handbook.units and handbook.units[unit].sign is not None
    for language, text in one.text.items():
        text = QUOTED.sub("", text)  # what a document says stays as it says it
        if len(numbers) > 1 or isinstance(numbers[0], Ratio):
            if RANGE[language].join(map(str, numbers)) in text:
                return True
        elif {(numbers[0], unit), *(() if signed else [(numbers[0], "")])} & quantities(text, language, following[language]):
            return True
    return False


def speaks_of(one: Statement, matter: Matter) -> bool:
    """Whether a sentence is of the matter of a figure: beside it, of its KPI and section, or in words that it has in common with the KPI."""
    own = (one.kind, one.record) == (matter.kind, matter.record)
    if own and one.path[:len(matter.line)] == matter.line:
        return True
    if not own and not one.of.sources & matter.sources:
        return False
    of_its_kpi = (one.kind, one.record) == ("kpis", matter.kpi) and not own
    return of_its_kpi or sum(len(words(one.text.get(language, ""), language) & words(matter.text[language], language)) for language in LANGUAGES) >= CLOSE
