"""`handbook write`: the way out to other generators. Every page is there, stands in blocks that any reader of Markdown leaves alone, and loses nothing."""
from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from lxml import html
from markdown import markdown

from macros.releasing.sources import _page
from tests.places import BAKERY, ROOT
from tests.supply.exits import compared


def write(folder: Path, data: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "macros", "write", str(folder), "--data", str(data)], cwd=ROOT, capture_output=True, text=True, check=False,
                          env={**os.environ, "HANDBOOK_URL": "https://handbook.example.com/"})


@pytest.fixture(scope="module")
def written(tmp_path_factory, data) -> Path:
    """What was written of the handbook of this house."""
    folder = tmp_path_factory.mktemp("way-out") / "written"
    run = write(folder, data)
    assert run.returncode == 0, run.stderr
    return folder


def test_every_page_is_a_file_with_its_title_and_body_and_menus_lead_to_files(written, site):
    config = yaml.safe_load((written / "mkdocs.yml").read_text(encoding="utf-8"))
    menus = re.findall(r"'([^']+\.md)'", repr(config["nav"]))
    assert {"zh/index.md", "en/roles/index.md"} < {*menus} and config["extra_css"]
    assert all((written / "docs" / name).is_file() for name in (*menus, *config["extra_css"]))
    ours = {path.parent.relative_to(site) for language in ("zh", "en") for path in (site / language).rglob("index.html")}
    assert {path.parent.relative_to(written / "docs") for path in (written / "docs").rglob("index.md")} == {*ours, Path()}


def test_any_reader_of_markdown_hands_its_pages_on_as_they_are(written, site, tmp_path):
    """Here Python-Markdown, of which no extension is asked; what it makes is compared with our own site as `make audit` does with Zensical's."""
    for page in (written / "docs").rglob("*.md"):
        made = tmp_path / "theirs" / page.relative_to(written / "docs").with_suffix(".html" if page.name == "index.md" else "")
        made = made if page.name == "index.md" else made / "index.html"
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_text(markdown(page.read_text(encoding="utf-8").partition("\n---\n")[2]), encoding="utf-8")
    for file in (written / "docs").rglob("*"):
        copy = tmp_path / "theirs" / file.relative_to(written / "docs")
        if file.is_file() and file.name != "index.md":
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    assert compared(site, tmp_path / "theirs") == ([], 0)
    role = next(iter((tmp_path / "theirs/en/roles").glob("*/index.html")))
    spoilt = role.read_text(encoding="utf-8").replace("</h1>", "!</h1>").replace('id="duties"', "").replace('href="../../', 'href="../../x/')
    role.write_text(spoilt, encoding="utf-8")
    (tmp_path / "theirs/zh/terms/index.html").unlink()
    faults, name = compared(site, tmp_path / "theirs")[0], role.relative_to(tmp_path / "theirs").as_posix()
    assert {"zh/terms/index.html is not there", f"{name} does not say the same", f"{name} lacks #duties"} < {*faults}
    assert any(one.startswith(f"{name}: ../../x/") for one in faults)


def test_blank_lines_of_code_are_kept_and_others_are_not():
    page = _page("A “title”: one", "", "<p>a</p>\n\n  \n<pre>x\n\n    y</pre>\n\n<p>b</p>")
    head, _, body = page.removeprefix("---\n").partition("\n---\n")
    assert yaml.safe_load(head) == {"title": "A “title”: one"} and "\n\n" not in body.strip()
    assert html.fromstring(body).find("pre").text == "x\n\n    y"


def test_what_others_keep_in_a_folder_is_not_touched(tmp_path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    run = write(tmp_path, BAKERY)
    assert run.returncode == 1 and "mine.txt" in run.stderr and (tmp_path / "mine.txt").read_text(encoding="utf-8") == "mine"
