"""Other generators, each as it comes, with the plugins that it needs for two languages and a search where it has them.

They live in a virtual environment of their own and are pinned in `peers.txt`; nothing of the project needs them."""
from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.bench.bodies import write_hugo, write_markdown
from tests.bench.clock import Failed
from tests.places import ROOT

LOCK = Path(__file__).with_name("peers.txt")
HOME = ROOT / ".cache/bench-peers"

HUGO = """baseURL = "http://localhost/"
defaultContentLanguage = "zh"
defaultContentLanguageInSubdir = true
disableKinds = ["taxonomy", "term", "RSS"]
[security]
allowContent = [".*"]
[languages.zh]
contentDir = "content/zh"
weight = 1
[languages.en]
contentDir = "content/en"
weight = 2
"""
# A frame of the least that a handbook can do with: tabs, the other language, neighbours.
HUGO_FRAME = """<!doctype html>
<html lang="{{ .Site.Language.Lang }}"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body>
<header><nav>{{ range .Site.Home.Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ range .Translations }}<a href="{{ .RelPermalink }}">{{ .Language.Lang }}</a>{{ end }}</nav></header>
<main data-pagefind-body>{{ .Content }}</main>
<footer>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</footer></body></html>
"""
STOCK = """site_name: Handbook
theme: {name: material, font: false, features: [navigation.tabs]}
plugins:
  - search: {lang: [en]}
  - macros
  - i18n:
      docs_structure: folder
      languages:
        - {locale: zh, default: true, name: 中文, build: true}
        - {locale: en, name: English, build: true}
markdown_extensions: [attr_list, tables, md_in_html]
"""
ZENSICAL = """site_name: Handbook
theme: {name: material, font: false}
markdown_extensions: [attr_list, tables]
"""


@dataclass(frozen=True)
class Peer:
    """A generator: the packages that only it needs, how its project is laid out from our finished site, its command, and where its site comes to lie."""

    name: str
    packages: tuple[str, ...]
    lay_out: Callable[[Path, Path], None]
    command: str  # of a shell, in the folder of its project
    out: str


def _hugo(site: Path, project: Path) -> None:
    write_hugo(site, project / "content")
    (project / "hugo.toml").write_text(HUGO, encoding="utf-8")
    layouts = project / "layouts/_default"
    layouts.mkdir(parents=True)
    for name in ("single", "list"):
        (layouts / f"{name}.html").write_text(HUGO_FRAME, encoding="utf-8")


def _mkdocs(config: str) -> Callable[[Path, Path], None]:
    def lay_out(site: Path, project: Path) -> None:
        write_markdown(site, project / "docs")
        (project / "mkdocs.yml").write_text(config, encoding="utf-8")

    return lay_out


PEERS = (
    Peer("Hugo + Pagefind", ("hugo", "pagefind", "pagefind-bin-extended"), _hugo, "{hugo} --quiet && {pagefind} --site public --silent", "public"),
    Peer("Zensical", ("zensical",), _mkdocs(ZENSICAL), "{bin}/zensical build --clean", "site"),
    Peer("Material + static-i18n + macros", ("mkdocs-material", "mkdocs-static-i18n", "mkdocs-macros-plugin"), _mkdocs(STOCK),
         "NO_MKDOCS_2_WARNING=1 {bin}/mkdocs build --quiet", "site"),
)


def install(peer: Peer) -> None:
    """Put a peer into the environment of the peers unless it is there; raises Failed with what pip says where it cannot be had."""
    stamp = HOME / f"{peer.packages[0]}-{hashlib.sha256(LOCK.read_bytes()).hexdigest()[:12]}"
    if stamp.exists():
        return
    if not (HOME / "bin/python").exists():
        subprocess.run([sys.executable, "-m", "venv", str(HOME)], check=True)
    wanted = HOME / f"{peer.packages[0]}.txt"
    wanted.write_text(needed(peer), encoding="utf-8")
    pip = [HOME / "bin/python", "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes", "-r", wanted]
    run = subprocess.run(pip, capture_output=True, text=True)
    if run.returncode:
        raise Failed(next((line for line in run.stderr.splitlines() if line.startswith("ERROR")), f"pip: {run.returncode}"))
    stamp.touch()


def needed(peer: Peer) -> str:
    """The lock without what only other peers need, so that one that cannot be had keeps no other away."""
    others = {package for other in PEERS if other is not peer for package in other.packages}
    entries = re.split(r"(?m)^(?=[a-z])", LOCK.read_text(encoding="utf-8"))
    return "".join(entry for entry in entries if entry.partition("==")[0] not in others)


def versions(peer: Peer) -> str:
    """The versions of what a peer is made of, as locked."""
    locked = dict(re.findall(r"(?m)^([a-z0-9-]+)==([^ ]+)", LOCK.read_text(encoding="utf-8")))
    return ", ".join(f"{package} {locked[package]}" for package in peer.packages)


def shell(peer: Peer) -> list[str]:
    """The command that builds a peer’s site, in the folder of its project. Binaries are called directly, not through their wrappers in Python."""
    paths = {"bin": str(HOME / "bin")}
    if "{hugo}" in peer.command:
        found = [next((path for path in HOME.glob(pattern) if path.is_file()), None) for pattern in
                 ("lib/python*/site-packages/hugo/binaries/hugo*", "lib/python*/site-packages/pagefind_bin_extended/pagefind*")]
        if None in found:
            raise Failed("its binary is not where its package used to have it")
        paths |= dict(zip(("hugo", "pagefind"), map(str, found)))
    return [shutil.which("sh") or "sh", "-c", peer.command.format(**paths)]
