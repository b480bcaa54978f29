"""Figures stand as the two style guides say, in the units, currencies and occasions of whatever handbook it is."""
from __future__ import annotations

from dataclasses import replace

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.figures import Figure
from macros.model.kpis import Measure
from macros.model.vocabularies import Currency, Occasion, Unit
from macros.views import figure_phrases, figures
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES
from tests.places import BAKERY

AFTER = {
    "loaf": ("个面包", "loaf", "loaves"), "item": ("项", "item", "items"), "report": ("份", "report", "reports"), "person": ("人", "person", "people"),
    "point": ("分", "point", "points"), "minute": ("分钟", "minute", "minutes"), "hour": ("小时", "hour", "hours"), "month": ("个月", "month", "months"),
    "year": ("年", "year", "years"), "multiple": ("倍", "times", "times"),
}
COUNTS = {"loaf": "things", "item": "things", "report": "things", "person": "things", "minute": "time", "hour": "time", "month": "time", "year": "time",
          "multiple": "multiple"}
SIGNS = {"percent": ("百分比", "percent", "%"), "degree": ("度", "degrees", "°C")}
BARE = {"ratio": ("比值", "ratio"), "index": ("指数", "index")}
MONEY = {"CNY": ("元", "CNY"), "EUR": ("欧元", "euros"), "JPY": ("日元", "yen")}


def entry(id: str, zh: str, en: str) -> dict[str, object]:
    """What every entry of units.yml has."""
    return {"id": id, "file": "data/units.yml", "name": {"zh": zh, "en": en}}


@pytest.fixture(scope="module")
def readers() -> list[Reader]:
    """A Chinese and an English reader of a handbook with these units, three currencies and one occasion."""
    units = {
        **{id: Unit(**entry(id, zh, plural), after={"zh": zh, "en": en, "plural": plural}, counts=COUNTS.get(id)) for id, (zh, en, plural) in AFTER.items()},
        **{id: Unit(**entry(id, zh, en), sign=sign) for id, (zh, en, sign) in SIGNS.items()},
        **{id: Unit(**entry(id, zh, en)) for id, (zh, en) in BARE.items()},
    }
    currencies = {id: Currency(**entry(id, *name)) for id, name in MONEY.items()}
    occasions = {"oven": Occasion(**entry("oven", "每炉", "per oven"))}
    handbook = replace(load(BAKERY, RULES), units=units, currencies=currencies, occasions=occasions)
    return [Reader(handbook, language, "") for language in LANGUAGES]


def figure(**fields: object) -> Figure:
    """A figure as the data writes it: `from_` stands for `from`."""
    return Figure.model_validate({key.rstrip("_"): value for key, value in fields.items()})


@pytest.mark.parametrize("fields, zh, en", [
    # a comparison beside a number, by what the unit counts
    ({"comparator": ">=", "value": "30", "unit": "percent"}, "30%以上", "at least 30%"),
    ({"comparator": ">", "value": "85", "unit": "percent"}, "超过85%", "more than 85%"),
    ({"comparator": "<=", "value": "15", "unit": "percent"}, "不超过15%", "at most 15%"),
    ({"comparator": "<", "value": "30", "unit": "percent"}, "低于30%", "below 30%"),
    ({"comparator": "=", "value": "12345.60", "unit": "percent"}, "12,345.60%", "12,345.60%"),
    ({"comparator": "within", "value": "5", "unit": "percent"}, "±5%以内", "±5%"),
    ({"comparator": "<", "value": "210", "unit": "degree"}, "低于210°C", "below 210°C"),
    ({"comparator": "<=", "value": "24", "unit": "hour"}, "24小时内", "within 24 hours"),
    ({"comparator": "<", "value": "1", "unit": "hour"}, "不足1小时", "less than 1 hour"),
    ({"comparator": ">=", "value": "48", "unit": "hour"}, "48小时以上", "at least 48 hours"),
    ({"comparator": ">", "value": "60", "unit": "minute"}, "超过60分钟", "more than 60 minutes"),
    ({"comparator": "=", "value": "1.5", "unit": "hour"}, "1.5小时", "1.5 hours"),
    ({"comparator": ">=", "value": "1", "unit": "loaf"}, "1个面包以上", "at least 1 loaf"),
    ({"comparator": ">=", "value": "40", "unit": "loaf"}, "40个面包以上", "at least 40 loaves"),
    ({"comparator": ">=", "value": "0.5", "unit": "loaf"}, "0.5个面包以上", "at least 0.5 loaves"),
    ({"comparator": "<", "value": "3", "unit": "loaf"}, "不足3个面包", "fewer than 3 loaves"),
    ({"comparator": "<=", "value": "3", "unit": "loaf"}, "不超过3个面包", "at most 3 loaves"),
    ({"value": "100", "unit": "not-stated"}, "100", "100"),
    ({"comparator": ">=", "value": "12000", "unit": "person"}, "1.2万人以上", "at least 12,000 people"),
    ({"comparator": ">=", "value": "2000000", "unit": "person"}, "200万人以上", "at least 2 million people"),
    ({"comparator": ">=", "value": "120", "unit": "index"}, "不低于120", "at least 120"),
    ({"comparator": "<", "value": "1.2", "unit": "multiple"}, "低于1.2", "below 1.2"),
    ({"comparator": "<=", "value": "500", "unit": "CNY"}, "不超过500元", "at most CNY 500"),
    ({"comparator": "<=", "value": "30000", "unit": "CNY"}, "不超过3万元", "at most CNY 30,000"),
    ({"comparator": "<=", "value": "5000000", "unit": "CNY"}, "不超过500万元", "at most CNY 5 million"),
    ({"comparator": "<=", "value": "50000", "unit": "EUR"}, "不超过5万欧元", "at most EUR 50,000"),
    ({"comparator": "<=", "value": "19.90", "unit": "EUR"}, "不超过19.90欧元", "at most EUR 19.90"),
    ({"comparator": "<=", "value": "100000000", "unit": "JPY"}, "不超过1亿日元", "at most JPY 100 million"),
    # spend to return: the order is said where the figure stands
    ({"comparator": ">=", "value": "1:5", "unit": "ratio"}, "不低于5倍（投入1、产出5）", "at least 5 times the spend (1 spent, 5 back)"),
    ({"comparator": "<", "value": "2:5", "unit": "ratio"}, "投入2、产出低于5", "below 5 back for each 2 spent"),
    # what a figure is measured against
    ({"comparator": "within", "value": "5", "unit": "percent", "baseline": "budget"}, "预算的±5%以内", "±5% of budget"),
    ({"comparator": ">=", "value": "10", "unit": "percent", "baseline": "budget"}, "比预算高10%以上", "at least 10% above budget"),
    ({"comparator": ">", "value": "20", "unit": "percent", "baseline": "budget"}, "超出预算20%", "more than 20% above budget"),
    ({"comparator": "<=", "value": "5", "unit": "percent", "baseline": "budget"}, "比预算高不超过5%", "at most 5% above budget"),
    ({"change": "above", "comparator": ">", "value": "30", "unit": "percent", "baseline": "expectation"}, "超出预期30%", "more than 30% above expectation"),
    ({"change": "above", "comparator": ">=", "value": "50", "unit": "percent", "baseline": "industry-average"},
     "比行业均值高50%以上", "at least 50% above the industry average"),
    ({"change": "increase", "comparator": ">=", "value": "50", "unit": "percent", "baseline": "industry-average"},
     "比行业均值高50%以上", "at least 50% above the industry average"),
    ({"comparator": ">=", "value": "1.5", "unit": "multiple", "baseline": "industry-average"},
     "不低于行业均值的1.5倍", "at least 1.5 times the industry average"),
    ({"comparator": ">=", "value": "90", "unit": "percent", "baseline": "goal"}, "不低于目标的90%", "at least 90% of the goal"),
    ({"comparator": "=", "value": "10", "unit": "percent", "baseline": "appraisal"}, "考核总分的10%", "10% of the appraisal score"),
    ({"comparator": ">=", "reference": "industry-benchmark"}, "不低于行业基准", "at least the industry benchmark"),
    ({"comparator": "<=", "reference": "industry-average"}, "不高于行业均值", "no higher than the industry average"),
    ({"comparator": "<", "reference": "budget"}, "低于预算", "below the budget"),
    ({"comparator": ">", "reference": "industry-average"}, "高于行业均值", "above the industry average"),
    ({"comparator": ">=", "reference": "goal"}, "不低于目标值（没有写是多少）", "at least the target (no figure given)"),
    # what is to change
    ({"change": "increase", "comparator": ">=", "value": "50", "unit": "percent", "baseline": "not-stated"}, "提高50%以上", "up at least 50%"),
    ({"change": "increase", "value": "15", "unit": "percent", "baseline": "previous-year"}, "比上年提高15%", "up 15% on the year before"),
    ({"change": "decrease", "comparator": ">", "value": "15", "unit": "percent", "baseline": "previous-month"},
     "比上月降低超过15%", "down more than 15% on the month before"),
    ({"change": "shorten", "comparator": ">=", "value": "30", "unit": "percent"}, "缩短30%以上", "at least 30% shorter"),
    ({"change": "shorten", "comparator": ">=", "value": "30", "unit": "percent", "baseline": "previous-year"},
     "比上年缩短30%以上", "at least 30% shorter than the year before"),
    ({"change": "net", "comparator": ">=", "value": "10000", "unit": "person", "period": "month"},
     "每月净增1万人以上", "at least 10,000 net new people a month"),
    # so many in a stretch of time, out of so many, for so long
    ({"comparator": ">=", "value": "50", "unit": "report", "period": "month"}, "每月50份以上", "at least 50 reports a month"),
    ({"comparator": ">=", "value": "30", "unit": "percent", "period": "month"}, "30%以上", "at least 30%"),
    ({"comparator": ">=", "value": "3", "unit": "report", "out_of": "5"}, "5份里至少3份", "at least 3 of every 5 reports"),
    ({"comparator": "<=", "value": "1", "unit": "report", "out_of": "100", "period": "month"}, "100份里至多1份", "at most 1 of every 100 reports"),
    ({"comparator": "<", "value": "1.2", "unit": "multiple", "lasting": {"times": "2", "period": "month"}},
     "连续2个月低于1.2", "below 1.2 for 2 months running"),
    ({"comparator": ">=", "value": "8", "unit": "point", "scale": "not-stated"}, "8分以上", "at least 8 points"),
    ({"comparator": ">=", "value": "4.5", "unit": "point", "scale": "5"}, "4.5分以上（满分5分）", "at least 4.5 out of 5 points"),
    ({"comparator": "<", "value": "1", "unit": "multiple", "means": {"zh": "没有收回投入", "en": "spend not recovered"}},
     "低于1（没有收回投入）", "below 1 (spend not recovered)"),
    ({"from_": "3", "to": "5", "unit": "percent"}, "3～5%", "3–5%"),
    ({"from_": "6", "to": "12", "unit": "month"}, "6～12个月", "6–12 months"),
    ({"from_": "10000", "to": "30000", "unit": "person"}, "1万～3万人", "10,000–30,000 people"),
    ({"from_": "300", "to": "500", "unit": "CNY"}, "300～500元", "CNY 300–500"),
    ({"from_": "1", "to": "5", "unit": "EUR"}, "1～5欧元", "EUR 1–5"),
    ({"from_": "1", "to": "2", "unit": "loaf"}, "1～2个面包", "1–2 loaves"),
    ({"before": "3", "after": "1", "unit": "month"}, "从3个月到1个月", "from 3 months to 1 month"),
    ({"before": "30", "after": "45", "unit": "percent"}, "从30%到45%", "from 30% to 45%"),
    ({"before": "300", "after": "450", "unit": "EUR"}, "从300欧元到450欧元", "from EUR 300 to EUR 450"),
    ({"before": "1000000", "after": "5000000", "unit": "CNY"}, "从100万元到500万元", "from CNY 1 million to CNY 5 million"),
    ({"deadline": {"within": "30", "unit": "minute"}}, "30分钟内", "within 30 minutes"),
    ({"deadline": {"at_least": "1", "unit": "year"}}, "至少1年", "at least 1 year"),
    ({"lead_time": {"value": "3", "unit": "month", "before": "launch"}}, "至少提前3个月", "at least 3 months ahead"),
    ({"frequency": {"times": "1", "every": "quarter"}}, "每季度1次", "once a quarter"),
    ({"frequency": {"times": "2.5", "every": "week"}}, "每周2.5次", "2.5 times a week"),
    ({"frequency": {"every": "live"}}, "实时", "live"),
])
def test_a_figure_is_a_phrase_a_person_would_say(readers, fields, zh, en):
    assert [str(figure_phrases.figure(one, figure(**fields))) for one in readers] == [zh, en]


def test_only_the_number_is_set_apart(readers):
    shown = [figure_phrases.figure(one, figure(comparator="<=", value="30", unit="minute")) for one in readers]
    assert [(one.before, one.number, one.after) for one in shown] == [("", "30", "分钟内"), ("within ", "30", " minutes")]


def measure(**fields: object) -> Measure:
    """A measure that names what it counts."""
    text = {"zh": "量", "en": "Measure"}
    return Measure.model_validate({"name": text, "formula": text, "unit": "item", "direction": "lower", **fields})


def test_none_of_a_share_is_a_share(readers):
    value = figure(comparator="=", value="0", unit="percent")
    assert [str(figure_phrases.figure(one, value, measure(unit="percent"))) for one in readers] == ["0%", "0%"]


def test_a_goal_that_is_set_each_time_says_so_in_one_phrase(readers):
    value = figure(comparator=">=", reference="goal", per="oven")
    phrases = [("不低于每炉的目标值（没有写是多少）", ""), ("at least the target per oven (no figure given)", "")]
    assert [(str(figure_phrases.figure(one, value)), figures.when(one, value)) for one in readers] == phrases


def test_the_measure_may_name_what_is_counted(readers):
    value = figure(comparator="<", value="3", unit="item")
    of = measure(unit_name={"zh": "个面包", "en": "loaves"})
    assert [str(figure_phrases.figure(one, value, of)) for one in readers] == ["不足3个面包", "fewer than 3 loaves"]


@pytest.mark.parametrize("unit, zh, en", [
    ("loaf", "个面包", "loaves"), ("percent", "百分比", "percent"), ("EUR", "欧元", "euros"), ("not-stated", "", ""),
])
def test_what_heads_a_measure(readers, unit, zh, en):
    assert [figures.heading(one, unit) for one in readers] == [zh, en]


@pytest.mark.parametrize("fields, zh, en", [
    ({"period": "quarter", "unit": "percent"}, "每季度", "in a quarter"),
    ({"period": "quarter", "unit": "loaf"}, "", ""),
    ({"period": "quarter", "unit": "loaf", "out_of": "9"}, "每季度", "in a quarter"),
    ({"per": "oven", "period": "quarter", "unit": "loaf"}, "每炉", "per oven"),
    ({"period": "not-stated", "unit": "percent"}, "", ""),
])
def test_what_a_target_counts_over_where_its_phrase_does_not_say_so(readers, fields, zh, en):
    assert [figures.when(one, figure(value="3", **fields)) for one in readers] == [zh, en]


@pytest.mark.parametrize("period, zh, en", [
    ("month", "连续2个月", "for 2 months running"),
    ("quarter", "连续2个季度", "for 2 quarters running"),
    ("half-year", "连续2个半年", "for 2 half-years running"),
    ("year", "连续2年", "for 2 years running"),
])
def test_how_long_a_figure_lasts(readers, period, zh, en):
    value = figure(value="3", unit="item", lasting={"times": "2", "period": period})
    assert [figures.lasting(one, value) for one in readers] == [zh, en]
