"""The recorded run shows what the commands say, and both of its ways end in the same bytes."""
from __future__ import annotations

import shutil

import pytest

from macros.loading import kept
from tests.recorded import PAGE, PUBLICATION, ROLE, replayed


@pytest.mark.skipif(not shutil.which("git"), reason="Git is not at hand")
def test_the_recorded_run_shows_what_is_said_today_and_the_workbook_gives_the_same_bytes(tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "cache")
    consoles = list(replayed(PAGE, tmp_path))
    assert len(consoles) == 5
    for shown, now in consoles:
        assert shown == now, "look at it, and where it is right run python -m tests.recorded"
    assert (tmp_path / "data" / ROLE).read_bytes() == (tmp_path / "typed/data" / ROLE).read_bytes()


@pytest.mark.skipif(not shutil.which("git"), reason="Git is not at hand")
def test_the_recorded_publication_shows_what_is_said_today(tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "cache")
    monkeypatch.delenv("HANDBOOK_BASE", raising=False)
    consoles = list(replayed(PUBLICATION, tmp_path))
    assert len(consoles) == 6
    for shown, now in consoles:
        assert shown == now, "look at it, and where it is right run python -m tests.recorded"
    online, past = (tmp_path / "online" / one / "zh/changes/index.html" for one in ("current", "editions/2.0"))
    assert 'id="edition-3-0"' not in online.read_text(encoding="utf-8") and 'class="past"' in past.read_text(encoding="utf-8")
