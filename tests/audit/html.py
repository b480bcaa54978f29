"""What is read of every page: its HTML by the Nu Html Checker, and where each of its links leads."""
from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.audit.row import Row
from tests.audit.sites import PLANTED, SITES, unplanted
from tests.places import ROOT
from tests.walking import walked

NU = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"


def checked(top: Path) -> Row:
    """Every page of the sites below a folder, by the Nu Html Checker."""
    pages = sorted(str(path) for path in top.rglob("*.html"))
    run = subprocess.run(
        ["java", "-jar", str(NU), "--errors-only", "--format", "json", "--stdout", "--exit-zero-always", *pages],
        capture_output=True,
        text=True,
        check=True,
    )
    messages = json.loads(run.stdout)["messages"]
    found = {f"{message['url'].partition(str(top))[2]}:{message.get('lastLine', 0)}: {message['message']}" for message in messages}
    faults = unplanted("Nu", found, "planted.html")
    return Row("HTML", f"{len(faults)} errors on {len(pages) - len(SITES) * len(PLANTED)} pages, by the Nu Html Checker", faults)


def linked(top: Path) -> Row:
    """Every link, anchor, picture, script and stylesheet of every page of the sites below a folder."""
    found, references = set[str](), 0
    for site in SITES:
        dead, number = walked(top / site.name)
        found, references = found | {f"/{site.name}/{fault}" for fault in dead}, references + number
    faults = unplanted("The walk over links", found, "planted.html")
    return Row("links", f"{len(faults)} lead nowhere of {references:,}", faults)
