"""What the documents do not say of a record, as phrases of one line: what its empty fields leave unsaid, and the gaps its file names."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.about import Subject
from macros.model.figures import Target
from macros.model.handbook import Handbook
from macros.model.kpis import Kpi, Threshold
from macros.model.moves import WAY_KINDS, Move
from macros.model.practices import Practice
from macros.model.record import Gap, Record
from macros.model.roles import Role
from macros.model.stages import Stage
from macros.views.reader import Reader
from macros.views.unsaid_steps import of_steps


@dataclass(frozen=True)
class Silence:
    """What an empty field leaves unsaid, in words that complete the line; `section` is where on the page it is told,
    `subject` what a handbook may say who settles, for every role alike. `elsewhere`: the page of another record says it as well, and it waits there."""

    section: str
    words: str
    subject: Subject | None = None
    elsewhere: bool = False


def silences(reader: Reader, record: Record) -> list[Silence]:
    """Everything that the empty fields of a record leave unsaid."""
    of_role = [Silence("", words, subject) for subject, words in _of_role(reader, record)] if isinstance(record, Role) else []
    return [*of_role, *_silences(reader, record)]


def by_section(reader: Reader, record: Record) -> dict[str, list[Silence | Gap]]:
    """What is missing on the page, under "", and in each section that has a line of its own."""
    found: dict[str, list[Silence | Gap]] = {"": [], **{section: [] for section in record.SAYS_WHAT_IS_MISSING}}
    missing: list[Silence | Gap] = [*silences(reader, record), *reader.handbook.gaps_by_record.get(record, ())]
    for one in missing:
        found[one.section if one.section and one.section in found else ""].append(one)  # another record's gap may name a section that only its own page has
    return {section: of_section for section, of_section in found.items() if of_section}


def _of_role(reader: Reader, role: Role) -> Iterator[tuple[Subject, str]]:
    """What the empty fields of a role leave unsaid, each with its subject."""
    handbook = reader.handbook
    if role.reports_to is None or "reports_to" in role.basis_of and role.basis_of["reports_to"].basis != "stated":
        yield "reports-to", reader.say("who it reports to")
    if handbook.tracks and not handbook.tracks_by_role[role.id]:
        yield "track", reader.say("which track it is on")
    if handbook.layers and not role.layer:
        yield "layer", reader.say("its layer")
    if not (role.qualifications or handbook.promotions_to(role)):
        yield "qualifications", reader.say("what an applicant must bring")
    if not role.kpis:
        yield "kpis", reader.say("its KPIs")
    if not role.works_with:
        yield "works-with", reader.say("whom it works with")
    if not (any(getattr(role.authority, field) for field in type(role.authority).model_fields) or role.authority_limits):
        yield "authority", reader.say("what it may decide")


def _silences(reader: Reader, record: Record) -> Iterator[Silence]:
    handbook = reader.handbook
    if isinstance(record, Role):
        yield from (Silence("kpis", words, elsewhere=True) for words in _of_targets(reader, record))
    if isinstance(record, Kpi):
        yield from _of_kpi(reader, record)
    if isinstance(record, Move):
        if record.kind in WAY_KINDS and not (record.asks or record.preferred):
            yield Silence("", reader.say("what conditions must be met"))
        if record.kind == "rotation" and record.duration is None:
            yield Silence("", reader.say("how long it lasts"))
    if isinstance(record, Stage):
        if not record.core_tasks and any(one.core_tasks for one in handbook.stages.values()):
            yield Silence("", reader.say("the core tasks"))
        if not record.abilities and any(one.abilities for one in handbook.stages.values()):
            yield Silence("", reader.say("the abilities it takes"))
    if isinstance(record, Practice) and record.steps:
        yield from (Silence("steps", words) for words in of_steps(reader, record))


def _of_kpi(reader: Reader, kpi: Kpi) -> Iterator[Silence]:
    """What is unsaid of the indicator and its lines, and of the targets that roles have for it."""
    called = [line for line in kpi.thresholds if line.kind in ("alert", "stop-loss", "report")]
    given = [(role, line.target) for role, line in reader.handbook.roles_by_kpi.get(kpi.id, ()) if line.target]
    targets = [target for _, target in given]
    if kpi.cadence == "not-stated":
        yield Silence("", reader.say("how often it is counted"))
    if baseless := {role.id: role for role, target in given if _without_base(target)}:
        yield Silence("", _baseless(reader, list(baseless.values()), alone=len(baseless) == len({role.id for role, _ in given})))
    if any(map(_without_scale, targets)):
        yield Silence("", reader.say("the top of its scale"))
    if unanswered := [line for line in called if line.action is None]:
        yield Silence("", reader.say("what happens when the {line} line is reached", line=_kinds(reader, unanswered)))
    if unclaimed := [line for line in called if line.actor is None]:
        taken = {line.id for line in unclaimed} <= _taken_up(reader.handbook, kpi)
        yield Silence("", reader.say("who acts when the {line} line is reached", line=_kinds(reader, unclaimed)), elsewhere=taken)


def _baseless(reader: Reader, roles: list[Role], *, alone: bool) -> str:
    """That a target has no base; where another role’s target has one, or needs none, it is said whose."""
    if alone:
        return reader.say("what its target is measured against")
    names = [reader.say("the {role}", role=reader.inside(reader.text(role.name))) for role in roles]
    listed = reader.say(", ").join(names) if reader.language == "zh" else reader.listed(names)
    return reader.say("what the target of {roles} is measured against", roles=listed)


def _taken_up(handbook: Handbook, kpi: Kpi) -> set[str | None]:
    """The lines of a KPI at which a step is taken, whose practice says by whom, or that this is not said."""
    steps = (step for practice in handbook.used("practices") for step in practice.steps.values())
    return {figure.threshold for step in steps for action in step.does for figure in action.figures if figure.kpi == kpi.id}


def _kinds(reader: Reader, lines: list[Threshold]) -> str:
    """What a few lines are called, inside a sentence."""
    names = list(dict.fromkeys(reader.inside(reader.word("threshold", line.kind)) for line in lines))
    return reader.say(", ").join(names) if reader.language == "zh" else reader.listed(names)


def _of_targets(reader: Reader, role: Role) -> Iterator[str]:
    """Against what a change is measured, and what the top of a scale is, of the targets that have one."""
    given = [(line.kpi, line.target) for line in role.kpis if line.target]
    based = {id: None for id, target in given if _without_base(target)}
    scaled = {id: None for id, target in given if _without_scale(target)}
    for ids, one, many in (
        (based, reader.pattern("what the target for {names} is measured against"), reader.pattern("what the targets for {names} are measured against")),
        (scaled, reader.pattern("the top of the scale for {names}"), reader.pattern("the top of the scale for {names}")),
    ):
        if ids:
            called = [reader.inside(reader.link("kpis", id).name) for id in ids]
            names = reader.say(", ").join(called) if reader.language == "zh" else reader.listed(called)  # a Chinese name may hold 与 or 和 itself
            yield (one if len(ids) == 1 else many).format(names=names)


def _without_base(target: Target) -> bool:
    return target.change in ("increase", "decrease", "shorten", "above") and target.baseline in (None, "not-stated")


def _without_scale(target: Target) -> bool:
    return target.scale == "not-stated"
