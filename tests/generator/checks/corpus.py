"""The bad files of mistakes/, each put among the files of the tiny handbook, and what is said of it: in memory, where hundreds take seconds."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from macros.checks import RULES
from macros.loading.contents import Contents, contents
from macros.loading.folder import Loaded, Rule, ensure_sound, read_contents
from macros.words.problems import Problem, Problems
from tests.places import BAKERY

MISTAKES = BAKERY.parent.parent / "mistakes"
SLIPS = MISTAKES / "slips"


@cache
def sound() -> Loaded:
    """The tiny handbook as it is, of which most is taken for each mistake."""
    loaded = read_contents(contents(BAKERY), "data")
    ensure_sound(loaded, RULES)
    return loaded


def mistakes() -> Iterator[Path]:
    """The report of every mistake, and of every slip."""
    for folder in (MISTAKES, SLIPS):
        yield from sorted(folder.glob("*.txt"))


def spoilt(mistake: Path) -> tuple[Contents, str]:
    """The files with a mistake among them, and the report they must give."""
    place, _, report = mistake.read_text(encoding="utf-8").partition("\n")
    word, _, name = place.removeprefix("# ").partition(": ")
    whole = dict(contents(BAKERY))
    if word == "at":
        whole[name] = mistake.with_suffix(".yml").read_bytes()
    elif word == "without":
        whole = {one: raw for one, raw in whole.items() if one != name and not one.startswith(f"{name}/")}
        whole.update(contents(mistake.with_suffix("")))  # what it became, if anything
    else:
        assert place == "# in their places", f"{mistake.name} must start with “# at: …”, “# without: …” or “# in their places”"
        whole.update(contents(mistake.with_suffix("")))
    return {one: whole[one] for one in sorted(whole, key=lambda one: one.split("/"))}, report.strip()


def problems(loaded: Loaded, rules: Iterable[Rule] = RULES) -> list[Problem]:
    """What is wrong with a handbook, as its report has it; nothing where it is sound."""
    try:
        ensure_sound(loaded, rules)
    except Problems as found:
        return found.problems
    return []


def report(mistake: Path, found: Iterable[Problem]) -> str:
    """The report as it stands beside a mistake: of slips with the lines, as they are and as they would be right."""
    return "\n\n".join(one.shown() if mistake.parent == SLIPS else str(one) for one in found)


def read(spoiled: Contents) -> Loaded:
    """The handbook of files with a mistake among them; what rules found sound in the others holds here, too."""
    loaded = read_contents(spoiled, "data", sound())
    loaded.verdicts = sound().verdicts
    return loaded
