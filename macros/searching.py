"""What the search needs beside the pages of a finished site: the full-text index, and the library that searches the records."""
from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import rjsmin
from mkdocs.exceptions import PluginError

# Left out of the full text: what is not the matter of the page, and names of other records, which are found by themselves.
APART = (".headerlink", ".other-name", ".for-ears", ".basis", ".level", ".need", ".edit", ".legend", ".kind", ".count", ".before", "thead", ".stages", ".moves", ".related",
         ".sources", ".reasons", ".record-foot", ".role-card dt")
# Parts of Pagefind that its core does not load.
UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js", "pagefind-worker.js")
LIBRARY = "node_modules/minisearch/dist/es/index.js"
LICENCE = "/* MiniSearch, https://github.com/lucaong/minisearch, MIT licence. */\n"


def add_search(site: Path, root: Path) -> None:
    """Put the search's library and the full-text index of both languages into a finished site."""
    source = root / LIBRARY
    if not source.is_file():
        raise PluginError(f"找不到{LIBRARY}，请先运行make setup。\n{LIBRARY} is missing; run make setup first.")
    scripts = site / "assets/search"
    for script in (source, *sorted(scripts.glob("*.js"))):
        small = rjsmin.jsmin(script.read_text(encoding="utf-8"))
        (scripts / ("minisearch.js" if script == source else script.name)).write_text((LICENCE if script == source else "") + small, encoding="utf-8")
    indexed = subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", str(site), "--silent", "--exclude-selectors", ",".join(APART)], capture_output=True, text=True
    )
    if indexed.returncode:
        raise PluginError(f"全文索引没有做成。\nThe full-text index could not be made.\n{indexed.stderr}")
    bundle = site / "pagefind"
    for pattern in UNUSED:
        for file in bundle.glob(pattern):
            file.unlink()
    entry = bundle / "pagefind-entry.json"
    entry.write_text(json.dumps(json.loads(entry.read_text(encoding="utf-8")), sort_keys=True), encoding="utf-8")
