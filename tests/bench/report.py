"""The figures of one run, and the Markdown that shows them."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from tests.bench.clock import Cost
from tests.bench.sites import KINDS, REST, Size, View

KEPT, EMPTY = "this project, `.cache` kept", "this project, `.cache` empty"
STATES = ("`.cache` empty", "one file changed", "nothing changed")


@dataclass(frozen=True)
class Build:
    """What a generator’s builds of one site cost, one after another, and what it made."""

    costs: tuple[Cost, ...]
    size: Size

    @property
    def processor(self) -> float:
        return median(cost.processor for cost in self.costs)

    @property
    def memory(self) -> int:
        return max(cost.memory for cost in self.costs)

    @property
    def per_page(self) -> float:
        return self.processor / self.size.pages


@dataclass
class Report:
    """Everything measured. Builds and checks stand by the number of roles; in `missing` is why something was not measured."""

    machine: str
    builds: dict[int, dict[str, Build]] = field(default_factory=dict)
    checks: dict[int, dict[str, tuple[Cost, ...]]] = field(default_factory=dict)
    edits: dict[int, Sequence[float]] = field(default_factory=dict)
    views: Mapping[str, View] = field(default_factory=dict)
    role_page: int = 0  # bytes of the median role page as sent
    missing: dict[str, str] = field(default_factory=dict)


def markdown(report: Report) -> str:
    """The tables, with the machine and the date above them."""
    parts = [report.machine, whole_builds(report), growth(report), checks(report), browser(report), missing(report)]
    return "\n\n".join(part for part in parts if part) + "\n"


def summary(report: Report) -> str:
    """Three lines for those who only want to know how it stands. They leave out how many pages there were: every edit of the data may change that."""
    roles, builds = next(iter(report.builds.items()))
    most, last = list(report.builds.items())[-1]
    ours = builds[KEPT]
    ratios = [f"{_ratio(ours, other)} × {name}" for name, other in builds.items() if name not in (KEPT, EMPTY)]
    lines = ["; ".join([f"{roles} roles: {_seconds(ours)} s of processor time, {_mb(ours.memory)} MB", *ratios])]
    if most != roles:
        now = last[KEPT]
        lines.append(f"{most} roles: {_seconds(now)} s, {_grown(now, ours)} × the time per page, {_mb(now.memory)} MB")
    edits = [f"{median(found):.2f} s at {number} roles" for number, found in report.edits.items()]
    opened = [f"{_kb(sum(view.first.values()))} kB ({language})" for language, view in report.views.items()]
    shown = [f"an edit is on its page after {', '.join(edits)}"] if edits else []
    shown += [f"a first view of a role page loads {', '.join(opened)}"] if opened else []
    return "".join(f"- {line}\n" for line in (*lines, "; ".join(shown)) if line)


def whole_builds(report: Report) -> str:
    """Every generator on the same page bodies."""
    roles, builds = next(iter(report.builds.items()))
    head = (
        f"Whole build, {roles} roles · 整本生成", "Processor s · 处理器秒", "`.cache` kept : it · 与它之比", "`.cache` empty : it", "Clock s · 钟表秒",
        "Peak MB · 内存峰值", "Pages · 页", "Site MB · 网站大小",
    )
    rows = [
        (name, _seconds(one), *(_ratio(builds[ours], one) if ours in builds and ours != name else "–" for ours in (KEPT, EMPTY)),
         f"{median(cost.clock for cost in one.costs):.1f}", _mb(one.memory), str(one.size.pages), f"{one.size.bytes / 1e6:.1f}")
        for name, one in builds.items()
    ]
    return _table(head, rows)


def growth(report: Report) -> str:
    """This project at several sizes."""
    head = (
        "Growth, `.cache` kept / empty · 规模", "Pages · 页", "Processor s · 处理器秒", "ms a page · 每页毫秒", "× the first · 与第一行之比",
        "Peak MB · 内存峰值", "Site MB · 网站大小", "Largest page kB, gzip · 最大的一页",
    )
    first = next(iter(report.builds.values()))
    rows = []
    for roles, builds in report.builds.items():
        found = [(builds[name], first[name]) for name in (KEPT, EMPTY) if name in builds and name in first]
        if found:
            one = found[0][0].size
            rows.append((
                f"{roles} roles", str(one.pages),
                *(_both(show(build, before) for build, before in found) for show in (_seconds, _per_page, _grown, _peak)),
                f"{one.bytes / 1e6:.1f}", _kb(one.largest),
            ))
    return _table(head, rows)


def checks(report: Report) -> str:
    """`check` and the way from an edit to the page."""
    head = ("Editing · 编辑", *(f"check, {state}, processor s" for state in STATES), "Edit → page, clock s · 改动到页面")
    rows = [
        (f"{roles} roles", *(f"{median(cost.processor for cost in costs[state]):.2f}" if state in costs else "–" for state in STATES),
         _spread(report.edits[roles]) if roles in report.edits else "–")
        for roles, costs in report.checks.items()
    ]
    return _table(head, rows)


def browser(report: Report) -> str:
    """What a reader’s browser loads."""
    kinds = [*dict.fromkeys(KINDS.values()), REST]
    head = ("kB sent, gzip · 传输", *kinds, "First view · 第一次打开", "First query · 第一次搜索", "Another · 再搜一次")
    rows = [
        (f"role page, {language}", *(_kb(view.first.get(kind, 0)) for kind in kinds), _kb(sum(view.first.values())), _kb(view.query), _kb(view.another))
        for language, view in report.views.items()
    ]
    tail = f"\n\nMedian role page, HTML alone: {_kb(report.role_page)} kB." if rows and report.role_page else ""
    return _table(head, rows) + tail


def missing(report: Report) -> str:
    """What was not measured, and why."""
    return "\n".join(f"- Not measured: {name} ({why})" for name, why in report.missing.items())


def _ratio(ours: Build, other: Build) -> str:
    """Ours over theirs, pair by pair of one round: the median, and from where to where it went."""
    return _spread([own.processor / theirs.processor for own, theirs in zip(ours.costs, other.costs)])


def _seconds(build: Build, _: Build | None = None) -> str:
    return f"{build.processor:.1f}"


def _per_page(build: Build, _: Build) -> str:
    return f"{1000 * build.per_page:.1f}"


def _peak(build: Build, _: Build) -> str:
    return _mb(build.memory)


def _grown(now: Build, before: Build) -> str:
    """Time per page over that of the first size, pair by pair."""
    pages = now.size.pages / before.size.pages
    return f"{median(one.processor / first.processor for one, first in zip(now.costs, before.costs)) / pages:.2f}"


def _spread(values: Sequence[float]) -> str:
    return f"{median(values):.2f}" + (f" ({min(values):.2f}–{max(values):.2f})" if len(values) > 1 else "")


def _both(values: Iterator[str]) -> str:
    return " / ".join(values)


def _mb(number: int) -> str:
    return f"{number / 1e6:.0f}"


def _kb(number: int) -> str:
    return f"{number / 1e3:.1f}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(line)} |" for line in (head, ["---"] * len(head), *rows)) if rows else ""
