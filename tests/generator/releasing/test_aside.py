"""A site takes its place whole or not at all."""
from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from macros.releasing import swap
from macros.releasing.aside import made_aside
from macros.releasing.ownership import mark
from macros.words.refused import Refused
from tests.audit.selections import AUDIT
from tests.generator.releasing.sites import made, says
from tests.places import ROOT


def build(place, word):
    with made_aside(place) as new:
        made(word)(new)
        mark(new)


@pytest.fixture(params=["in one step", "in three"])
def steps(request, monkeypatch):
    """Systems that let two folders change places at once, and those that do not."""
    if request.param == "in three":
        monkeypatch.setattr(swap, "_exchanged", lambda one, other: False)


@pytest.mark.usefixtures("steps")
def test_a_site_replaces_the_one_before_and_leaves_nothing_beside_it(tmp_path):
    for word in "一二三":
        build(tmp_path / "site", word)
        assert says(tmp_path / "site") == {word} and [one.name for one in tmp_path.iterdir()] == ["site"]


@pytest.mark.usefixtures("steps")
def test_what_goes_wrong_leaves_what_was_there(tmp_path):
    build(tmp_path / "site", "一")
    with pytest.raises(SystemExit), made_aside(tmp_path / "site") as new:
        new.mkdir()
        sys.exit(1)
    assert says(tmp_path / "site") == {"一"} and [one.name for one in tmp_path.iterdir()] == ["site"]


def test_a_folder_with_something_of_others_is_not_touched(tmp_path):
    build(tmp_path / "site", "一")
    (tmp_path / "site/mine.txt").write_text("kept")
    with pytest.raises(Refused, match="holds “mine.txt”, which handbook did not put there"):
        build(tmp_path / "site", "二")
    (tmp_path / "site/mine.txt").unlink()
    build(tmp_path / "site", "二")
    (tmp_path / "other").mkdir()
    for name in "abcd":
        (tmp_path / "other" / name).write_text(name)
    with pytest.raises(Refused, match="holds “a”, “b”, “c” and more"):
        build(tmp_path / "other", "二")


def test_a_link_to_a_folder_stays_one(tmp_path):
    build(tmp_path / "real", "一")
    (tmp_path / "site").symlink_to("real")
    build(tmp_path / "site", "二")
    assert (tmp_path / "site").is_symlink() and says(tmp_path / "real") == {"二"}


@pytest.mark.parametrize("number, said", [
    (errno.EBUSY, "choose a folder inside it"), (errno.EACCES, "check the permissions"), (errno.EROFS, "check the permissions"),
])
def test_a_place_that_cannot_be_written_to_is_told_in_a_sentence(tmp_path, monkeypatch, number, said):
    build(tmp_path / "site", "一")

    def refuse(new, place):
        raise OSError(number, "no")

    monkeypatch.setattr("macros.releasing.aside.put", refuse)
    with pytest.raises(Refused, match=said):
        build(tmp_path / "site", "二")
    assert says(tmp_path / "site") == {"一"}


def test_who_died_between_two_steps_is_made_good(tmp_path):
    build(tmp_path / "site", "一")
    aside = tmp_path / ".site.handbook"
    aside.mkdir()
    (tmp_path / "site").rename(aside / swap.OLD)
    with pytest.raises(KeyboardInterrupt), made_aside(tmp_path / "site"):
        raise KeyboardInterrupt
    assert says(tmp_path / "site") == {"一"}


@pytest.mark.parametrize("command, shown", [("build", "site"), ("publish", "site/current")])
def test_whenever_it_is_ended_a_whole_site_stands_there(tmp_path, tally, command, shown):
    lot, times = random.Random(13), 60 if os.environ.get(AUDIT) else 6
    words = [sys.executable, "-m", "tests.generator.releasing.sites", command, str(tmp_path / "site")]
    subprocess.run([*words, "0"], cwd=ROOT, check=True)
    for number in range(1, times + 1):
        run = subprocess.Popen([*words, str(number)], cwd=ROOT)
        time.sleep(lot.uniform(0.05, 0.5))
        run.send_signal(signal.SIGKILL)
        run.wait()
        assert len(says(tmp_path / shown)) == 1
        tally["kills"] += 1
    subprocess.run([*words, "z"], cwd=ROOT, check=True)
    assert says(tmp_path / shown) == {"z"} and [one.name for one in tmp_path.iterdir()] == ["site"]


def test_the_lock_is_given_up_when_all_else_is_gone(tmp_path, monkeypatch):
    """Or the next command would begin beside what is being deleted, and lose what it makes."""
    place, deleted = tmp_path / "site", []
    build(place, "一")
    whole = shutil.rmtree

    def deleting(path, **how):
        if path.exists():
            with pytest.raises(Refused), made_aside(place):
                pass
            deleted.append(path.name)
        whole(path, **how)

    monkeypatch.setattr("macros.releasing.aside.shutil.rmtree", deleting)
    build(place, "二")
    assert deleted == ["new"] and says(place) == {"二"} and [one.name for one in tmp_path.iterdir()] == ["site"]


def test_whoever_is_stopped_between_two_steps_finds_the_site_in_its_place(tmp_path, monkeypatch):
    build(tmp_path / "site", "一")
    monkeypatch.setattr(swap, "_exchanged", lambda one, other: False)
    rename = Path.rename

    def stopped(path, to):
        if path.name == "new":
            raise KeyboardInterrupt
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", stopped)
    with pytest.raises(KeyboardInterrupt):
        build(tmp_path / "site", "二")
    assert says(tmp_path / "site") == {"一"} and [one.name for one in tmp_path.iterdir()] == ["site"]
