"""Of a change applicants may be told where the public edition shows what changed, as it was and as it is."""
from __future__ import annotations

from typing import Any

import pytest

from macros.changes.compared import compared
from macros.changes.shown import shows

LEVELS = {("levels", "follow"): {}, ("levels", "lead"): {}}
OTHERS = {
    ("roles", "baker"): {"name": {"zh": "面包师", "en": "Baker"}}, ("competencies", "dough"): {}, ("competencies", "secret-dough"): {"audience": "internal"},
    ("kpis", "burnt"): {}, ("terms", "peel"): {},
}
INNER = {"audience": "internal"}
STATED, GUESSED = ({"basis_of": {"reports_to": {"basis": basis}}} for basis in ("stated", "inferred"))
THREE, TWO = ({"comparator": "<", "value": value, "unit": "loaf"} for value in (3, 2))


def said(zh: str, **more: object) -> dict[str, object]:
    return {"zh": zh, "en": f"{zh} in English", **more}


def duties(*items: dict[str, object]) -> dict[str, Any]:
    return {"duties": {"fire": {"name": said("火"), "items": list(items)}}}


def asked(competency: str, level: str = "follow", **more: object) -> dict[str, Any]:
    return {"competencies": [{"competency": competency, "level": level, "need": "essential", "for": ["fire"], **more}]}


def measured(target: object, **more: object) -> dict[str, Any]:
    return {"kpis": [{"kpi": "burnt", "target": target, **more}]}


def answers(kind: str, before: Any, after: Any) -> list[bool]:
    old, new = ({**LEVELS, **OTHERS, **({(kind, "one"): one} if one is not None else {})} for one in (before, after))
    return [shows(one, old, new) for one in compared(old, new)]


@pytest.mark.parametrize(("before", "after", "shown"), [
    ({"name": said("烧炉工")}, {"name": said("司炉")}, True),
    (duties(said("看火")), duties(said("看火"), said("加炭")), True),
    (duties(said("看火"), said("加炭")), duties(said("看火")), True),
    (duties(said("看火"), said("加炭", **INNER)), duties(said("看火")), False),
    (duties(said("看火", **INNER), said("加炭")), duties(said("看火", **INNER)), True),
    (duties(said("看火")), duties(said("看火"), said("加炭", **INNER)), False),
    (duties(said("每月扫炉")), duties(said("扫地"), said("每周扫炉")), True),
    (duties(said("每月扫炉", **INNER)), duties(said("每周扫炉")), False),
    (duties(said("看火")), duties(said("看火", note=said("只看自己的"))), False),
    ({**STATED, "reports_to": {"role": "baker"}}, {**STATED, "reports_to": {"role": "one"}}, True),
    ({**GUESSED, "reports_to": {"role": "baker"}}, {**GUESSED, "reports_to": {"role": "one"}}, False),
    ({"reports_to": {"role": "baker"}}, {"reports_to": {"role": "nobody"}}, False),
    (measured(THREE), measured(TWO), False),
    (measured(THREE, audience="public"), measured(TWO, audience="public"), True),
    (measured("not-stated", serves="reference"), measured("not-stated"), True),
    ({"kpis": []}, measured(TWO), False),
    ({"kpis": []}, measured("not-stated"), True),
    ({"kpis": []}, measured(TWO, audience="public"), True),
    (asked("dough"), asked("dough", "lead"), True),
    ({"competencies": []}, asked("dough"), True),
    ({"competencies": []}, asked("secret-dough"), False),
    (asked("secret-dough"), {"competencies": []}, False),
    ({"tools": []}, {"tools": ["peel"]}, True),
    ({"gaps": [{"missing": said("炭价")}]}, {"gaps": []}, False),
    ({"authority": {"decides": [said("何时封炉")]}}, {"authority": {"needs_approval": [said("何时封炉")]}}, True),
    ({"authority_limits": [{"id": "a", "name": said("买炭"), "limit": THREE}]}, {"authority_limits": [{"id": "a", "name": said("买炭"), "limit": TWO}]}, False),
    ({"not_known_here": [said("一")]}, {"not_known_here": [said("二")]}, False),
    (None, {"name": said("烧炉工")}, True),
    (None, {"name": said("烧炉工"), **INNER}, False),
    ({}, {"retired": {"on": "2026-01-01", "replaced_by": "baker"}}, True),
    ({}, {"retired": {"on": "2026-01-01", "replaced_by": ["baker", "nobody"]}}, False),
    ({**INNER, **duties(said("看火"))}, {**INNER, **duties(said("加炭"))}, False),
    ({**INNER, **duties(said("看火"))}, duties(said("看火"), said("加炭")), False),
])
def test_a_change_of_a_role_shows_where_all_of_it_does(before, after, shown):
    found = answers("roles", before, after)
    assert found and all(one is shown for one in found)


@pytest.mark.parametrize(("kind", "audience", "shown"), [
    ("practices", {}, False), ("moves", {}, False), ("practices", {"audience": "public"}, True), ("competencies", {}, True), ("cases", {}, False),
    ("terms", {}, False),
])
def test_a_kind_that_is_for_staff_shows_where_a_record_says_so(kind, audience, shown):
    assert answers(kind, None, {"name": said("新的"), **audience}) == [shown]
