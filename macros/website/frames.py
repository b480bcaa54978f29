"""The frame around every page, rendered once per language, section, group and depth; it has slots for what differs from page to page."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from macros.model.handbook import Handbook
from macros.model.public import public
from macros.pages.split_index import group_path, groups_apart
from macros.search.panel import panel
from macros.views import formatting, sizes
from macros.views.foot import asked_of
from macros.views.page import Content, Outline, Page
from macros.views.reader import Reader
from macros.views.short_address import LETTERS, with_short_address
from macros.views.templates import environment, printed
from macros.website import ranges
from macros.website.assets import Assets
from macros.website.books import Books, offered
from macros.website.cards import shown
from macros.website.front_door import PAGE_COLOURS, own_colours
from macros.website.linked_data import linked_data
from macros.website.logo import inline
from macros.website.moved import Moved, places, today
from macros.website.offline import MANIFEST, Keeps
from macros.website.page_list import KINDS
from macros.website.paper import on_paper
from macros.website.policy import policy
from macros.website.sections import groups, index_of, named
from macros.words.languages import HTML_LANG, LANGUAGES, OWN_NAMES, other

SLOTS = "website/slots.html"
SLOT = re.compile("\x00([a-z]+)\x00")
UNFURLED = {"zh": "zh_CN", "en": "en_GB"}  # what Open Graph calls a language
FONTS = {"en": "assets/fonts/latin.woff2"}  # what a page in this language is set in, asked for before the styles name it
WIDE = ("", "map", "matrix", "search")  # pages that need the whole width; what stands on them is found without a list beside them


@dataclass
class Site:
    """What pages need of the whole site: the outline of each, stylesheets and scripts, its address, where the YAML can be edited, where
    addresses lead that were there once, the address of the public edition, where it is another one, whether devices keep pages, and the
    books that have been made."""

    handbook: Handbook
    outlines: Sequence[Outline]
    assets: Assets
    url: str
    edit_base: str
    moved: Moved
    public_url: str = ""
    keeps: Keeps = "asked"
    books: Books | None = None
    frames: dict[tuple[str, str, str, int], list[str]] = field(default_factory=dict, init=False)
    groups: dict[tuple[str, str, str], list[Outline]] = field(default_factory=dict, init=False)
    order: dict[tuple[str, str], list[Outline]] = field(default_factory=dict, init=False)
    places: dict[str, int] = field(default_factory=dict, init=False)
    seats: dict[str, int] = field(default_factory=dict, init=False)
    titles: dict[str, str] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.titles = {one.address: one.title for one in self.outlines}
        for one in self.outlines:
            if one.section in (*KINDS, "compare", "sources") and one.path != f"{one.section}/" and not one.retired:
                group = self.groups.setdefault((one.language, one.section, one.group), [])
                self.seats[one.address] = len(group)
                group.append(one)
                row = self.order.setdefault((one.language, one.section), [])
                self.places[one.address] = len(row)
                row.append(one)

    @cached_property
    def in_public(self) -> Handbook:
        """What anyone may see of the handbook."""
        return public(self.handbook)

    @property
    def base(self) -> str:
        """The path that the site stands under."""
        return urlsplit(self.url).path or "/"


def framed(site: Site, page: Page) -> str:
    """The finished HTML of a page."""
    outline = page.outline
    key = (outline.language, outline.section, outline.group, outline.path.count("/"))
    if key not in site.frames:
        site.frames[key] = _frame(site, outline)
    values = _values(site, page)
    pieces = site.frames[key]
    return "".join([values[piece] if number % 2 else piece for number, piece in enumerate(pieces)])


def _frame(site: Site, page: Outline) -> list[str]:
    """Text and slot names in turn."""
    reader = page.reader(site.handbook)
    about = reader.handbook.about
    entries = site.groups.get((page.language, page.section, page.group), []) if _has_entries(page) else []
    shown = {
        "language": page.language,
        "html_lang": HTML_LANG[page.language],
        "root": reader.root,
        "script": site.assets.script,
        "first_paint": Markup(site.assets.first_paint),
        "policy": policy(site.assets.first_paint),
        "font": FONTS.get(page.language),
        "site_url": site.url,
        "unfurls": page.section in LETTERS,
        "locales": [UNFURLED[page.language], UNFURLED[other(page.language)]],
        "home": reader.href(""),
        "name": reader.text(about.short_title),
        "languages": [{"language": one, "html_lang": HTML_LANG[one]} for one in LANGUAGES],
        "other": {"language": other(page.language), "html_lang": HTML_LANG[other(page.language)], "name": OWN_NAMES[other(page.language)]},
        "groups": groups(reader, page),
        "entries": bool(entries),
        "entries_title": page.group_name or reader.say(named(index_of(page))),
        "crumbs": _crumbs(reader, page),
        "search": panel(reader),
        "imprint": reader.say(
            "Edition {edition}, in effect from {date}, issued by {team}",
            edition=about.edition, date=formatting.date(about.effective_on, page.language), team=reader.link("teams", about.issued_by).name,
        ),
        "printed_foot": _plain(" · ".join((reader.say("Edition {edition}", edition=about.edition), re.sub("^[a-z]+://", "", site.url)))),
        "logo": inline(reader.handbook),
        "own_colours": f"{reader.root}{PAGE_COLOURS}" if own_colours(reader.handbook) else "",
        "manifest": f"{reader.root}{page.language}/{MANIFEST}",
        "keeps": "" if site.keeps == "never" else site.keeps,
    }
    html = environment().get_template("website/frame.html").render(**shown, _=reader.say, slot=lambda name: Markup(f"\x00{name}\x00"))
    return SLOT.split(re.sub(r"\n{2,}", "\n", html))


def _crumbs(reader: Reader, page: Outline) -> list[dict[str, str]]:
    """What lies above a page; on wide screens the head of the page says it."""
    index = index_of(page)
    crumbs = [{"href": reader.href(index), "name": reader.say(word)}] if page.path != index and (word := named(index)) else []
    if page.group:
        crumbs.append({"href": _group_href(reader, page), "name": page.group_name})
    return crumbs


def _values(site: Site, page: Page) -> dict[str, str]:
    """What fills the slots; HTML, escaped where it was text."""
    outline, content, reader = page.outline, page.content, page.outline.reader(site.handbook)
    site_name = reader.text(site.handbook.about.title)
    before, after = _neighbours(site, outline)
    now = today(site.handbook, outline)
    title = outline.title if outline.title == site_name else f"{outline.title} · {site_name}"
    return {
        "title": escape(title),
        "printed": _plain(title),
        "name": escape(outline.title),
        "description": escape(content.description),
        "address": escape(outline.address),
        "card": printed("website/card-tags.html", "tags", shown(site.handbook, site.url, outline.language, with_short_address(site.handbook, outline))),
        "ask": _ask(reader, outline),
        "public": _public_page(site, outline, reader),
        "data": linked_data(reader, outline, content.description, site.url) if reader.public else "",
        "canonical": escape(f"{outline.language}/{now or outline.path}"),
        "leads": site.assets.named(printed(SLOTS, "leads", reader.root, reader.href(now))) if now else "",
        "path": escape(outline.path),
        "width": "" if _has_list(outline, content) else " wide",
        "default": escape(f"{LANGUAGES[0]}/{outline.path}" if outline.path else ""),
        "entries": printed(SLOTS, "entries", _beside(site, outline, reader), outline.path),
        "contents": printed(SLOTS, "contents", reader.say("On this page"), content.sections),
        "sheets": printed(SLOTS, "sheets", reader.root, site.assets.sheets(content.body)),
        "content": ranges.whole(site.assets.named(_with_jumps(content.body, printed(SLOTS, "jump", reader.say("On this page"), content.sections)))),
        "moved": printed(SLOTS, "moved", [*places(site.moved, page, reader, site.titles)], reader.say("What stood here has moved: ")) if site.moved else "",
        "book": offered(site.books, reader, outline) if site.books else "",
        "paper": on_paper(reader, outline, site.url, site.public_url),
        "edit": printed(SLOTS, "edit", f"{site.edit_base}{outline.source}", reader.say("Edit this page")) if outline.source and site.edit_base else "",
        "neighbours": printed(
            SLOTS, "neighbours", reader.say("Previous and next"), _shown(reader, before), reader.say("Previous"), _shown(reader, after), reader.say("Next")
        ),
    }


def _ask(reader: Reader, outline: Outline) -> str:
    """Whom to ask about a page that is no record’s, whose own foot says it: whoever issues the handbook, where they have a contact."""
    of_record = outline.section in KINDS and outline.path != f"{outline.section}/"
    to = "" if of_record or reader.public else asked_of(reader, reader.handbook.about.issued_by, outline.title, outline.address)
    return printed(SLOTS, "ask", to, reader.say("Ask about this page")) if to else ""


def _public_page(site: Site, outline: Outline, reader: Reader) -> str:
    """Where anyone finds the record of a page that staff read; empty where nobody else may see it, and where the public edition has no address of its own."""
    kind, _, id = outline.path.rstrip("/").partition("/")
    if kind not in KINDS or reader.public or not site.public_url or id not in site.in_public.of_kind(kind):
        return ""
    return printed(SLOTS, "public", f"{site.public_url}{outline.address}", reader.say("Public page"))


def _plain(text: str) -> Markup:
    """Text in an attribute that stands before the page says its encoding."""
    return Markup(escape(text).encode("ascii", "xmlcharrefreplace").decode())


def _has_list(outline: Outline, content: Content) -> bool:
    """Whether anything stands beside a page."""
    return outline.section not in WIDE and outline.path != "compare/" and (len(content.sections) > 1 or _has_entries(outline))


def _with_jumps(body: str, jumps: str) -> str:
    """The text with the row that leads to its sections, below what it opens with."""
    head = next((end for end in ("</header>", "</h1>") if end in body), "")
    before, _, after = body.partition(head) if head else ("", "", body)
    return f"{before}{head}{jumps}{after}"


def _beside(site: Site, outline: Outline, reader: Reader) -> list[dict[str, str]]:
    """The pages of the same group; of many, those before and after this one and the way to all of them."""
    group = site.groups.get((outline.language, outline.section, outline.group), []) if _has_entries(outline) else []
    shown = group
    if len(group) > sizes.BESIDE:
        place = site.seats.get(outline.address, 0)
        first = max(0, min(place - sizes.BESIDE // 4, len(group) - sizes.BESIDE // 2))
        shown = group[first:first + sizes.BESIDE // 2]
    listed = [{"href": reader.href(one.path), "path": one.path, "title": one.title} for one in shown]
    whole = {"href": _group_href(reader, outline), "path": "", "title": reader.say("All {n}", n=len(group))}
    return listed if shown is group else [*listed, whole]


def _has_entries(outline: Outline) -> bool:
    """Whether a list of the pages of its group stands beside a page."""
    return bool(outline.group) or outline.section in ("stages", "tracks", "sources") and outline.path != f"{outline.section}/"


def _group_href(reader: Reader, outline: Outline) -> str:
    """Where all pages of a group are listed."""
    if outline.group in groups_apart(reader.handbook, outline.section):
        return reader.href(group_path(outline.section, outline.group))
    return reader.href(f"{outline.section}/#{outline.group}" if outline.group else f"{outline.section}/")


def _shown(reader: Reader, outline: Outline | None) -> dict[str, str] | None:
    return {"href": reader.href(outline.path), "title": outline.title} if outline else None


def _neighbours(site: Site, outline: Outline) -> tuple[Outline | None, Outline | None]:
    """The pages before and after this one among the records of its kind."""
    place = site.places.get(outline.address)
    if place is None:
        return None, None
    order = site.order[outline.language, outline.section]
    return order[place - 1] if place else None, order[place + 1] if place + 1 < len(order) else None
