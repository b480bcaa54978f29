"""The recorded runs in maintaining/: their edits are made, their commands are run; `python -m tests.recorded` writes what they say today into them."""
from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from macros.commands.command_line import main as handbook
from tests.generator.editing.sheets.books import Book
from tests.places import BAKERIES, ROOT

PAGE = ROOT / "maintaining/one-edit.md"
PUBLICATION = ROOT / "maintaining/one-publication.md"  # in a repository, since it tells what changed since the last commit
NAME = re.compile(r"(?<=[0-9]-)[0-9a-f]{12}(?![0-9a-f])")  # of a release, by its content: another one whenever a style changes
SHEET = "指标目标 KPI targets"
ROLE, TARGET = "roles/apprentice-baker.yml", "apprentice-baker/burnt-share/count"
BLOCK = re.compile(r"^```(diff|console)\n(.*?)^```$|^\| (\S+ · [^|]+?) \| [^|]+ \| ([^|]+?) \|$", re.S | re.M)


def replayed(page: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """What the page shows of each console, and what is said there today, in a folder of its own."""
    data = Path(shutil.copytree(BAKERIES, folder / "data"))
    (data / "urls.lock").unlink()
    for words in (["init", "-q"], ["add", "."], ["-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-qm", "As it was"]) if page is PUBLICATION else ():
        subprocess.run(["git", *words], cwd=folder, check=True)
    cells: dict[str, str] = {}
    for kind, block, heading, value in BLOCK.findall(page.read_text(encoding="utf-8")):
        if kind == "diff":
            subprocess.run(["git", "apply", "--unidiff-zero"], input=block, cwd=folder, check=True, text=True, capture_output=True)
        elif kind:
            if "import" in block:
                workbook(data, folder, cells)
            base = {} if page is PUBLICATION else {"HANDBOOK_BASE": ""}
            yield block, "".join(f"$ {line}\n{said(line, data, folder, **base)}" for line in re.findall(r"^\$ (.*)$", block, re.M))
        else:
            cells[heading] = value


def said(line: str, data: Path, folder: Path, **environment: str) -> str:
    """What a command of the page says."""
    words = [str(folder / word) if word.endswith((".xlsx", "online")) else word for word in shlex.split(line)[1:]]
    env = {"HANDBOOK_DATA": str(data), "HANDBOOK_URL": "https://handbook.seven-ovens.net/", **environment}
    return NAME.sub("0123456789ab", CliRunner().invoke(handbook, words, env=env).output.replace(f"{folder}/", ""))


def workbook(data: Path, folder: Path, cells: dict[str, str]) -> None:
    """The handbook as it was, as a workbook in which someone changes these cells of the target; it lies in `data` again."""
    (folder / "typed").mkdir()
    data.rename(folder / "typed/data")
    shutil.copytree(BAKERIES, data)
    said("handbook export xlsx bakery.xlsx", data, folder)
    book = Book.of((folder / "bakery.xlsx").read_bytes())
    for heading, value in cells.items():
        if heading.partition(" ")[0] != "Cell":
            book.put(SHEET, TARGET, heading, value)
    book.save(folder / "bakery.xlsx")


def main() -> None:
    """Write what the commands say now into the pages."""
    for page in (PAGE, PUBLICATION):
        text = page.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            for shown, now in replayed(page, Path(folder)):
                text = text.replace(f"```console\n{shown}```", f"```console\n{now}```", 1)
        page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
