"""A practice's page: what applies here stands apart from what others do."""
from __future__ import annotations

from dataclasses import replace

import pytest

from macros.loading.folder import load
from macros.model.practices import PracticeGroup
from macros.model.record import Note
from macros.pages.practices import practice
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES, Text
from tests.places import BAKERY


def group(**fields: object) -> PracticeGroup:
    line = {"zh": "每天擦一次烤炉", "en": "Clean the oven every day", "basis": "example"}
    return PracticeGroup(name=Text(zh="擦烤炉", en="Cleaning the oven"), items=(line, line), basis="example", **fields)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_another_company_does_has_a_heading_of_its_own_that_says_it_is_an_example(language):
    handbook = load(BAKERY, ())
    found = next(iter(handbook.practices.values()))
    groups = {"ours": group(), "theirs": group(elsewhere=True, note=Note(zh="旧店的办法", en="The old shop’s way"))}
    other = replace(handbook, practices={found.id: found.model_copy(update={"groups": groups})})
    reader = Reader(other, language, "../../../")
    view = practice(reader, found.id)
    (ours,), (theirs,) = view["groups"], view["elsewhere"]
    assert list(view["sections"]).index("elsewhere") == list(view["sections"]).index("rules") + 1
    assert ours["id"] == "rule-ours" and ours["why"]["name"].lower() == reader.word("basis", "example").lower(), "said once, at the heading"
    assert theirs["id"] == "rule-theirs" and theirs["why"]["mark"] == reader.word("mark", "note"), "the section says that it is an example"
    assert [line["why"] for line in (*ours["lines"], *theirs["lines"])] == [None] * 4
