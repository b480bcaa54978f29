"""A change in one sentence, as a first draft of what people are told of it."""
from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from macros.changes.change import Change
from macros.changes.compared import Records
from macros.model.record import Places
from macros.views.reader import Reader
from macros.views.what_changed import BESIDE, Told, part_of, title, told
from macros.words.languages import Language
from macros.words.problems import Path

# What a sentence is cut into to see what of it changed: numbers and words whole, Chinese by characters.
PIECES = re.compile(r"\d+(?:[.,]\d+)*%?|[A-Za-z’'-]+|\s+|.", re.S)
COUNTED = re.compile(r"[\d一二两三四五六七八九十半几]")
LEANING = "每第不未无"  # what is not read apart from what follows it
SHORT = {"zh": 12, "en": 6}  # pieces of the old sentence that are quoted alone
POINTERS = ("kpi", "competency")  # parts that are called what they point at

TELLING = ("terms", "cases", "tracks")  # kinds without changes at the foot of a page, whose records may still be new or out of use
UNTOLD = {"aliases", "concerns", "related", "links", *BESIDE}  # what nobody has to be told of, unless it asks more or less


def is_told(change: Change) -> bool:
    """Whether people are told of a change: of everything but words, and what only stands beside or leads elsewhere."""
    if change.kind not in Places.model_fields:
        return change.kind in TELLING and not change.path
    if change.path == ("name",) or change.meaning in ("more", "less"):
        return True
    return change.meaning != "wording" and not UNTOLD & {*change.path}


def about(change: Change) -> dict[str, list[str]]:
    """The records that a change is about, by kind: its own, and the roles that it names as those who act."""
    values = [value for one in (change.before, change.after) for value in (one if isinstance(one, list) else [one])] if change.kind == "practices" else []
    roles = [str(one["role"]) for one in values if isinstance(one, dict) and "role" in one]
    own = {change.kind: [change.id]} if change.kind in Places.model_fields else {}
    return {**own, **({"roles": [*dict.fromkeys(roles)]} if roles else {})}


def sentence(reader: Reader, change: Change, before: Records, after: Records) -> str:
    """The draft, for people to put right."""
    found, name = told(reader, change, before, after), title(reader, change, before)
    if change.path == ("name",):
        return reader.say("{after} is the new name of {before}.", before=found.before, after=found.after)
    if not change.path:
        return _whole(reader, change, name)
    if change.moved_from and (was := part_of(reader, change.moved_from)) != found.part:
        return reader.say("{record}: “{sentence}” goes from “{before}” to “{after}”.", record=name, sentence=_inside(found.after), before=was, after=found.part)
    if change.path[-1] == "need" and (asked := _sentence_at(reader, after.get((change.kind, change.id)), change.path[:-1])):
        return reader.say("{record}: “{sentence}” goes from “{before}” to “{after}”.", record=name, sentence=_inside(asked), before=found.before,
                          after=found.after)
    if change.path[0] in ("gaps", "differs") and (one := _open(reader, change, name, found)):
        return one
    return _part(reader, change, name, found)


def _sentence_at(reader: Reader, here: Any, path: Path) -> str:
    """The sentence at a path of a record; nothing where something else stands there."""
    for step in path:
        here = here[step]
    return str(here.get(reader.language, "")) if isinstance(here, dict) else ""


def _whole(reader: Reader, change: Change, name: str) -> str:
    """A record that is new or out of use, with what takes its place."""
    if change.meaning == "new":
        return reader.say("New: {record}.", record=name)
    retired = change.after.get("retired") if isinstance(change.after, dict) else None
    by: Any = retired.get("replaced_by", ()) if isinstance(retired, dict) else ()
    heirs = [reader.text(one.name) for id in ([by] if isinstance(by, str) else by) if (one := getattr(reader.handbook, change.kind, {}).get(id))]
    if not heirs:
        return reader.say("{record} is out of use.", record=name)
    return reader.say("{record} is out of use; in its place: {heirs}.", record=name, heirs=reader.listed(heirs))


def _open(reader: Reader, change: Change, name: str, found: Told) -> str | None:
    """What is open now, or no longer."""
    if change.after is None and found.before:
        return reader.say("{record}, settled: {before}.", record=name, before=found.before)
    if change.before is None and found.after:
        return reader.say("{record}, to be settled: {after}.", record=name, after=found.after)
    return None


def _part(reader: Reader, change: Change, name: str, found: Told) -> str:
    """What came, went or changed within a record."""
    was, now = (text.rstrip("。.") for text in (found.before, found.after))
    part: Any = change.after if change.before is None else change.before
    if (change.before is None or change.after is None) and isinstance(part, dict) and any(key in part for key in POINTERS):
        return _listed(reader, reader.say(", ").join((name, found.part)), found.within, now or was, came=change.before is None)
    where = reader.say(", ").join(dict.fromkeys((name, found.part, *found.within)))
    if change.path[-1] == "for":
        return reader.say("{where}: no longer {before} alone.", where=where, before=was) if change.after is None else \
            reader.say("{where}: {after} alone.", where=where, after=now)
    if not was and not now:
        return reader.say("{where}: changed.", where=where)
    said = isinstance(part, dict) and "zh" in part
    if was and now:
        return _changed(reader, where, was, now, said=said)
    if now:
        return reader.say("{where}: now also “{after}”.", where=where, after=_inside(now))
    return reader.say("{where}: no longer “{before}”.", where=where, before=_inside(was))


def _listed(reader: Reader, where: str, within: Sequence[str], value: str, *, came: bool) -> str:
    """An indicator or a competency that was added or taken away, with its measure and its target or level."""
    beside = reader.say(", ").join([*within[1:], *([value] if value and value != reader.say("not stated") else [])])
    what = reader.say("{what} ({value})", what=within[0], value=beside) if beside else within[0]
    return reader.say("{where}: {what} is new.", where=where, what=what) if came else reader.say("{where}: no longer {what}.", where=where, what=what)


def _changed(reader: Reader, where: str, was: str, now: str, *, said: bool) -> str:
    """What stands now and what stood before; of a sentence, no more than the part that is another now."""
    if not said:
        return reader.say("{where}: {after}, previously {before}.", where=where, before=was, after=now)
    if replaced := _replaced(reader.language, was, now):
        return reader.say("{where}: “{after}”. It said “{part}” before.", where=where, after=_inside(now), part=_inside(replaced))
    if added := _replaced(reader.language, now, was).strip(",，、 "):
        return reader.say("{where}: “{after}”. New in it: “{part}”.", where=where, after=_inside(now), part=_inside(added))
    return reader.say("{where}: “{after}”, in place of “{before}”.", where=where, before=_inside(was), after=_inside(now))


def _replaced(language: Language, was: str, now: str) -> str:
    """The few words of a sentence that others took the place of, with the one that they cannot be read without; nothing where more than that changed."""
    old, new = PIECES.findall(was), PIECES.findall(now)
    start = next((number for number, (one, other) in enumerate(zip(old, new)) if one != other), min(len(old), len(new)))
    rest = min(len(old), len(new)) - start
    end = next((number for number, (one, other) in enumerate(zip(old[::-1], new[::-1])) if number == rest or one != other), rest)
    first, last = start, len(old) - end
    if not 0 < sum(not one.isspace() for one in old[first:last]) <= SHORT[language]:
        return ""
    if COUNTED.match(old[last - 1]):  # with what is counted, where that is no word of its own
        last += 1
    elif first and (last - first == 1 or old[first - 1] in LEANING):
        first -= 2 if old[first - 1].isspace() else 1
    return "".join(old[max(first, 0):last]).strip()


def _inside(text: str) -> str:
    """A sentence as it is quoted: with single marks for those it has."""
    return text.replace("“", "‘").replace("”", "’")
