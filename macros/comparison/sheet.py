"""A role as a sheet of rows, so that several can stand side by side."""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from macros.comparison.neighbours import neighbours, rests_on, shared
from macros.comparison.onward import reference
from macros.comparison.rows import Row, lines_row, links_row, text_row, ways_row
from macros.model.record import CompetencyId, LevelId, Party
from macros.model.roles import Requirement, Role
from macros.views import parts
from macros.views.conditions import for_promotion, for_promotion_by
from macros.views.marks import of_levels
from macros.views.page import View
from macros.views.reader import Link, Reader
from macros.views.targets import measures_behind, targets_of
from macros.words.languages import LANGUAGES

Kind = Literal["facts", "levels", "figures", "columns"]


@dataclass(frozen=True)
class Group:
    """Rows of one kind under a heading. Facts stand side by side; of levels and figures what several sheets have stands side by side,
    and what one alone has in a list of its own; columns stand beside each other as they are, and `folded` at the end.

    `unknown` names the facts that no document may state, by the keys of their rows; a row that is not there is not stated,
    or is `empty` where the handbook knows that there is nothing."""

    id: str
    title: str
    kind: Kind
    rows: tuple[Row, ...]
    folded: bool = False
    unknown: tuple[tuple[str, str], ...] = ()
    empty: str = ""


@dataclass(frozen=True)
class Sheet:
    """One column of a comparison."""

    id: str
    link: Link
    about: str
    groups: tuple[Group, ...]


def role_sheet(reader: Reader, id: str) -> Sheet:
    """Everything in which a role can be compared with another."""
    found = reader.handbook.roles[id]
    stage = reader.text(reader.handbook.stages[found.stage].name)
    signs = (lines_row(reader, "signals", "", found.growth_signals),) if found.growth_signals else ()
    groups = (
        Group("glance", reader.say("At a glance"), "facts", _glance(reader, found), unknown=unknown(reader)),
        Group("competencies", reader.say("Competencies"), "levels", tuple(_requirement(reader, one) for one in found.competencies)),
        Group("kpis", reader.say("KPIs (whether they count in the appraisal: see the role’s page)"), "figures", _kpis(reader, found)),
        Group("duties", reader.say("Duties"), "columns", (text_row("essence", "", reader.text(found.essence)), *_duties(reader, found))),
        Group("qualifications", reader.say("Qualifications"), "columns", _qualifications(reader, found), folded=True),
        Group("growth", reader.say("Signs of readiness (for self-assessment)"), "columns", signs, folded=True),
        Group("next", reader.say("Next steps"), "columns", tuple(_onward(reader, found)), folded=True),
    )
    return Sheet(id, reader.link("roles", id), stage, groups)


def unknown(reader: Reader) -> tuple[tuple[str, str], ...]:
    """What documents may not say of a role, by the keys of the rows where it would stand."""
    found = {} if reader.public else {
        "tracks": reader.handbook.tracks and reader.say("track"),
        "layer": reader.handbook.layers and reader.say("layer"),
        "reports-to": reader.say("who the role reports to"),
    }
    return tuple((key, str(phrase)) for key, phrase in found.items() if phrase)


def _glance(reader: Reader, found: Role) -> tuple[Row, ...]:
    handbook = reader.handbook
    tracks = [
        (
            reader.link("tracks", track.id), reader.say("step {number} of {all}", number=number, all=len(track.rungs)),
            rests_on(reader, [track.rungs[number - 1]], [track]),
        )
        for track, number in handbook.tracks_of(found.id)
    ]
    return (
        links_row("stage", reader.say("Stage"), [(reader.link("stages", found.stage), "", _reasons(reader, found, "stage"))]),
        *([_levels(reader, found)] if found.competencies else []),
        *([links_row("tracks", reader.say("Tracks"), tracks)] if tracks else []),
        *([_layer(reader, found, found.layer)] if found.layer else []),
        *([_reports_to(reader, found, found.reports_to)] if found.reports_to else []),
    )


def _reports_to(reader: Reader, found: Role, party: Party) -> Row:
    return links_row("reports-to", reader.say("Reports to"), [(reader.party(party), "", _reasons(reader, found, "reports_to"))])


def _layer(reader: Reader, found: Role, layer: str) -> Row:
    return links_row("layer", reader.say("Layer"), [(reader.link("layers", layer), "", _reasons(reader, found, "layer"))])


def _levels(reader: Reader, found: Role) -> Row:
    """How many competencies are listed, with what their levels rest on."""
    said = reader.say_n("{n} competency", "{n} competencies", len(found.competencies))
    return text_row("levels", reader.say("Competencies and levels"), said, of_levels(reader, found))


def _reasons(reader: Reader, found: Role, field: str) -> list[View]:
    """The mark of a field that is not simply stated, without the address that it has on the record's own page."""
    reason = parts.reason(reader, found, field)
    return [{**reason, "id": ""}] if reason else []


def _requirement(reader: Reader, one: Requirement) -> Row:
    link = reader.link("competencies", one.competency)
    need = reader.word("need", one.need)
    level = reader.level(one.level)
    order = list(reader.handbook.levels)
    cell = {"level": level, "need": need, "useful": one.need == "useful"}
    return Row(
        competency_key(one.competency), link.name, cell, f"{level.name} {need}", link.href, step=level.step,
        means=_meaning(reader, one.competency, one.level),
        below=tuple(_meaning(reader, one.competency, lower) for lower in order[: order.index(one.level)]),
    )


def _meaning(reader: Reader, competency: CompetencyId, level: LevelId) -> View:
    """What one can do at a level, under the mark of all of it, as the page of the competency shows it."""
    found = reader.handbook.competencies[competency].levels[level]
    return {"level": reader.level(level), **parts.grouped(reader, found.can, basis=found.basis, sources=found.sources)}


def _kpis(reader: Reader, found: Role) -> tuple[Row, ...]:
    """One row for each indicator; a role may have several measures and several targets for it."""
    rows: dict[str, list[View]] = {}
    for line, shown in zip(found.kpis, targets_of(reader, found)):
        rows.setdefault(line.kpi, []).append(_asked(reader, shown))
    judging = {line.kpi for line in found.kpis if line.serves == "appraisal"}
    return tuple(_kpi(reader, f"kpi-{id}", lines, id not in judging) for id, lines in rows.items())


def _asked(reader: Reader, shown: View) -> View:
    """A target in a cell, with its time as an aside: “the industry average per event” is no average per event."""
    return {**shown, "when": reader.say(" ({aside})", aside=shown["when"]) if shown["when"] else ""}


def _kpi(reader: Reader, key: str, lines: Sequence[View], informs: bool) -> Row:
    link, figured = lines[0]["link"], any("shown" in one for one in lines)
    own = [one["why"] for one in lines if one["why"]]
    marks = () if figured else tuple(one for number, one in enumerate(own) if one not in own[:number])
    asked, taken = "; ".join(map(_target, lines)), "" if figured else measures_behind(reader, lines)
    aside = reader.say(" ({aside})", aside=taken) if taken else ""
    return Row(key, link.name, {"targets": lines}, asked, link.href, figured=figured, informs=informs and not figured, aside=aside, marks=marks)


def competency_key(id: CompetencyId) -> str:
    """The key of the row in which a competency stands."""
    return f"competency-{id}"


def _target(line: View) -> str:
    return f"{line['measure']} " + (f"{line['shown']}{line['when']}" if "shown" in line else str(line["open"]))


def _duties(reader: Reader, found: Role) -> tuple[Row, ...]:
    """The groups of duties by their names, each linked to where its duties stand."""
    groups = [(Link(reader.text(group.name), f"{reader.address('roles', found.id)}#duty-{id}"), "", ()) for id, group in found.duties.items()]
    return (links_row("duties", "", groups),) if groups else ()


def _qualifications(reader: Reader, found: Role) -> tuple[Row, ...]:
    """What documents state as required, what is expected, what is preferred; and what each promotion to the role asks."""
    brought = (lines_row(reader, key, name, items) for key, name, items in parts.brought(reader, found))
    asked = (
        lines_row(reader, f"promotion-{one['move'].id}", for_promotion_by(reader, one["move"]), one["asks"], one["note"], one["always"])
        for one in for_promotion(reader, found) if one["asks"]
    )
    return (*brought, *asked)


def _onward(reader: Reader, found: Role) -> Iterator[Row]:
    """One row for each destination, with every way there by its kind; a destination that several roles share stands in one row.
    Last, whom to look at for reference where no way leads to a described role."""
    ways: dict[str, tuple[Link, dict[str, list[Link]]]] = {}
    for place, (who, kind, told) in zip(_places(reader, found), _ends(reader, found)):
        taken = ways.setdefault(place, (who, {}))[1].setdefault(kind, [])
        taken += [one for one in told if one not in taken]
    for place, (who, by_kind) in ways.items():
        yield ways_row(reader, f"next-{place}", who.name, by_kind, who.href)
    if link := shared(reader, found):
        yield links_row(f"next-stage-{found.stage}", reader.say("Moves open to everyone at the stage"), [(link, "", ())])


def _ends(reader: Reader, found: Role) -> list[tuple[Link, str, list[Link]]]:
    """Every destination, what kind of way leads there, and where that is told."""
    ends = [(who, way["kind_name"], way["told"]) for way in neighbours(reader, found)["to"] for who in way["who"]]
    looked_at = reference(reader, found)
    return [*ends, *((who, reader.say("For reference") + looked_at["ground"], []) for who in looked_at["links"])] if looked_at else ends


def _places(reader: Reader, found: Role) -> list[str]:
    """What tells destinations apart, the same in every language: an address, or a name where there is none."""
    return [who.href or who.name for who, *_ in _ends(Reader(reader.handbook, LANGUAGES[0], ""), found)]
