"""What follows from reading references backwards."""
from __future__ import annotations


def test_related_roles_are_derived_from_shared_competencies(handbook):
    for role in handbook.roles.values():
        own = {one.competency for one in role.competencies}
        for other, shared in handbook.related_roles(role):
            assert set(shared) == own & {one.competency for one in other.competencies} and shared
