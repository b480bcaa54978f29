"""Practices with their steps and rules, the index of practices, and the cases that illustrate them."""
from __future__ import annotations

from dataclasses import replace

from macros.model.figures import Span
from macros.model.practices import Action, Actor, Measured, PracticeGroup, PracticeStep
from macros.model.record import Basis
from macros.pages.cases import case_entry
from macros.views import figure_phrases, figures, parts, resources
from macros.views.alphabet import by_name
from macros.views.concerns import concerns, whom
from macros.views.page import Section, View
from macros.views.reader import Link, Reader


def practice(reader: Reader, id: str) -> View:
    """Everything a practice's page shows."""
    found = reader.handbook.practices[id]
    cases = [case for case in reader.handbook.used("cases") if id in case.practices]
    concerned = concerns(reader, found)
    ours, others = ({key: group for key, group in found.groups.items() if group.elsewhere == elsewhere} for elsewhere in (False, True))
    sections = [
        *([Section("steps", reader.say("Step by step"), reader.say_n("{n} step", "{n} steps", len(found.steps)))] if found.steps else []),
        *([Section("rules", reader.say("What applies"))] if ours else []),
        *([Section("elsewhere", reader.say("How other companies do it"))] if others else []),
        *([Section("cases", reader.say("Cases"), str(len(cases)))] if cases else []),
        *([Section("concerns", reader.say("Who and what it concerns"))] if concerned or found.related else []),
        *resources.section(reader.say("On the web"), found.links),
        Section("sources", reader.say("Sources")),
    ]
    return {
        **parts.common(reader, "practices", found, sections),
        "essence": reader.text(found.summary),
        "kind_name": reader.group("practices", found.kind),
        "applies_to": parts.items(reader, [found.applies_to])[0] if found.applies_to else None,
        "steps": [_step(reader, key, step) for key, step in found.steps.items()],
        "groups": [_group(reader, key, group) for key, group in ours.items()],
        "elsewhere": [_group(reader, key, group) for key, group in others.items()],
        "cases": [case_entry(reader, case) for case in cases],
        "concerns": concerned,
        "related": reader.links("practices", found.related),
        "resources": resources.links(reader, found.links),
    }


def _group(reader: Reader, key: str, group: PracticeGroup) -> View:
    """Rules under one heading. Where another company does it, the heading above says that it is an example."""
    basis: Basis = "stated" if group.elsewhere else group.basis
    items = [item.model_copy(update={"basis": "stated"}) for item in group.items] if group.elsewhere else group.items
    rules = parts.grouped(reader, items, basis=basis, audience=group.audience, note=group.note, sources=group.sources)
    whose = "" if group.elsewhere else whom(reader, group)
    return {"id": f"rule-{key}", "name": reader.text(group.name), "whom": whose, "outputs": _opening(parts.applied(reader, group.outputs)), **rules}


def _step(reader: Reader, key: str, step: PracticeStep) -> View:
    facts = []
    if step.measure:
        facts.append({"name": reader.say("Measured by"), "links": [_measured(reader, step.measure)]})
    if step.outputs:
        facts.append({"name": reader.say("Deliverable"), "links": _opening(parts.applied(reader, step.outputs))})
    if step.frequency:
        facts.append({"name": reader.say("How often"), "links": [Link(figures.frequency(reader, step.frequency))]})
    done = parts.grouped(reader, step.does, basis=step.basis, audience=step.audience, note=step.note, sources=step.sources)
    return {
        "id": f"step-{key}",
        "name": reader.text(step.name),
        "actors": _opening([_actor(reader, actor) for actor in step.actors or ()]),
        "does": [{**line, "deadline": _unsaid(reader, action)} for line, action in zip(done["lines"], step.does)],
        "deadline": _span(reader, step.deadline),
        "facts": facts,
        "why": done["why"],
    }


def _measured(reader: Reader, by: Measured) -> Link:
    """The indicator a step is measured by, with which of its measures where it has several, so that two steps with limits of their own differ."""
    link, measures = reader.link("kpis", by.kpi), reader.handbook.kpis[by.kpi].measures
    return replace(link, name=link.name + reader.say(": ") + reader.text(measures[by.measure].name)) if by.measure and len(measures) > 1 else link


def _opening(links: list[Link]) -> list[Link]:
    """Names as they stand at the head of a fact, where “you” and the name of a term begin with a capital."""
    return [replace(one, name=one.name[:1].upper() + one.name[1:]) if place == 0 else one for place, one in enumerate(links)]


def _actor(reader: Reader, actor: Actor) -> Link:
    return Link(reader.word("person", actor.person)) if actor.person else reader.party(actor)


def _unsaid(reader: Reader, action: Action) -> str:
    """The time limit of an action, where its sentence does not say it."""
    said = action.deadline is None or figure_phrases.deadline(reader, action.deadline).number in reader.text(action)
    return "" if said else _span(reader, action.deadline)


def _span(reader: Reader, span: Span | None) -> str:
    """A time limit as it stands beside a step; empty when there is none."""
    if span is None:
        return ""
    if span.value is not None:
        return reader.say("{time} ahead", time="".join(figures.quantity(reader, span.value, span.unit)))
    return str(figure_phrases.deadline(reader, span))


def practice_index(reader: Reader) -> View:
    """Practices by what they are about."""
    used = by_name(reader.handbook.used("practices"), reader.language)
    groups: list[View] = [
        {
            "section": Section(kind, name, str(sum(1 for one in used if one.kind == kind))),
            "entries": [
                {"link": reader.link("practices", one.id), "other_name": reader.other_name(one), "summary": parts.based(reader, one.summary)}
                for one in used
                if one.kind == kind
            ],
        }
        for kind, name in reader.groups("practices")
        if any(one.kind == kind for one in used)
    ]
    return {
        "essence": reader.say_n(
            "How work is planned, appraised, rewarded and kept safe: {n} policy or process, with who does what, and by when if a document says so.",
            "How work is planned, appraised, rewarded and kept safe: {n} policies and processes, with who does what, and by when if a document says so.",
            len(used),
        ),
        "groups": groups,
        "sections": {group["section"].id: group["section"] for group in groups},
    }

