"""Renews the expected pages of the tiny handbook: `make bless`, or `python -m tests.bless`. Read the difference before you keep it."""
from __future__ import annotations

import shutil

from macros.checks import RULES
from macros.loading.folder import load
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
    """Write the bodies anew and say which changed."""
    before, now = kept(), expected()
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for path, body in now.items():
        (EXPECTED / path).parent.mkdir(parents=True, exist_ok=True)
        (EXPECTED / path).write_text(body, encoding="utf-8", newline="\n")
    for path in sorted(before.keys() | now.keys()):
        if before.get(path) != now.get(path):
            print("-" if path not in now else "+" if path not in before else "~", path)


if __name__ == "__main__":
    main()
