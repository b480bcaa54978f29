"""The handbook as it may be in a while: a copy in which things were renamed and reviews are late, for journeys that begin with “first”."""
from __future__ import annotations

import datetime
import shlex
import shutil
from collections.abc import Iterable
from pathlib import Path

from click.testing import CliRunner

from macros.commands.command_line import main
from tests.building import build
from tests.edits.draft import Draft
from tests.journeys.written import Journey


def later(data: Path, folder: Path, journeys: Iterable[Journey]) -> Path:
    """The data in which all their changes are made; its site is built beside it, in `site`."""
    made = Path(shutil.copytree(data, folder / "data"))
    changes = [change for journey in journeys for change in journey.first]
    for command in (change for change in changes if isinstance(change, str)):
        run = CliRunner().invoke(main, [*shlex.split(command), "--data", str(made), "--yes"])
        assert run.exit_code == 0, f"{command}: {run.output}"
    draft = Draft(made)
    for kind, id, fields in (change for change in changes if not isinstance(change, str)):
        draft.at(kind, id).update({name: _value(value) for name, value in fields.items()})
    draft.save()
    build(made, folder / "site")
    return made


def _value(text: str) -> object:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return text
