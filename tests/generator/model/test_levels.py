"""A level that the editors wrote says so wherever its sentences stand."""
from __future__ import annotations

import pytest

from macros.model.competencies import LevelDescriptor
from macros.model.record import Item

LINES = (Item(zh="一", en="One"), Item(zh="二", en="Two", basis="example"))


@pytest.mark.parametrize(("basis", "marks"), [
    ("stated", ["stated", "example"]),
    ("inferred", ["stated", "example"]),  # what a role asks is marked as inferred where its levels stand
    ("editorial", ["editorial", "example"]),
])
def test_sentences_of_a_level_the_editors_wrote_say_so_away_from_its_heading(basis, marks):
    assert [one.basis for one in LevelDescriptor(basis=basis, can=LINES).alone] == marks
