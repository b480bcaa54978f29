"""The ways out, tried: the project as it is with ProperDocs in MkDocs' place, and what `handbook write` writes with Zensical: `python -m tests.supply.exits`.

ProperDocs must give the same bytes, in an environment from which MkDocs is taken away. Zensical has its own frame, so of its pages what
they say, where they stand and where they lead must be the same; what is known to be different is said, and anything more is a fault."""
from __future__ import annotations

import os
import posixpath
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote

from macros.website.dead_links import OUTSIDE
from tests.building import build
from tests.places import BAKERY, ROOT
from tests.supply.apart import NotRun, environment
from tests.supply.sites import body, differing, files, pages, words

LOCK = Path(__file__).with_suffix(".txt")
NOT_TRIED = "NOT TRIED"
KNOWN = ("around the text stand Zensical’s own menus and search, one for both languages; the other language’s page, cards for chats, data for machines, "
         "short addresses and what the script of our frame does are not there")


def properdocs(data: Path, ours: Path, folder: Path) -> tuple[list[str], str]:
    """Build the project as it is; the files that differ, and what is to be said. Raises NotRun where the package cannot be had."""
    commands = environment("exits", LOCK)
    subprocess.run([commands / "python", "-m", "pip", "uninstall", "-q", "-y", "mkdocs"], capture_output=True, check=True)
    run = subprocess.run([commands / "properdocs", "build", "--strict", "--quiet", "-f", ROOT / "mkdocs.yml", "-d", folder], cwd=ROOT, capture_output=True,
                         text=True, env=_environment(data), check=False)
    if run.returncode:
        return [f"ProperDocs: {run.stderr.strip()[-600:]}"], ""
    found = differing(ours, folder)
    said = f"ProperDocs {_version(commands, 'properdocs')}, without MkDocs: {len(found)} of {len(files(ours))} files differ"
    return [f"ProperDocs: {name} differs" for name in found], said


def zensical(data: Path, ours: Path, folder: Path) -> tuple[list[str], str]:
    """Build what `handbook write` writes; the faults, and what is to be said. Raises NotRun where the package cannot be had."""
    commands = environment("exits", LOCK)
    written = subprocess.run([sys.executable, "-m", "macros", "write", folder], cwd=ROOT, capture_output=True, text=True, env=_environment(data), check=False)
    if written.returncode:
        return [f"handbook write: {written.stderr.strip()[-600:]}"], ""
    run = subprocess.run([commands / "zensical", "build", "--clean"], cwd=folder, capture_output=True, text=True, check=False)
    if run.returncode:
        return [f"Zensical: {run.stderr.strip()[-600:]}"], ""
    faults, known = compared(ours, folder / "site")
    return faults, (f"Zensical {_version(commands, 'zensical')}, classic theme: {len(pages(ours)) - known} pages, {len(faults)} differences in what they say, "
                    f"in their places and links; {known} only lead on; {KNOWN}")


def compared(ours: Path, theirs: Path) -> tuple[list[str], int]:
    """What a site of another generator lacks of ours, page by page; and how many pages of ours have no text, since they only lead on."""
    faults: list[str] = []
    only_lead_on = 0
    for page in pages(ours):
        own = body(ours / page, True)
        if own is None:
            only_lead_on += 1
            continue
        if not (theirs / page).exists() or (other := body(theirs / page, False)) is None:
            faults.append(f"{page} is not there")
            continue
        if words(own) != words(other):
            faults.append(f"{page} does not say the same")
        faults += [f"{page} lacks #{one}" for one in sorted({*own.xpath(".//*/@id")} - {*other.xpath(".//*/@id")})]
        for link in sorted({*other.xpath(".//@href"), *other.xpath(".//@src")}):
            name = link.partition("#")[0].partition("?")[0]
            if not OUTSIDE.match(link) and name and not _arrives(theirs, page, name):
                faults.append(f"{page}: {link} leads nowhere")
    return faults, only_lead_on


def _arrives(site: Path, page: str, name: str) -> bool:
    led = site / posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(name)))
    return led.is_file() or (led / "index.html").is_file()


def _environment(data: Path) -> dict[str, str]:
    return {"HANDBOOK_URL": "https://handbook.example.com/", **os.environ, "HANDBOOK_DATA": str(data), "NO_MKDOCS_2_WARNING": "1"}


def _version(commands: Path, package: str) -> str:
    ask = f"from importlib.metadata import version; print(version({package!r}))"
    return subprocess.run([commands / "python", "-c", ask], capture_output=True, text=True, check=True).stdout.strip()


def audited(data: Path = BAKERY) -> tuple[list[str], list[str]]:
    """The faults, and a line for each way out: what was built and how it differs, or that it was not tried and why."""
    faults, lines = [], []
    with TemporaryDirectory() as folder:
        top = Path(folder)
        build(data, top / "ours")
        for way in (properdocs, zensical):
            try:
                found, line = way(data, top / "ours", top / way.__name__)
            except NotRun as why:
                found, line = [], f"{way.__name__}: {NOT_TRIED} ({why})"
            faults += found
            lines += [line] if line else []
    return faults, lines


def main() -> None:
    """Print what was built and how it differs; fail on a difference that is not known."""
    faults, lines = audited(Path(sys.argv[1]).resolve() if sys.argv[1:] else BAKERY)
    print("\n".join([*lines, *faults]))
    sys.exit(bool(faults) or any(NOT_TRIED in line for line in lines) * 3)


if __name__ == "__main__":
    main()
