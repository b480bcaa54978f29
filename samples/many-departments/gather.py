"""Makes one host of several finished handbooks: a front page that lists them, and a search over all of them.

    python gather.py HOST

HOST holds the finished site of each department in a folder of its own; the address of a handbook is that folder's name."""
from __future__ import annotations

import hashlib
import html
import json
import re
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
COPIED = ("search.js", "front.css")
MARK = "<!-- departments -->"
LINE = '<li><a href="{path}zh/" lang="zh-Hans">{zh}</a> <a href="{path}en/" lang="en-GB">{en}</a></li>'


def main() -> None:
    """Write the front page, and what its search needs to know, into the folder of the host."""
    host = Path(sys.argv[1])
    scripts: dict[str, str] = {}
    sites = sorted(path.parents[2] for path in host.glob("*/zh/search/records.json"))
    departments = [department(site, scripts) for site in sites]
    if not departments:
        sys.exit(f"{host}里没有做好的手册。\nThere is no finished handbook in {host}.")
    lines = [LINE.format_map({key: html.escape(value) for key, value in one.items()}) for one in departments]
    page = (HERE / "index.html").read_text(encoding="utf-8").replace(MARK, "\n".join(lines))
    (host / "index.html").write_text(page, encoding="utf-8")
    (host / "departments.json").write_text(json.dumps(departments, ensure_ascii=False), encoding="utf-8")
    for name in COPIED:
        shutil.copy(HERE / name, host / name)
    shutil.copy(sites[0] / "assets/favicon.svg", host / "icon.svg")


def department(site: Path, scripts: dict[str, str]) -> dict[str, str]:
    """A handbook as the host knows it: where it lies, what it is called, and where its search is, which handbooks with the same scripts share."""
    folder = site / "assets/search"
    content = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(folder.glob("*.js")))).hexdigest()
    find = scripts.setdefault(content, f"{site.name}/assets/search/{next(folder.glob('find*.js')).name}")
    return {"path": f"{site.name}/", "find": find, "zh": title(site / "zh"), "en": title(site / "en")}


def title(folder: Path) -> str:
    """What the home page of a handbook is called."""
    found = re.search(r"<title>(.*?)</title>", (folder / "index.html").read_text(encoding="utf-8"), re.S)
    return html.unescape(found[1]).strip() if found else folder.parent.name


if __name__ == "__main__":
    main()
