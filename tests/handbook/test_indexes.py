"""The indexes of this handbook, held to what every index must be."""
import re

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


def test_every_promotion_of_the_list_asks_for_something(handbook):
    """The list says of its promotions that documents give their conditions."""
    assert [move.id for move in handbook.used("moves") if move.kind == "promotion" and not move.asks] == []


def test_what_the_company_pays_is_said_with_whom_it_pays_for(handbook):
    """The document for deputy heads grants it; whether others have it too is open. Policies say so above their rules."""
    granted = re.compile("公司(出|支付|报销)费用|费用由公司出|公司支持考取|成本由公司承担")
    for kind in ("kpis", "competencies", "terms", "roles", "stages", "moves"):
        for record in handbook.used(kind):
            for sentence in re.split("。", str(record.model_dump())):
                assert not granted.search(sentence) or "副部长" in sentence, (kind, record.id)
