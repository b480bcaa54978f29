"""Which way a figure or a sentence moved."""
from __future__ import annotations

import pytest

from macros.changes.bars import of_figures, of_sentences, of_spans

AT_LEAST, AT_MOST, PERCENT = {"comparator": ">=", "unit": "item"}, {"comparator": "<=", "unit": "hour"}, {"comparator": "<=", "unit": "percent"}


@pytest.mark.parametrize("before, after, way", [
    ({**AT_LEAST, "value": "50"}, {**AT_LEAST, "value": "60"}, 1),
    ({**AT_LEAST, "value": "50"}, {**AT_LEAST, "value": "9"}, -1),
    ({**AT_MOST, "value": "24"}, {**AT_MOST, "value": "12"}, 1),
    ({**AT_MOST, "value": "24"}, {"comparator": "<=", "unit": "day", "value": "1"}, 0),
    ({**AT_MOST, "value": "24"}, {"comparator": "<=", "unit": "minute", "value": "30"}, 1),
    ({**AT_LEAST, "value": "1:5"}, {**AT_LEAST, "value": "1:6"}, 1),
    ({**PERCENT, "change": "decrease", "value": "10"}, {**PERCENT, "change": "decrease", "value": "20"}, 1),
    ({**PERCENT, "change": "increase", "value": "10"}, {**PERCENT, "change": "increase", "value": "5"}, 1),
    ("not-stated", {**AT_LEAST, "value": "50"}, 1),
    ({**AT_LEAST, "value": "50"}, "not-stated", -1),
    ({**AT_LEAST, "value": "50"}, {**AT_MOST, "value": "60"}, None),
    ({**AT_LEAST, "value": "50", "period": "month"}, {**AT_LEAST, "value": "50", "period": "year"}, None),
    ({"frequency": {"times": "1", "every": "month"}}, {"frequency": {"times": "1", "every": "week"}}, 1),
    ({"frequency": {"times": "2", "every": "week"}}, {"frequency": {"times": "1", "every": "week"}}, -1),
    ({"deadline": {"within": "3", "unit": "day"}}, {"deadline": {"within": "2", "unit": "day"}}, 1),
])
def test_a_figure_asks_for_more_for_less_or_nobody_can_say(before, after, way):
    assert of_figures(before, after) == way


@pytest.mark.parametrize("before, after, way", [
    ({"within": "24", "unit": "hour"}, {"within": "12", "unit": "hour"}, 1),
    ({"within": "1", "unit": "day"}, {"within": "30", "unit": "hour"}, -1),
    ({"at_least": "2", "unit": "year"}, {"at_least": "3", "unit": "year"}, 1),
    (None, {"within": "12", "unit": "hour"}, 1),
    ({"within": "12", "unit": "hour"}, {"at_least": "12", "unit": "hour"}, None),
])
def test_a_shorter_time_limit_asks_for_more(before, after, way):
    assert of_spans(before, after) == way


@pytest.mark.parametrize("before, after, way", [
    ("每周巡店至少3家", "每周巡店至少5家", 1), ("24小时内回复", "12小时内回复", 1), ("不超过10件", "不超过20件", -1), ("每周巡店3家", "每周到店3家", 0),
    ("烤300～500个", "烤500～300个", 0), ("每周巡店3家", "每周巡店5家", None), ("至少3家，2天内", "至少5家，1天内", None), ("带1人，例如1年", "带1人", 0),
])
def test_a_sentence_is_read_by_its_figures_and_the_words_beside_them(before, after, way):
    assert of_sentences({"zh": before, "en": ""}, {"zh": after, "en": ""}) == way
