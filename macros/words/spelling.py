"""How near a word is to another that was likely meant."""
from __future__ import annotations

import difflib
from collections.abc import Iterable


def one_slip_from(word: str) -> set[str]:
    """What a word becomes with one letter dropped, doubled or swapped with the next."""
    places = range(len(word))
    return {f"{word[:at]}{word[at + 1:]}" for at in places} | {f"{word[:at]}{word[at]}{word[at:]}" for at in places} \
        | {f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2:]}" for at in places[:-1]}


def nearest(word: str, known: Iterable[str], least: float) -> str | None:
    """The known word that one slip turns into this one; else the one most like it, if they have at least that share in common."""
    listed = list(known)
    slipped = [one for one in listed if one != word and word in one_slip_from(one)]
    near = slipped or difflib.get_close_matches(word, listed, 1, least)
    return near[0] if near else None
