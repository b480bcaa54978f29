"""Notes, while pages are made, where each leads and what it can be led to; at the end, what leads nowhere."""
from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

# An attribute inside a tag, as our templates, the theme and Markdown write them; a test holds this against a parser.
ATTRIBUTE = re.compile(r'\s(id|href|src|action|srcset)="([^"]*)"(?=[^<>]*>)')
IN_STYLES = re.compile(r"url\([\"']?([^\"')]+)")
LOST = "404.html"
OUTSIDE = re.compile(r"^[a-z][a-z0-9+.-]*:", re.I)


@dataclass
class Links:
    """What has been noted so far. `base` is the path that the site stands under."""

    base: str
    ids: dict[str, str] = field(default_factory=dict)  # of each page, in one text: a site has very many
    targets: set[str] = field(default_factory=set)

    def note(self, page: str, text: str) -> None:
        """Take in a page: `zh/roles/index.html` and its HTML."""
        ids, references = noted(text)
        self.ids[page] = f" {' '.join(ids)} "
        self.targets |= {led for led in self.led_to(page, references) if not self._within(page, led)}

    def dead_ends(self, site: Path) -> list[str]:
        """Every reference that leads nowhere in the finished site, as `page: reference`, sorted."""
        files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
        styles = {name: set(IN_STYLES.findall(_text(site / name))) for name in files if name.endswith(".css")}
        wanted = self.targets.union(*(self.led_to(*one) for one in styles.items()))
        dead = {led for led in wanted if not self._arrives(led, files)}
        return sorted(self._named(dead, site, styles)) if dead else []

    def led_to(self, page: str, references: Iterable[str]) -> dict[str, list[str]]:
        """Where references on a page lead, each place with those that lead there."""
        found: dict[str, list[str]] = {}
        for one in references:
            if not OUTSIDE.match(one):
                found.setdefault(target(page, one, self.base), []).append(one)
        return found

    def _within(self, page: str, led: str) -> bool:
        """Whether a place is on the page itself, and there: most are, and need not be kept."""
        return led.startswith(f"{page}#") and self._arrives(led, {page})

    def _arrives(self, led: str, files: Container[str]) -> bool:
        path, _, anchor = led.partition("#")
        file = path if path in files else posixpath.join(path, "index.html")
        return file in files and (not anchor or f" {anchor} " in self.ids.get(file, f" {anchor} "))

    def _named(self, dead: set[str], site: Path, styles: Mapping[str, set[str]]) -> Iterator[str]:
        """Who leads there. Pages are read again for it, since what each of them refers to was not kept."""
        for page in (*self.ids, *styles):
            led_to = self.led_to(page, styles[page] if page in styles else noted(_text(site / page))[1])
            yield from (f"{page}: {one}" for led in dead & led_to.keys() for one in led_to[led])


def noted(text: str) -> tuple[set[str], set[str]]:
    """The ids of a page, and the references it makes."""
    ids: set[str] = set()
    references: set[str] = set()
    for name, value in ATTRIBUTE.findall(text):
        plain = html.unescape(value) if "&" in value else value
        if name == "id":
            ids.add(plain)
        elif name == "srcset":
            references.update(part.split()[0] for part in plain.split(","))
        else:
            references.add(plain)
    return ids, references


def target(page: str, reference: str, base: str) -> str:
    """The place that a reference on a page leads to, seen from the site's root: `zh/roles/#by-track`. One that is absolute
    keeps its first stroke and so leads nowhere, but on the page “not found”, since nobody knows where that will be shown."""
    path, mark, anchor = reference.partition("#")
    path = unquote(path.partition("?")[0])
    back = "../" * page.count("/")
    if not path:
        path = page
    elif path.startswith("/"):
        if page == LOST and path.startswith(base) and not path.startswith("//"):
            path = path.removeprefix(base)
    elif path.startswith(back) and "./" not in path[len(back) :]:
        path = path[len(back) :]  # as our own pages refer to each other
    else:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) + ("/" if path.endswith("/") else "")
    return f"{path}{mark}{unquote(anchor)}"


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
