"""What tests of the project tried, when they are run once more and try more than `make test` has time for."""
from __future__ import annotations

from collections.abc import Iterator

from tests.audit.row import Row
from tests.audit.selections import Ran, ran

MISTAKES, CAUSES, PROPERTIES = "tests/generator/checks/test_mistakes.py", "tests/generator/checks/test_causes.py", "tests/generator/properties"
FUZZ, COMMANDS = "tests/generator/loading/test_fuzz.py", "tests/generator/commands/test_records.py"
KILLS, JOURNEYS = "tests/generator/releasing/test_aside.py", "tests/handbook/test_readers_journeys_browser.py"
ENLARGED, ROOM = "tests/handbook/test_enlarged_browser.py", "tests/handbook/test_text_room.py"


def tried() -> Iterator[Row]:
    """Bad files, values that do not fit, edits, properties, kills, journeys and pages enlarged, a row each."""
    mistakes = ran(MISTAKES)
    yield _row("inputs refused", f"{mistakes.passed:,} bad files, each with the one report it must print", mistakes)
    spoilt = ran(CAUSES, FUZZ)
    values = spoilt.tallied["values"]
    yield _row("values that do not fit", f"{values:,}, each reported in its place and nowhere else, and none that the reader breaks on", spoilt, values)
    records = ran(COMMANDS)
    edits = records.tallied["commands"]
    yield _row("edits by command", f"{edits:,} names, ids, mergers and splits, each leaving a sound handbook and other lines as they were", records, edits)
    properties = ran(PROPERTIES)
    yield _row("properties", f"{properties.passed} tried on {properties.tallied['examples']:,} examples", properties)
    yield _row("values verbatim", f"{properties.tallied['values']:,} found on the pages to the letter", properties, properties.tallied["values"])
    kills = ran(KILLS)
    ended = kills.tallied["kills"]
    yield _row("kills survived", f"{ended:,} builds and publications ended at any moment, a whole site there after each", kills, ended)
    journeys = ran(JOURNEYS)
    yield _row("journeys", f"{journeys.passed:,} passed: each in both languages, with a mouse, with a finger, and by the keyboard at two widths", journeys)
    enlarged = ran(ENLARGED, ROOM)
    yield _row("spacing, zoom, motion", f"{enlarged.passed} trials: letters wider apart, wider or narrower, four times the size, nothing moving", enlarged)


def _row(name: str, figures: str, run: Ran, number: int = 1) -> Row:
    """Where nothing was counted nothing was tried."""
    return Row(name, figures, (*run.failed, *(() if number else ("nothing was tried",))), run.skipped)
