"""One step up: what a step or move leads to comes first, then the manager, then what follows from layer or stage."""
from __future__ import annotations

from dataclasses import replace

import pytest

from macros.checks import RULES
from macros.comparison.next_step import next_step
from macros.comparison.transition import climb, ways
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.model.record import Party
from macros.model.roles import Role
from tests.places import BAKERIES, DATA, SMALLEST


@pytest.fixture(scope="module")
def bakeries() -> Handbook:
    return load(BAKERIES, RULES)


def alone(handbook: Handbook, *changed: Role) -> Handbook:
    """The same handbook without tracks and moves, and with these roles as they are here."""
    return replace(handbook, tracks={}, moves={}, roles={**handbook.roles, **{one.id: one for one in changed}})


def step(handbook: Handbook, id: str) -> tuple[str, list[str]] | None:
    found = next_step(handbook, handbook.roles[id])
    return (found.ground, [one.id for one in found.roles]) if found else None


def test_a_step_or_a_promotion_comes_first(bakeries):
    assert step(bakeries, "baker") == ("way", ["shift-lead"]), "of two steps the one that leads to the manager"
    assert step(bakeries, "apprentice-baker") == ("way", ["baker"]), "of two that do not, the first"
    assert step(bakeries, "shift-lead") == ("way", ["shop-manager"]), "a promotion, where the track has only a name"


def test_a_move_to_the_side_is_no_step_up(bakeries):
    role = bakeries.roles["counter-assistant"]
    sideways = replace(bakeries, tracks={}, moves={id: one for id, one in bakeries.moves.items() if one.kind == "lateral"})
    assert any(way.origin is role for way in ways(sideways))
    assert step(sideways, role.id) == ("manager", ["counter-lead"])


def test_failing_that_it_is_the_manager(bakeries):
    assert step(bakeries, "recipe-developer") == ("manager", ["head-baker"]), "the next rung has only a name"


def test_failing_that_the_layer_above_and_then_the_next_stage(bakeries):
    free = {"reports_to": None}
    manager, baker = (bakeries.roles[id].model_copy(update=free) for id in ("shop-manager", "baker"))
    assert step(alone(bakeries, manager), manager.id) == ("layer", ["head-baker"])
    ground, found = step(alone(bakeries, baker), baker.id)
    assert ground == "layer" and len(found) > 1 and next_step(alone(bakeries, baker), baker).role is None
    unplaced = baker.model_copy(update={"layer": None})
    assert step(alone(bakeries, unplaced), baker.id)[0] == "stage"


def test_at_the_top_and_out_of_use_there_is_no_step(bakeries):
    assert step(bakeries, "head-baker") is None
    gone = next(role for role in bakeries.roles.values() if role.retired)
    assert next_step(bakeries, gone) is None


def test_a_manager_who_is_only_a_name_is_no_step(bakeries):
    baker = bakeries.roles["baker"].model_copy(update={"reports_to": Party(post="owner")})
    assert step(alone(bakeries, baker), "baker")[0] != "manager"


@pytest.mark.parametrize("data", [DATA, BAKERIES, SMALLEST], ids=lambda path: path.parent.name)
def test_every_step_of_every_role_leads_to_others_in_use_and_those_derived_to_a_higher_stage(data):
    handbook = load(data, RULES)
    for role in handbook.roles.values():
        found = next_step(handbook, role)
        if found:
            assert role not in found.roles and not any(one.retired for one in found.roles)
            assert found.ground in ("layer", "stage") or len(found.roles) == 1
            if found.ground in ("layer", "stage"):
                assert all(climb(handbook, role, one).rises for one in found.roles)
