"""The moves, tracks and stages of this handbook, held to what those of every handbook must be."""
import pytest

from macros.comparison.onward import promotions
from macros.model.handbook import Handbook
from macros.pages.roles import role as role_view
from macros.views.reader import Reader
from macros.views.templates import printed
from macros.words.languages import LANGUAGES
from tests.generator.pages.test_paths import (  # noqa: F401  (the same tests, on this handbook)
    ROOT,
    test_a_move_says_what_stands_under_its_headings_and_no_more,
    test_a_number_of_conditions_says_what_they_are_wherever_it_stands,
    test_a_role_asks_of_those_promoted_to_it_all_that_the_move_asks,
    test_a_stage_has_signs_of_readiness_only_where_there_are_some_and_says_that_they_are_for_self_assessment,
    test_a_step_says_exactly_which_end_is_only_a_name,
    test_a_title_stands_apart_from_posts,
    test_no_count_is_none,
    test_no_destination_is_an_honour_another_employer_or_open_to_everyone,
    test_the_index_tells_every_move_once_and_counts_what_stands_below,
    test_what_comes_next_is_the_same_on_the_role_its_stage_the_map_and_in_comparisons,
)


@pytest.fixture(params=LANGUAGES)
def reader(request: pytest.FixtureRequest, handbook: Handbook) -> Reader:
    return Reader(handbook, request.param, ROOT)


def test_a_move_for_deputy_heads_alone_is_told_to_nobody_else(handbook):
    """The index and the search repeat the lead to everyone."""
    for move in handbook.used("moves"):
        if all(party.role == "deputy-head-of-marketing" for party in move.from_):
            for language, word in (("zh", "副部长"), ("en", "deputy head")):
                assert word in move.summary[language].lower() or word in move.name[language].lower(), move.id


def test_a_role_below_the_top_that_no_promotion_leads_on_from_says_that_this_is_not_said(handbook):
    *below, _ = handbook.stages
    for role in handbook.ordered_roles:
        led = promotions(Reader(handbook, "zh", ROOT), role)
        told = any("哪个岗位" in gap.missing.zh for gap in role.gaps)
        assert told == (role.stage in below and not led), role.id


def test_what_a_stage_asks_is_marked_nowhere_as_an_example_for_what_follows_these_words_alone(handbook):
    """The document says each of them and gives an example in brackets; lists side by side would otherwise differ without a reason to be seen."""
    items = [one for stage in handbook.used("stages") for one in (*stage.core_tasks, *stage.abilities, *stage.promotion_signals)]
    within = [one for one in items if one.zh.find("例如") > 0]
    assert len(within) > 10 and [one.zh for one in within if one.basis == "example"] == []


def test_several_to_compare_with_are_said_to_be_of_which_layer_or_stage(reader):
    """“The layer above” leaves open which one it is, and looks like the next stage."""
    cards = {one.id: role_view(reader, one.id)["card"]["reference"] for one in reader.handbook.ordered_roles}
    several = {id: one for id, one in cards.items() if one and len(one["roles"]) > 1}
    names = [reader.text(one.name) for kind in ("layers", "stages") for one in reader.handbook.used(kind)]
    unsaid = [id for id, one in several.items() if not any(name in printed("pages/role-card.html", "reference", one, reader.say) for name in names)]
    assert several and unsaid == []
