"""The map of this handbook, held to what every map must be."""
import pytest

from macros.career_map.page import PAPER, SCREEN, Format
from macros.model.handbook import Handbook
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES
from tests.generator.career_map.test_map import (  # noqa: F401  (the same tests, on this handbook)
    test_every_name_fits_where_it_stands,
    test_every_step_and_move_is_in_the_picture,
    test_everyone_stands_under_their_stage_and_in_the_row_of_a_ladder_or_layer_of_theirs,
    test_nothing_on_a_role_s_small_map_overlaps,
    test_nothing_on_the_map_overlaps_and_no_line_crosses_a_box,
    test_the_list_leaves_nothing_out,
)
from tests.generator.career_map.test_map_links import (  # noqa: F401
    test_a_role_lists_every_way_once_and_what_is_open_to_everyone_apart,
    test_everything_drawn_leads_somewhere,
    test_only_ways_to_posts_are_drawn,
    test_the_legend_shows_what_is_drawn,
    test_what_has_no_page_leads_to_its_move_or_where_its_moves_are_named,
    test_who_is_no_destination_stands_apart_and_not_among_them,
)


@pytest.fixture(params=LANGUAGES)
def reader(request: pytest.FixtureRequest, handbook: Handbook) -> Reader:
    return Reader(handbook, request.param, "../../")


@pytest.fixture(params=["screen", "paper"])
def format(request: pytest.FixtureRequest, reader: Reader) -> Format:
    return (SCREEN if request.param == "screen" else PAPER)[reader.language]
