"""Serving while editing: changes show, mistakes show in place of the page, mending recovers, code and templates reload."""
from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from http.client import HTTPResponse
from pathlib import Path

import pytest

from macros.model.handbook import Handbook
from macros.model.roles import Role
from tests import examples
from tests.building import copied

PATIENCE = 90  # seconds; machines are slow at times, and how fast it is belongs in `make bench`


@pytest.fixture(scope="module")
def role(handbook: Handbook) -> Role:
    """The role whose file is edited."""
    return examples.role(handbook)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, data: Path, role: Role) -> Iterator[tuple[Path, str]]:
    """A copy of the project being served: its folder and its address."""
    root = copied(tmp_path_factory.mktemp("project"), data)
    (root / "tmp").mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with (root / "log.txt").open("w") as log:
        process = subprocess.Popen([sys.executable, "-m", "macros", "serve", "--port", str(port)], cwd=root, stdout=log, stderr=log,
                                   env={**os.environ, "TMPDIR": str(root / "tmp")})
    address = f"http://127.0.0.1:{port}/"
    try:
        wait_for(f"{address}zh/roles/{role.id}/", role.name.zh)
        yield root, address
    finally:
        process.terminate()
        process.wait(10)


def wait_for(url: str, text: str) -> str:
    """The page once it shows the text."""
    body = ""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
                body = answer.read().decode()
        except (urllib.error.URLError, ConnectionError):
            body = ""
        if text in body:
            return body
        time.sleep(0.1)
    raise AssertionError(f"{url} never showed {text!r}; last: {body[:400]}")


def asked(url: str, method: str = "GET") -> HTTPResponse:
    """One answer, whatever it says."""
    try:
        return urllib.request.urlopen(urllib.request.Request(url, method=method), timeout=PATIENCE)
    except urllib.error.HTTPError as answer:
        return answer


def shown(url: str) -> str:
    """What the first answer says."""
    return asked(url).read().decode()


@pytest.fixture
def edited(served: tuple[Path, str]) -> Iterator[Callable[[str, str, str], None]]:
    """Replaces words in a file; afterwards all is as it was, and shown so."""
    root, address = served
    before: dict[Path, str] = {}

    def edit(name: str, old: str, new: str) -> None:
        file = root / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        before.setdefault(file, text)
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    yield edit
    for file, text in before.items():
        file.write_text(text, encoding="utf-8")
    wait_for(address + "en/kpis/", "<title>KPIs")


def test_no_answer_is_older_than_an_edit_of_the_data(served, role, edited):
    _, address = served
    for word in ("这是刚改的一句。", "又改了一句。"):
        now = role.essence.zh if word[0] == "这" else "这是刚改的一句。"
        edited(f"data/roles/{role.id}.yml", now, word)
        for page in (f"zh/roles/{role.id}/", "zh/roles/", f"zh/compare/roles/{role.id}.json", "zh/search/more.json"):
            assert word in shown(address + page) or page.endswith("json"), page
        assert word.rstrip("。") in json.dumps(json.loads(shown(address + "zh/search/more.json")), ensure_ascii=False)


def test_an_edit_that_keeps_the_time_and_size_of_its_file_is_seen(served, role, edited):
    root, address = served
    file = root / f"data/roles/{role.id}.yml"
    shown(f"{address}zh/roles/{role.id}/")
    before = file.stat()
    edited(f"data/roles/{role.id}.yml", role.essence.zh, role.essence.zh[::-1])
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_size == before.st_size and role.essence.zh[::-1] in shown(f"{address}zh/roles/{role.id}/")


def test_a_folder_that_goes_away_and_comes_back_is_told_and_shown_again(served, role):
    root, address = served
    (root / "data").rename(root / "elsewhere")
    assert role.name.zh not in shown(f"{address}zh/roles/{role.id}/")
    (root / "elsewhere").rename(root / "data")
    assert role.name.zh in shown(f"{address}zh/roles/{role.id}/")


def test_names_that_the_search_finds_are_those_of_the_data(served, role, edited):
    _, address = served
    assert role.name.en in shown(address + "en/search/records.json")
    edited(f"data/roles/{role.id}.yml", role.name.en, "Keeper of the embers")
    assert "Keeper of the embers" in shown(address + "en/search/records.json")
    assert "Keeper of the embers" in shown(address + f"en/compare/roles/{role.id}.json")
    assert "Keeper of the embers" in shown(address + "en/")
    index = json.loads(shown(address + "en/search/text.json"))
    piece = max(number for number, first in enumerate(index["pieces"]) if first <= "embers")
    assert "embers" in json.loads(shown(address + f"en/search/words-{index['stamp']}/{piece}.json"))
    assert "Keeper of the embers" in shown(address + f"en/search/text/roles/{role.id}.0.json")


def test_a_page_comes_and_goes_with_its_record(served, role):
    root, address = served
    url = f"{address}en/roles/{role.id}-again/"
    assert asked(url).status == 404
    text = (root / f"data/roles/{role.id}.yml").read_text(encoding="utf-8")
    again = root / f"data/roles/{role.id}-again.yml"
    again.write_text(text.replace(role.name.en, f"{role.name.en} again", 1).replace(role.name.zh, f"{role.name.zh}之二", 1), encoding="utf-8")
    assert asked(url).status == 200
    assert f"{role.id}-again" in shown(address + "en/roles/")
    again.unlink()
    gone = asked(url)
    assert gone.status == 404 and "Page not found" in gone.read().decode()
    assert f"{role.id}-again" not in shown(address + "en/roles/")


def test_the_rules_look_after_the_page_is_shown_and_the_browser_is_told(served, role, edited):
    _, address = served
    wait_for(address + "en/kpis/", "<title>KPIs")
    epoch = re.search(r"livereload\((\d+), \d+\)", shown(address + "en/"))[1]
    edited(f"data/roles/{role.id}.yml", role.essence.en, role.essence.en.replace(" ", "，", 1))
    first = shown(address + "en/")
    assert int(shown(f"{address}livereload/{epoch}/1")) > int(epoch)
    assert f"data/roles/{role.id}.yml:" in wait_for(address + "en/", "Something to mend") and "Something to mend" in shown(address + "zh/search/")
    assert "<title>" in first and asked(address + "assets/favicon.svg").status == 404


def test_an_open_page_shows_edits_mistakes_and_what_mends_them_by_itself(served, role, browser):
    root, address = served
    file = root / f"data/roles/{role.id}.yml"
    text = file.read_text(encoding="utf-8")
    page = browser.new_page()
    page.goto(f"{address}zh/roles/{role.id}/")
    for essence, shows in (("这是刚改的一句。", ".essence"), ("这句有, 半角。", "pre"), (role.essence.zh, ".essence")):
        file.write_text(text.replace(role.essence.zh, essence, 1), encoding="utf-8")
        page.locator(shows, has_text=essence if shows != "pre" else f"data/roles/{role.id}.yml:").wait_for(timeout=PATIENCE * 1000)
    page.close()


def test_an_answer_has_its_length_and_kind_and_a_question_for_the_head_gets_no_body(served, role):
    _, address = served
    script = re.search(r'src="../(assets/handbook[^"]+)"', shown(address + "zh/"))[1]
    kinds = {
        f"zh/roles/{role.id}/": "text/html",
        script: "application/javascript", "assets/favicon.svg": "image/svg+xml", "zh/search/records.json": "application/json",
    }
    for name, kind in kinds.items():
        whole, head = asked(address + name), asked(address + name, "HEAD")
        assert whole.headers["Content-Type"] == head.headers["Content-Type"] == kind
        body = whole.read()
        assert len(body) == int(whole.headers["Content-Length"]) and abs(int(head.headers["Content-Length"]) - len(body)) < 5 and head.read() == b""
    assert asked(f"{address}zh/roles/{role.id}").url == f"{address}zh/roles/{role.id}/"
    assert asked(f"{address}zh/search?q=a%20b&more").url == f"{address}zh/search/?q=a%20b&more"
    assert asked(address + "../data/handbook.yml").status == 404


def test_an_address_that_cannot_be_served_on_is_said_in_a_line_of_each_language(served):
    root, address = served
    port = address.rpartition(":")[2].rstrip("/")
    for option, wrong, said in (("--port", port, f"Port {port} is in use"), ("--port", "99999", "There is no port 99999"),
                                ("--host", "192.0.2.1", "no address “192.0.2.1”"), ("--host", "nowhere.invalid", "no address “nowhere.invalid”")):
        run = subprocess.run([sys.executable, "-m", "macros", "serve", option, wrong], cwd=root, capture_output=True, text=True, timeout=PATIENCE)
        lines = run.stderr.splitlines()
        assert run.returncode == 1 and run.stdout == "" and len(lines) == 2 and said in lines[1] and all(option in line for line in lines), run.stderr


def test_nothing_is_written(served):
    root, _ = served
    assert not (root / "site").exists() and [*(root / "tmp").iterdir()] == []


def test_a_mistake_shows_as_check_reports_it_and_mending_recovers(served, role):
    root, address = served
    file = root / f"data/roles/{role.id}.yml"
    text = file.read_text()
    file.write_text(text.replace(f"\nstage: {role.stage}", "\nstage: no-stage", 1))
    body = wait_for(address + "en/kpis/", "no-stage")
    report = subprocess.run([sys.executable, "-m", "macros", "check"], cwd=root, capture_output=True, text=True)
    assert report.returncode == 1
    for line in report.stderr.strip().splitlines():
        assert line in body.replace("&#34;", '"').replace("&#39;", "'")
    assert "Traceback" not in body and "Traceback" not in (root / "log.txt").read_text()
    file.write_text(text)
    wait_for(address + "en/kpis/", "<title>KPIs")


def test_a_template_and_code_reload(served, role):
    root, address = served
    template = root / "overrides/handbook/pages/role.html"
    template.write_text(template.read_text() + "<!-- changed template -->")
    wait_for(f"{address}zh/roles/{role.id}/", "<!-- changed template -->")
    code = root / "macros/pages/roles.py"
    text = code.read_text()
    code.write_text(text.replace('reader.say("Duties")', '"changed code"', 1))
    wait_for(f"{address}zh/roles/{role.id}/", "changed code")
    code.write_text(text + "\nbroken(")
    wait_for(f"{address}zh/roles/{role.id}/", "SyntaxError")
    code.write_text(text)
    wait_for(f"{address}zh/roles/{role.id}/", f"<title>{role.name.zh}")


def test_a_page_written_by_hand_follows_its_words_its_data_and_the_kinds_there_are(served, edited, handbook):
    root, address = served
    stage = handbook.used("stages")[0].name.zh
    assert stage in shown(address + "zh/how-to-read/") and "new words" not in shown(address + "zh/how-to-read/")
    edited("data/stages.yml", f"zh: {stage}", f"zh: {stage}们")
    assert f"{stage}们" in shown(address + "zh/how-to-read/")
    edited("docs/zh/how-to-read.md", "{#how-to-read}", "new words {#how-to-read}")
    assert "new words" in shown(address + "zh/how-to-read/")
    edited("docs/zh/how-to-read.md", "new words", "[new words](nowhere.md)")
    assert "nowhere.md" in shown(address + "en/kpis/") and "Traceback" not in shown(address + "en/kpis/")


@pytest.mark.parametrize("link", ["[lost](kpis/index.md#nowhere)", '<a href="../nowhere/">lost</a>', "[lost](how-to-read.md#nowhere)"])
def test_a_link_of_a_page_written_by_hand_that_leads_nowhere_is_said_as_a_build_would(served, edited, link):
    _, address = served
    edited("docs/en/writing.md", "{#writing}\n", f"{{#writing}}\n\n[There](kpis/index.md), [here](#writing) and {link}.\n")
    body = shown(address + "en/writing/")
    assert "en/writing.md" in body and "nowhere" in body and "[There]" not in body and "Traceback" not in body
    edited("docs/en/writing.md", link, "nothing")
    assert "and nothing." in shown(address + "en/writing/")


@pytest.mark.parametrize("call", ['{{ nomacro("x") }}', '{{ house_style("zh" }}', '{% if there("zzz") %}{% endif %}', '{{ house_style("zz") }}'])
def test_a_wrong_macro_in_a_page_written_by_hand_shows_and_mending_recovers(served, edited, call):
    root, address = served
    file = root / "docs/zh/writing.md"
    text = file.read_text(encoding="utf-8")
    edited("docs/zh/writing.md", "{#writing}\n", f"{{#writing}}\n\n{call}\n")
    body = shown(address + "zh/writing/")
    assert "docs/zh/writing.md" in body and "A macro is wrong" in body and "Traceback" not in body
    file.write_text(text, encoding="utf-8")
    assert "A macro is wrong" not in shown(address + "zh/writing/") and "<title>KPIs" in shown(address + "en/kpis/")


def test_a_mistake_in_the_code_of_one_page_shows_where_it_is_and_leaves_the_others(served, role, edited):
    _, address = served
    edited("macros/pages/roles.py", 'reader.say("Duties")', "1 / 0")
    assert "ZeroDivisionError" in shown(f"{address}zh/roles/{role.id}/")
    assert "<title>KPIs" in shown(address + "en/kpis/")


def test_a_page_that_does_not_exist_is_answered(served):
    _, address = served
    with pytest.raises(urllib.error.HTTPError) as found:
        urllib.request.urlopen(address + "zh/roles/nobody/", timeout=PATIENCE)
    assert found.value.code == 404 and "Page not found" in found.value.read().decode()
