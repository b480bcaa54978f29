"""How often a plan is looked back on, as the handbook has it: the step that says so."""
from __future__ import annotations

from macros.views.page import View
from macros.views.reader import Reader


def rhythm(reader: Reader) -> View | None:
    """The months between two reviews, and a sentence that suggests them; None where the handbook has no such step."""
    plan = reader.handbook.about.development_plan
    practice = reader.handbook.practices.get(plan.practice) if plan else None
    step = practice.steps.get(plan.review) if plan and practice else None
    if not practice or not step or not step.frequency or not step.frequency.months:
        return None
    link, months = reader.link("practices", practice.id), step.frequency.months
    return {
        "months": months,
        "text": reader.say_n("We suggest a review every month. See:", "We suggest a review every {n} months. See:", months),
        "href": link.href,
        "name": link.name,
    }
