"""Every two roles of this handbook, put together in the browser as in Python, and all that is said of them, held to its records."""
import pytest

from macros.model.handbook import Handbook
from tests.generator.comparison.test_pairs import (  # noqa: F401  (the same test, on this handbook)
    test_every_pair_of_roles_is_put_together_in_the_browser_as_in_python,
)
from tests.generator.comparison.test_statements import (  # noqa: F401
    test_every_plan_says_what_is_true,
    test_every_two_roles_and_many_sets_stand_side_by_side_as_they_are,
    test_every_two_stages_stand_side_by_side_as_they_are,
    test_only_what_a_document_states_is_called_required,
)


@pytest.fixture(scope="module")
def houses(handbook: Handbook) -> list[Handbook]:
    return [handbook]
