"""What a role is measured by: what a target covers, how indicators are counted, and what their targets leave unsaid."""
from __future__ import annotations

from dataclasses import replace

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.model.roles import RoleTarget
from macros.pages.open_points import left_open
from macros.views.reader import Reader
from macros.views.silence import silences
from macros.views.targets import counted, covered, targets_of
from macros.words.languages import LANGUAGES
from tests.places import BAKERY

RISE = {"change": "increase", "comparator": ">=", "value": "20", "unit": "percent", "baseline": "not-stated", "period": "not-stated"}
SCORE = {"comparator": ">=", "value": "4", "unit": "percent", "scale": "not-stated", "period": "not-stated"}
AVERAGE = {"comparator": "<=", "reference": "industry-average"}


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    """The tiny handbook."""
    return load(BAKERY, RULES)


def line(kpi: str, target: object, **fields: object) -> RoleTarget:
    """A line of a role as the data writes it."""
    return RoleTarget.model_validate({"kpi": kpi, "target": target, **fields})


@pytest.mark.parametrize("targets, zh, en", [
    ([("flour-return", None)], "1项指标，没有数字目标", "1 KPI, without a figure"),
    ([("flour-return", RISE)], "1项指标，目标有数字", "1 KPI, with a figure"),
    ([("flour-return", AVERAGE)], "1项指标，没有数字目标", "1 KPI, without a figure"),
    ([("flour-return", RISE), ("flour-return", SCORE)], "1项指标，目标有数字", "1 KPI, with a figure"),
    ([("flour-return", RISE), ("burnt-loaves", None)], "2项指标，其中1项的目标有数字", "2 KPIs, 1 with a figure"),
    ([("flour-return", RISE), ("burnt-loaves", SCORE)], "2项指标，目标都有数字", "2 KPIs, both with a figure"),
    ([("flour-return", None), ("burnt-loaves", AVERAGE)], "2项指标，都没有数字目标", "2 KPIs, none with a figure"),
])
def test_indicators_are_counted_once_and_only_numbers_are_figures(handbook, targets, zh, en):
    lines = [line(kpi, target or "not-stated") for kpi, target in targets]
    assert [counted(Reader(handbook, language, ""), lines) for language in LANGUAGES] == [zh, en]


@pytest.mark.parametrize("judged, zh, en", [
    ([], "1项指标，只作参考", "1 KPI for reference only"),
    ([("flour-return", RISE)], "1项指标，目标有数字；另有1项只作参考", "1 KPI, with a figure; 1 more for reference only"),
])
def test_what_is_only_for_reference_is_not_counted_as_appraising(handbook, judged, zh, en):
    lines = [*(line(kpi, target) for kpi, target in judged), line("burnt-loaves", "not-stated", serves="reference")]
    assert [counted(Reader(handbook, language, ""), lines) for language in LANGUAGES] == [zh, en]
    role = next(iter(handbook.roles.values())).model_copy(update={"kpis": tuple(lines)})
    assert targets_of(Reader(handbook, "en", ""), role)[-1]["open"] == "for reference only"


def test_a_target_says_the_cases_it_covers_before_its_measure(handbook):
    reader = Reader(handbook, "en", "")
    named = line("burnt-loaves", "not-stated", measure="share", scope={"zh": "新面包", "en": "New breads"})
    assert [covered(reader, one) for one in (named, line("burnt-loaves", "not-stated", measure="share"), line("flour-return", "not-stated"))] == [
        "New breads", "Share", "",
    ]


@pytest.mark.parametrize("language, unsaid", [
    ("zh", ["面粉回报、焦边率的目标与什么相比", "面粉回报的满分"]),
    ("en", ["what the targets for return on flour and burnt share are measured against", "the top of the scale for return on flour"]),
])
def test_what_targets_are_measured_against_is_said_to_be_missing(handbook, language, unsaid):
    role = handbook.roles["oven-hand"]
    lines = (line("flour-return", RISE), line("flour-return", SCORE), line("burnt-loaves", RISE, measure="share"))
    one = replace(handbook, roles={**handbook.roles, role.id: role.model_copy(update={"kpis": lines})})
    found = silences(Reader(one, language, ""), one.roles[role.id])
    assert [silence.words for silence in found if silence.section == "kpis"] == unsaid
    base, scale = {"zh": ("目标与什么相比", "满分是多少"), "en": ("what its target is measured against", "the top of its scale")}[language]
    asked = {id: {silence.words for silence in silences(Reader(one, language, ""), one.kpis[id])} for id in ("flour-return", "burnt-loaves")}
    assert {base, scale} <= asked["flour-return"] and asked["burnt-loaves"] & {base, scale} == {base}
    waits = [point.said for point in left_open(Reader(one, language, ""))]
    assert not [silence for silence in found if silence.section == "kpis" and silence in waits], "they wait on the KPI's page, once"


@pytest.mark.parametrize("language, unsaid", [("zh", "看炉工的目标与什么相比"), ("en", "what the target of the oven hand is measured against")])
def test_whose_target_has_no_base_is_said_where_another_target_has_one(handbook, language, unsaid):
    based = {**RISE, "baseline": "industry-average"}
    kpis = {"oven-hand": (line("flour-return", RISE),), "crust-brander": (line("flour-return", based),)}
    roles = {id: handbook.roles[id].model_copy(update={"kpis": lines}) for id, lines in kpis.items()}
    one = replace(handbook, roles={**handbook.roles, **roles})
    assert unsaid in [silence.words for silence in silences(Reader(one, language, ""), one.kpis["flour-return"])]
