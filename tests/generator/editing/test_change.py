"""A change of several files: judged as a whole, shown as a diff, written all or not at all."""
from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.checks import RULES
from macros.editing.change import Change, change
from macros.editing.edits import CannotEdit, Edit, Put
from macros.loading.folder import read_all
from tests.places import BAKERY


@pytest.fixture
def data(tmp_path) -> Path:
    return Path(shutil.copytree(BAKERY, tmp_path / "data"))


def made(data: Path, edits: dict[str, list[Edit]], new: dict[str, str] | None = None) -> Change:
    return change(data, read_all(data), RULES, edits, new)


def files(data: Path) -> dict[str, bytes]:
    return {file.relative_to(data).as_posix(): file.read_bytes() for file in data.rglob("*") if file.is_file()}


def test_a_change_says_what_it_would_do_and_does_just_that(data):
    before = files(data)
    edits: dict[str, list[Edit]] = {
        "terms.yml": [Put(("terms", "peel", "name", "en"), "Long peel")],
        "roles/oven-hand.yml": [Put(("essence", "zh"), "你看着炉火。")],
    }
    found = made(data, edits)
    assert found.problems == () and set(found.after) == set(edits)
    assert "+essence" not in found.diff() and "+  zh: 你看着炉火。" in found.diff() and files(data) == before
    found.write()
    assert files(data) == {**before, **found.after}


def test_what_would_be_wrong_afterwards_is_said_and_not_what_was_wrong_before(data):
    role = data / "roles/oven-hand.yml"
    role.write_bytes(role.read_bytes().replace(b"stage: ", b"stage: no-such-", 1))
    found = made(data, {"roles/oven-hand.yml": [Put(("layer",), "no-such-layer")]})
    assert [problem.field for problem in found.problems] == ["layer"]


def test_a_file_that_changed_meanwhile_is_left_alone(data):
    found = made(data, {"roles/oven-hand.yml": [Put(("essence", "zh"), "你看着炉火。")]}, {"roles/new-hand.yml": "name: x\n"})
    role = data / "roles/oven-hand.yml"
    role.write_bytes(role.read_bytes() + b"# \n")
    before = files(data)
    with pytest.raises(CannotEdit, match="roles/oven-hand.yml"):
        found.write()
    assert files(data) == before


def test_where_one_file_cannot_be_put_in_place_none_is(data, monkeypatch):
    found = made(data, {"roles/oven-hand.yml": [Put(("essence", "zh"), "你看着炉火。")]}, {"roles/a-hand.yml": "name: x\n", "roles/new-hand.yml": "name: x\n"})
    before, replace = files(data), Path.replace

    def failing(self: Path, to: Path) -> Path:
        if to.name == "oven-hand.yml":
            raise PermissionError
        return replace(self, to)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(CannotEdit):
        found.write()
    assert files(data) == before


def test_the_handbook_it_would_give_is_the_one_that_is_read_from_the_folder_afterwards(data):
    role = (data / "roles/oven-hand.yml").read_text(encoding="utf-8")
    found = made(data, {}, {"roles/a-hand.yml": role, "roles/z-hand.yml": role})
    found.write()
    again = read_all(data)
    assert list(found.loaded.documents) == list(again.documents) and found.loaded.contents == again.contents


def test_a_new_file_takes_no_other_ones_place(data):
    with pytest.raises(CannotEdit, match="roles/oven-hand.yml"):
        made(data, {}, {"roles/oven-hand.yml": "name: x\n"})
