"""The lock knows pairs by what they say, wherever they stand, and tells which half of a pair was changed."""
from __future__ import annotations

import random

from macros.loading import translations
from macros.loading.document import Document
from macros.loading.translations import half, in_order, lock, rest, state, written


def document(*texts: tuple[str, str]) -> Document:
    """A file with these pairs, one below the other."""
    return Document("data/a.yml", {"items": [{"zh": zh, "en": en} for zh, en in texts]})


def halves(*texts: tuple[str, str]) -> frozenset[tuple[str, str]]:
    return frozenset((half(zh), half(en)) for zh, en in texts)


def said(confirmed: list[tuple[str, str]], now: list[tuple[str, str]]) -> list[tuple[str, str, bool]]:
    """What is behind: the half that was changed, what it says, and whether the one that stayed still stands elsewhere with its own."""
    return [
        (one.changed, one.pair.text[one.changed], one.elsewhere is not None)
        for one in state([document(*now)], halves(*confirmed)).behind
    ]


def test_the_half_that_was_changed_is_known_by_the_one_that_stayed():
    assert said([("面包", "bread")], [("面包", "bread")]) == []
    assert said([("面包", "bread")], [("面包", "loaf")]) == [("en", "loaf", False)]
    assert said([("面包", "bread")], [("点心", "bread")]) == [("zh", "点心", False)]
    assert said([("面包", "bread")], [("点心", "cake")]) == []


def test_a_known_half_beside_another_half_is_no_change_where_its_own_still_stands():
    assert said([("面包", "bread")], [("面包", "bread"), ("面包", "loaf")]) == [("en", "loaf", True)]


def test_of_two_known_halves_the_one_whose_own_is_gone_stayed():
    confirmed = [("面包", "bread"), ("点心", "cake")]
    assert said(confirmed, [("面包", "bread"), ("面包", "cake")]) == [("zh", "面包", False)]
    assert said(confirmed, [("面包", "cake"), ("点心", "cake")]) == [("en", "cake", False)]


def test_where_a_pair_stands_does_not_matter():
    confirmed = [(f"第{number}句", f"sentence {number}") for number in range(50)]
    moved = random.Random(1).sample(confirmed, 50)
    now = state([document(*moved)], halves(*confirmed))
    assert (len(now.held), now.new, now.behind) == (50, (), ())


def test_a_lock_has_the_same_bytes_for_the_same_pairs():
    pairs = halves(("面包", "bread"), ("点心", "cake"))
    assert written(pairs) == written(sorted(pairs, reverse=True)) == written(rest(written(pairs)))
    assert rest(written(pairs).replace(b"\n", b"\r\n")) == pairs


def test_what_tells_of_a_change_stays_in_the_lock_and_what_tells_nothing_goes():
    confirmed = halves(("面包", "bread"), ("点心", "cake"))
    now = state([document(("面包", "loaf"), ("新", "new"))], confirmed)
    assert in_order(confirmed, now) == halves(("面包", "bread"), ("新", "new"))


def read(raw: bytes) -> tuple[frozenset[tuple[str, str]] | None, list[str]]:
    problems: list[translations.Problem] = []
    found = lock({"translations.lock": raw}, "data", problems)
    return found, [f"{one.file}:{one.line} {one.en[:12]}" for one in problems]


def test_a_lock_that_cannot_be_relied_on_says_so_once():
    whole = written(halves(("面包", "bread"), ("点心", "cake")))
    first, second = whole.decode().splitlines()[2:]
    assert read(whole) == (halves(("面包", "bread"), ("点心", "cake")), [])
    assert read(b"") == (frozenset(), [])
    assert read(f"{first}\nxyz\n12\n{second}\n".encode()) == (None, ["data/translations.lock:2 This line is"])
    conflict = f"<<<<<<< HEAD\n{first}\n=======\n{second}\n>>>>>>> other\n".encode()
    assert read(conflict) == (None, ["data/translations.lock:1 A mark of a "])
    assert rest(conflict) == rest(whole)
    assert lock({}, "data", []) is None
