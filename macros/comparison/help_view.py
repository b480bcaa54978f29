"""What helps on a way, as pages show it: each offer once, with what it builds; what goes along with the whole way; what comes only in the new role."""
from __future__ import annotations

from collections.abc import Sequence

from macros.comparison.help import Lesson, Offer, helping
from macros.comparison.transition import Transition
from macros.model.moves import Move
from macros.model.practices import Practice
from macros.model.record import CompetencyId
from macros.views import parts
from macros.views.page import Section, View
from macros.views.reader import Link, Reader

Entry = View


def help_view(reader: Reader, change: Transition, moves: Sequence[Move]) -> View | None:
    """Offers that build what is lacking, what goes along with the whole way, and what builds it only later; None where there are none."""
    found = helping(reader.handbook, change, moves)
    entries, later = ([entry(reader, offer, builds) for offer, builds in some] for some in (found.offers, found.later))
    along = [entry(reader, offer, ()) for offer in found.along]
    if not (n := len(entries) + len(along) + len(later)):
        return None
    named = titles(reader)
    return {
        "section": Section("help", reader.say("Training and practice that help"), str(n)),
        "entries": entries, "along": along, "along_title": named["along"] if entries else "", "later": later, "later_title": named["later"],
    }


def titles(reader: Reader) -> dict[str, str]:
    """What stands over offers that are for no one competency, and over those that nobody can have before the move."""
    return {"along": reader.say("Not tied to any one competency"), "later": reader.say("Only once you are in the new role")}


def entry(reader: Reader, offer: Offer, builds: Sequence[CompetencyId]) -> Entry:
    """An offer as a line of a list, with what it builds of what is lacking and the sentences that say so."""
    links = reader.links("competencies", builds)
    built = {"label": reader.say("Builds: "), "links": links, "between": reader.word("list", "names")} if links else None
    if isinstance(offer.of, Lesson):
        return {**_lesson(reader, offer.of), "built": built, "lines": parts.items(reader, offer.lines(builds))}
    shown = _rotation(reader, offer.of) if isinstance(offer.of, Move) else _practice(reader, offer.of)
    return {**shown, "built": built}


def _lesson(reader: Reader, lesson: Lesson) -> Entry:
    """A part of a practice under both names, leading to where it stands."""
    practice, group = reader.link("practices", lesson.practice.id), lesson.practice.groups[lesson.group]
    name = reader.say("{practice}: {part}", practice=practice.name, part=reader.inside(reader.text(group.name)))
    basis = "stated" if all(item.basis == group.basis for item in lesson.items) else group.basis  # said once, beside the sentences
    return {
        "link": Link(name, f"{practice.href}#rule-{lesson.group}"),
        "audience": _some(reader, lesson) if group.for_ else _audience(reader, lesson.practice),
        "rotation": False,
        "marks": parts.marks(reader, basis, group.audience, group.note),
    }


def _some(reader: Reader, lesson: Lesson) -> str:
    """Whom a part is meant for; nothing where that is anyone."""
    found = [one for one in lesson.practice.groups[lesson.group].for_ if not one.any]
    return reader.say("Applies to: {whom}", whom=reader.word("list", "names").join(reader.party(one).name for one in found)) if found else ""


def _practice(reader: Reader, practice: Practice) -> Entry:
    link, lines = reader.link("practices", practice.id), [parts.based(reader, practice.summary)]
    return {"link": link, "audience": _audience(reader, practice), "lines": lines, "rotation": False}


def _rotation(reader: Reader, move: Move) -> Entry:
    line = {"text": reader.text(move.summary), **parts.marks(reader, move.basis, move.audience, of=move.summary)}
    return {"link": reader.link("moves", move.id), "audience": "", "lines": [line], "rotation": True}


def _audience(reader: Reader, practice: Practice) -> str:
    """Whom the documents write a practice for, in their words."""
    return reader.say("Applies to: {whom}", whom=reader.text(practice.applies_to)) if practice.applies_to else ""
