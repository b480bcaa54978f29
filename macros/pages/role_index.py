"""The index of roles, by stage and by track."""
from __future__ import annotations

from macros.model.roles import Role
from macros.model.tracks import Rung
from macros.views import placed
from macros.views.marks import in_words
from macros.views.page import Section, View
from macros.views.reader import Link, Reader


def role_index(reader: Reader) -> View:
    """Roles grouped by stage, then by track; a role on several ladders stands under each."""
    handbook = reader.handbook
    by_stage = [
        {
            "id": stage.id,
            "link": reader.link("stages", stage.id),
            "posts": reader.text(stage.posts),
            "roles": [_entry(reader, role) for role in handbook.ordered_roles if role.stage == stage.id],
        }
        for stage in handbook.used("stages")
        if any(role.stage == stage.id for role in handbook.ordered_roles)
    ]
    by_track = [
        {
            "id": f"track-{track.id}",
            "link": in_words(reader, reader.link("tracks", track.id), [track.basis]),
            "rungs": [
                [*([reader.link("stages", rung.stage)] if rung.stage else []), *_standing(reader, rung)]
                for rung in track.rungs
            ],
        }
        for track in handbook.used("tracks")
    ]
    off = [reader.link("roles", role.id) for role in handbook.ordered_roles if not handbook.tracks_of(role.id)]
    sections = [Section("by-stage", reader.say("By stage")), *([Section("by-track", reader.say("By track"))] if by_track else [])]
    return {
        "essence": _counted(reader, len(handbook.ordered_roles)),
        "sections": {section.id: section for section in sections},
        "by_stage": by_stage,
        "placed": placed.by_stage(reader, handbook.ordered_roles),
        "by_track": by_track,
        "off": off,
    }


def _standing(reader: Reader, rung: Rung) -> list[Link]:
    """Who stands on a rung, with what that rests on."""
    return [in_words(reader, link, [rung.basis]) for link in (*reader.links("roles", rung.roles), *reader.links("posts", rung.posts))]


def _counted(reader: Reader, n: int) -> str:
    """How many roles there are, and what the page of each holds."""
    if reader.has("kpis") and reader.has("map"):
        return reader.say_n(
            "{n} role, with its duties and competencies, and with KPIs and next steps where there are any.",
            "{n} roles, each with its duties and competencies, and with KPIs and next steps where there are any.", n,
        )
    return reader.say_n("{n} role, each with its duties and competencies.", "{n} roles, each with their duties and competencies.", n)


def _entry(reader: Reader, found: Role) -> View:
    return {
        "link": reader.link("roles", found.id),
        "other_name": reader.other_name(found),
        "essence": reader.text(found.essence),
        "closed": reader.public and found.hiring == "closed",
        "tracks": [in_words(reader, reader.link("tracks", track.id), [track.basis]) for track, _ in reader.handbook.tracks_of(found.id)],
    }
