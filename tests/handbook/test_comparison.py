"""Every two roles of this handbook, put together in the browser as in Python, and all that is said of them, held to its records."""
import re
from difflib import SequenceMatcher
from itertools import combinations, permutations

import pytest

from macros.comparison.browser_files import comparison_files
from macros.comparison.help import offers
from macros.comparison.help_view import entry, help_view
from macros.comparison.plan import conditions
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


@pytest.mark.parametrize(("language", "pattern"), [("zh", "见“{title}”"), ("en", "see “{title}”(?! on )")])
def test_a_comparison_points_at_no_section_that_it_has_not(handbook: Handbook, language, pattern) -> None:
    """A remark that stands on several pages names the page on which the section is."""
    about = [one.about[language] for found in handbook.differs_by_record.values() for one in found]
    titles = "|".join(map(re.escape, {Reader(handbook, language, "").say("Where the documents differ"), *about}))
    wrong = [(one.path, found) for one in comparison_files(handbook, language) for found in re.findall(pattern.format(title=f"(?:{titles})"), one.text)]
    assert len(about) > 5 and wrong == []


@pytest.mark.parametrize(("language", "said"), [("zh", "谁可以参加，待确认"), ("en", "who may take part is yet to be confirmed")])
def test_where_who_may_take_part_is_open_what_helps_says_so(handbook: Handbook, language, said) -> None:
    reader = Reader(handbook, language, "")
    assert said in handbook.moves["key-project"].summary[language].lower()
    (shown,) = (entry(reader, one, one.builds) for one in offers(handbook) if "key-projects" == getattr(one.of, "group", ""))
    assert [said in line["text"] for line in shown["lines"]] == [True]


@pytest.mark.parametrize(("language", "companies"), [("zh", ["一家科技企业", "一家电商企业"]), ("en", ["a technology company", "an e-commerce company"])])
def test_conditions_of_other_companies_are_said_to_be_theirs(handbook: Handbook, language, companies) -> None:
    (told,) = conditions(Reader(handbook, language, ""), [handbook.moves["marketing-specialist-to-marketing-manager"]])
    remarks = [line["why"]["said"] for asked in told["lists"] for line in asked["lines"]]
    assert [one in remark for one, remark in zip(companies, remarks, strict=True)] == [True, True]
