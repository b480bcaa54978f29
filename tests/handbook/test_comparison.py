"""Every two roles of this handbook, put together in the browser as in Python, and all that is said of them, held to its records."""
from difflib import SequenceMatcher
from itertools import combinations, permutations

import pytest

from macros.comparison.help_view import help_view
from macros.comparison.transition import climb, documented, transition
from macros.model.handbook import Handbook
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_helps_on_a_way_says_nothing_twice_in_other_words(handbook: Handbook, language) -> None:
    reader, pairs = Reader(handbook, language, ""), set()
    for origin, target in permutations(handbook.ordered_roles, 2):
        if not climb(handbook, origin, target).falls:
            found = help_view(reader, transition(handbook, origin, target), documented(handbook, origin, target).moves)
            lines = [line["text"] for part in ("entries", "along") for entry in (found or {}).get(part, ()) for line in entry["lines"]]
            pairs.update(combinations(lines, 2))
    assert pairs and not [pair for pair in pairs if SequenceMatcher(None, *pair).ratio() > 0.55]
