"""Makes ordinary edits of content, one at a time, in a copy of the project, and shows that check and tests stay green: `make edits`.

Nothing here names a record: each edit picks its records from the data. `--all` runs the whole suite after each edit,
`--only WORD` the edits whose name holds the word, `--list` their names. One line each: edit, check, tests, seconds."""
from __future__ import annotations

import argparse
import copy
import datetime
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

from macros.loading.folder import read_all
from macros.loading.homes import ABOUT, FILES, spread
from macros.model.references import references
from tests.places import DATA, ROOT

COPIED = ("data", "docs", "examples", "macros", "maintaining", "overrides", "samples", "tests", "mkdocs.yml", "pyproject.toml", "Makefile")
LINKED = (".venv", "node_modules")
FAST = ["tests/handbook", "-m", "not browser"]
READERS = ["tests/handbook", "-n", "2"]


class Plain(yaml.SafeDumper):
    """Writes what is the same twice twice: the handbook's files have no anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


class Draft:
    """The handbook as it is, and its files as an editor changes them."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.loaded = read_all(data)
        self.handbook = self.loaded.handbook
        self.files = {name: copy.deepcopy(document.data) for name, document in self.loaded.documents.items()}
        self.touched: set[str] = set()

    def at(self, kind: str, id: str) -> dict:
        """A record as it stands in its file, to be changed in place."""
        document, path = self.loaded.homes[kind, id]
        name = document.file.partition("/")[2]
        self.touched.add(name)
        found = self.files[name]
        for key in path:
            found = found[key]
        return found

    def add(self, kind: str, id: str, record: dict) -> None:
        """A new record in its file."""
        if kind in spread(self.files):
            name = f"{kind}/{id}.yml"
            self.files[name] = record
        else:
            name = next(name for name, kinds in FILES.items() if kind in kinds)
            self.files.setdefault(name, {}).setdefault(kind, {})[id] = record
        self.touched.add(name)

    def drop(self, kind: str, id: str) -> None:
        """A record stands in its file no longer."""
        document, path = self.loaded.homes[kind, id]
        name = document.file.partition("/")[2]
        self.touched.add(name)
        if path:
            del self.files[name][kind][id]
        else:
            self.files[name] = None

    def about(self) -> dict:
        self.touched.add(ABOUT)
        return self.files[ABOUT]

    def point_elsewhere(self, kind: str, old: str, new: str) -> None:
        """Everything that points at one record points at another."""
        for of, record in self.handbook.records():
            if not (of == kind and record.id == old):
                self._point(lambda of=of, id=record.id: self.at(of, id), record, kind, old, new)
        self._point(self.about, self.handbook.about, kind, old, new)

    def _point(self, home: Callable[[], dict], record: object, kind: str, old: str, new: str) -> None:
        for path, target, id in references(record):
            if (target, id) == (kind, old) and written(tree := home(), path):
                for key in path[:-1]:
                    tree = tree[key]
                tree[path[-1]] = new

    def save(self) -> None:
        for name in self.touched:
            place = self.data / name
            if self.files[name] is None:
                place.unlink()
                continue
            place.parent.mkdir(exist_ok=True)
            place.write_text(yaml.dump(self.files[name], Dumper=Plain, allow_unicode=True, sort_keys=False, width=10**6), encoding="utf-8")


def written(tree: object, path: tuple) -> bool:
    """Whether a path stands in a file, and does not come from a default."""
    for key in path:
        if not (isinstance(tree, dict) and key in tree or isinstance(tree, list) and isinstance(key, int) and key < len(tree)):
            return False
        tree = tree[key]
    return True


def words(zh: str, en: str) -> dict[str, str]:
    return {"zh": zh, "en": en}


def role_of(draft: Draft) -> str:
    """The example role of the handbook."""
    return draft.handbook.about.example_role


def another(draft: Draft) -> str:
    """A role in use that has a KPI with a figure and is not the example."""
    return next(one.id for one in draft.handbook.ordered_roles if one.id != role_of(draft) and any(line.target for line in one.kpis))


def new_role(draft: Draft) -> None:
    """A new role from an existing one, on no ladder yet."""
    record = copy.deepcopy(draft.at("roles", role_of(draft)))
    record["name"] = words("客户洞察经理", "Customer insight manager")
    record.pop("aliases", None)
    record.pop("short", None)
    draft.add("roles", "customer-insight-manager", record)


def new_competency(draft: Draft) -> None:
    """A new competency that a role asks for."""
    first = draft.handbook.used("competencies")[0]
    record = copy.deepcopy(draft.at("competencies", first.id))
    record["name"] = words("倾听", "Listening")
    for key in ("aliases", "short", "keywords"):
        record.pop(key, None)
    draft.add("competencies", "listening", record)
    role = draft.at("roles", role_of(draft))
    role["competencies"].append({**copy.deepcopy(role["competencies"][0]), "competency": "listening"})


def new_kpi_line(draft: Draft) -> None:
    """A role is measured by one more indicator, without a figure."""
    role, record = draft.handbook.roles[role_of(draft)], draft.at("roles", role_of(draft))
    has = {line.kpi for line in role.kpis}
    kpi = next(one for one in draft.handbook.used("kpis") if one.id not in has)
    line = {"kpi": kpi.id, "target": "not-stated", "basis": "editorial"}
    if len(kpi.measures) > 1:
        line["measure"] = next(iter(kpi.measures))
    record["kpis"].append(line)


def changed_target(draft: Draft) -> None:
    """A target of a role has another value."""
    for role in draft.handbook.ordered_roles:
        for number, line in enumerate(role.kpis):
            target = draft.at("roles", role.id)["kpis"][number]["target"]
            if (
                isinstance(target, dict)
                and target.get("value", "").isdigit()
                and set(target) <= {"comparator", "value", "unit", "period", "per", "scale", "baseline"}
            ):
                target["value"] = str(int(target["value"]) + 1)
                return
    raise LookupError("no target with a whole value")


def dropped_kpis(draft: Draft) -> None:
    """A role loses all its indicators."""
    record = draft.at("roles", another(draft))
    record["kpis"] = []
    record.pop("kpis_summary", None)


def renamed_role(draft: Draft) -> None:
    """The example role has another name and keeps the old one as an alias."""
    record = draft.at("roles", role_of(draft))
    old = record["name"]
    record["name"] = words(f"高级{old['zh']}", f"Senior {old['en'][0].lower()}{old['en'][1:]}")
    record.setdefault("aliases", []).append({**old, "basis": "editorial"})


def renamed_competency(draft: Draft) -> None:
    """A competency that several roles ask for has another name."""
    id = next(iter(draft.handbook.roles_by_competency))
    draft.at("competencies", id)["name"] = words("现场应变", "Thinking on one’s feet")


def renamed_title(draft: Draft) -> None:
    """An honorary title has another name."""
    draft.at("titles", draft.handbook.used("titles")[0].id)["name"] = words("首席顾问", "Principal adviser")


def renamed_handbook(draft: Draft) -> None:
    """The handbook has another title."""
    draft.about()["title"] = words("岗位与发展手册", "Roles and growth handbook")


def new_edition(draft: Draft) -> None:
    """A new edition with a new date, and every kind reviewed."""
    about = draft.about()
    about["edition"] = "2.0"
    day = draft.handbook.about.effective_on + datetime.timedelta(days=100)
    about["effective_on"] = day.isoformat()
    for defaults in about["defaults"].values():
        defaults.update(reviewed_on=day.isoformat(), review_by=day.replace(year=day.year + 1).isoformat())


def new_duty(draft: Draft) -> None:
    """A role has one more duty."""
    group = next(iter(draft.at("roles", role_of(draft))["duties"].values()))
    group["items"].append({**words("每周和同事碰一次进度。", "Go over progress with colleagues once a week."), "basis": "editorial"})


def new_term(draft: Draft) -> None:
    """One more term."""
    first = draft.handbook.used("terms")[0]
    record = {
        "name": words("碰头会", "stand-up"),
        "kind": first.kind,
        "definition": words("站着开的短会。", "A short meeting held standing."),
        "basis": "editorial",
    }
    draft.add("terms", "stand-up", record)


def deleted_term(draft: Draft) -> None:
    """A term that nothing points at and no page uses is deleted."""
    pointed = {id for _, record in draft.handbook.records() for _, kind, id in references(record) if kind == "terms"}
    id = next(
        one.id
        for one in draft.handbook.used("terms")
        if one.id not in pointed and one.id not in draft.handbook.records_by_term and not uncited_without(draft, "terms", one.id)
    )
    draft.drop("terms", id)


def uncited_without(draft: Draft, kind: str, id: str) -> bool:
    """Whether a section of a source document is cited by this record alone."""
    return any([(of, one.id) for of, one in users] == [(kind, id)] for users in draft.handbook.citations.values())


def another_stage(draft: Draft) -> None:
    """One more stage above the last, with the post of a ladder’s top on it."""
    last = draft.handbook.used("stages")[-1]
    record = copy.deepcopy(draft.at("stages", last.id))
    record["name"] = words("顾问阶段", "Adviser stage")
    draft.add("stages", "adviser-stage", record)


def another_rung(draft: Draft) -> None:
    """A ladder of whole stages has one more rung, and that stage is new."""
    another_stage(draft)
    track = next((one for one in draft.handbook.used("tracks") if any(rung.stage for rung in one.rungs)), None) or draft.handbook.used("tracks")[0]
    rungs = draft.at("tracks", track.id)["rungs"]
    rungs.append({**{key: value for key, value in rungs[-1].items() if key in ("basis", "sources", "gives")}, "stage": "adviser-stage"})


def new_source(draft: Draft) -> None:
    """One more source document, and a sentence that cites it."""
    first = next(iter(draft.handbook.documents.values()))
    record = copy.deepcopy(draft.at("documents", first.id))
    record["title"] = words("访谈记录", "Interview notes")
    record["sections"] = {"1": words("日常", "Every day")}
    draft.add("documents", "interview-notes", record)
    group = next(iter(draft.at("roles", role_of(draft))["duties"].values()))
    group["items"].append({**words("记下客户的原话。", "Write down what customers say, word for word."), "sources": ["interview-notes#1"]})


def new_case(draft: Draft) -> None:
    """One more case."""
    first = draft.handbook.used("cases")[0]
    record = copy.deepcopy(draft.at("cases", first.id))
    record["name"] = words("雨天的试吃", "Tasting in the rain")
    draft.add("cases", "tasting-in-the-rain", record)


def new_gap(draft: Draft) -> None:
    """A record says what the documents leave open."""
    shown = next(tree for tree in (draft.at(kind, record.id) for kind, record in draft.handbook.records() if record.gaps))
    record = draft.at("roles", role_of(draft))
    record.setdefault("gaps", []).append(copy.deepcopy(shown["gaps"][0]))


def new_practice(draft: Draft) -> None:
    """One more practice, from an existing one."""
    first = draft.handbook.used("practices")[0]
    record = copy.deepcopy(draft.at("practices", first.id))
    record["name"] = words("每周复盘", "Weekly review")
    for key in ("aliases", "short", "keywords"):
        record.pop(key, None)
    draft.add("practices", "weekly-review", record)


def new_move(draft: Draft) -> None:
    """A move between two roles that no step or move joins yet."""
    from macros.comparison.transition import ways

    joined = {(way.origin.id, way.target.id) for way in ways(draft.handbook)}
    roles = draft.handbook.ordered_roles
    origin, target = next((a.id, b.id) for a in roles for b in roles if a.stage == b.stage and a.id != b.id and not {(a.id, b.id), (b.id, a.id)} & joined)
    record = {"name": words("换到隔壁岗位", "To the next desk"), "kind": "lateral", "summary": words("同级之间换岗。", "A move between equals."),
              "from": [{"role": origin}], "to": [{"role": target}], "basis": "editorial"}
    draft.add("moves", "to-the-next-desk", record)


def another_level(draft: Draft) -> None:
    """A role asks for a competency at another level, and calls it useful."""
    asked = draft.at("roles", role_of(draft))["competencies"][0]
    levels = list(draft.handbook.levels)
    asked["level"] = levels[(levels.index(asked["level"]) + 1) % len(levels)]
    asked["need"] = "useful" if asked["need"] == "essential" else "essential"


def another_example(draft: Draft) -> None:
    """The handbook shows another role as its example."""
    draft.about()["example_role"] = another(draft)


def retired(kind: str) -> Callable[[Draft], None]:
    """A record in use retires; one that takes its place is new, and everything that pointed at the old one points there."""

    def edit(draft: Draft) -> None:
        old = next(one for one in draft.handbook.used(kind) if kind != "roles" or one.id == role_of(draft))
        new = f"{old.id}-renewed"
        draft.point_elsewhere(kind, old.id, new)
        record = draft.at(kind, old.id)
        heir = copy.deepcopy(record)
        if kind not in ("terms", "layers"):      # a term’s name is how texts say it, and stays
            heir["name"] = words(f"新{record['name']['zh']}", f"New {record['name']['en'][0].lower()}{record['name']['en'][1:]}")
        record["retired"] = {"on": draft.handbook.about.effective_on.isoformat(), "replaced_by": new}
        draft.add(kind, new, heir)

    edit.__name__ = f"retired_{kind}"
    edit.__doc__ = f"One of the {kind} retires; a new one takes its place, and what pointed at the old one points there."
    return edit


RETIRED = ("roles", "competencies", "kpis", "posts", "titles", "layers", "stages", "tracks", "moves", "practices", "cases", "terms", "teams")
EDITS: tuple[Callable[[Draft], None], ...] = (
    new_role, new_competency, new_kpi_line, changed_target, dropped_kpis, renamed_role, renamed_competency, renamed_title, renamed_handbook, new_edition,
    new_duty, new_term, deleted_term, another_stage, another_rung, new_source, new_case, new_gap, new_practice, new_move, another_level, another_example,
    *map(retired, RETIRED),
)


def copied(root: Path) -> None:
    """A copy of the project to spoil."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif (ROOT / name).exists():
            shutil.copy(ROOT / name, root / name)
    for name in LINKED:
        (root / name).symlink_to((ROOT / name).resolve())


def tried(root: Path, edit: Callable[[Draft], None], tests: list[str]) -> Iterator[str]:
    """Make an edit; yields the name of each command that did not pass, with what it said."""
    shutil.rmtree(root / "data")
    shutil.copytree(DATA, root / "data")
    draft = Draft(root / "data")
    edit(draft)
    draft.save()
    for name, command in (("check", ["macros", "check"]), ("tests", ["pytest", "-q", "-p", "no:cacheprovider", *tests])):
        run = subprocess.run([sys.executable, "-m", *command], cwd=root, capture_output=True, text=True)
        if run.returncode:
            yield f"{name}\n{run.stdout}{run.stderr}"
            return


def main() -> None:
    """Make every edit and print a line for each; fail when one of them turns something red."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--all", action="store_true", help="the whole suite after each edit")
    asked.add_argument("--browser", action="store_true", help="every test that reads data/, in the browser too")
    asked.add_argument("--check", action="store_true", help="check alone after each edit")
    asked.add_argument("--only", default="", help="edits whose name holds this")
    asked.add_argument("--list", action="store_true", help="names and meanings of the edits")
    options = asked.parse_args()
    chosen = [edit for edit in EDITS if options.only in edit.__name__]
    if options.list:
        print("\n".join(f"{edit.__name__:22} {edit.__doc__.strip()}" for edit in chosen))
        return
    tests = ["--version"] if options.check else ["tests", "-n", "2"] if options.all else READERS if options.browser else FAST
    red = 0
    with tempfile.TemporaryDirectory() as folder:
        copied(Path(folder))
        for edit in chosen:
            started = time.monotonic()
            failed = next(tried(Path(folder), edit, tests), "")
            red += bool(failed)
            what = failed.partition("\n")[0]
            line = {"": ("green", "green"), "check": ("red", "—"), "tests": ("green", "red")}[what]
            print(f"{edit.__name__:22} check {line[0]:6} tests {line[1]:6} {time.monotonic() - started:5.0f} s", flush=True)
            if failed:
                print("\n".join(failed.splitlines()[-25:]), flush=True)
    print(f"{len(chosen) - red} of {len(chosen)} edits left everything green")
    sys.exit(bool(red))


if __name__ == "__main__":
    main()
