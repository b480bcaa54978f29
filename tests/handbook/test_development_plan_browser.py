"""The picture of one’s own plan shows for every role of this handbook what its words say and what the model asks."""
from __future__ import annotations

import json

import pytest

from tests.browser import WIDE

SEEN = """() => ({
  rows: [...document.querySelectorAll('.picture tbody tr')].map((row) => ({
    id: row.dataset.key, full: row.querySelectorAll('.done').length, ghost: row.querySelectorAll('.ghost').length,
    post: row.querySelectorAll('.post').length, said: [...row.querySelectorAll('td')].map((one) => Number.parseInt(one.textContent) || 0) })),
  gaps: [...document.querySelectorAll('[data-key=asks-goal] .gap-list > li')].map((one) => [one.dataset.key,
    ...one.querySelector('.g-step').textContent.split('→').map((said) => Number.parseInt(said) || 0)]),
})"""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_for_every_role_the_picture_the_words_and_the_model_say_the_same(visit, handbook, language):
    step = handbook.steps_of_levels
    roles = handbook.ordered_roles
    page = visit(f"{language}/path/", viewport=WIDE)
    key = page.evaluate("`${new URL('..', document.querySelector('link[rel=icon]').href).pathname}.path.1`")
    for number, role in enumerate(roles):
        goal = roles[number - 1]
        mine, theirs = ({one.competency: one for one in each.competencies} for each in (role, goal))
        state = {
            "format": "career-path", "version": 1, "handbook": "", "edition": handbook.about.edition, "saved": "2026-11-30", "role": role.id, "goal": goal.id,
            "ratings": {id: {"level": mine[id].level if id in mine else "none", "evidence": "", "on": "2026-11-30"} for id in {**mine, **theirs}},
            "signals": [], "plan": {"items": [], "reviews": [], "talk": ""}, "finished": [], "evidence": {}, "judged": {},
        }
        page.evaluate("([key, state]) => localStorage.setItem(key, state)", [key, json.dumps(state)])
        page.reload()
        page.wait_for_selector(".picture")
        seen = page.evaluate(SEEN)
        levels = {id: [step[each[id].level] if id in each else 0 for each in (mine, theirs)] for id in {**mine, **theirs}}
        assert {one["id"]: one["said"] for one in seen["rows"]} == {id: [has, has, asked] for id, (has, asked) in levels.items()}
        for one in seen["rows"]:
            has, asked = levels[one["id"]]
            assert (one["full"], one["ghost"], one["post"]) == (has, max(0, asked - has), int(has > 0)), one["id"]
        lacking = {(id, has, asked) for id, (has, asked) in levels.items() if asked > has}
        assert {tuple(one) for one in seen["gaps"]} == lacking and len(seen["gaps"]) == len(lacking)
        needs = [theirs[id].need for id, *_ in seen["gaps"]]
        assert needs == sorted(needs), "essential before useful"
