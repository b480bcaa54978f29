"""A stage as a sheet of rows: what it asks, and who is at it on each track, with what it rests on that they are."""
from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.comparison.neighbours import rests_on
from macros.comparison.rows import Row, level_row, lines_row, links_row, text_row
from macros.comparison.sheet import Group, Sheet
from macros.model.posts import Post
from macros.model.roles import Role
from macros.model.stages import Stage
from macros.model.tracks import Rung, Track
from macros.views import parts
from macros.views.page import View
from macros.views.reader import Link, Reader


def stage_sheet(reader: Reader, id: str) -> Sheet:
    """Everything in which a stage can be compared with another, and who stands on it on each track."""
    found = reader.handbook.stages[id]
    glance = (
        text_row("positioning", reader.say("In short"), reader.text(found.positioning)),
        level_row(reader, "level", reader.say("Usual level"), found.level, parts.reason(reader, found, "level", prefix=id)),
    )
    work = tuple(
        lines_row(reader, key, name, items)
        for key, name, items in (
            ("core-tasks", reader.say("Core tasks"), found.core_tasks),
            ("abilities", reader.say("Abilities"), found.abilities),
            ("promotion-signals", reader.say("Signs of readiness (for self-assessment)"), found.promotion_signals),
        )
        if items
    )
    here = (*_on_tracks(reader, found), *_off_tracks(reader, found))
    groups = (
        Group("glance", reader.say("At a glance"), "facts", glance),
        Group("work", reader.say("What is asked"), "facts", work),
        Group("tracks", reader.say("Roles at this stage"), "facts", here, empty=reader.say("no role is listed")),
    )
    return Sheet(id, reader.link("stages", id), reader.text(found.posts), groups)


def _on_tracks(reader: Reader, found: Stage) -> Iterator[Row]:
    handbook = reader.handbook
    for track in handbook.used("tracks"):
        here = [
            _one(reader, kind, every[id], [rung], [track])
            for rung in track.rungs
            for kind, ids, every in (("roles", rung.roles, handbook.roles), ("posts", rung.posts, handbook.posts))
            for id in ids
            if every[id].stage == found.id
        ]
        if here:
            link = reader.link("tracks", track.id)
            yield links_row(f"track-{track.id}", link.name, here, link.href)


def _off_tracks(reader: Reader, found: Stage) -> Iterator[Row]:
    here = [role for role in reader.handbook.ordered_roles if role.stage == found.id and not reader.handbook.tracks_of(role.id)]
    if here:
        yield links_row("off-tracks", reader.say("Roles whose track is not stated"), [_one(reader, "roles", role, (), ()) for role in here])


def _one(reader: Reader, kind: str, one: Role | Post, rungs: Sequence[Rung], tracks: Sequence[Track]) -> tuple[Link, str, list[View]]:
    """Someone at the stage, with the marks of what both this and the place on a track rest on."""
    stage = one.basis_of.get("stage")
    return reader.link(kind, one.id), "", rests_on(reader, rungs, tracks, [stage] if stage else [])
