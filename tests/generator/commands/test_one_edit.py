"""The recorded run shows what the commands say, and both of its ways end in the same bytes."""
from __future__ import annotations

import shutil

import pytest

from macros.loading import kept
from tests.recorded import PAGE, ROLE, replayed


@pytest.mark.skipif(not shutil.which("git"), reason="Git is not at hand")
def test_the_recorded_run_shows_what_is_said_today_and_the_workbook_gives_the_same_bytes(tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "cache")
    consoles = list(replayed(PAGE.read_text(encoding="utf-8"), tmp_path))
    assert len(consoles) == 5
    for shown, now in consoles:
        assert shown == now, "look at it, and where it is right run python -m tests.recorded"
    assert (tmp_path / "data" / ROLE).read_bytes() == (tmp_path / "typed/data" / ROLE).read_bytes()
