"""The commands that publish: the address is looked at before anything is built, and each says what it did."""
from __future__ import annotations

import pytest
from click.testing import CliRunner

from macros.commands import releases
from macros.commands.command_line import main
from tests.generator.releasing.sites import made
from tests.places import BAKERIES

SOUND = ("https://handbook.bakery.test/", "http://intranet/careers", "https://手册.公司.cn/a-b/~c/", "https://h.test:8443/")
WRONG = ("", "handbook.test", "ftp://h.test/", "https://example.com/", "https://careers.example.org/x/", "https://handbook.your-company/", "http://localhost:8000/",
         "http://127.0.0.1/", "http://[::1]/", "http://[::1", "http://0.0.0.0/", "https://user:secret@h.test/", "https://h.test/?a=1", "https://h.test/#a",
         "https://h.test:99999/", "https://h.test:abc/", "https://a b.test/", "https://h.test/<script>/",
         "https://h.test/../x/", "https://h.test/\n", 'https://h.test/"q/', "https:///x/")


@pytest.mark.parametrize("address", WRONG)
def test_an_address_nobody_could_open_stops_before_anything_is_built(tmp_path, monkeypatch, address):
    monkeypatch.setenv("HANDBOOK_URL", address)
    result = CliRunner().invoke(main, ["publish", "--data", str(BAKERIES), str(tmp_path / "site")])
    assert result.exit_code == 1 and "Nothing was published." in result.output and "什么也没有发布" in result.output
    assert not (tmp_path / "site").exists() and len(result.output.splitlines()) == 2


@pytest.mark.parametrize("words", [("publish", ""), ("rollback", ""), ("releases", ""), ("publish",), ("build", "--site", "")])
def test_a_folder_that_is_not_named_is_asked_for(words):
    result = CliRunner().invoke(main, [*words])
    assert result.exit_code == 2 and "Something is missing: " in result.output and "folder" in result.output and "文件夹" in result.output


@pytest.mark.parametrize("address", SOUND)
def test_what_is_done_is_said_in_a_line_of_each_language(tmp_path, monkeypatch, address):
    monkeypatch.setenv("HANDBOOK_URL", address)
    place, words = tmp_path / "site", iter("一一二")
    monkeypatch.setattr(releases, "_made", lambda new: made(next(words))(new))
    runs = [CliRunner().invoke(main, ["publish", "--data", str(BAKERIES), str(place)]).output for _ in range(3)]
    assert "let the server serve" in runs[0] and "The same as what is online" in runs[1] and "Back to 1.0-" in runs[2]
    listed = CliRunner().invoke(main, ["releases", str(place)]).output.splitlines()
    assert len(listed) == 2 and "← 在网上 · online" in listed[0]
    assert "is online now." in CliRunner().invoke(main, ["rollback", str(place)]).output
    again = CliRunner().invoke(main, ["rollback", str(place)])
    assert again.exit_code == 1 and "keeps no release from before" in again.output
