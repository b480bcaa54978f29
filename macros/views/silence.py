"""What the documents do not say of a record, as phrases of one line: what its empty fields leave unsaid, and the gaps its file names."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.kpis import Kpi, Threshold
from macros.model.moves import WAY_KINDS, Move
from macros.model.practices import Practice, PracticeStep
from macros.model.record import Gap, Record
from macros.model.roles import Role
from macros.model.stages import Stage
from macros.views.reader import Reader
from macros.views.sizes import NAMED_STEPS


@dataclass(frozen=True)
class Silence:
    """What an empty field leaves unsaid, in words that complete the line; `section` is where on the page it is told."""

    section: str
    words: str


def silences(reader: Reader, record: Record) -> list[Silence]:
    """Everything that the empty fields of a record leave unsaid."""
    return [Silence(section, words) for section, words in _silences(reader, record)]


def by_section(reader: Reader, record: Record) -> dict[str, list[Silence | Gap]]:
    """What is missing on the page, under "", and in each section that has a line of its own."""
    found: dict[str, list[Silence | Gap]] = {"": [], **{section: [] for section in record.SAYS_WHAT_IS_MISSING}}
    missing: list[Silence | Gap] = [*silences(reader, record), *reader.handbook.gaps_by_record.get(record, ())]
    for one in missing:
        found[one.section if one.section and one.section in found else ""].append(one)  # another record's gap may name a section that only its own page has
    return {section: of_section for section, of_section in found.items() if of_section}


def _silences(reader: Reader, record: Record) -> Iterator[tuple[str, str]]:
    handbook = reader.handbook
    if isinstance(record, Role):
        if record.reports_to is None or "reports_to" in record.basis_of and record.basis_of["reports_to"].basis != "stated":
            yield "", reader.say("who it reports to")
        if handbook.tracks and not handbook.tracks_by_role[record.id]:
            yield "", reader.say("which track it is on")
        if handbook.layers and not record.layer:
            yield "", reader.say("its layer")
        if not (record.qualifications or handbook.promotions_to(record)):
            yield "", reader.say("what an applicant must bring")
        if not record.kpis:
            yield "", reader.say("its KPIs")
        if not record.works_with:
            yield "", reader.say("whom it works with")
        if not (any(getattr(record.authority, field) for field in type(record.authority).model_fields) or record.authority_limits):
            yield "", reader.say("what it may decide")
        yield from (("kpis", words) for words in _of_targets(reader, record))
    if isinstance(record, Kpi):
        called = [line for line in record.thresholds if line.kind in ("alert", "stop-loss", "report")]
        if record.cadence == "not-stated":
            yield "", reader.say("how often it is counted")
        if unanswered := [line for line in called if line.action is None]:
            yield "", reader.say("what happens when the {line} line is reached", line=_kinds(reader, unanswered))
        if unclaimed := [line for line in called if line.actor is None]:
            yield "", reader.say("who acts when the {line} line is reached", line=_kinds(reader, unclaimed))
    if isinstance(record, Move):
        if record.kind in WAY_KINDS and not (record.asks or record.preferred):
            yield "", reader.say("what conditions must be met")
        if record.kind == "rotation" and record.duration is None:
            yield "", reader.say("how long it lasts")
    if isinstance(record, Stage):
        if not record.core_tasks and any(one.core_tasks for one in handbook.stages.values()):
            yield "", reader.say("the core tasks")
        if not record.abilities and any(one.abilities for one in handbook.stages.values()):
            yield "", reader.say("the abilities it takes")
    if isinstance(record, Practice) and record.steps:
        yield from (("steps", words) for words in _of_steps(reader, record))


def _kinds(reader: Reader, lines: list[Threshold]) -> str:
    """What a few lines are called, inside a sentence."""
    names = list(dict.fromkeys(reader.inside(reader.word("threshold", line.kind)) for line in lines))
    return reader.say(", ").join(names) if reader.language == "zh" else reader.listed(names)


def _of_targets(reader: Reader, role: Role) -> Iterator[str]:
    """Against what a change is measured, and what the top of a scale is, of the targets that have one."""
    given = [(line.kpi, line.target) for line in role.kpis if line.target]
    based = {id: None for id, target in given if target.change in ("increase", "decrease", "shorten", "above") and target.baseline in (None, "not-stated")}
    scaled = {id: None for id, target in given if target.scale == "not-stated"}
    for ids, one, many in (
        (based, reader.pattern("what the target for {names} is measured against"), reader.pattern("what the targets for {names} are measured against")),
        (scaled, reader.pattern("the top of the scale for {names}"), reader.pattern("the top of the scale for {names}")),
    ):
        if ids:
            called = [reader.inside(reader.link("kpis", id).name) for id in ids]
            names = reader.say(", ").join(called) if reader.language == "zh" else reader.listed(called)  # a Chinese name may hold 与 or 和 itself
            yield (one if len(ids) == 1 else many).format(names=names)


def _of_steps(reader: Reader, practice: Practice) -> Iterator[str]:
    """The steps without a time limit, and those without anyone who acts."""
    steps = list(practice.steps.values())
    untimed = [step for step in steps if not _timed(reader, step)]
    unclaimed = [step for step in steps if not step.actors]
    if len(untimed) == len(steps):
        yield reader.say("the time limits of the steps")
    elif len(untimed) > NAMED_STEPS:
        yield reader.say("the time limits of {n} of the {all} steps", n=len(untimed), all=len(steps))
    elif untimed:
        yield reader.say_n("the time limit of the step {names}", "the time limits of the steps {names}", len(untimed), names=_called(reader, untimed))
    if len(unclaimed) == len(steps):
        yield reader.say("who takes the steps")
    elif len(unclaimed) > NAMED_STEPS:
        yield reader.say("who takes {n} of the {all} steps", n=len(unclaimed), all=len(steps))
    elif unclaimed:
        yield reader.say_n("who takes the step {names}", "who takes the steps {names}", len(unclaimed), names=_called(reader, unclaimed))


def _called(reader: Reader, steps: list[PracticeStep]) -> str:
    """The names of a few steps, in quotation marks."""
    names = [f"“{reader.text(step.name)}”" for step in steps]
    return "".join(names) if reader.language == "zh" else reader.listed(names)


def _timed(reader: Reader, step: PracticeStep) -> bool:
    """Whether a document says, if only in an example, when or how often the step is taken or how long it takes."""
    times = {id for id, unit in reader.handbook.units.items() if unit.counts == "time"}
    figures = [figure for action in step.does for figure in action.figures]
    return bool(
        step.deadline or step.frequency or any(action.deadline for action in step.does)
        or any(figure.deadline or figure.lead_time or figure.frequency or figure.unit in times for figure in figures)
    )
