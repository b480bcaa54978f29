"""Cases: short examples, all on one page and beside the practices they illustrate."""
from __future__ import annotations

from macros.model.practices import Case
from macros.views import parts, retirement
from macros.views.concerns import concerns
from macros.views.marks import cited
from macros.views.page import Section, View
from macros.views.reader import Reader


def case_index(reader: Reader) -> View:
    """All cases on one page, each under its own address; by their groups, where there are any."""
    groups = _groups(reader)
    return {
        "essence": reader.say("Short examples from the documents. They illustrate; they set no rule and no target."),
        "groups": groups,
        "gone": retirement.gone(reader, "cases"),
        "sections": {group["section"].id: group["section"] for group in groups},
    }


def _groups(reader: Reader) -> list[View]:
    """Cases under a heading for each group, and last those without one."""
    cases = reader.handbook.used("cases")
    found = [(f"group-{id}", name, [case for case in cases if case.kind == id]) for id, name in reader.groups("cases")]
    rest = [case for case in cases if not case.kind]
    found.append(("all-cases", reader.say("All cases") if rest == cases else reader.say("Other cases"), rest))
    return [{"section": Section(id, name, str(len(held))), "cases": [case_entry(reader, case) for case in held]} for id, name, held in found if held]


def _story(reader: Reader, case: Case) -> View:
    """What happened, with a mark only where there is a remark: that cases are examples stands above them, and their source below."""
    return {"text": reader.text(case.story), **parts.marks(reader, "stated", case.story.audience, case.story.note)}


def _practices(reader: Reader, case: Case) -> list[View]:
    return [{"name": reader.word("kind-heading", "practices"), "links": reader.links("practices", case.practices)}] if case.practices else []


def case_entry(reader: Reader, case: Case) -> View:
    return {
        "id": case.id,
        "name": reader.text(case.name),
        "href": reader.address("cases", case.id),
        "story": _story(reader, case),
        "point": {"text": reader.text(case.point), **parts.marks(reader, "editorial")},  # what to take from it is the editors’ own
        "note": parts.remark(reader, case),
        "concerns": [*_practices(reader, case), *concerns(reader, case)],
        "cited": cited(reader, sorted(reader.handbook.cited["cases", case.id])),
    }
