"""Rules on what is said beside a value or a record: there is a place for it on some page."""
from __future__ import annotations

from collections.abc import Iterator

from macros.loading.folder import Loaded
from macros.model.reasons import Explaining
from macros.words.problems import Problem


def what_is_explained_is_there(loaded: Loaded) -> Iterator[Problem]:
    """A field whose value `basis_of` explains has one: else no page has a place for the explanation."""
    for kind, record in loaded.handbook.records():
        for field in record.explained_in_vain if isinstance(record, Explaining) else ():
            yield loaded.problem(kind, record.id, ("basis_of", field), f"“{field}”没有写，说明就没有地方印；把{field}写上，或删掉这条说明",
                                 f"“{field}” says nothing, so there is no place for its explanation; fill in {field}, or delete this entry", at_key=True)


def remarks_have_a_place(loaded: Loaded) -> Iterator[Problem]:
    """A team has no remark: pages name teams, and none tells of one."""
    for team in loaded.handbook.teams.values():
        if team.note:
            yield loaded.problem("teams", team.id, ("note",), "没有哪一页介绍团队，须知没有地方印；写到用得着它的岗位上，或删掉",
                                 "No page tells of a team, so there is no place for a remark; put it on the role it matters to, or delete it", at_key=True)
