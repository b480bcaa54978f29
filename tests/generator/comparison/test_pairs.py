"""The script that puts two roles together says the same as Python, for every pair and in every field."""
from __future__ import annotations

import pytest

from macros.model.handbook import Handbook
from macros.words.languages import LANGUAGES, Language
from tests.generator.comparison.pairs import in_python, in_the_browser


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pair_of_roles_is_put_together_in_the_browser_as_in_python(handbook, language):
    all_are_equal(handbook, language)


def all_are_equal(handbook: Handbook, language: Language) -> None:
    made, right = in_the_browser(handbook, language), in_python(handbook, language)
    number = len(handbook.ordered_roles)
    assert made.keys() == right.keys() and len(right) == number * (number - 1)
    wrong = [
        f"{origin} → {target}, {field}:\n  browser {made[origin, target].get(field)}\n  Python  {value}"
        for (origin, target), plan in right.items() for field, value in plan.items() if made[origin, target].get(field) != value
    ]
    assert not wrong, "\n".join([f"{len(wrong)} fields of {len(right)} plans differ", *wrong[:3]])
    assert made == right, "and nothing more"
