"""What is to come: the site built with the newest releases there are of everything it is made with, also those before they are final of what
matters most, and compared with the site as locked: `python -m tests.supply.coming [DATA]` prints a report as Markdown.

It ends with 1 where the site would differ or not be built, and with 3 where that could not be tried. Nothing waits for it."""
from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.website.changed_pages import as_markdown, changed_pages
from tests.building import copied
from tests.places import DATA, ROOT
from tests.supply.apart import NotRun
from tests.supply.locked import NPM, PYTHON, npm, python
from tests.supply.sites import differing, files

EARLY = ("mkdocs", "mkdocs-material", "pydantic", "pypinyin", "OpenCC")  # tried before they are final: the build, the theme, the model, what searches
IN_PAGES = "minisearch"
SHOWN = 20


def newest(folder: Path) -> Path:
    """An environment with the newest releases that the project asks for. Raises NotRun where they cannot be had."""
    _done([sys.executable, "-m", "venv", str(folder)])
    early = [f"{name}>=0.dev0" for name in EARLY]  # a version that is not final allows for such
    _done([str(folder / "bin/python"), "-m", "pip", "install", "-q", "--disable-pip-version-check", "-r", str(ROOT / "requirements.in"), *early])
    return folder / "bin/python"


def modules(folder: Path) -> str:
    """A folder of what npm installs, with the newest release of what searches in pages; returns which. Raises NotRun where it cannot be had."""
    folder.mkdir()
    for one in (ROOT / "node_modules").iterdir():
        if one.name not in (IN_PAGES, "node_modules", ".package-lock.json"):
            (folder / one.name).symlink_to(one.resolve())
    with TemporaryDirectory() as apart:
        command = Path(sys.executable).with_name("npm")
        quiet = ("--silent", "--ignore-scripts", "--no-audit", "--no-fund")
        _done([str(command if command.exists() else "npm"), "install", *quiet, f"{IN_PAGES}@latest"], Path(apart))
        shutil.copytree(Path(apart) / "node_modules" / IN_PAGES, folder / IN_PAGES)
    version: str = json.loads((folder / IN_PAGES / "package.json").read_text(encoding="utf-8"))["version"]
    return version


def _done(words: list[str], folder: Path = ROOT) -> str:
    run = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    if run.returncode:
        raise NotRun((run.stderr.strip().splitlines() or [f"{words[0]}: {run.returncode}"])[-1][:300])
    return run.stdout


def built(interpreter: str | Path, root: Path) -> str:
    """Build the site of a copy of the project; what was said where it failed."""
    environment = {**os.environ, "HANDBOOK_URL": "https://handbook.example.com/", "NO_MKDOCS_2_WARNING": "1"}
    for name in ("HANDBOOK_DATA", "HANDBOOK_EDITION", "SOURCE_DATE_EPOCH"):
        environment.pop(name, None)
    words = [interpreter, "-m", "macros", "build", "--site", root / "site"]
    run = subprocess.run(words, cwd=root, capture_output=True, text=True, check=False, env=environment)
    return "" if run.returncode == 0 else run.stderr.strip() or run.stdout.strip()


def changes(interpreter: Path, searching: str) -> list[tuple[str, str, str]]:
    """What is newer than locked: name, version as locked, version now."""
    listed = json.loads(_done([str(interpreter), "-m", "pip", "list", "--format", "json", "--disable-pip-version-check"]))
    now = {one["name"].lower().replace("_", "-").replace(".", "-"): one["version"] for one in listed}
    locked = {one.name: one.version for one in python(PYTHON["site"], "")}
    rows = [(name, version, now[name]) for name, version in locked.items() if now.get(name, version) != version]
    return [*rows, *((one.name, one.version, searching) for one in npm(NPM) if one.name == IN_PAGES and one.version != searching)]


def tried(data: Path, top: Path) -> tuple[int, str]:
    """The exit code and the report. Raises NotRun where it could not be tried."""
    interpreter = newest(top / "newest")
    searching = modules(top / "modules")
    newer = changes(interpreter, searching)
    table = "\n".join(["| package · 包 | locked · 锁定 | newest · 最新 |", "|---|---|---|", *(f"| {name} | {was} | {now} |" for name, was, now in newer)])
    if not newer:
        return 0, "Nothing is newer than what is locked. 没有比锁定的更新的版本。\n"
    roots: Mapping[str, Path] = {name: copied(top / name, data) for name in ("as-locked", "with-newest")}
    (roots["with-newest"] / "node_modules").unlink()
    (roots["with-newest"] / "node_modules").symlink_to(top / "modules")
    if said := built(sys.executable, roots["as-locked"]):
        raise NotRun(f"the site does not build as locked: {said.splitlines()[-1]}")
    if said := built(interpreter, roots["with-newest"]):
        return 1, f"The site cannot be built with the newest releases. 用最新版本生成不了网站。\n\n{table}\n\n```\n{said[-3000:]}\n```\n"
    before, after = roots["as-locked"] / "site", roots["with-newest"] / "site"
    found, total = differing(before, after), len(files(before))
    if not found:
        return 0, f"The same {total} files, byte for byte, with the newest releases. 用最新版本生成，{total}个文件逐字节相同。\n\n{table}\n"
    listed = "\n".join(f"- `{name}`" for name in found[:SHOWN])
    return 1, (f"{len(found)} of {total} files differ with the newest releases. 用最新版本生成，{total}个文件里有{len(found)}个不同。\n\n{table}\n\n"
               f"{as_markdown(changed_pages(before, after))}\n{listed}\n")


def main() -> None:
    """Print the report."""
    with TemporaryDirectory() as folder:
        try:
            code, report = tried(Path(sys.argv[1]).resolve() if sys.argv[1:] else DATA, Path(folder))
        except NotRun as why:
            code, report = 3, f"NOT TRIED: {why} · 没有试成\n"
    print(report, end="")
    sys.exit(code)


if __name__ == "__main__":
    main()
