"""Everything a handbook says with a figure: where it stands, whom it is for, what it rests on, and when two say the same."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pydantic import BaseModel

from macros.checks.figures import SCALES
from macros.model.figures import Figure, FiguredItem
from macros.model.handbook import Handbook
from macros.model.kpis import Reward, Threshold
from macros.model.record import Differ, Gap, Note, SourceId
from macros.model.references import leading_to
from macros.model.roles import Limit, RoleTarget
from macros.words.languages import LANGUAGES, Language
from macros.words.problems import Path
from macros.words.texts import Text

DIGIT = re.compile("[0-9]")
NUMBER = {
    language: re.compile(rf"([0-9][0-9,]*(?:\.[0-9]+)?)(?: ?({'|'.join(sorted(scales, key=len, reverse=True))}))?(?:[～–][0-9.]+)?[ -]?")
    for language, scales in SCALES.items()
}
CALENDAR = {"zh": (("个季度", "quarter"), ("季度", "quarter")), "en": (("quarters", "quarter"), ("quarter", "quarter"))}  # no unit of figures
SMALL = 10  # a whole number up to this that no unit follows counts things in the sentence, and tells nothing from anything
# What a sentence speaks of: pairs of Chinese characters, English words by how they begin. With so many in common, one figure is one fact.
WORD = {"zh": re.compile("(?=([\u3400-\u9fff]{2}))"), "en": re.compile("([a-z]{4})[a-z]*")}
COMMON = {"zh": 4, "en": 3}
Units = tuple[tuple[str, str], ...]  # what follows a number, and the id of its unit
After = Mapping[Language, Mapping[str, str]]  # what stands after a number for each unit


@dataclass(frozen=True)
class Context:
    """Whom a statement is for and what it rests on, as what it stands in says; `whole` where only some of what is marked need be for staff."""

    internal: bool = False
    sources: frozenset[SourceId] = frozenset()
    whole: bool = False

    def within(self, part: BaseModel) -> Context:
        """The same inside a part of it."""
        said = part.__dict__
        cited = said.get("sources") or ((said["source"],) if "source" in said else ())
        internal = self.internal or said.get("audience") == "internal"
        whole = self.whole or isinstance(part, (Differ, Note))
        return Context(internal, frozenset(cited) or self.sources, whole) if cited or (internal, whole) != (self.internal, self.whole) else self


Part = tuple[Path, BaseModel, Context]


@dataclass(frozen=True)
class Statement:
    """A sentence, or a figure of its own with what it is of. `lines` are the lines of KPIs that it draws or repeats."""

    kind: str
    record: str
    path: Path
    of: Context
    text: Mapping[Language, str]
    lines: tuple[tuple[str, str], ...] = ()


def statements(handbook: Handbook) -> Iterator[Statement]:
    """Every statement of the handbook that has a figure; what documents leave open states nothing."""
    after = {language: {unit: word for word, unit in reversed(units(handbook, language))} for language in LANGUAGES}
    for kind, record in handbook.records():
        for path, part, of in _parts(record, (), Context(), []):
            text, lines = _said(handbook, record.id, part, after), _lines(record.id, part)
            if lines or any(map(DIGIT.search, text.values())):
                yield Statement(kind, record.id, path, of, text, lines)


def _parts(part: BaseModel, path: Path, around: Context, found: list[Part]) -> list[Part]:
    """Adds a part of a record and all that is inside it."""
    of = around.within(part)
    found.append((path, part, of))
    for name, key in leading_to(BaseModel, type(part)):
        inner = getattr(part, name)
        if isinstance(inner, BaseModel):
            _parts(inner, (*path, key), of, found)
        elif isinstance(inner, (dict, tuple)):
            for place, one in inner.items() if isinstance(inner, dict) else enumerate(inner):
                if isinstance(one, BaseModel) and not isinstance(one, Gap):
                    _parts(one, (*path, key, place), of, found)
    return found


def _lines(id: str, part: BaseModel) -> tuple[tuple[str, str], ...]:
    if isinstance(part, Threshold):
        return ((id, part.id),)
    return tuple((one.kpi, one.threshold) for one in part.figures if one.kpi and one.threshold) if isinstance(part, FiguredItem) else ()


def _said(handbook: Handbook, id: str, part: BaseModel, after: After) -> Mapping[Language, str]:
    """A sentence as it stands; of a figure of its own what it is of, and its numbers."""
    if isinstance(part, Text):
        return {language: part[language] for language in LANGUAGES}
    if isinstance(part, Limit):
        return _told(handbook, [part.name], [], part.limit, after)
    if isinstance(part, (Threshold, Reward)):
        about, figure = ([part.scope, part.action], part.condition) if isinstance(part, Threshold) else ([part.grants], part.amount)
        return _told(handbook, _names(handbook, id, part.measure), about, figure, after)
    if isinstance(part, RoleTarget):
        return _told(handbook, _names(handbook, part.kpi, part.measure), [part.scope], part.target, after)
    return {}


def _names(handbook: Handbook, id: str, measure: str | None) -> list[Text]:
    kpi = handbook.kpis.get(id)
    return [kpi.name, *([kpi.measures[measure].name] if measure in kpi.measures else [])] if kpi else []


def _told(handbook: Handbook, names: Iterable[Text], about: Iterable[Text | None], figure: Figure | None, after: After) -> Mapping[Language, str]:
    """What it is of and how much; a number in a name, as of a 30-day rate, is no figure."""
    numbers = list(_numbers(figure)) if figure else []
    return {
        language: " ".join([
            *(DIGIT.sub("", one[language]) for one in names),
            *(one[language] for one in about if one),
            *(f"{number}{after[language].get(unit, '')}" for number, unit in numbers),
        ])
        for language in LANGUAGES
    }


def _numbers(figure: Figure) -> Iterator[tuple[Decimal, str]]:
    plain = [(one, figure.unit) for one in (figure.value, figure.from_, figure.to, figure.before, figure.after)]
    spans = [(one, span.unit) for span in (figure.deadline, figure.lead_time) if span for one in (span.within, span.at_least, span.value)]
    yield from ((number, unit or "") for number, unit in (*plain, *spans) if isinstance(number, Decimal))


def units(handbook: Handbook, language: Language) -> Units:
    """What follows numbers, the longest first; times and money are said in several ways, so nothing tells them from a bare number."""
    found = [
        (word, id)
        for id, unit in handbook.units.items()
        if unit.counts != "multiple"
        for word in (unit.sign, *((unit.after.zh,) if unit.after and language == "zh" else (unit.after.plural, unit.after.en) if unit.after else ()))
        if word
    ]
    return tuple(sorted([*found, *CALENDAR[language]], key=lambda one: -len(one[0])))


def quantities(text: str, language: Language, following: Units) -> set[tuple[Decimal, str]]:
    """The numbers of a sentence with their units."""
    found = set()
    for match in NUMBER[language].finditer(text):
        value = Decimal(match[1].rstrip(",").replace(",", "")) * SCALES[language].get(match[2] or "", 1)
        unit = next((unit for word, unit in following if text.startswith(word, match.end())), "")
        if unit or value > SMALL or value % 1:
            found.add((value, unit))
    return found


def words(text: str, language: Language) -> set[str]:
    """What a sentence speaks of; one that has `COMMON` of them in common with another speaks of the same."""
    return set(WORD[language].findall(text.lower()))
