"""The gap between somebody and the roles of this handbook is found in the browser as in the model, for every two roles."""
from __future__ import annotations

from tests.generator.path.profiles import all_are_equal


def test_gaps_of_all_roles_are_found_as_in_the_model(handbook):
    assert all_are_equal(handbook) == 20 * (1 + 19 * 4)
