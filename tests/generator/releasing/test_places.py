"""Where releases are put: folders that the server can read, seen from where one is, and nobody else's."""
from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from macros.editing import placing
from macros.releasing.aside import made_aside
from macros.releasing.ownership import MARK, mark
from macros.releasing.releases import kept, publish, taken_back
from macros.releasing.writing import settled
from macros.words.refused import Refused
from tests.generator.releasing.sites import made, says


def with_pieces(word: str, edition: str):
    """What makes a site that has pieces in a folder called by what they hold."""
    def make(new: Path) -> str:
        (new / f"zh/words-{word.encode().hex():0>10}").mkdir(parents=True)
        (new / f"zh/words-{word.encode().hex():0>10}/0.json").write_text("{}")
        return made(word)(new) and edition
    return make


def test_whatever_is_served_can_be_read_by_the_server_whatever_the_umask(tmp_path):
    before = os.umask(0o077)
    try:
        for word, edition in (("一", "1.0"), ("二", "1.1")):
            publish(tmp_path / "online", with_pieces(word, edition))
        taken_back(tmp_path / "online", None)
        with made_aside(tmp_path / "site") as new:
            made("一")(new)
    finally:
        os.umask(before)
    closed = [one for place in ("online", "site") for one in (tmp_path / place).rglob("*") if one.stat().st_mode & 0o044 != 0o044]
    assert closed == [] and len([*(tmp_path / "online/current/zh").glob("words-*/0.json")]) == 2


@pytest.mark.parametrize("inner", ["releases/x", "current/x", "current", "x"])
def test_nothing_is_put_into_a_folder_that_is_replaced_whole(tmp_path, inner):
    publish(tmp_path, made("一"))
    for put in (lambda: publish(tmp_path / inner, made("二")), lambda: made_aside(tmp_path / inner).__enter__()):
        with pytest.raises(Refused, match="which handbook replaces whole and this with it; choose a folder that does not lie in there"):
            put()
    assert says(tmp_path / "current") == {"一"} and not (tmp_path / inner / "releases").exists()


def test_a_place_is_seen_from_where_one_is_and_links_lead_on(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link").symlink_to("target")
    publish(Path("link"), made("一"))
    assert says(tmp_path / "target/current") == {"一"}
    (tmp_path / "loop").symlink_to("loop")
    for place in (Path("loop"), Path("n" * 300)):
        with pytest.raises(Refused, match="There can be no folder"):
            publish(place, made("一"))


def test_a_folder_that_may_not_be_looked_into_is_told_in_a_sentence(tmp_path, monkeypatch):
    publish(tmp_path / "site", made("一"))

    def closed(self: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    monkeypatch.setattr(Path, "iterdir", closed)
    monkeypatch.setattr(Path, "exists", closed)
    for command in (lambda: kept(tmp_path / "site"), lambda: settled(tmp_path / "site")):
        with pytest.raises(Refused, match="cannot be opened; check the permissions of it and of the folders above"):
            command()


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
