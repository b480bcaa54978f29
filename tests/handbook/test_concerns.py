"""A policy lists every role to which its lines give something to do, so that the page of the role leads there."""
from __future__ import annotations

import re
from collections.abc import Iterator

from macros.model.practices import Practice
from macros.model.references import references


def own_lines(practice: Practice) -> Iterator[str]:
    """What its steps, rules and notes say of this company, and for whom it is, in the first language."""
    steps = [line for step in practice.steps.values() for line in step.does]
    rules = [line for group in practice.groups.values() if not group.elsewhere and group.basis != "example" for line in group.items]
    yield from (line.zh for line in (*steps, *rules) if line.basis != "example")
    yield from (line.zh for line in (practice.applies_to,) if line)
    yield from (part.note.zh for part in (practice, *practice.steps.values(), *practice.groups.values()) if part.note)


def test_a_policy_concerns_every_role_that_its_lines_name(handbook):
    missing = []
    for practice in handbook.used("practices"):
        said, listed = "\n".join(own_lines(practice)), {id for _, kind, id in references(practice) if kind == "roles"}
        for role in handbook.used("roles"):
            if role.id not in listed and re.search(f"(?<!“){role.name.zh}(?![（”])", said):  # in quotation marks a page; 市场总监（专家岗） is another post
                missing.append((practice.id, role.id))
    assert missing == []
