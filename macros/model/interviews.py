"""What the interview for a role is about."""
from __future__ import annotations

from collections.abc import Mapping

from macros.model.competencies import Competency
from macros.model.roles import Requirement, Role


def asked_in_interviews(role: Role, competencies: Mapping[str, Competency]) -> tuple[Requirement, ...]:
    """The essential competencies of a role in use for whose level there are questions."""
    if role.retired:
        return ()
    return tuple(one for one in role.competencies if one.need == "essential" and competencies[one.competency].levels[one.level].questions)
