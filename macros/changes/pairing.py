"""Which part of a list is which part of the list as it was: by id where parts have one, otherwise by what they say."""
from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

ALIKE = 0.5  # two sentences with so much in common are one that was rewritten
Pair = tuple[int | None, int | None]


def pairs(before: Sequence[object], after: Sequence[object]) -> list[Pair]:
    """Each part with its counterpart, by their numbers, in the order they stand in now; what is gone comes last."""
    left = dict(enumerate(before))
    found: dict[int, int] = {}
    for alike in (_equal, _same_name):
        for now, part in enumerate(after):
            was = next((number for number, old in left.items() if now not in found and alike(old, part)), None)
            if was is not None:
                found[now] = was
                del left[was]
    for _, was, now in sorted(_likely(left, {now: part for now, part in enumerate(after) if now not in found}), reverse=True):
        if was in left and now not in found:
            found[now] = was
            del left[was]
    return [*((found.get(now), now) for now in range(len(after))), *((was, None) for was in left)]


def _equal(one: object, other: object) -> bool:
    return one == other


def _same_name(one: object, other: object) -> bool:
    name = _name(one)
    return name is not None and name == _name(other)


def _name(part: object) -> tuple[object, ...] | None:
    """What a part is called: its id, or what it points at."""
    if not isinstance(part, dict):
        return None
    for keys in (("id",), ("kpi", "measure"), ("competency",), ("source",)):
        if keys[0] in part:
            return tuple(part.get(key) for key in keys)
    return None


def _likely(left: dict[int, object], right: dict[int, object]) -> Iterator[tuple[float, int, int]]:
    for was, old in left.items():
        for now, new in right.items():
            one, other = _said(old), _said(new)
            likeness = difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() if one and other else 0
            if likeness >= ALIKE:
                yield likeness, was, now


def _said(part: object) -> str:
    """The Chinese of a part, or of the first sentence in it."""
    if not isinstance(part, dict) or _name(part) is not None:
        return ""
    if isinstance(part.get("zh"), str):
        return str(part["zh"])
    return next((said for value in part.values() if (said := _said(value))), "")
