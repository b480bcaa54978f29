"""Rules on what is said twice of one KPI: the target of a role, the limit of a step, its sentence and the quotation of a difference give one figure."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from macros.checks.amounts import impossible
from macros.checks.statements import quantities, units
from macros.loading.folder import Loaded
from macros.model.figures import Figure, FiguredItem, Ratio, Span
from macros.model.handbook import Handbook
from macros.model.kpis import Threshold
from macros.model.practices import Practice, PracticeGroup, PracticeStep
from macros.model.record import SourceId
from macros.model.roles import RoleTarget
from macros.words.languages import LANGUAGES
from macros.words.problems import Path, Problem
from macros.words.texts import Text

Number = Decimal | Ratio
Amount = tuple[tuple[Number, ...], str]  # one number, or the two of a range, and the unit


OF_OUR_OWN = ("；公司另定、与那一节不同的，去掉sources，写basis: editorial",
              "; where the company sets another figure, take sources away and write basis: editorial")


@dataclass(frozen=True)
class Limit:
    """A figure of a KPI, and who is held to it: the role itself, the roles that take a step, or nobody in particular."""

    of: tuple[object, ...]  # the KPI, its measure, and how it is taken: limits that differ in this are of different things
    amount: Amount
    sources: frozenset[SourceId]
    roles: frozenset[str]
    kind: str
    record: str
    path: Path
    beside: frozenset[Number] = frozenset()  # what else the figure says: full marks, or out of how many

    @property
    def same(self) -> tuple[object, ...]:
        """What a record says but once, however often it does."""
        return self.kind, self.record, self.of, self.amount


def limits_of_a_section_agree(loaded: Loaded) -> Iterator[Problem]:
    """What a practice cites from a section as the limit of a KPI is what roles and other practices cite from it.

    Each may give fewer figures than the other; both having one that the other lacks is a contradiction."""
    cited: dict[tuple[SourceId, tuple[object, ...]], list[Limit]] = defaultdict(list)
    for one in limits(loaded.handbook):
        for section in sorted(one.sources):
            cited[section, (*one.of, _dimension(loaded.handbook, one.amount[1]))].append(one)
    told = {one.same for one in _misquoted(loaded)}  # what is wrong with those is said of them alone
    for (section, _), all_of_it in cited.items():
        records: dict[tuple[str, str], list[Limit]] = defaultdict(list)
        for one in all_of_it:
            records[one.kind, one.record].append(one)
        for one, other in _contradicting(records):
            if not told & {one.same, other.same}:
                told.add(one.same)
                yield _contradiction(loaded, one, other, section)


def _contradicting(records: Mapping[tuple[str, str], list[Limit]]) -> Iterator[tuple[Limit, Limit]]:
    """Limits of practices, each with one of another record for the same people, where either record lacks the figure of the other."""
    for (kind, id), here in records.items():
        if kind == "roles":  # which differ in their targets
            continue
        mine = {one.amount for one in here}
        for there in (limits for record, limits in records.items() if record != (kind, id)):
            for one in here:
                near = [other for other in there if not one.roles or not other.roles or one.roles & other.roles]
                lacking = [other for other in near if other.amount not in mine]
                if lacking and one.amount not in {other.amount for other in near}:
                    yield one, lacking[0]


def _dimension(handbook: Handbook, unit: str) -> str:
    """What a unit measures: times are held against each other in whatever unit they are given."""
    found = handbook.units.get(unit)
    return "time" if found and found.counts == "time" else unit


def _contradiction(loaded: Loaded, one: Limit, other: Limit, section: str) -> Problem:
    there = loaded.problem(other.kind, other.record, other.path, "", "")
    (zh, en), (there_zh, there_en) = shown(loaded.handbook, one.amount), shown(loaded.handbook, other.amount)
    return loaded.problem(
        one.kind, one.record, one.path,
        f"{there.file}:{there.line}依据同一节（{section}）写的是{there_zh}，这里是{zh}；对照那一节改成一样，那一节有两个数就两处都写上{OF_OUR_OWN[0]}",
        f"{there.file}:{there.line} cites the same section ({section}) and says {there_en}, while this says {en}; "
        f"make them as the section has it, or write both figures where it has two{OF_OUR_OWN[1]}",
    ).following(altered_of(str(one.of[0])))


def quotations_have_the_figure(loaded: Loaded) -> Iterator[Problem]:
    """Where a difference of a KPI quotes a section with figures in a unit, a limit that cites the section is among them."""
    for one, (record, path, section) in _misquoted(loaded).items():
        there = loaded.problem("kpis", record, path, "", "")
        zh, en = shown(loaded.handbook, one.amount)
        yield loaded.problem(
            one.kind, one.record, one.path, f"{there.file}:{there.line}引的是同一节（{section}），里面没有{zh}；对照那一节改成一样{OF_OUR_OWN[0]}",
            f"{there.file}:{there.line} quotes the same section ({section}) without {en}; make them as the section has it{OF_OUR_OWN[1]}",
        ).following(altered_of(str(one.of[0])), impossible(loaded.problem(one.kind, one.record, one.path, "", "")))


def _misquoted(loaded: Loaded) -> Mapping[Limit, tuple[str, Path, SourceId]]:
    """Limits that are not among the figures quoted from a section that they cite, with the quotation; one of each record that says the same twice."""
    following = units(loaded.handbook, "zh")
    found: dict[Limit, tuple[str, Path, SourceId]] = {}
    told: set[tuple[object, ...]] = set()
    for one in limits(loaded.handbook):
        kpi = loaded.handbook.kpis.get(str(one.of[0]))
        numbers, unit = one.amount
        if kpi is None or len(numbers) > 1 or one.same in told:
            continue
        for number, differ in enumerate(kpi.differs):
            for at, says in enumerate(differ.says):
                quoted = {value for value, of in quantities(says.zh, "zh", following) if of == unit} - one.beside
                if says.source in one.sources and quoted and numbers[0] not in quoted:
                    found[one] = (kpi.id, ("differs", number, "says", at), says.source)
                    told.add(one.same)
    return found


def steps_say_their_deadline(loaded: Loaded) -> Iterator[Problem]:
    """Where the sentences of a step, or of one thing done in it, give times in the unit of its deadline, the deadline is among them."""
    following = {language: units(loaded.handbook, language) for language in LANGUAGES}
    for practice in loaded.handbook.practices.values():
        for path, deadline, sentences in _timed(practice):
            amount = _of_span(deadline)
            said = {value for text in sentences for value, unit in quantities(text.zh, "zh", following["zh"]) if amount and unit == amount[1]}
            if amount and said and amount[0][0] not in said:
                (zh, en), times = shown(loaded.handbook, amount), sorted(said)
                others = [shown(loaded.handbook, ((one,), amount[1])) for one in times]
                yield loaded.problem("practices", practice.id, (*path, "deadline"),
                                     f"时限写着{zh}，句子里写的是{'、'.join(one for one, _ in others)}；改成一样",
                                     f"The deadline is {en}, and the sentences say {', '.join(one for _, one in others)}; make them the same")


def _timed(practice: Practice) -> Iterator[tuple[Path, Span, list[Text]]]:
    for id, step in practice.steps.items():
        for number, one in enumerate(step.does):
            if one.deadline:
                yield ("steps", id, "does", number), one.deadline, [one]
        if step.deadline:
            yield ("steps", id), step.deadline, [step.name, *(one for one in step.does if not one.deadline)]


def timed_steps_are_targets_of_their_roles(loaded: Loaded) -> Iterator[Problem]:
    """A role that takes a step with a deadline by which a KPI is measured has that KPI."""
    for practice in loaded.handbook.practices.values():
        for id, step in practice.steps.items():
            for number, actor in enumerate(step.actors or ()):
                role = loaded.handbook.roles.get(actor.role or "")
                timed = step.measure.kpi if step.deadline and step.measure else ""
                if role and not role.retired and timed in loaded.handbook.kpis and timed not in {line.kpi for line in role.kpis}:
                    yield loaded.problem(
                        "practices", practice.id, ("steps", id, "actors", number),
                        f"这一步按“{timed}”计时，岗位“{role.id}”的kpis里却没有它；在岗位里补上，或去掉这里的measure",
                        f"This step is timed by “{timed}”, which the role “{role.id}” does not have among its kpis; add it there, "
                        "or take measure away here",
                    )


def altered_of(kpi: str) -> str:
    """What it is called that a figure of a KPI changed, with all places told that do not agree with it any more."""
    return f"altered {kpi}"


def limits(handbook: Handbook) -> Iterator[Limit]:
    """Every figure by which roles and practices hold someone to a KPI."""
    for role in handbook.roles.values():
        for number, line in enumerate(role.kpis):
            if line.target and not role.retired:
                yield from _limit((line.kpi, line.measure), line.target, cited(line, role.sources), [role.id], "roles", role.id, ("kpis", number, "target"))
    for practice in handbook.practices.values():
        yield from _of_practice(practice) if not practice.retired else ()


def _of_practice(practice: Practice) -> Iterator[Limit]:
    path: Path
    for id, step in practice.steps.items():
        who = [actor.role for actor in step.actors or () if actor.role]
        sources = cited(step, practice.sources)
        if step.measure and step.deadline:
            of = (step.measure.kpi, step.measure.measure)
            yield from _limit(of, Figure(deadline=step.deadline), sources, who, "practices", practice.id, ("steps", id, "deadline"))
        for number, one in enumerate(step.does):
            for at, figure in enumerate(one.figures):
                path = ("steps", id, "does", number, "figures", at)
                yield from _limit((figure.kpi, figure.measure), figure, cited(one, sources), who, "practices", practice.id, path)
    for id, group in practice.groups.items():
        for number, item in enumerate(group.items):
            sources = cited(item, cited(group, practice.sources))
            for at, figure in enumerate(item.figures):
                path = ("groups", id, "items", number, "figures", at)
                yield from _limit((figure.kpi, figure.measure), figure, sources, [], "practices", practice.id, path)


def cited(part: RoleTarget | Threshold | PracticeStep | PracticeGroup | FiguredItem, around: tuple[SourceId, ...]) -> tuple[SourceId, ...]:
    """What a part rests on: its own sources or those around it; what the editors set is no document's."""
    return () if part.basis == "editorial" else part.sources or around


def _limit(
    of: tuple[str | None, str | None], figure: Figure, sources: tuple[SourceId, ...], roles: list[str], kind: str, record: str, path: Path,
) -> Iterator[Limit]:
    amount = amount_of(figure) if figure.lead_time is None else None
    if of[0] and amount and figure.goal is None:  # beside a goal stands a result, which holds nobody to anything
        end = ("<" if figure.deadline.within is not None else ">") if figure.deadline else (figure.comparator or "")[:1]
        beside = [one for one in (figure.scale, figure.out_of) if isinstance(one, Decimal)]
        taken = (end, figure.change, figure.baseline if figure.change else None, figure.out_of)
        yield Limit((*of, *taken), amount, frozenset(sources), frozenset(roles), kind, record, path, frozenset(beside))


def _of_span(span: Span) -> Amount | None:
    number = span.within if span.within is not None else span.at_least
    return None if number is None else ((number,), span.unit)


def amount_of(figure: Figure) -> Amount | None:
    """How much a figure says, where it is a number, two of a range, or a time."""
    if figure.deadline:
        return _of_span(figure.deadline)
    if figure.lead_time and figure.lead_time.value is not None:
        return (figure.lead_time.value,), figure.lead_time.unit
    for numbers in ((figure.value,), (figure.from_, figure.to), (figure.before, figure.after)):
        if numbers[0] is not None:
            return tuple(one for one in numbers if one is not None), figure.unit or ""
    return None


def shown(handbook: Handbook, amount: Amount) -> tuple[str, str]:
    """An amount as a report says it, in Chinese and English."""
    numbers, id = amount
    unit = handbook.units.get(id)
    number = "～".join(map(str, numbers)), "–".join(map(str, numbers))
    if unit and unit.after:
        return f"{number[0]}{unit.after.zh}", f"{number[1]} {unit.after.en if numbers == (Decimal(1),) else unit.after.plural}"
    sign = unit.sign or "" if unit else f" {id}"
    return f"{number[0]}{sign}", f"{number[1]}{sign}"
