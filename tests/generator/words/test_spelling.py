"""Which word was likely meant."""
from __future__ import annotations

import pytest

from macros.words.spelling import nearest, one_slip_from


def test_a_slip_drops_doubles_or_swaps_a_letter():
    assert one_slip_from("abc") == {"bc", "ac", "ab", "aabc", "abbc", "abcc", "bac", "acb"}


@pytest.mark.parametrize("word, known, meant", [
    ("ne", ["note", "en"], "en"), ("nam", ["means", "name"], "name"), ("sorces", ["roles", "sources"], "sources"), ("wings", ["roles"], None),
])
def test_one_slip_is_nearer_than_many_letters_in_common(word, known, meant):
    assert nearest(word, known, 0.6) == meant
