"""What the handbook says of itself."""
from __future__ import annotations

from dataclasses import replace
from datetime import date

from macros.model.record import Retired
from macros.pages.about import about
from macros.views.reader import Reader


def test_a_team_that_is_retired_is_neither_listed_nor_counted(handbook):
    used = handbook.used("teams")
    gone = used[-1].model_copy(update={"retired": Retired(on=date(2026, 1, 1), replaced_by=(used[0].id,))})
    view = about(Reader(replace(handbook, teams={**handbook.teams, gone.id: gone}), "en", ""))
    assert gone.name.en not in view["teams"] and used[0].name.en in view["teams"]
    assert view["sections"]["teams"].count == str(len(used) - 1)
