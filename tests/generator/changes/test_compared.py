"""Ordinary edits, each with what it means for people."""
from __future__ import annotations

import pytest
import yaml

from macros.changes.compared import compared
from macros.changes.editions import suggested
from macros.model.editions import MEANINGS

LEVELS = {("levels", id): {"name": {"zh": id, "en": id}} for id in ("execute", "plan", "lead")}
ROLE = """
name: {zh: 面包师, en: Baker}
stage: entry
reviewed_on: 2026-01-01
duties:
  baking:
    name: {zh: 烘焙, en: Baking}
    items:
      - {zh: 每天至少烤300个面包, en: Bake at least 300 loaves a day}
      - {zh: 看炉温, en: Watch the oven, note: {zh: 旧炉子, en: The old oven}}
  selling:
    name: {zh: 卖货, en: Selling}
    items:
      - {zh: 把面包摆上架, en: Put the loaves on the shelf}
competencies:
  - {competency: dough, level: plan, need: useful, for: [baking]}
kpis:
  - {kpi: waste, target: {comparator: "<=", value: 5, unit: percent, period: month}}
  - {kpi: sales, target: not-stated, serves: reference}
qualifications:
  - {zh: 有健康证, en: Has a health certificate, need: required}
authority:
  decides: [{zh: 当天烤多少, en: How much to bake}]
authority_limits:
  - {id: buying, limit: {comparator: "<=", value: 700, unit: CNY, per: order}}
reports_to: {role: head-baker}
gaps:
  - missing: {zh: 学历, en: the degree}
"""
EDITS = [  # what is replaced, by what, and what that means
    ("value: 5", "value: 3", "more", "kpis.0.target"),
    ("value: 5", "value: 8", "less", "kpis.0.target"),
    ("level: plan", "level: lead", "more", "competencies.0.level"),
    ("level: plan", "level: execute", "less", "competencies.0.level"),
    ("need: useful", "need: essential", "more", "competencies.0.need"),
    ("至少烤300个", "至少烤400个", "more", "duties.baking.items.0"),
    ("zh: 看炉温", "zh: 盯住炉温", "wording", "duties.baking.items.1"),
    ("zh: 旧炉子", "zh: 新炉子", "clarified", "duties.baking.items.1.note"),
    ("target: not-stated, serves: reference", 'target: {comparator: ">=", value: 9, unit: item, period: day}, serves: reference', "more", "kpis.1.target"),
    ("serves: reference}", "serves: appraisal}", "more", "kpis.1.serves"),
    ("  - {kpi: sales, target: not-stated, serves: reference}\n", "", "clarified", "kpis.1"),
    ("  - {zh: 有健康证, en: Has a health certificate, need: required}", "  []", "less", "qualifications.0"),
    ("      - {zh: 看炉温", "      - {zh: 打扫后厨, en: Clean the kitchen}\n      - {zh: 看炉温", "more", "duties.baking.items.1"),
    ("  decides:", "  must_not: [{zh: 改配方, en: Change the recipe}]\n  decides:", "more", "authority.must_not.0"),
    (", serves: reference}", "}", "more", "kpis.1.serves"),
    (", period: month}}", ", period: month}, basis: example}", "less", "kpis.0.basis"),
    ("value: 700", "value: 300", "more", "authority_limits.0.limit"),
    ("value: 700", "value: 900", "less", "authority_limits.0.limit"),
    ('{comparator: "<=", value: 5, unit', '{comparator: "<", value: 5, unit', "more", "kpis.0.target"),
    ("reports_to: {role: head-baker}", "reports_to: {post: baker-in-chief}", "clarified", "reports_to"),
    ("reports_to: {role: head-baker}", "reports_to: not-stated", "clarified", "reports_to"),
    ("  - missing: {zh: 学历, en: the degree}", "  []", "clarified", "gaps.0"),
    ("  decides: [{zh: 当天烤多少, en: How much to bake}]", "  decides: []", "gone", "authority.decides.0"),
    ("decides: [{zh", "needs_approval: [{zh", "more", "authority.needs_approval.0"),
    ("stage: entry", "stage: senior", "clarified", "stage"),
    ("zh: 面包师", "zh: 烘焙师", "wording", "name"),
]


def read(text: str) -> dict:
    return yaml.load(text, yaml.BaseLoader)


def edits(before: str, after: str, kind: str = "roles") -> list[tuple[str, str]]:
    found = compared({**LEVELS, (kind, "one"): read(before)}, {**LEVELS, (kind, "one"): read(after)})
    return [(one.meaning, ".".join(map(str, one.path))) for one in found]


@pytest.mark.parametrize("old, new, meaning, path", EDITS, ids=[f"{path} {meaning}" for _, _, meaning, path in EDITS])
def test_an_edit_of_a_role_is_classed(old, new, meaning, path):
    assert ROLE.count(old) == 1
    assert edits(ROLE, ROLE.replace(old, new)) == [(meaning, path)]


def test_dates_of_review_are_nothing_to_tell_people():
    assert edits(ROLE, ROLE.replace("2026-01-01", "2027-01-01")) == []


def test_a_duty_that_moves_to_another_group_asks_no_more_and_no_less():
    line = "      - {zh: 把面包摆上架, en: Put the loaves on the shelf}\n"
    moved = ROLE.replace(line, "      - {zh: 收钱, en: Take the money}\n").replace("    items:\n      - {zh: 每天", f"    items:\n{line}      - {{zh: 每天")
    assert sorted(edits(ROLE, moved)) == [("more", "duties.selling.items.0"), ("wording", "duties.baking.items.0")]


def test_an_example_asks_nothing_of_anybody():
    assert edits(ROLE, ROLE.replace("      - {zh: 看炉温", "      - {zh: 例如做节日面包, en: Such as holiday bread, basis: example}\n      - {zh: 看炉温")) == [
        ("clarified", "duties.baking.items.1")]


@pytest.mark.parametrize("kind, before, after, meaning", [
    ("moves", "conditions: [{zh: 一年经验, en: A year}]", "conditions: [{zh: 一年经验, en: A year}, {zh: 会开车, en: Can drive}]", "more"),
    ("moves", "conditions_any_of: [{zh: 一年经验, en: A year}]", "conditions_any_of: [{zh: 一年经验, en: A year}, {zh: 会开车, en: Can drive}]", "less"),
    ("moves", "needed: where-they-apply", "needed: all", "more"),
    ("moves", "support: []", "support: [{zh: 有导师, en: A mentor}]", "new"),
    ("practices", "steps: {send: {deadline: {within: 3, unit: day}}}", "steps: {send: {deadline: {within: 1, unit: day}}}", "more"),
    ("practices", "steps: {send: {actors: not-stated}}", "steps: {send: {actors: [{role: one}]}}", "clarified"),
    ("practices", "steps: {send: {actors: []}}", "steps: {send: {actors: [], deadline: not-stated}}", "clarified"),
    ("practices", "groups: {}", "groups: {b: {elsewhere: true, items: [{zh: 甲, en: a}]}}", "clarified"),
    ("practices", "groups: {}", "groups: {b: {items: [{zh: 甲, en: a}]}}", "more"),
    ("practices", "steps: {send: {frequency: {times: 1, every: half-year}}}", "steps: {send: {frequency: {times: 1, every: year}}}", "less"),
    ("practices", "steps: {send: {actors: [{role: one}]}}", "steps: {send: {actors: [{role: one}, {role: two}]}}", "more"),
    ("practices", "for: [{role: one}]", "for: [{role: one}, {role: two}]", "more"),
    ("practices", "{for: [{role: one}], steps: {}}", "steps: {}", "more"),
    ("practices", "groups: {b: {items: []}}", "groups: {b: {items: [], for: [{role: one}]}}", "less"),
    ("practices", "groups: {b: {elsewhere: true, items: []}}", "groups: {b: {items: []}}", "more"),
    ("practices", "applies_to: {zh: 面包师, en: Bakers}", "applies_to: {zh: 面包师们, en: The bakers}", "clarified"),
    ("practices", "groups: {b: {items: [{zh: 奖金拿1.5倍, en: A bonus of 1.5}]}}",
     "groups: {b: {items: [{zh: 奖金拿1.2倍, en: A bonus of 1.2}]}}", "clarified"),
    ("practices", "groups: {b: {items: [{zh: 每月看炉, en: Every month}]}}", "groups: {b: {items: [{zh: 每周看炉, en: Every week}]}}", "more"),
    ("moves", "preferred: [{zh: 得过奖, en: Has won}]", "conditions: [{zh: 得过奖, en: Has won}]", "more"),
    ("moves", "conditions: [{zh: 带出骨干, en: a, figures: [{value: 3, unit: person}]}]",
     "conditions: [{zh: 带出几名骨干, en: b, figures: [{value: 5, unit: person}]}]", "more"),
    ("practices", "groups: {b: {items: [{zh: 超过20%就停, en: Stop at 20%, figures: [{value: 20, unit: percent}]}]}}",
     "groups: {b: {items: [{zh: 超过20%就停火, en: Stop it at 20%, figures: [{kpi: waste, threshold: stop}]}]}}", "wording"),
    ("practices", "groups: {b: {items: [{zh: 看炉, en: a, basis: example}]}}", "groups: {b: {items: [{zh: 看炉, en: a}]}}", "more"),
    ("practices", "groups: {b: {items: [{zh: 例如看炉, en: a, basis: example}]}}", "groups: {b: {items: [{zh: 例如看炉, en: a}]}}", "clarified"),
    ("practices", "groups: {b: {items: [], new_to: company}}", "groups: {b: {items: []}}", "more"),
    ("practices", "groups: {b: {name: {zh: 三组, en: 3 groups}}}", "groups: {b: {name: {zh: 小组, en: Groups}}}", "wording"),
    ("stages", "level: plan", "level: lead", "more"),
    ("kpis", "thresholds: [{id: a, kind: alert, condition: {comparator: '>', value: 60, unit: percent}}]",
     "thresholds: [{id: a, kind: alert, condition: {comparator: '>', value: 50, unit: percent}}]", "more"),
    ("kpis", "thresholds: [{id: a, kind: stop-loss, condition: {comparator: '<', value: 80, unit: point}}]",
     "thresholds: [{id: a, kind: stop-loss, condition: {comparator: '<', value: 70, unit: point}}]", "less"),
    ("kpis", "thresholds: [{id: a, kind: alert, condition: {comparator: '<', value: 8, unit: point, lasting: {times: 2, period: month}}}]",
     "thresholds: [{id: a, kind: alert, condition: {comparator: '<', value: 8, unit: point, lasting: {times: 1, period: month}}}]", "more"),
    ("kpis", "thresholds: [{id: a, condition: {comparator: '<', value: 5, unit: item}}]",
     "thresholds: [{id: a, condition: {comparator: '<', value: 4, unit: item}}]", "more"),
    ("stages", "promotion_signals: [{id: a, zh: 至少做2次, en: Twice}]", "promotion_signals: [{id: a, zh: 至少做3次, en: Three times}]", "more"),
    ("competencies", "levels: {plan: {can: [{zh: 会算账, en: Counts}]}}", "levels: {plan: {can: [{zh: 会算账, en: Counts}, {zh: 会写, en: Writes}]}}", "more"),
])
def test_what_is_asked_is_known_in_every_kind(kind, before, after, meaning):
    assert [one for one, _ in edits(before, after, kind)] == [meaning]


def test_records_that_come_go_or_are_retired_are_told_as_wholes():
    one, two = read(ROLE), read(ROLE)
    assert [(c.id, c.meaning) for c in compared({("roles", "a"): one}, {("roles", "b"): one})] == [("a", "gone"), ("b", "new")]
    retired = {**two, "retired": {"on": "2026-02-01", "replaced_by": ["b"]}}
    assert [c.meaning for c in compared({("roles", "a"): one}, {("roles", "a"): retired})] == ["gone"]
    assert compared({("roles", "a"): retired}, {}) == []


@pytest.mark.parametrize("edition, meanings, number", [
    ("1.0", {"more", "wording"}, "2.0"), ("1.4", {"clarified"}, "1.5"), ("1.0", {"wording"}, "1.0.1"), ("1.0.3", {"new"}, "1.1.0"), ("2", {"less"}, "2.1"),
    ("1.0", set(), None), ("2026春", {"more"}, None),
])
def test_the_number_of_an_edition_says_the_weightiest_change(edition, meanings, number):
    assert suggested(edition, meanings) == number and {*meanings} <= {*MEANINGS}


def test_what_takes_the_place_of_a_record_out_of_use_asks_no_more_and_no_less():
    waste = {"name": {"zh": "浪费", "en": "Waste"}}
    before = {("roles", "one"): read(ROLE), ("kpis", "waste"): waste, ("kpis", "loss"): {"name": {"zh": "损耗", "en": "Loss"}}}
    after = {**before, ("roles", "one"): read(ROLE.replace("kpi: waste", "kpi: loss")),
             ("kpis", "waste"): {**waste, "retired": {"on": "2026-02-01", "replaced_by": "loss"}}}
    assert [(one.kind, one.meaning) for one in compared(before, after)] == [("kpis", "gone")]


def test_editions_tell_of_changes_and_are_none():
    assert compared({}, {("editions", "1.0"): {"effective_on": "2026-01-01"}}) == []


def named(id: str, name: str = "Baker", **more: object) -> dict[tuple[str, str], object]:
    """A handbook whose role has an id, as its team has, named wherever a record may name one."""
    team = f"{id}s"
    return {
        ("roles", id): {"name": {"zh": "面包师", "en": name}, **more},
        ("roles", "helper"): {"reports_to": {"role": id}, "works_with": [{"roles": [id]}], "differs": [{"to_confirm": {"by": team}}]},
        ("teams", team): {"name": {"zh": "烘焙组", "en": "Bakers"}},
        ("teams", "old"): {"retired": {"on": "2020-01-01", "replaced_by": [team]}},
        ("practices", "oven"): {"steps": {"light": {"actors": [{"role": id}], "does": [{"zh": "生火", "en": "Light it"}]}}, "concerns": {"roles": [id]}},
    }


def left_at_bakers(name: str = "Baker") -> dict[tuple[str, str], object]:
    """What stays at old ids once the role and its team have others."""
    return {
        ("roles", "baker"): {"name": {"zh": "面包师", "en": name}, "retired": {"on": "2026-01-01", "replaced_by": "chief"}},
        ("teams", "bakers"): {"name": {"zh": "烘焙组", "en": "Bakers"}, "retired": {"on": "2026-01-01", "replaced_by": "chiefs"}},
    }


def test_another_id_is_no_change_for_people():
    assert compared(named("baker"), {**named("chief"), **left_at_bakers()}) == []
    changed = compared(named("baker"), {**named("chief", essence={"zh": "你烤面包。", "en": "You bake."}), **left_at_bakers()})
    assert [(one.kind, one.id, one.path) for one in changed] == [("roles", "chief", ("essence",))]


def test_another_name_and_another_id_at_once_is_another_name():
    changed = compared(named("baker"), {**named("chief", "Chief"), **left_at_bakers("Chief")})
    assert [(one.kind, one.id, one.path) for one in changed] == [("roles", "chief", ("name",))]


def test_who_sees_a_record_and_whether_anyone_is_looked_for_changes_nothing_for_people():
    before, after = ({("roles", "baker"): {"hiring": hiring, "audience": audience, "duties": {"oven": {"items": [], "audience": audience}}}}
                     for hiring, audience in (("open", "internal"), ("closed", "public")))
    assert compared(before, after) == [] == compared({("roles", "baker"): {}}, {("roles", "baker"): {"hiring": "closed", "audience": "public"}})
