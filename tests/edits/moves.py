"""Renaming, retiring, splitting and merging by command, many times over on copies of a handbook: check stays green and no other line changes.

`python -m tests.edits.moves` does it with the handbook in data/ and prints a line for each."""
from __future__ import annotations

import difflib
import random
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path

from click.testing import CliRunner

from macros.checks import RULES
from macros.commands.command_line import main as handbook
from macros.editing.kinds import SINGULAR
from macros.loading.folder import Loaded, load, read_all
from macros.model.retirement import parts_of
from tests.places import DATA

KINDS = ("roles", "competencies", "kpis", "practices", "moves", "cases", "terms", "posts", "titles", "teams", "stages", "layers", "tracks")


def commands(loaded: Loaded, kind: str, draw: random.Random) -> Iterator[list[str]]:
    """One of each command on records of a kind, drawn from those in use."""
    used = loaded.handbook.used(kind)
    if not used:
        return
    one, said = draw.choice(used), SINGULAR[kind]
    yield ["rename", said, one.id, "--zh", f"{one.name.zh}一二", "--en", f"{one.name.en} one"]
    yield ["rename", said, one.id, "--to-id", f"{one.id}-renewed"]
    others = [other for other in used if other is not one]
    parts = list(parts_of(one))
    if others:
        yield ["retire", said, one.id, "--by", draw.choice(others).id]
        yield ["merge", said, one.id, "--into", draw.choice(others).id]
    if len(others) > 1:
        heirs = [other.id for other in draw.sample(others, 2)]
        yield ["retire", said, one.id, "--by", ",".join(heirs), *_went(parts, heirs)]
    new = [f"{one.id}-a", f"{one.id}-b"]
    names = [option for id, zh, en in zip(new, "甲乙", "ab", strict=True) for option in ("--into", f"{id}={one.name.zh}{zh}|{one.name.en} {en}")]
    if len(parts) != 1 or kind == "competencies":
        yield ["split", said, one.id, *names, *_went(parts, new)]


def _went(parts: list[str], heirs: list[str]) -> list[str]:
    return [option for number, part in enumerate(parts) for option in ("--went", f"{part}={heirs[number % len(heirs)]}")]


def outcome(data: Path, command: list[str], on: str) -> str:
    """What became of a handbook under a command: `green`, or `refused: why` where nothing was written.

    Raises Problems where it is not sound, and AssertionError where a line changed that should not."""
    before = {file.relative_to(data).as_posix(): file.read_bytes() for file in data.rglob("*") if file.is_file()}
    dated = [] if "--zh" in command else ["--on", on]
    run = CliRunner().invoke(handbook, [*command, *dated, "--data", str(data), "--yes"])
    after = {file.relative_to(data).as_posix(): file.read_bytes() for file in data.rglob("*") if file.is_file()}
    assert run.exception is None or isinstance(run.exception, SystemExit), run.exception
    if run.exit_code:
        assert after == before, "nothing is written where something is refused"
        return f"refused: {run.output.strip().splitlines()[-1]}"
    for name, raw in before.items():
        if after[name] != raw:
            _ensure_own(name, raw.decode(), after[name].decode(), command)
    load(data, RULES)
    return "green"


def _ensure_own(name: str, old: str, new: str, command: list[str]) -> None:
    """What goes in one place names the record or one it becomes, or is the name, alias or keywords of a renamed or widened one, or a remark or source
    that speaks of a KPI out of use; line ends stay."""
    id = command[2]
    heirs = [heir for option, said in pairwise(command) if option in ("--by", "--into") for heir in re.split(",|=.*", said) if heir]
    named = re.compile(rf"(?<![a-z0-9-])({'|'.join(map(re.escape, [id, *heirs]))})(?![a-z0-9-])")
    if name.endswith(f"/{id}.yml") and "--to-id" in command:
        return  # what stood here has moved
    was, will = old.splitlines(keepends=True), new.splitlines(keepends=True)
    gone = ["".join(was[one:two]) for kind, one, two, _, _ in difflib.SequenceMatcher(None, was, will, autojunk=False).get_opcodes() if kind != "equal"]
    strange = [lines for lines in gone if lines and not named.search(lines)]
    names = ("--zh" in command or command[0] == "merge") and all(re.search("zh: |en: |keywords: |name: ", lines) for lines in strange)
    behind = command[:2] == ["retire", "kpi"] and all(re.match(r" +(basis|note|zh|en|sources): ?", line) for lines in strange for line in lines.splitlines())
    assert not strange or names or behind, (name, strange)
    assert "\r\n" not in old or new.count("\n") == new.count("\r\n")


def tried(source: Path, on: str, seed: int, kinds: tuple[str, ...] = KINDS, every: int = 1) -> Iterator[tuple[list[str], str]]:
    """Each command, or one of so many, on a fresh copy, with what became of it."""
    draw, loaded = random.Random(seed), read_all(source)
    for kind in kinds:
        for command in islice(commands(loaded, kind, draw), 0, None, every):
            with tempfile.TemporaryDirectory() as folder:
                yield command, outcome(Path(shutil.copytree(source, Path(folder) / "data")), command, on)


def main() -> None:
    """Print what became of every command; fail where one left a handbook that is not sound."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    found = []
    for command, said in tried(DATA, "2026-11-29", seed):
        found.append(said)
        print(f"{' '.join(command)[:100]:100} {said[:160]}", flush=True)
    green = found.count("green")
    print(f"{green} of {len(found)} commands left check green and other lines to the byte; {len(found) - green} were refused and wrote nothing")


if __name__ == "__main__":
    main()
