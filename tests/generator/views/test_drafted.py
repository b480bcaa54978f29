"""Drafts of what people are told: one sentence a change, that can be signed as it stands."""
from __future__ import annotations

from typing import Any

import pytest

from macros.changes.compared import compared
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.views.drafted import about, is_told, sentence
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES
from tests.places import BAKERY

LEVELS = {("levels", "follow"): {}, ("levels", "lead"): {}}


@pytest.fixture(scope="module")
def tiny() -> Handbook:
    return load(BAKERY, ())


def drafted(handbook, kind: str, id: str, before: Any, after: Any) -> list[tuple[str, str]]:
    """What is told of the changes of one record, in Chinese and English."""
    old, new = ({**LEVELS, **({(kind, id): one} if one else {})} for one in (before, after))
    readers = [Reader(handbook, language, "") for language in LANGUAGES]
    return [(sentence(readers[0], one, old, new), sentence(readers[1], one, old, new)) for one in compared(old, new) if is_told(one)]


def said(zh: str, en: str, **more: object) -> dict[str, object]:
    return {"zh": zh, "en": en, **more}


@pytest.mark.parametrize("before, after, zh, en", [
    ({"reports_to": {"role": "crust-brander"}}, {"reports_to": {"post": "master-baker"}},
     "、汇报对象：由“", ", reports to: Master baker, previously Crust brander"),
    ({"reports_to": "not-stated"}, {"reports_to": {"role": "crust-brander"}}, "、汇报对象：由“没有写”改为“", "reports to: Crust brander"),
    ({"duties": {"fire": {"items": [said("看火", "Watch the fire")]}}},
     {"duties": {"fire": {"items": [said("看火", "Watch the fire"), said("加炭", "Add coal")]}}}, "：新增“加炭”。", ": now also “Add coal”."),
    ({"duties": {"fire": {"items": [said("看火", "Watch the fire"), said("加炭", "Add coal")]}}},
     {"duties": {"fire": {"items": [said("看火", "Watch the fire")]}}}, "：不再有“加炭”。", ": no longer “Add coal”."),
    ({"duties": {"fire": {"items": [said("每月把炉子内外清扫一遍", "Sweep the oven inside and out every month")]}}},
     {"duties": {"fire": {"items": [said("每周把炉子内外清扫一遍", "Sweep the oven inside and out every week")]}}},
     "：“每周把炉子内外清扫一遍”。原来写的是“每月”。", ": “Sweep the oven inside and out every week”. It said “every month” before."),
    ({"growth_signals": [said("独立守炉至少两年", "Has kept the oven alone for at least 2 years")]},
     {"growth_signals": [said("独立守炉至少三年", "Has kept the oven alone for at least 3 years")]},
     "原来写的是“两年”。", "It said “2” before."),
    ({"growth_signals": [said("记下每一炉，给店堂看", "Writes every batch down for the shop")]},
     {"growth_signals": [said("记下每一炉，例如温度，给店堂看", "Writes every batch down, for example its heat, for the shop")]},
     "其中“例如温度”是新加的。", "New in it: “for example its heat”."),
    ({"qualifications": [said("会‘看’火", "Reads a fire", need="preferred")]}, {"qualifications": [said("会‘看’火", "Reads a fire", need="required")]},
     "：“会‘看’火”由“优先”改为“必须”。", ": “Reads a fire” goes from “Preferred” to “Required”."),
    ({"authority": {"decides": [said("何时“封”炉", "When to “bank” the fire")]}},
     {"authority": {"needs_approval": [said("何时“封”炉", "When to “bank” the fire")]}},
     "：“何时‘封’炉”由“可以自行决定”改为“须经批准”。", ": “When to ‘bank’ the fire” goes from “may decide” to “needs approval”."),
    ({"gaps": [{"missing": said("炭价", "the price of coal")}]}, {"gaps": []}, "，已确定：炭价。", ", settled: the price of coal."),
    ({"kpis": [{"kpi": "burnt-loaves", "target": "not-stated", "serves": "reference"}]}, {"kpis": [{"kpi": "burnt-loaves", "target": "not-stated"}]},
     "由“只作参考”改为“用来考核”。", "used in appraisal, previously for reference only."),
    ({"kpis": []}, {"kpis": [{"kpi": "burnt-loaves", "measure": "count", "target": {"comparator": "<", "value": "3", "unit": "item", "per": "event"}}]},
     "指标：新增焦边率（个数、不足3个）。", "KPIs: Burnt share (Count, fewer than 3 loaves) is new."),
])
def test_a_change_within_a_role_is_told_in_a_sentence(tiny, before, after, zh, en):
    (found,) = drafted(tiny, "roles", "oven-hand", before, after)
    assert zh in found[0] and en in found[1], found


def test_a_record_says_what_takes_its_place(tiny):
    (found,) = drafted(tiny, "roles", "oven-hand", {"stage": "a"}, {"retired": {"on": "2026-01-01", "replaced_by": "crust-brander"}})
    assert "停用，由" in found[0] and found[1].endswith(" is out of use; in its place: Crust brander.")


def test_a_practice_names_the_roles_it_takes_in(tiny):
    practice = "baking-again"
    one, other = {"role": "oven-hand"}, {"role": "crust-brander"}
    (change,) = compared({("practices", practice): {"for": [one]}}, {("practices", practice): {"for": [one, other]}})
    assert about(change) == {"practices": [practice], "roles": ["crust-brander"]}
    (found,) = drafted(tiny, "practices", practice, {"kind": "a", "for": [one]}, {"kind": "a"})
    assert "不再限于" in found[0] and "no longer Oven hand alone." in found[1]


def test_what_only_leads_elsewhere_or_is_said_in_other_words_is_not_told(tiny):
    assert not drafted(tiny, "practices", "baking-again", {"related": ["a"]}, {"related": ["b"]})
    assert not drafted(tiny, "roles", "oven-hand", {"purpose": said("看住火。", "Keep the fire.")}, {"purpose": said("看好火。", "Mind the fire.")})
    assert drafted(tiny, "terms", "crust", None, {"name": said("皮", "crust")})
    assert not drafted(tiny, "units", "item", None, {"name": said("个", "item")})
