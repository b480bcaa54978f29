"""Renews the expected pages of the tiny handbook, and what is heard of ten of them: `make bless`, or `python -m tests.bless`. Read the difference before you
keep it."""
from __future__ import annotations

import shutil
from pathlib import Path

from macros.checks import RULES
from macros.loading.folder import load
from tests import heard
from tests.bodies import bodies
from tests.places import BAKERY

EXPECTED = BAKERY.parent / "expected"


def expected() -> dict[str, str]:
    """The body of every page of the tiny handbook, by where it is kept: `zh/roles/oven-hand/index.html`."""
    return {f"{address}index.html": body for address, body in bodies(load(BAKERY, RULES)).items()}


def kept() -> dict[str, str]:
    """The bodies as they were last blessed."""
    return {file.relative_to(EXPECTED).as_posix(): file.read_text(encoding="utf-8") for file in sorted(EXPECTED.rglob("*.html"))}


def main() -> None:
    """Write the bodies and what is heard anew and say which changed."""
    _renew(EXPECTED, kept(), expected())
    trees = [{f"{kind}.yml": tree for kind, tree in some.items()} for some in (heard.kept(), heard.made())]
    _renew(heard.HEARD, *trees)


def _renew(folder: Path, before: dict[str, str], now: dict[str, str]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in now.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
    for path in sorted(before.keys() | now.keys()):
        if before.get(path) != now.get(path):
            print("-" if path not in now else "+" if path not in before else "~", f"{folder.name}/{path}")


if __name__ == "__main__":
    main()
