"""Where releases are put: folders that the server can read, seen from where one is, and nobody else's."""
from __future__ import annotations

import os
from pathlib import Path

import pytest

from macros.editing import placing
from macros.releasing.ownership import MARK, mark
from macros.releasing.releases import publish, taken_back
from macros.words.refused import Refused
from tests.generator.releasing.sites import made, says


def test_folders_can_be_read_by_the_server_whatever_the_umask(tmp_path):
    before = os.umask(0o077)
    try:
        publish(tmp_path / "site", made("一"))
    finally:
        os.umask(before)
    assert all((tmp_path / "site" / one).stat().st_mode & 0o055 == 0o055 for one in (".", "releases", "current", "current/zh"))


def test_a_place_is_seen_from_where_one_is_and_links_lead_on(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link").symlink_to("target")
    publish(Path("link"), made("一"))
    assert says(tmp_path / "target/current") == {"一"}
    (tmp_path / "loop").symlink_to("loop")
    for place in (Path("loop"), Path("n" * 300)):
        with pytest.raises(Refused, match="There can be no folder"):
            publish(place, made("一"))


def test_a_folder_without_our_mark_is_nothing_to_take_back_in(tmp_path):
    (tmp_path / "releases/1.0-abc").mkdir(parents=True)
    with pytest.raises(Refused, match="Nothing was ever published"):
        taken_back(tmp_path, "1.0-abc")
    assert not (tmp_path / "current").exists()


def test_what_a_command_that_was_ended_left_beside_a_file_is_ours_and_goes(tmp_path):
    publish(tmp_path, made("一"))
    for name in ("..handbook-site.17", ".online.txt.17"):
        (tmp_path / name).write_text("half")
    publish(tmp_path, made("二"))
    assert says(tmp_path / "current") == {"二"} and sorted(one.name for one in tmp_path.iterdir()) == [".handbook-site", "current", "online.txt", "releases"]


def test_a_mark_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    publish(tmp_path, made("一"))
    before = (tmp_path / MARK).read_bytes()
    monkeypatch.setattr(placing.Path, "replace", lambda self, to: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        mark(tmp_path, "more")
    assert (tmp_path / MARK).read_bytes() == before
