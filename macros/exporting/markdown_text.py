"""Elements of a page as Markdown: marks in words, folds open, a sign between what only its place keeps apart on a screen."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from itertools import islice, takewhile
from textwrap import indent
from typing import NamedTuple

from macros.exporting.elements import Element
from macros.views.reader import Reader

BETWEEN = " · "
SET_IN = " " * 4  # which every reader of Markdown takes for below an entry, of whatever mark
BESIDE = frozenset((".kind", ".dest", ".which", ".use", ".before", ".level", ".need", ".other-name", "small"))  # stand apart on a screen; here a sign does it
HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### "}
STRONG = frozenset(("b", "strong"))
SIGNS = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")  # what Markdown would take for an order anywhere
AT_FIRST = re.compile(r"(\d*)([-+#]+|[.)])(?= )")  # and at the beginning of a line
SAID_APART = re.compile(r"(\s*)(.*?)([\s:：;；,，.。]*)\Z", re.S)  # a word with the signs behind it, which are not strong
ENDED = re.compile(r"[\w)）”’。.%*]")
BEGUN = re.compile(r"\s*[\w\[*]")
SPACE = re.compile(r"\s+")
LISTED = re.compile(r"- |\d+\. ")  # paragraphs never begin so, as their signs are escaped
BELOW = re.compile(r"- |\d+\. |#|\|")
ELSEWHERE = re.compile("[a-z]+:")


def plain(text: str) -> str:
    """A text as Markdown shows it and makes nothing of it."""
    return SIGNS.sub(r"\\\g<0>", text) if SIGNS.search(text) else text


class Writer(NamedTuple):
    """Writes for a reader. Links into the site begin with `base` in place of the reader's way to its root, those to places on the page itself with `at`."""

    reader: Reader
    base: str
    at: str
    linked: bool = True

    def blocks(self, inside: Iterable[Element | str]) -> list[str]:
        """Paragraphs, headings, lists and tables."""
        found: list[str] = []
        line: list[Element | str] = []
        for one in inside:
            if isinstance(one, str) or one.runs_on:
                line.append(one)
            else:
                found += self.paragraph(line)
                line = []
                for block in self.block(one):
                    if found and block.startswith("- ") and found[-1].startswith("- "):  # the rest of a list that is folded
                        found[-1] += f"\n{block}"
                    elif block:
                        found.append(block)
        return found + self.paragraph(line)

    def paragraph(self, line: Sequence[Element | str]) -> list[str]:
        """One line of text, where it has any."""
        text = self.text(line) if line else ""
        return [AT_FIRST.sub(r"\1\\\2", text, count=1) if AT_FIRST.match(text) else text] if text else []

    def block(self, one: Element) -> list[str]:
        """What an element says on lines of its own."""
        if one.tag in HEADINGS:
            return [HEADINGS[one.tag] + self.text(one.inside)]
        if one.tag in ("ul", "ol"):
            return self.items(one)
        if one.tag == "dl":
            return ["\n".join(self.facts(one.inside))]
        if one.tag == "table":
            return ["\n".join(self.rows(one))]
        if one.tag == "footer":
            return [BETWEEN.join(text for each in one.inside if (text := self.text([each])))]
        if ".matrix-legend" in one.marks:  # cells say in words what it explains
            return self.blocks(each for each in _nodes(one.inside) if not each.runs_on)
        if ".rest" in one.marks:
            return self.blocks(_opened([one]))
        found = self.blocks(_opened(one.inside) if ".unsaid" in one.marks else one.inside)
        if one.tag == "details" and len(found) == 1:  # what it opens is a picture
            return []
        if ".marked" in one.marks or ".unsaid" in one.marks:
            return [" ".join(found).replace(" （", "（")]
        return [f"## {plain(one.attributes['aria-label'])}", *found] if one.tag == "section" and "aria-label" in one.attributes else found

    def items(self, one: Element) -> list[str]:
        """A list; where its entries have headings, these with what stands below each."""
        entries = [self.blocks(each.inside) for each in one.inside if isinstance(each, Element)]
        marks = [f"{number}. " if one.tag == "ol" else "- " for number, _ in enumerate(entries, 1)]
        if any(block.startswith("#") for blocks in entries for block in blocks):
            return [block.replace("# ", f"# {mark}", 1) if not place else block for mark, blocks in zip(marks, entries, strict=True)
                    for place, block in enumerate(blocks)]
        return ["\n".join(_entry(mark, blocks) for mark, blocks in zip(marks, entries, strict=True) if blocks)]

    def facts(self, inside: Iterable[Element | str]) -> Iterator[str]:
        """Names, each with what is said of it."""
        name = ""
        for one in inside:
            if isinstance(one, str):
                continue
            if one.tag == "div":
                yield from self.facts(one.inside)
            elif one.tag == "dt":
                name = _strong(self.text(one.inside)) + self.reader.say(": ")
            else:
                first, *others = self.blocks(one.inside) or [""]
                yield _entry("- ", [name.rstrip(), first, *others] if BELOW.match(first) else [name + first, *others])

    def rows(self, table: Element) -> Iterator[str]:
        """A table. Where its head has two rows, what stands over several columns is said with each, since Markdown has one."""
        head, body = ([row for part in _nodes(table.inside) if (part.tag == "thead") == is_head for row in _nodes(part.inside)] for is_head in (True, False))
        first, *second = ([*_nodes(row.inside)] for row in head)
        below = iter(second[0] if second else ())
        names: list[str] = []
        for cell in first:
            over = self.text(cell.inside)
            names += [f"{over}{BETWEEN}{self.text(one.inside)}" for one in islice(below, _span(cell))] if "colspan" in cell.attributes else [over]
        yield _row(names)
        yield _row("---" for _ in names)
        for row in body:
            yield _row(text for cell in _nodes(row.inside) for text in (self.cell(cell), *[""] * (_span(cell) - 1)))

    def cell(self, cell: Element) -> str:
        """What a cell says; only the name of its row leads somewhere, which is enough."""
        return (self if cell.tag == "th" else self._replace(linked=False)).text(cell.inside)

    def text(self, inside: Iterable[Element | str]) -> str:
        """Running text, white space gone from its ends."""
        return self.running(inside).strip()

    def running(self, inside: Iterable[Element | str]) -> str:
        """Running text, with a sign between what only its place keeps apart on a screen."""
        found, apart = "", False
        for one in inside:
            said = plain(unescape(one)) if isinstance(one, str) else self.inline(one)
            if said and not said.isspace():
                beside = not isinstance(one, str) and not BESIDE.isdisjoint(one.marks)
                if (beside or apart) and BEGUN.match(said) and (found[-1:] == " " and ENDED.match(found[-2:-1]) or ENDED.match(found[-1:])):
                    found, said = found.rstrip() + BETWEEN, said.lstrip()
                apart = beside or not isinstance(one, str) and one.tag in STRONG
            found += said
        return SPACE.sub(" ", found) if "\n" in found or "  " in found else found

    def inline(self, one: Element) -> str:
        """An element in running text."""
        if ".why" in one.marks:
            return self.reader.say(" ({aside})", aside=self.mark(one))
        if one.tag == "br":
            return " "
        if ".target" in one.marks:
            return "".join(plain(unescape(each)) if isinstance(each, str) else self.running(each.inside) for each in one.inside)
        said = self.running(one.inside)
        if one.tag in STRONG:
            return _strong(said)
        if one.tag == "code":
            return f"`{said}`"
        href = one.attributes.get("href", "#")  # a place on this page is in this file
        return said if href[0] == "#" or not self.linked else f"[{said.strip()}]({self.leads(href)})"

    def mark(self, one: Element) -> str:
        """What a mark says: the kind of statement, and the reason where it gives one. What the kind means is the same everywhere, and left out."""
        _, opened = _nodes(one.inside)
        kind, *said = opened.inside
        name = self.reader.inside(self.text([kind]).strip("*"))
        return name if ".means" in opened.marks else f"{name}{self.reader.say(': ')}{self.text(said)}"

    def leads(self, href: str) -> str:
        """Where a link leads, seen from the file."""
        href = unescape(href)
        if href.startswith(self.reader.root):
            href = self.base + href[len(self.reader.root):]
        elif not ELSEWHERE.match(href):
            href = self.at + href
        return href.replace("(", "%28").replace(")", "%29").replace(" ", "%20")


def _entry(mark: str, blocks: Sequence[str]) -> str:
    """An entry of a list: what it says on its line, and set in below that what takes more room."""
    above = [*takewhile(lambda one: not BELOW.match(one), blocks)]
    text = mark + BETWEEN.join(above)
    for one in blocks[len(above):]:
        text += ("\n" if LISTED.match(one) else "\n\n") + indent(one, SET_IN)
    return text


def _strong(text: str) -> str:
    return SAID_APART.sub(lambda found: f"{found[1]}**{found[2]}**{found[3]}" if found[2] else found[0], text, count=1)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _nodes(inside: Iterable[Element | str]) -> Iterator[Element]:
    return (one for one in inside if not isinstance(one, str))


def _opened(inside: Iterable[Element | str]) -> Iterator[Element | str]:
    """What is there once a fold is open that only says how much more it holds."""
    for one in inside:
        if isinstance(one, str) or one.tag != "details" or ".why" in one.marks:
            yield one
        else:
            yield from (each for each in one.inside if isinstance(each, str) or each.tag != "summary")


def _span(cell: Element) -> int:
    return int(cell.attributes.get("colspan", 1))
