"""The script that puts two roles together says the same as Python, for every pair and in every field."""
from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from macros.checks import RULES
from macros.comparison import browser_files, gap, plan, standing
from macros.comparison.transition import climb
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES, Language
from tests.generator.comparison.dealing import dealt
from tests.generator.comparison.pairs import Plans, in_python, in_the_browser
from tests.places import BAKERIES, BAKERY


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pair_of_roles_is_put_together_in_the_browser_as_in_python(handbook, language):
    all_are_equal(handbook, language)


@pytest.fixture(scope="module")
def hands() -> list[Handbook]:
    """The bakery dealt anew, with nothing that may help, with little and with much."""
    return [dealt(load(BAKERIES, RULES), load(BAKERY, RULES), offers) for offers in (0, 11, 61)]


@pytest.mark.parametrize("most", [browser_files.LARGEST, 0])
@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_the_roles_and_the_help_all_that_can_be_said_is_said_alike(hands, language, most, monkeypatch):
    monkeypatch.setattr(browser_files, "LARGEST", most)
    said = json.dumps([[*all_are_equal(hand, language).values()] for hand in hands], ensure_ascii=False)
    assert [one for one in sayings(Reader(hands[0], language, "")) if not re.search(one, said)] == []
    assert any(is_shorter_by_document(hand) for hand in hands), "and what must not be said of a list that a document states"


def is_shorter_by_document(hand: Handbook) -> bool:
    """Whether some way up leads to a role for which a document states fewer competencies."""
    roles = hand.ordered_roles
    return any(
        climb(hand, origin, target).rises and len(target.competencies) < len(origin.competencies) and target.competencies_basis.basis == "stated"
        for origin in roles for target in roles if origin is not target
    )


def sayings(reader: Reader) -> Iterator[str]:
    """All that is put together from words for a way, as expressions to search for."""
    def within(found: object) -> Iterator[str]:
        if isinstance(found, dict):
            for one in found.values():
                yield from within(one)
        else:
            yield re.sub(r"\\\{\w+\\\}", "[^\"]+", re.escape(str(found)))

    forms = {key: one for key, one in gap.forms(reader).items() if key not in ("comma", "semicolon", "whole")}
    for words in (standing.sentences(reader), forms, plan.titles(reader), plan.words(reader)["essential"]):
        yield from within(words)


def all_are_equal(handbook: Handbook, language: Language) -> Plans:
    made, right = in_the_browser(handbook, language), in_python(handbook, language)
    number = len(handbook.ordered_roles)
    assert made.keys() == right.keys() and len(right) == number * (number - 1)
    wrong = [
        f"{origin} → {target}, {field}:\n  browser {made[origin, target].get(field)}\n  Python  {value}"
        for (origin, target), plan in right.items() for field, value in plan.items() if made[origin, target].get(field) != value
    ]
    assert not wrong, "\n".join([f"{len(wrong)} fields of {len(right)} plans differ", *wrong[:3]])
    assert made == right, "and nothing more"
    return right
