"""What a check found is told to people, to GitHub, to GitLab and to other programs."""
from __future__ import annotations

import json
from dataclasses import replace

from jsonschema import Draft7Validator

from macros.commands.formats import FORMATS
from macros.words.problems import Problem
from tests.places import ROOT

FOUND = Problem("data/a,b.yml", 3, 5, "name.en", "缺少“100%”：\n补上", "“100%” is missing:\nadd it", "form", "  en: 100")


def test_github_gets_one_note_for_each_line_with_its_signs_escaped():
    assert FORMATS["github"]([FOUND]) == (
        "::error file=data/a%2Cb.yml,line=3,col=5,title=name.en::缺少“100%25”：%0A补上%0A“100%25” is missing:%0Aadd it"
    )
    assert FORMATS["github"]([replace(FOUND, mended="  en: 100 %")]).endswith("add it%0A→   en: 100 %25")


def test_gitlab_knows_a_mistake_again_after_it_moved_and_tells_two_apart():
    moved = replace(FOUND, line=9)
    first, second = (json.loads(FORMATS["gitlab"](found)) for found in ([FOUND], [moved, replace(moved, line=10)]))
    assert first[0]["location"] == {"path": "data/a,b.yml", "lines": {"begin": 3}}
    assert first[0]["check_name"] == "form"
    assert first[0]["fingerprint"] == second[0]["fingerprint"] != second[1]["fingerprint"]


def test_a_program_gets_every_mistake_as_values():
    mended = replace(FOUND, mended="  en: one")
    assert json.loads(FORMATS["json"]([mended])) == {"version": 1, "problems": [{
        "file": "data/a,b.yml", "line": 3, "column": 5, "field": "name.en", "rule": "form", "zh": FOUND.zh, "en": FOUND.en,
        "written": "  en: 100", "mended": "  en: one",
    }]}


def test_people_see_the_line_the_place_and_what_would_be_right():
    mended = replace(FOUND, zh="错", en="wrong", mended="  en: one")
    assert FORMATS["text"]([mended]) == (
        "data/a,b.yml:3:5  name.en\n  3 |   en: 100\n    |     ^\n  错\n  wrong\n  →   en: one\n\n1个文件里有1处要改。\n1 problem in 1 file."
    )


def test_what_a_program_gets_is_as_the_schema_beside_the_code_says():
    schema = Draft7Validator(json.loads((ROOT / "macros/commands/check.schema.json").read_text(encoding="utf-8")))
    for found in ([], [FOUND], [replace(FOUND, mended="  en: one"), replace(FOUND, line=9, field="")]):
        assert not [*schema.iter_errors(json.loads(FORMATS["json"](found)))]
    for wrong in ([replace(FOUND, line=0)], [replace(FOUND, rule="")]):
        assert [*schema.iter_errors(json.loads(FORMATS["json"](wrong)))]
