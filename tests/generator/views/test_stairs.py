"""The mark of a level has as many bars as there are levels, and shades go from the lightest to the deepest."""
from __future__ import annotations

import re

import pytest

from macros.views.stairs import HEIGHT, SHADES, WIDTH, bars, cells, shade

COUNTS = range(2, 8)
BAR = re.compile(r"M(\d*\.?\d+) ?(\d*\.?\d+)h(\d*\.?\d+)v(\d*\.?\d+)(?:H|h-)")


@pytest.mark.parametrize("of", COUNTS)
def test_a_mark_has_a_bar_for_each_level_filled_up_to_its_own(of):
    for step in range(1, of + 1):
        assert [len(BAR.findall(part)) for part in bars(step, of)] == [step, of - step]


@pytest.mark.parametrize("of", COUNTS)
def test_bars_rise_from_left_to_right_within_the_drawing(of):
    found = [tuple(map(float, bar)) for bar in BAR.findall(bars(of, of)[0])]
    assert [bar[0] for bar in found] == sorted({bar[0] for bar in found}) and [bar[3] for bar in found] == sorted({bar[3] for bar in found})
    assert all(left + wide <= WIDTH + 0.05 and abs(top + high - HEIGHT) < 0.02 for left, top, wide, high in found)


@pytest.mark.parametrize("of", COUNTS)
def test_shades_deepen_from_the_lightest_to_the_deepest(of):
    found = [shade(step, of) for step in range(1, of + 1)]
    assert found == sorted(found) and (found[0], found[-1]) == (1, SHADES)


def test_a_stair_of_one_step_has_the_lightest_shade():
    assert shade(1, 1) == 1


@pytest.mark.parametrize(("step", "other", "counts"), [(2, 0, (2, 0, 2)), (2, 3, (2, 1, 1)), (1, 4, (1, 3, 0)), (3, 1, (3, 0, 1)), (4, 4, (4, 0, 0))])
def test_a_row_of_cells_shows_a_level_what_another_has_beyond_it_and_the_rest(step, other, counts):
    found = cells(step, other, 4)
    assert tuple(found[part].count("M") for part in ("done", "ghost", "rest")) == counts
