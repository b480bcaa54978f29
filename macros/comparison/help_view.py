"""What helps on a way, as pages show it: by the competency it builds, then along the whole way."""
from __future__ import annotations

from collections.abc import Sequence

from macros.comparison.help import Lesson, Offer, helping
from macros.comparison.transition import Transition
from macros.model.moves import Move
from macros.model.practices import Practice
from macros.views import parts
from macros.views.page import Section, View
from macros.views.reader import Link, Reader

Entry = View


def help_view(reader: Reader, change: Transition, moves: Sequence[Move]) -> View | None:
    """Offers for each competency of the gap, then what goes along with the whole way; None where there are none."""
    found = helping(reader.handbook, change, moves)
    said: set[str] = set()
    groups = [
        {"link": reader.link("competencies", one), "entries": [_once(said, entry(reader, offer)) for offer in of]} for one, of in found.offers.items()
    ]
    along = [_once(said, entry(reader, offer)) for offer in found.along]
    count = len(said)
    section = Section("help", reader.say("Training and practice that help"), str(count))
    return {"section": section, "groups": groups, "along": along, "along_title": along_title(reader) if groups else ""} if count else None


def _once(said: set[str], line: Entry) -> Entry:
    """An entry that was there before, for another competency, is only named."""
    key = repr((line["link"], [one["text"] for one in line["lines"]]))
    if key in said:
        return brief(line)
    said.add(key)
    return line


def brief(line: Entry) -> Entry:
    """Only the name of an entry, leading to where it is told."""
    return {"link": line["link"], "audience": "", "lines": [], "rotation": line["rotation"]}


def along_title(reader: Reader) -> str:
    """What stands over offers that are for no one competency."""
    return reader.say("For the whole way")


def entry(reader: Reader, offer: Offer) -> Entry:
    """An offer as a line of a list."""
    if isinstance(offer.of, Lesson):
        return _lesson(reader, offer.of)
    return _rotation(reader, offer.of) if isinstance(offer.of, Move) else _practice(reader, offer.of)


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
    text = reader.text(move.summary)
    line = {"text": text, **parts.marks(reader, move.basis, move.audience, text=text)}
    return {"link": reader.link("moves", move.id), "audience": "", "lines": [line], "rotation": True}


def _audience(reader: Reader, practice: Practice) -> str:
    """Whom the documents write a practice for, in their words."""
    return reader.say("Applies to: {whom}", whom=reader.text(practice.applies_to)) if practice.applies_to else ""
