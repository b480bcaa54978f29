"""The indexes of this handbook, held to what every index must be."""
from tests.generator.pages.test_indexes import (  # noqa: F401  (the same tests, on this handbook)
    test_a_move_says_what_is_known_of_its_end_and_that_all_count_only_over_several,
    test_a_role_page_counts_an_indicator_once,
    test_a_role_that_no_kpi_measures_can_be_chosen_and_says_so,
)


def test_what_the_documents_write_for_deputy_heads_is_promised_to_nobody_else(handbook):
    """A lead is repeated on many pages and in the search, without the line on whom the practice applies to."""
    for practice in handbook.used("practices"):
        for language, word in (("zh", "副部长"), ("en", "deputy head")):
            if practice.applies_to and word in practice.applies_to[language].lower():
                assert word in practice.summary[language].lower(), practice.id
