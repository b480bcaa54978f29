"""How often a plan is looked back on, as the handbook has it: the step that says so, and for whom documents state it."""
from __future__ import annotations

from macros.model.practices import Practice
from macros.views.figures import frequency
from macros.views.page import View
from macros.views.reader import Reader


def rhythm(reader: Reader) -> View | None:
    """The months between two reviews, and the sentence by which the days are a proposal; None where the handbook has no such step."""
    plan = reader.handbook.about.development_plan
    practice = reader.handbook.practices.get(plan.practice) if plan else None
    step = practice.steps.get(plan.review) if plan and practice else None
    if not practice or not step or not step.frequency or not step.frequency.months:
        return None
    link, often, whom = reader.link("practices", practice.id), frequency(reader, step.frequency), _whom(reader, practice)
    said = {"step": reader.text(step.name), "often": often}
    return {
        "months": step.frequency.months,
        "text": reader.say("The days are a proposal. “{step}” says {often}; the documents state it for: {whom}.", **said, whom=whom) if whom
        else reader.say("The days are a proposal. “{step}” says {often}.", **said),
        "href": link.href,
        "name": link.name,
    }


def _whom(reader: Reader, practice: Practice) -> str:
    """For whom a practice is, in words; empty where it does not say."""
    return reader.inside(reader.text(practice.applies_to)) if practice.applies_to else ""
