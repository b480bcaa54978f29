"""The rule on figures that changed: where a target has another number than at the last commit, all that says the old one of the same matter is told."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from macros.checks.limits import Amount, altered_of, amount_of, cited, shown
from macros.checks.repeated import Matter, Place, places
from macros.loading.as_it_was import records_of
from macros.loading.folder import Loaded
from macros.model.figures import Condition, Figure
from macros.model.kpis import Kpi, Threshold
from macros.model.roles import Role, RoleTarget
from macros.words.languages import LANGUAGES, Language
from macros.words.problems import Path, Problem, anything_in, field_name


@dataclass(frozen=True)
class Altered:
    """A figure that has another number than it had, with everything that still says the old one: what is of its own record, and what is not."""

    matter: Matter
    figure: Path
    old: Amount
    new: Amount
    editorial: bool
    own: Sequence[Place]
    others: Sequence[Place]


@dataclass(frozen=True)
class Anew:
    """A target of a role or a line of a KPI with another number than it had at the last commit."""

    line: RoleTarget | Threshold
    matter: Matter
    figure: Figure
    old: Amount
    new: Amount


def anew(loaded: Loaded) -> Iterator[Anew]:
    """Every target of a role and line of a KPI with another number than at the last commit."""
    for name, raw in loaded.last_commit.items():
        if name.partition("/")[0].removesuffix(".yml") not in ("roles", "kpis"):
            continue
        for kind, id, was in records_of(name, raw):
            record = loaded.handbook.of_kind(kind).get(id)
            if record and not record.retired and isinstance(was, dict):
                for line, matter, figure, before in _lines(loaded, record, was) if isinstance(record, (Role, Kpi)) else ():
                    old, new = before and amount_of(before), amount_of(figure)
                    if old and new and old != new:
                        yield Anew(line, matter, figure, old, new)


def altered(loaded: Loaded) -> Iterator[Altered]:
    """Every one of these where something else still says the old number."""
    for one in anew(loaded):
        found = list(places(loaded, one.matter, one.old, one.new))
        own = [place for place in found if (place.kind, place.record) == (one.matter.kind, one.matter.record)]
        others = [place for place in found if place not in own]
        if found:
            figure = _path(one.matter.line, one.figure, one.line)
            yield Altered(one.matter, figure, one.old, one.new, one.line.basis == "editorial", own, others)


Line = tuple[RoleTarget | Threshold, Matter, Figure, Figure | None]


def _lines(loaded: Loaded, record: Role | Kpi, was: dict[str, object]) -> Iterator[Line]:
    """Every target or threshold of a record, with the figure that it had."""
    kind, field, figure = ("roles", "kpis", "target") if isinstance(record, Role) else ("kpis", "thresholds", "condition")
    document, prefix = loaded.homes[kind, record.id]
    before = [one for one in lines if isinstance(one, dict)] if isinstance(lines := was.get(field), list) else []
    every: Iterable[RoleTarget | Threshold] = record.kpis if isinstance(record, Role) else record.thresholds
    for number, line in enumerate(every):
        now = line.target if isinstance(line, RoleTarget) else line.condition
        if now and (not isinstance(line, RoleTarget) or line.kpi in loaded.handbook.kpis):
            then = _then(before, document.at((*prefix, field, number)), figure)
            yield line, matter_of(loaded, record, (field, number), line), now, _figure(then, figure)


def _then(before: Sequence[dict[str, Any]], now: Any, figure: str) -> dict[str, Any]:
    """The line as it was: the one of that id, or KPI and measure; of several the one that covers the same, and is taken in the same way."""
    same = [one for one in before if all(one.get(key) == now.get(key) for key in ("id", "kpi", "measure"))]
    for alike in (lambda one: one.get("scope"), lambda one: _way(one.get(figure))):
        if len(same) > 1:
            same = [one for one in same if alike(one) == alike(now)]
    return same[0] if len(same) == 1 else {}


def _way(figure: Any) -> object:
    """How a figure is taken, whatever its number."""
    if not isinstance(figure, dict):
        return None
    return {key: value if key in ("comparator", "change", "period", "per") else None for key, value in figure.items()}


def _figure(line: dict[str, Any], field: str) -> Figure | None:
    try:
        return Condition.model_validate(line[field]) if isinstance(line.get(field), dict) else None
    except ValidationError:
        return None


def matter_of(loaded: Loaded, record: Role | Kpi, path: Path, line: RoleTarget | Threshold) -> Matter:
    """What the figure of a line is of."""
    kpi = loaded.handbook.kpis[line.kpi] if isinstance(line, RoleTarget) else record
    assert isinstance(kpi, Kpi)
    measured = [one for key, one in kpi.measures.items() if line.measure in (None, key)]
    about = [kpi.name, *kpi.aliases, kpi.definition, line.scope, *(text for one in measured for text in (one.name, one.formula))]
    about += [line.action] if isinstance(line, Threshold) else []
    text: dict[Language, str] = {language: " ".join(one[language] for one in about if one) for language in LANGUAGES}
    return Matter("roles" if isinstance(record, Role) else "kpis", record.id, path, kpi.id, line.measure, frozenset(cited(line, record.sources)), text)


def _path(line: Path, figure: Figure, of: RoleTarget | Threshold) -> Path:
    field = "target" if isinstance(of, RoleTarget) else "condition"
    inner = ("deadline",) if figure.deadline else ("from",) if figure.from_ is not None else ("value",) if figure.value is not None else ()
    return (*line, field, *inner)


def what_repeats_a_figure_changes_with_it(loaded: Loaded) -> Iterator[Problem]:
    """A figure that changed since the last commit is said by nothing else of the same matter as it was."""
    for one in altered(loaded):
        (old_zh, old_en), (new_zh, new_en) = told(loaded, one.matter, one.old), told(loaded, one.matter, one.new)
        at = where(loaded, one)
        (exit_zh, exit_en) = _otherwise(one, old_zh, old_en)
        (document, prefix), field = loaded.homes[one.matter.kind, one.matter.record], "target" if one.matter.kind == "roles" else "condition"
        yield replace(
            loaded.problem(
                one.matter.kind, one.matter.record, one.figure,
                f"上次提交时是{old_zh}，现在是{new_zh}；说同一件事、还写着{old_zh}的有{len(at)}处：{'、'.join(at)}。"
                f"都改成{new_zh}，中英文和旁边的figures一起改；打错了就改回{old_zh}{exit_zh}",
                f"This was {old_en} at the last commit and is {new_en}, while {len(at)} {'place says' if len(at) == 1 else 'places say'} {old_en} of the "
                f"same matter: {', '.join(at)}. Change all to {new_en}, in both languages and in the figures beside, or put {old_en} back here{exit_en}",
            ),
            cause=altered_of(one.matter.kpi),
            because=(anything_in(document.file, field_name((*prefix, *one.matter.line, field))),),  # such as a unit that is none
        )


def where(loaded: Loaded, one: Altered) -> list[str]:
    """File and line of everything that still says the old figure: of its own record first, then file by file."""
    groups = ([loaded.problem(place.kind, place.record, place.path, "", "") for place in group] for group in (one.own, one.others))
    return list(dict.fromkeys(f"{there.file}:{there.line}" for group in groups for there in sorted(group)))


def _otherwise(one: Altered, old_zh: str, old_en: str) -> tuple[str, str]:
    """What to do where the documents still say the old figure."""
    if one.editorial:
        return (f"；文件写的还是{old_zh}的，改了的那一句也写basis: editorial",
                f"; where a document still says {old_en}, a sentence so changed is basis: editorial, too")
    own = ("，本页的那几句改了也这样写", ", and in what you change on its own page") if one.own else ("", "")
    others = ("，别处引着文件的不动", "; leave what cites the document elsewhere") if one.others else ("", "")
    return (f"；文件没有变、由公司另定的，这里写basis: editorial，有sources就去掉{own[0]}{others[0]}",
            f"; where the document has not changed and the company sets its own, write basis: editorial here without sources{own[1]}{others[1]}")


def told(loaded: Loaded, matter: Matter, amount: Amount) -> tuple[str, str]:
    """An amount as people say it of what the KPI counts."""
    measures = loaded.handbook.kpis[matter.kpi].measures
    measure = next((measure for key, measure in measures.items() if matter.measure in (None, key)), None)
    if measure is None or measure.unit_name is None or measure.unit != amount[1]:
        return shown(loaded.handbook, amount)
    zh, en = shown(loaded.handbook, (amount[0], ""))
    return zh.strip() + measure.unit_name.zh, f"{en.strip()} {measure.unit_name.en}"
