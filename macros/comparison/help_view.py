"""What helps on a way, as pages show it: by the competency it builds, along the whole way, and what nothing is offered for."""
from __future__ import annotations

from collections.abc import Sequence

from macros.comparison.help import Lesson, Offer, helping
from macros.comparison.transition import Transition
from macros.model.moves import Move
from macros.model.practices import Practice
from macros.model.record import CompetencyId
from macros.views import parts
from macros.views.page import View
from macros.views.reader import Link, Reader

Entry = View


def help_view(reader: Reader, change: Transition, moves: Sequence[Move]) -> View:
    """Offers for each competency of the gap, then what goes along with the whole way."""
    found = helping(reader.handbook, change, moves)
    along = [*(_practice(reader, one) for one in found.along), *(_rotation(reader, one) for one in found.rotations)]
    groups = [{"link": reader.link("competencies", one.competency), "entries": _entries(reader, one)} for one in found.offers]
    return {
        "groups": groups,
        "along": along,
        "along_title": reader.say("For the whole way") if groups else "",
        "without": _without(reader, found.without),
        "silent": "" if groups or along else reader.say("No document names training, mentoring or rotation for this way."),
    }


def _entries(reader: Reader, offer: Offer) -> list[Entry]:
    lessons = [_lesson(reader, one) for one in offer.lessons]
    return [*lessons, *(_practice(reader, one) for one in offer.practices), *(_rotation(reader, one) for one in offer.rotations)]


def _lesson(reader: Reader, lesson: Lesson) -> Entry:
    """A part of a practice under both names, leading to where it stands."""
    practice, group = reader.link("practices", lesson.practice.id), lesson.practice.groups[lesson.group]
    name = reader.say("{practice}: {part}", practice=practice.name, part=reader.inside(reader.text(group.name)))
    basis = "stated" if all(item.basis == group.basis for item in lesson.items) else group.basis  # said once, beside the sentences
    audience = "" if group.for_ else _audience(reader, lesson.practice)
    return {
        "link": Link(name, f"{practice.href}#rule-{lesson.group}"),
        "audience": audience,
        "lines": parts.items(reader, lesson.items),
        "rotation": False,
        "marks": parts.marks(reader, basis, group.audience),
    }


def _practice(reader: Reader, practice: Practice) -> Entry:
    link, lines = reader.link("practices", practice.id), [parts.based(reader, practice.summary)]
    return {"link": link, "audience": _audience(reader, practice), "lines": lines, "rotation": False}


def _rotation(reader: Reader, move: Move) -> Entry:
    line = {"text": reader.text(move.summary), **parts.marks(reader, move.basis, move.audience)}
    return {"link": reader.link("moves", move.id), "audience": "", "lines": [line], "rotation": True}


def _audience(reader: Reader, practice: Practice) -> str:
    """Whom the documents write a practice for, in their words."""
    return reader.say("Meant for: {whom}", whom=reader.text(practice.applies_to)) if practice.applies_to else ""


def _without(reader: Reader, competencies: Sequence[CompetencyId]) -> str:
    names = [reader.inside(reader.text(reader.handbook.competencies[one].name)) for one in competencies]
    return reader.say("No document offers training for: {names}.", names=reader.listed(names)) if names else ""
