"""What is kept of earlier runs makes reading and checking quicker, and changes nothing that they find."""
from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from macros.checks import RULES
from macros.loading import files, kept
from macros.loading.folder import Loaded, ensure_sound, load, read_all
from macros.loading.kept import Kept, stamp
from macros.words.problems import Problems
from tests.places import BAKERY


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch) -> Path:
    """A place of its own for what is kept."""
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "cache")
    return tmp_path / "cache"


@pytest.fixture
def data(tmp_path) -> Path:
    """A copy of the tiny handbook to edit."""
    return Path(shutil.copytree(BAKERY, tmp_path / "data"))


@pytest.fixture
def read(monkeypatch) -> list[str]:
    """The files that the reader of YAML was given, one after the other."""
    names: list[str] = []
    honest = files.read
    monkeypatch.setattr(files, "read", lambda raw, file: names.append(file) or honest(raw, file))
    return names


def said(data: Path, before: Loaded | None = None) -> str:
    """What is wrong with a handbook, if anything."""
    try:
        ensure_sound(read_all(data, before), RULES)
    except Problems as found:
        return str(found)
    return ""


def edit(data: Path, name: str, old: str, new: str) -> None:
    file = data / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_file_is_read_again_only_when_it_has_changed(data, read):
    load(data, RULES)
    everything = {f"data/{file.relative_to(data).as_posix()}" for file in data.rglob("*.yml")}
    assert sorted(read) == sorted(everything)
    read.clear()
    load(data, RULES)
    assert read == []
    edit(data, "roles/oven-hand.yml", "\n", "\n\n")
    load(data, RULES)
    assert read == ["data/roles/oven-hand.yml"]


def test_the_handbook_is_the_same_with_what_is_kept_and_without(data, cache):
    first = read_all(data)
    again = read_all(data)
    shutil.rmtree(cache)
    assert {id: dict(record) for (_, id), (_, record) in first.made.items()} == {id: dict(record) for (_, id), (_, record) in again.made.items()}
    assert [document.data for document in first.documents.values()] == [document.data for document in read_all(data).documents.values()]


def test_folders_that_take_turns_leave_each_others_alone(data, tmp_path, read):
    other = Path(shutil.copytree(data, tmp_path / "other"))
    for one in (data, other):
        load(one, RULES)
    read.clear()
    for one in (data, other, data):
        load(one, RULES)
    assert read == []


def test_only_so_many_folders_are_remembered(data, cache):
    for number in range(kept.MOST + 3):
        Kept.of(data / str(number), "x").save()  # nothing to keep, nothing written
        table = Kept.of(data / str(number), "x")
        table.put("a", 1)
        table.save()
    assert len(list(cache.iterdir())) == kept.MOST


@pytest.mark.parametrize("wrong", [
    ("roles/oven-hand.yml", "name:", "nome:"),  # does not fit
    ("roles/oven-hand.yml", "name:", "name:\t"),  # cannot be read
    ("roles/oven-hand.yml", "purpose:\n  zh: ", "purpose:\n  zh: 赋能"),  # the guide
    ("units.yml", "percent:", "per-cent:"),  # felt in other files
    ("terms.yml", "en: ", "en: ，"),
    ("stray.txt", "", ""),
])
@pytest.mark.parametrize("in_memory", [True, False])
def test_a_mistake_shows_each_time_it_is_there_and_no_longer(data, wrong, in_memory):
    name, old, new = wrong
    fresh = Path(shutil.copytree(BAKERY, data.parent / "fresh" / "data"))
    before = read_all(data) if in_memory else None
    assert said(data) == ""
    sound = (data / name).read_bytes() if (data / name).exists() else None
    for folder_of in (data, fresh):
        (folder_of / name).touch()
        edit(folder_of, name, old, new)
    expected = said(fresh)
    assert expected
    for _ in range(2):
        assert said(data, before) == expected
        if in_memory:
            before = read_all(data, before)
        assert said(data, before) == expected
        bad = (data / name).read_bytes()
        (data / name).unlink()
        if sound is not None:
            (data / name).write_bytes(sound)
        assert said(data, before) == ""
        (data / name).write_bytes(bad)


@pytest.mark.parametrize("spoil", [
    lambda raw: b"", lambda raw: raw[:-9], lambda raw: raw.replace(b"oven", b"OVEN"), lambda raw: b"\xff" + raw, lambda raw: raw + b"\nx y",
    lambda raw: b"\n".join(raw.split(b"\n")[1:]),
])
def test_what_is_damaged_counts_as_nothing(data, cache, spoil):
    first = read_all(data)
    tables = [file for file in cache.rglob("*") if file.is_file()]
    assert tables
    for file in tables:
        file.write_bytes(spoil(file.read_bytes()))
    assert [one.data for one in read_all(data).documents.values()] == [one.data for one in first.documents.values()]
    assert said(data) == ""


def test_what_other_code_or_other_packages_found_counts_as_nothing(data, read, monkeypatch):
    load(data, RULES)
    read.clear()
    monkeypatch.setattr(kept, "code", lambda: b"another")
    load(data, RULES)
    assert read


@pytest.mark.parametrize("call", ["mkdir", "write_bytes", "replace"])
def test_a_folder_nobody_may_write_in_and_a_full_disk_are_no_mistakes(data, cache, monkeypatch, call):
    def refuse(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, call, refuse)
    load(data, RULES)
    assert not [file for file in cache.rglob("*") if file.is_file()]


def test_what_is_as_before_is_the_same_object(data):
    before = read_all(data)
    edit(data, "roles/oven-hand.yml", "\n", "\n\n")
    edit(data, "roles/crust-brander.yml", "zh: ", "zh: 好")
    after = read_all(data, before)
    assert after.handbook.roles["oven-hand"] is before.handbook.roles["oven-hand"], "only its lines moved"
    assert after.handbook.roles["crust-brander"] is not before.handbook.roles["crust-brander"]
    assert after.documents["moves.yml"] is before.documents["moves.yml"]
    assert all(record is before.handbook.of_kind(kind)[record.id] for kind, record in after.handbook.records() if record.id != "crust-brander")


def test_new_defaults_make_new_records(data):
    before = read_all(data)
    text = (data / "handbook.yml").read_text(encoding="utf-8")
    assert "2026" in text
    (data / "handbook.yml").write_text(text.replace("2026", "2025"), encoding="utf-8")
    after = read_all(data, before)
    assert {record.reviewed_on.year for record in after.handbook.roles.values()} != {record.reviewed_on.year for record in before.handbook.roles.values()}


def test_stamps_tell_where_one_part_ends():
    assert len({stamp(b"ab", b"c"), stamp(b"a", b"bc"), stamp(b"abc"), stamp(b"abc", b"")}) == 4
