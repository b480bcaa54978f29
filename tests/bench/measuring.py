"""One run of the bench: copies of the project with handbooks of several sizes, and every generator in turn, round by round.

In turn, so that a slow spell of the machine meets all of them; what is compared is compared within one round."""
from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import playwright.sync_api
import yaml

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.handbook import Handbook
from tests.bench import peers
from tests.bench.clock import Cost, Failed, cost
from tests.bench.editing import edit, edit_to_page, other_words
from tests.bench.grown import grow
from tests.bench.report import EMPTY, KEPT, STATES, Build, Report
from tests.bench.sites import median_page, size, views
from tests.building import copied

MACROS = [sys.executable, "-m", "macros"]
EDITS = 5  # for each round


@dataclass(frozen=True)
class Builder:
    """A generator at one size: its command, the folder it runs in, what is done before, and where its site comes to lie."""

    roles: int
    name: str
    command: list[str]
    folder: Path
    out: Path
    before: Callable[[], None] = lambda: None

    def run(self) -> Cost:
        shutil.rmtree(self.out, ignore_errors=True)
        self.before()
        return cost(self.command, self.folder)


def measure(data: Path, work: Path, times: Sequence[int], rounds: int, without: Iterable[str], machine: str) -> Report:
    """Measure everything, in the folder `work`. What cannot be measured is said in the report and left out."""
    handbook = load(data, RULES)
    report = Report(machine)
    projects = {len(handbook.used("roles")) * number: _project(data, work / f"times-{number}", number) for number in times}
    builders = list(_sound([one for roles, project in projects.items() for one in _ours(roles, project)], report))
    if not builders:
        raise Failed(next(iter(report.missing.values())))
    first = builders[0]
    builders += _sound(_peers(first, work, without, report), report)
    costs: dict[tuple[int, str], list[Cost]] = {}
    for number in range(rounds):
        _say(f"round {number + 1} of {rounds}")
        for one in builders:
            costs.setdefault((one.roles, one.name), []).append(one.run())
    for one in builders:
        report.builds.setdefault(one.roles, {})[one.name] = Build(tuple(costs[one.roles, one.name]), size(one.out))
    for roles, project in projects.items():
        _editing(report, roles, project, handbook, rounds)
    _say("first view and search")
    report.role_page = median_page(first.out, "roles")
    try:
        report.views = views(first.out, handbook)
    except playwright.sync_api.Error as error:
        report.missing["first view and search"] = str(error).partition("\n")[0]
    return report


def _project(data: Path, folder: Path, times: int) -> Path:
    """A copy of the project with the handbook in it, so many times as large; its `.cache` is its own."""
    grow(data, folder / "grown", times)
    folder.mkdir(exist_ok=True)
    return copied(folder / "project", folder / "grown")


def _ours(roles: int, project: Path) -> Iterator[Builder]:
    """This project with nothing kept, and with what the build before kept."""
    def forget() -> None:
        shutil.rmtree(project / ".cache", ignore_errors=True)

    for name, before in ((EMPTY, forget), (KEPT, lambda: None)):
        yield Builder(roles, name, [*MACROS, "build", "--site", str(project.parent / "site")], project, project.parent / "site", before)


def _peers(ours: Builder, work: Path, without: Iterable[str], report: Report) -> Iterator[Builder]:
    """The other generators, on the bodies of our finished site."""
    for peer in peers.PEERS:
        if any(word.lower() in peer.name.lower() for word in without):
            continue
        try:
            _say(f"installing {peer.name}")
            peers.install(peer)
            project = work / peer.packages[0]
            peer.lay_out(ours.out, project)
            yield Builder(ours.roles, peer.name, peers.shell(peer), project, project / peer.out)
            report.machine += f"; {peers.versions(peer)}"
        except (Failed, OSError) as error:
            report.missing[peer.name] = str(error)


def _sound(builders: Iterable[Builder], report: Report) -> Iterator[Builder]:
    """Those that work: each is run once, uncounted, which also makes compiled code and caches."""
    for one in builders:
        _say(f"{one.name}, {one.roles} roles: a first run, uncounted")
        try:
            one.run()
        except Failed as error:
            report.missing[f"{one.name}, {one.roles} roles"] = str(error)
        else:
            yield one


def _editing(report: Report, roles: int, project: Path, handbook: Handbook, rounds: int) -> None:
    """`check` in each state and the way from an edit to the page, at one size."""
    role = handbook.about.example_role
    file = project / "data/roles" / f"{role}.yml"
    record: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    found: dict[str, list[Cost]] = {}
    _say(f"check and edits, {roles} roles")
    try:
        for number in range(rounds):
            for state in STATES:
                if state == STATES[0]:
                    shutil.rmtree(project / ".cache", ignore_errors=True)
                elif state == STATES[1]:
                    edit(file, other_words(record, number))
                found.setdefault(state, []).append(cost([*MACROS, "check"], project))
        report.checks[roles] = {state: tuple(costs) for state, costs in found.items()}
        report.edits[roles] = edit_to_page(project, role, EDITS * rounds)
    except Failed as error:
        report.missing[f"editing, {roles} roles"] = str(error)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
