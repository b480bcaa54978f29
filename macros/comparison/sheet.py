"""A role or a stage as a sheet of rows, so that several can stand side by side."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.comparison.neighbours import neighbours, shared
from macros.comparison.rows import Row, level_row, lines_row, links_row, sentences, text_row
from macros.model.record import CompetencyId, Explained, Record
from macros.model.roles import Requirement, Role, RoleTarget
from macros.views import parts
from macros.views.page import View
from macros.views.reader import Link, Reader
from macros.views.targets import targets_of
from macros.words.languages import LANGUAGES


@dataclass(frozen=True)
class Group:
    """Rows under one heading, and the word for a cell that another sheet has and this one has not."""

    id: str
    title: str
    absent: str
    rows: tuple[Row, ...]


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
    silent = reader.say("not stated")
    unlisted = reader.say("not asked for") if found.competencies_basis.basis == "stated" else reader.say("not listed")
    groups = (
        Group("glance", reader.say("At a glance"), silent, _glance(reader, found)),
        Group("competencies", reader.say("Competencies"), unlisted, tuple(_requirement(reader, one) for one in found.competencies)),
        Group("kpis", reader.say("KPIs"), reader.say("not used for this role"), _kpis(reader, found)),
        Group("duties", reader.say("Duties"), silent, (_duties(reader, found),)),
        Group("qualifications", reader.say("Qualifications"), silent, _qualifications(reader, found)),
        Group("growth", reader.say("Ready for the next step"), silent, (lines_row(reader, "signals", reader.say("Signs of readiness"), found.growth_signals),)),
        Group("next", reader.say("Next steps"), reader.say("no document says so"), tuple(_onward(reader, found))),
    )
    return Sheet(id, reader.link("roles", id), reader.text(reader.handbook.stages[found.stage].name), groups)


def stage_sheet(reader: Reader, id: str) -> Sheet:
    """Everything in which a stage can be compared with another, and who stands on it on each track."""
    found = reader.handbook.stages[id]
    silent = reader.say("not stated")
    glance = (
        text_row("positioning", reader.say("In a sentence"), reader.text(found.positioning)),
        text_row("posts", reader.say("Posts"), reader.text(found.posts)),
        level_row(reader, "level", reader.say("Level asked for"), found.level),
    )
    work = tuple(
        lines_row(reader, key, name, items)
        for key, name, items in (
            ("core-tasks", reader.say("Core tasks"), found.core_tasks),
            ("abilities", reader.say("Abilities"), found.abilities),
        )
        if items
    )
    signals = (lines_row(reader, "promotion-signals", reader.say("Signs of readiness"), found.promotion_signals),) if found.promotion_signals else ()
    groups = (
        Group("glance", reader.say("At a glance"), silent, glance),
        Group("work", reader.say("What is asked"), silent, (*work, *signals)),
        Group("tracks", reader.say("Who stands here"), reader.say("nobody named"), (*_on_tracks(reader, found), *_off_tracks(reader, found))),
    )
    return Sheet(id, reader.link("stages", id), reader.text(found.posts), groups)


def _glance(reader: Reader, found: Role) -> tuple[Row, ...]:
    handbook = reader.handbook
    tracks = [
        (reader.link("tracks", track.id), reader.say("rung {number} of {all}", number=number, all=len(track.rungs)))
        for track, number in handbook.tracks_of(found.id)
    ]
    return (
        text_row("essence", reader.say("In a sentence"), reader.text(found.essence)),
        links_row(reader, "stage", reader.say("Stage"), [(_reasoned(reader, found, "stage", reader.link("stages", found.stage)), "")]),
        *([links_row(reader, "tracks", reader.say("Tracks"), tracks)] if handbook.tracks else []),
        *([_layer(reader, found)] if handbook.layers else []),
        _reports_to(reader, found),
    )


def _reports_to(reader: Reader, found: Role) -> Row:
    party = [(_reasoned(reader, found, "reports_to", reader.party(found.reports_to)), "")] if found.reports_to else []
    return links_row(reader, "reports-to", reader.say("Reports to"), party)


def _layer(reader: Reader, found: Role) -> Row:
    layer = [(_reasoned(reader, found, "layer", reader.link("layers", found.layer)), "")] if found.layer else []
    return links_row(reader, "layer", reader.say("Layer"), layer)


def _reasoned(reader: Reader, found: Record, field: Explained, link: Link) -> Link:
    """A link with the mark of its basis, where the field is not simply stated."""
    reason = parts.reason(reader, found, field)
    return Link(link.name, link.href, link.mark, {**reason, "id": ""} if reason else None)


def _requirement(reader: Reader, one: Requirement) -> Row:
    link = reader.link("competencies", one.competency)
    need = reader.word("need", one.need)
    level = reader.level(one.level)
    levels = reader.handbook.competencies[one.competency].levels
    order = list(reader.handbook.levels)
    cell = {"level": level, "href": f"{link.href}#level-{one.level}", "need": need, "useful": one.need == "useful"}
    return Row(
        competency_key(one.competency), link.name, cell, f"{level.name} {need}", link.href, step=level.step,
        lines=tuple(sentences(reader, levels[one.level].can)),
        below=tuple({"level": reader.level(lower), "lines": sentences(reader, levels[lower].can)} for lower in order[: order.index(one.level)]),
    )


def _kpis(reader: Reader, found: Role) -> tuple[Row, ...]:
    """One row for each indicator as measured; a role may have several targets for it."""
    rows: dict[str, list[View]] = {}
    for line, shown in zip(found.kpis, targets_of(reader, found)):
        rows.setdefault(kpi_key(line), []).append(shown)
    return tuple(
        Row(key, lines[0]["link"].name, {"targets": lines}, "; ".join(_target(line) for line in lines), lines[0]["link"].href, lines[0]["measure"])
        for key, lines in rows.items()
    )


def competency_key(id: CompetencyId) -> str:
    """The key of the row in which a competency stands."""
    return f"competency-{id}"


def kpi_key(line: RoleTarget) -> str:
    """The key of the row in which an indicator stands; no id has a slash."""
    return f"kpi-{line.kpi}/{line.measure}" if line.measure else f"kpi-{line.kpi}"


def _target(line: View) -> str:
    return f"{line['shown']} {line['when']}" if "shown" in line else str(line["open"])


def _duties(reader: Reader, found: Role) -> Row:
    groups: list[View] = [
        {
            "name": reader.text(group.name),
            "count": reader.say_n("{n} duty", "{n} duties", len(group.items)),
            "lines": sentences(reader, group.items),
        }
        for group in found.duties.values()
    ]
    return Row("duties", reader.say("By group"), {"groups": groups}, "; ".join(line["text"] for group in groups for line in group["lines"]), long=True)


def _qualifications(reader: Reader, found: Role) -> tuple[Row, ...]:
    return tuple(
        lines_row(reader, need, reader.word("qualification", need), items)
        for need in ("required", "preferred")
        if (items := [one for one in found.qualifications if one.need == need])
    )


def _onward(reader: Reader, found: Role) -> Iterator[Row]:
    """One row for each destination, with every way there; a destination that several roles share stands in one row."""
    ways: dict[str, tuple[Link, dict[Link, str]]] = {}
    for place, (who, way) in zip(_places(reader, found), _ends(reader, found)):
        taken = ways.setdefault(place, (who, {}))[1]
        for one in way["ways"]:
            taken.setdefault(one, way["kind_name"])
    for place, (who, taken) in ways.items():
        yield links_row(reader, f"next-{place}", who.name, list(taken.items()), who.href)
    if link := shared(reader, found):
        yield links_row(reader, f"next-stage-{found.stage}", reader.say("Moves open to everyone at the stage"), [(link, "")])


def _ends(reader: Reader, found: Role) -> list[tuple[Link, View]]:
    return [(who, way) for way in neighbours(reader, found)["to"] for who in way["who"]]


def _places(reader: Reader, found: Role) -> list[str]:
    """What tells destinations apart, the same in every language: an address, or a name where there is none."""
    return [who.href or who.name for who, _ in _ends(Reader(reader.handbook, LANGUAGES[0], ""), found)]


def _on_tracks(reader: Reader, found: Record) -> Iterator[Row]:
    handbook = reader.handbook
    for track in handbook.used("tracks"):
        here = [
            (reader.link(kind, id), "")
            for rung in track.rungs
            for kind, ids, every in (("roles", rung.roles, handbook.roles), ("posts", rung.posts, handbook.posts))
            for id in ids
            if every[id].stage == found.id
        ]
        if here:
            link = reader.link("tracks", track.id)
            yield links_row(reader, f"track-{track.id}", link.name, here, link.href)


def _off_tracks(reader: Reader, found: Record) -> Iterator[Row]:
    here = [role.id for role in reader.handbook.ordered_roles if role.stage == found.id and not reader.handbook.tracks_of(role.id)]
    if here:
        yield links_row(reader, "off-tracks", reader.say("On no track"), [(link, "") for link in reader.links("roles", here)])
