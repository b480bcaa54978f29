"""A page of the site as it stands in a book: what is folded is open, what is pressed is gone, remarks stand at its end, and links lead within the book."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import html
from lxml.html import HtmlElement

from macros.views.reader import Reader

# What one presses, chooses or types into, what helps on a screen alone, and what the book says once for all pages.
GONE = ("form", "button", "input", "select", "template", "script", "nav", "label")
GONE_BY_CLASS = (
    "scroll-cue", "hint", "actions", "legend", "record-changes", "ask", "how", "result-line", "to-map", "more", "skip", "outside", "heads", "names",
    "on-screen",
)
ACTIONS = ("See the gap", "Compare and plan", "Compare roles", "Plan a move to another role")  # what a link says that leads to nothing on paper
POINTERS = ("aria-labelledby", "aria-describedby", "headers")
INSIDE = re.compile(r"(?:zh|en)/([^#?]*)(?:\?[^#]*)?(?:#(.*))?$")
TERM = "term-"  # how the id of a word that a page explains begins
UNNUMBERED = ("h1", "h2", "h3", "h4", "svg")  # where the number of a page would be in the way, beside the cells of a matrix
UNNUMBERED_PAGES = ("sources.",)  # what nearly every page of the book leads to


@dataclass
class Sheet:
    """A page on its way into the book: where it comes from, its elements, and the words that it explains."""

    path: str
    root: HtmlElement
    terms: dict[str, HtmlElement] = field(default_factory=dict)

    @property
    def anchors(self) -> Iterator[tuple[str, str]]:
        """Every place on it: as a link on the site names it, and its name in the book."""
        yield self.path, anchor(self.path)
        yield from ((f"{self.path}#{id}", anchor(self.path, id)) for id in self.root.xpath(".//@id"))


def anchor(path: str, id: str = "") -> str:
    """What a page of the site, or a place on one, is called in a book."""
    page = path.strip("/").replace("/", ".")
    return f"{page}--{id}" if id else page


def sheet(reader: Reader, path: str, body: str) -> Sheet:
    """A page without what only a screen needs; its links still name pages of the site."""
    root = html.fragment_fromstring(body, create_parent="section")
    root.set("class", "chapter")
    root.set("id", "")
    classed = [one for one in root.iter() if {*GONE_BY_CLASS} & {*one.get("class", "").split()}]
    for one in [*root.iter(*GONE), *classed, *root.xpath('.//*[@hidden] | .//details[.//*[@class="job-post"]]')]:
        if one.getparent() is not None:
            one.drop_tree()
    found = Sheet(path, root)
    _open(root)
    _remarks(reader, root)
    _take_terms(found)
    _plain(reader, root)
    _heard(root)
    return found


def _open(root: HtmlElement) -> None:
    """Open what is folded; what only says that there is more goes."""
    for one in list(root.iter("details")):
        kinds = one.get("class", "").split()
        if "why" in kinds:
            continue
        summary = one.find("summary")
        if "fold" in kinds:
            one.set("class", "unfolded")
            one.tag = "section"
            summary.drop_tag()
            continue
        one.set("open", "open")
        if "req" in kinds:
            _refer(one, summary)
        if "rest" in kinds or one.getparent().get("class") == "unsaid":
            summary.drop_tree()
            one.tag = "div"
            one.set("class", "rest")
            del one.attrib["open"]


def _refer(asked: HtmlElement, summary: HtmlElement) -> None:
    """A competency that a role asks for leads to its level, which stands in the same book; on the site its words open in place."""
    name, level = summary.find('span[@class="name"]'), asked.find('div/div[@class="soft"]/a')
    name.tag = "a"
    name.set("href", level.get("href"))
    asked.find("div").drop_tree()


def _remarks(reader: Reader, root: HtmlElement) -> None:
    """A mark is a raised word; where it opens more than what such a mark always means, that has a number and stands at the end of the page."""
    notes: list[HtmlElement] = []
    for one in root.xpath('.//details[@class="why"]'):
        summary, said = one.find("summary"), one.find("div")
        own = said.get("class") != "means"
        mark = html.Element("a" if own else "span", {"class": "basis"})
        mark.extend(list(summary))
        mark.tail = one.tail
        if one.get("id"):
            mark.set("id", one.get("id"))
        if own:
            notes.append(said)
            said.tag = "li"
            said.set("id", f"remark-{len(notes)}")
            said.tail = None
            mark.set("href", f"#remark-{len(notes)}")
            mark[0].tail = f"{mark[0].tail or ''}{len(notes)}"
        one.getparent().replace(one, mark)
    if not notes:
        return
    section = html.fragment_fromstring('<section class="remarks"><h2></h2><ol></ol></section>')
    section[0].text = reader.say("Remarks")
    section[1].extend(notes)
    foot = root.find(".//footer")
    if foot is None:
        root.append(section)
    else:
        foot.addprevious(section)


def _take_terms(found: Sheet) -> None:
    """The words explained at the end of the page, which a book explains once."""
    for one in found.root.xpath('.//dl[@class="terms"]'):
        for term in list(one):
            found.terms[term.get("id", "").removeprefix(TERM)] = term
        section = next(one.iterancestors("section"), None)
        (one if section is None or section is found.root else section).drop_tree()


def _plain(reader: Reader, root: HtmlElement) -> None:
    """What is left has nothing to be pressed: neither what scrolls nor a link that only says what to do."""
    actions = {reader.say(one) for one in ACTIONS}
    for one in list(root.iter("a")):
        if one.text_content().strip() in actions:
            above = one.getparent()
            one.drop_tree()
            if above.tag == "p" and not above.text_content().strip():
                above.drop_tree()
    for one in root.xpath(".//*[@tabindex]"):
        del one.attrib["tabindex"]
    for one in root.xpath('.//*[starts-with(@class, "matrix-frame")]'):
        one.set("class", one.get("class").replace(" large", ""))  # by which a page of the site is laid on its side


def _heard(root: HtmlElement) -> None:
    """What a page of the site says to ears alone is not printed, so that the tags of a PDF lack it: there a picture is called so, and a mark or a
    number is read as it stands."""
    for one in root.xpath('.//*[@class="frac"]'):
        one.set("role", "img")
        one.set("aria-label", " ".join(one.text_content().split()))
    for one in root.xpath('.//*[@class="for-ears"]'):
        before = one.getprevious()
        if before is not None and before.tag == "svg":
            del before.attrib["aria-hidden"]
            before.set("role", "img")
            before.set("aria-label", one.text_content().strip(" :：,，;；"))
        one.drop_tree()
    for one in root.xpath('.//svg[@role="group"]'):
        one.set("role", "img")
    for one in root.iter("figure"):
        one.tag = "div"  # the picture inside is the one that has a name
    for one in root.xpath(".//*[@aria-hidden][not(ancestor-or-self::svg)]"):
        del one.attrib["aria-hidden"]


Target = Callable[[str, str], "str | None"]  # the page and the place that a link names → what that is called in the book


def linked(found: Sheet, target: Target, numbered: Callable[[HtmlElement, str], None]) -> None:
    """Lead every link within the book, or make it plain text; of those that lead to another page `numbered` says the number."""
    for one in list(found.root.iter("a")):
        href = one.get("href", "")
        if href.startswith(("http:", "https:", "mailto:")):
            one.attrib.pop("target", None)
            continue
        inside = INSIDE.match(href)
        to = target(found.path, href[1:]) if href.startswith("#") else target(inside[1], inside[2] or "") if inside else None
        if to is None:
            _without_link(one)
            continue
        one.set("href", f"#{to}")
        if _is_numbered(found, one, to):
            numbered(one, to)
    _rename(found)


def _is_numbered(found: Sheet, one: HtmlElement, to: str) -> bool:
    """Whether a link says on which page it ends: where that is another one, and there is room for it."""
    elsewhere = to.partition("--")[0] != anchor(found.path) and not to.startswith(UNNUMBERED_PAGES)
    cell = next(one.iterancestors("table"), None)
    within = cell is not None and cell.get("class") == "matrix"
    return elsewhere and not within and one.get("class") not in ("term", "basis") and next(one.iterancestors(*UNNUMBERED), None) is None


def _without_link(one: HtmlElement) -> None:
    """The words of a link that leads out of the book; in a drawing the shape around them stays one."""
    one.tag = "g" if next(one.iterancestors("svg"), None) is not None else "span"
    for name in ("href", "aria-label", "aria-current", "hreflang"):
        one.attrib.pop(name, None)


def _rename(found: Sheet) -> None:
    """The places of the page by their names in the book."""
    for one in found.root.xpath(".//*[@id]"):
        one.set("id", anchor(found.path, one.get("id")))
    for name in POINTERS:
        for one in found.root.xpath(f".//*[@{name}]"):
            one.set(name, " ".join(anchor(found.path, id) for id in one.get(name).split()))
    found.root.set("id", anchor(found.path))


def lower(root: HtmlElement, by: int) -> None:
    """Headings that stand lower in a book than on a page of the site: read aloud, and listed, at that level."""
    for one in root.iter("h1", "h2", "h3", "h4"):
        one.set("aria-level", str(int(one.tag[1]) + by))


def places(sheets: Mapping[str, Sheet]) -> dict[str, str]:
    """Every place in the book, by what links on the site call it."""
    return {name: to for one in sheets.values() for name, to in one.anchors}
