"""An example is told once on a page: where a policy's cases tell of a company, no step or rule of the policy tells it too."""
from __future__ import annotations

import re

from macros.model.handbook import Handbook
from macros.model.practices import Practice
from macros.model.record import SourceId

COMPANY = re.compile("某[\u4e00-\u9fff]{2}")  # “某美妆”, “某零售”


def told(practice: Practice) -> set[tuple[SourceId, str]]:
    """The companies that steps and rules tell of, each with the section it comes from."""
    lines = [
        *((line, step.sources) for step in practice.steps.values() for line in step.does),
        *((line, group.sources) for group in practice.groups.values() for line in group.items),
    ]
    return {(source, company) for line, sources in lines for source in line.sources or sources for company in COMPANY.findall(line.zh)}


def test_no_step_tells_what_a_case_of_the_page_tells(handbook: Handbook):
    twice = [
        f"practices/{id}: {case.id}"
        for case in handbook.cases.values()
        for id in case.practices
        if {(source, company) for source in case.story.sources for company in COMPANY.findall(case.story.zh)} & told(handbook.practices[id])
    ]
    assert handbook.cases and twice == []
