"""Figures stand as the two style guides say, in the units, currencies and occasions of whatever handbook it is."""
from __future__ import annotations

from dataclasses import replace

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.figures import Figure
from macros.model.vocabularies import Currency, Occasion, Unit
from macros.views import figures
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES
from tests.places import BAKERY

AFTER = {
    "loaf": ("个面包", "loaf", "loaves"), "item": ("项", "item", "items"), "report": ("份", "report", "reports"), "person": ("人", "person", "people"),
    "point": ("分", "point", "points"), "minute": ("分钟", "minute", "minutes"), "hour": ("小时", "hour", "hours"), "month": ("个月", "month", "months"),
    "year": ("年", "year", "years"),
}
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
        **{id: Unit(**entry(id, zh, plural), after={"zh": zh, "en": en, "plural": plural}) for id, (zh, en, plural) in AFTER.items()},
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
    ({"comparator": ">=", "value": "30", "unit": "percent"}, "≥30%", "≥ 30%"),
    ({"comparator": "within", "value": "5", "unit": "percent", "baseline": "budget"}, "±5%（对预算）", "±5% (of budget)"),
    ({"comparator": "<", "value": "1", "unit": "hour"}, "<1小时", "< 1 hour"),
    ({"comparator": "<=", "value": "24", "unit": "hour"}, "≤24小时", "≤ 24 hours"),
    ({"comparator": "=", "value": "1.5", "unit": "hour"}, "=1.5小时", "= 1.5 hours"),
    ({"comparator": ">=", "value": "1", "unit": "loaf"}, "≥1个面包", "≥ 1 loaf"),
    ({"comparator": ">=", "value": "40", "unit": "loaf"}, "≥40个面包", "≥ 40 loaves"),
    ({"comparator": ">=", "value": "0.5", "unit": "loaf"}, "≥0.5个面包", "≥ 0.5 loaves"),
    ({"comparator": "<", "value": "210", "unit": "degree"}, "<210°C", "< 210°C"),
    ({"value": "100", "unit": "not-stated"}, "100", "100"),
    ({"comparator": "=", "value": "12345.60", "unit": "percent"}, "=12,345.60%", "= 12,345.60%"),
    ({"comparator": ">=", "value": "12000", "unit": "person"}, "≥1.2万人", "≥ 12,000 people"),
    ({"comparator": ">=", "value": "2000000", "unit": "person"}, "≥200万人", "≥ 2 million people"),
    ({"comparator": ">=", "value": "1:5", "unit": "ratio"}, "≥1:5", "≥ 1:5"),
    ({"comparator": ">=", "value": "120", "unit": "index"}, "≥120", "≥ 120"),
    ({"comparator": "<=", "value": "500", "unit": "CNY"}, "≤500元", "≤ CNY 500"),
    ({"comparator": "<=", "value": "30000", "unit": "CNY"}, "≤3万元", "≤ CNY 30,000"),
    ({"comparator": "<=", "value": "5000000", "unit": "CNY"}, "≤500万元", "≤ CNY 5 million"),
    ({"comparator": "<=", "value": "50000", "unit": "EUR"}, "≤5万欧元", "≤ EUR 50,000"),
    ({"comparator": "<=", "value": "19.90", "unit": "EUR"}, "≤19.90欧元", "≤ EUR 19.90"),
    ({"comparator": "<=", "value": "100000000", "unit": "JPY"}, "≤1亿日元", "≤ JPY 100 million"),
    ({"comparator": ">=", "value": "8", "unit": "point", "scale": "not-stated"}, "≥8分（满分未写）", "≥ 8 points (scale not stated)"),
    ({"comparator": ">=", "value": "3", "unit": "report", "out_of": "5"}, "每5份中≥3份", "≥ 3 of every 5 reports"),
    ({"comparator": ">=", "reference": "industry-average"}, "≥行业均值", "≥ industry average"),
    ({"change": "increase", "value": "15", "unit": "percent", "baseline": "previous-year"}, "提高15%（比上年）", "up 15% (on the year before)"),
    ({"from_": "3", "to": "5", "unit": "percent"}, "3～5%", "3–5%"),
    ({"from_": "6", "to": "12", "unit": "month"}, "6～12个月", "6–12 months"),
    ({"from_": "10000", "to": "30000", "unit": "person"}, "1万～3万人", "10,000–30,000 people"),
    ({"from_": "300", "to": "500", "unit": "CNY"}, "300～500元", "CNY 300–500"),
    ({"from_": "1", "to": "5", "unit": "EUR"}, "1～5欧元", "EUR 1–5"),
    ({"from_": "1", "to": "2", "unit": "loaf"}, "1～2个面包", "1–2 loaves"),
    ({"before": "3", "after": "1", "unit": "month"}, "3个月→1个月", "3 months→1 month"),
    ({"before": "30", "after": "45", "unit": "percent"}, "30%→45%", "30%→45%"),
    ({"before": "300", "after": "450", "unit": "EUR"}, "300欧元→450欧元", "EUR 300→EUR 450"),
    ({"before": "1000000", "after": "5000000", "unit": "CNY"}, "100万元→500万元", "CNY 1 million→CNY 5 million"),
    ({"deadline": {"within": "30", "unit": "minute"}}, "≤30分钟", "≤ 30 minutes"),
    ({"deadline": {"at_least": "1", "unit": "year"}}, "≥1年", "≥ 1 year"),
    ({"lead_time": {"value": "3", "unit": "month", "before": "launch"}}, "≥3个月", "≥ 3 months"),
    ({"frequency": {"times": "1", "every": "quarter"}}, "每季度1次", "once a quarter"),
    ({"frequency": {"times": "2.5", "every": "week"}}, "每周2.5次", "2.5 times a week"),
    ({"frequency": {"every": "live"}}, "实时", "live"),
])
def test_figures(readers, fields, zh, en):
    assert [str(figures.figure(one, figure(**fields))) for one in readers] == [zh, en]


def test_the_measure_may_name_what_is_counted(readers):
    value = figure(comparator="<", value="3", unit="item")
    assert [str(figures.figure(one, value, name)) for one, name in zip(readers, ("个面包", "loaves"))] == ["<3个面包", "< 3 loaves"]


@pytest.mark.parametrize("unit, zh, en", [
    ("loaf", "个面包", "loaves"), ("percent", "百分比", "percent"), ("EUR", "欧元", "euros"), ("not-stated", "文件未写", "not stated"),
])
def test_what_heads_a_measure(readers, unit, zh, en):
    assert [figures.heading(one, unit) for one in readers] == [zh, en]


@pytest.mark.parametrize("fields, zh, en", [
    ({"period": "quarter"}, "每季度", "a quarter"),
    ({"per": "oven", "period": "quarter"}, "每炉", "per oven"),
    ({"frequency": {"every": "month"}}, "每月", "a month"),
    ({"period": "not-stated"}, None, None),
])
def test_what_a_target_counts_over(readers, fields, zh, en):
    value = figure(**({} if "frequency" in fields else {"value": "3", "unit": "item"}), **fields)
    assert [figures.when(one, value) for one in readers] == [zh, en]


@pytest.mark.parametrize("period, zh, en", [
    ("month", "连续2个月", "for 2 months running"),
    ("quarter", "连续2个季度", "for 2 quarters running"),
    ("half-year", "连续2个半年", "for 2 half-years running"),
    ("year", "连续2年", "for 2 years running"),
])
def test_how_long_a_figure_lasts(readers, period, zh, en):
    value = figure(value="3", unit="item", lasting={"times": "2", "period": period})
    assert [figures.lasting(one, value) for one in readers] == [zh, en]
