"""The theme's frame around every page, rendered once per language, section, group and depth and filled in per page.

Rendering the theme for every page is what makes stock MkDocs slow; a frame has slots for what differs."""
from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace

from jinja2 import Environment
from markupsafe import Markup, escape

from macros.model.appearance import Colours
from macros.search.panel import panel
from macros.views import formatting
from macros.views.page import Page
from macros.views.reader import Reader
from macros.views.templates import printed
from macros.website.front_door import PAGE_COLOURS
from macros.website.logo import inline
from macros.website.page_list import KINDS
from macros.words.languages import HTML_LANG, LANGUAGES, Language, other

SLOTS = "website/slots.html"
SLOT = re.compile("\x00([a-z]+)\x00")
LANGUAGE_NAMES = {"zh": "中文", "en": "English"}
FONTS = {"en": "assets/fonts/latin.woff2"}  # what a page in this language is set in, asked for before the styles name it
N_ = str  # marks a word for the catalog where it is not yet said
# The tabs: sections of the site in order, as (path, interface word).
TABS = (
    ("roles/", "Roles"), ("stages/", "Stages"), ("tracks/", "Tracks"), ("competencies/", "Competencies"), ("kpis/", "KPIs"),
    ("moves/", "Moves"), ("map/", N_("Map")), ("compare/", "Compare"), ("practices/", "How we work"), ("terms/", "Terms"),
    ("how-to-read/", N_("How to read")), ("about/", "About"),
)
# Pages that belong to a tab without lying below it.
UNDER = {"matrix": "competencies", "methods": "terms"}


@dataclass
class Site:
    """What frames need of the whole site: every page, the theme's templates and where the YAML can be edited."""

    pages: Sequence[Page]
    reader: Callable[[Language, str], Reader]
    theme: Environment
    context: Callable[[Language, SimpleNamespace], Mapping[str, object]]
    site_url: str
    edit_base: str
    frames: dict[tuple[str, str, str, int], list[str]] = field(default_factory=dict)
    groups: dict[tuple[str, str, str], list[Page]] = field(default_factory=dict)
    order: dict[tuple[str, str], list[Page]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for page in self.pages:
            if page.section in (*KINDS, "compare") and page.path != f"{page.section}/" and not page.retired:
                self.groups.setdefault((page.language, page.section, page.group), []).append(page)
                self.order.setdefault((page.language, page.section), []).append(page)


def framed(site: Site, page: Page) -> str:
    """The finished HTML of a page."""
    depth = page.path.count("/")
    key = (page.language, page.section, page.group, depth)
    if key not in site.frames:
        site.frames[key] = _frame(site, page)
    values = _values(site, page)
    pieces = site.frames[key]
    return "".join(values[piece] if number % 2 else piece for number, piece in enumerate(pieces))


def _frame(site: Site, page: Page) -> list[str]:
    """Text and slot names in turn."""
    reader = site.reader(page.language, page.path)
    about = reader.handbook.about
    stub = SimpleNamespace(
        meta={}, title="", toc=[], url=f"{page.language}/{page.path}", canonical_url=None, is_homepage=False, edit_url=None,
        previous_page=None, next_page=None, ancestors=[], file=None,
    )
    entries = site.groups.get((page.language, page.section, page.group), []) if page.group or page.section in ("stages", "tracks") else []
    shown = {
        "root": reader.root,
        "font": FONTS.get(page.language),
        "site_url": site.site_url,
        "home": reader.href(""),
        "name": reader.text(about.short_title),
        "languages": [{"language": one, "html_lang": HTML_LANG[one]} for one in LANGUAGES],
        "other": {"language": other(page.language), "html_lang": HTML_LANG[other(page.language)], "name": LANGUAGE_NAMES[other(page.language)]},
        "tabs": [
            {"href": reader.href(path), "name": reader.say(name), "active": path == f"{UNDER.get(page.section, page.section)}/"}
            for path, name in TABS
            if reader.leads(path)
        ],
        "entries": bool(entries),
        "entries_title": page.group_name or next((reader.say(name) for path, name in TABS if path == f"{page.section}/"), ""),
        "crumbs": _crumbs(reader, page),
        "search": panel(reader),
        "searching": page.section == "search",
        "imprint": reader.say(
            "Edition {edition}, in effect from {date}, issued by {team}",
            edition=about.edition, date=formatting.date(about.effective_on, page.language), team=reader.link("teams", about.issued_by).name,
        ),
        "logo": inline(reader.handbook),
        "own_colours": f"{reader.root}{PAGE_COLOURS}" if about.colours != Colours() else "",
    }
    safe = {name: escaped(value) for name, value in shown.items()}
    context = {**site.context(page.language, stub), **safe, "_": reader.say, "slot": lambda name: Markup(f"\x00{name}\x00")}
    html = site.theme.get_template("handbook/website/frame.html").render(context)
    html = re.sub(r'<html lang="[^"]*"', f'<html lang="{HTML_LANG[page.language]}"', html, count=1)
    return SLOT.split(_mended(html))


def escaped(value: object) -> object:
    """The same with every text escaped, since the theme's templates escape nothing."""
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, dict):
        return {name: escaped(one) for name, one in value.items()}
    return [escaped(one) for one in value] if isinstance(value, list) else value


def _mended(html: str) -> str:
    """The theme's own HTML without what the Nu Html Checker calls an error."""
    return html.replace(' autocomplete="off"', "")  # on its checkboxes, where the attribute has no meaning


def _crumbs(reader: Reader, page: Page) -> list[dict[str, str]]:
    if not page.path:
        return []
    crumbs = [{"href": reader.href(""), "name": reader.say("Home")}]
    if page.section in UNDER:
        above = f"{UNDER[page.section]}/"
        crumbs.append({"href": reader.href(above), "name": next(reader.say(word) for path, word in TABS if path == above)})
    elif page.section == "sources":
        crumbs.append({"href": reader.href("about/#sources"), "name": reader.say("Source documents")})
    elif page.path.count("/") > 1:
        name = next((reader.say(word) for path, word in TABS if path == f"{page.section}/"), page.section)
        crumbs.append({"href": reader.href(f"{page.section}/"), "name": name})
        if page.group:
            anchor = {"roles": f"roles/#{page.group}"}.get(page.section, f"{page.section}/#{page.group}")
            crumbs.append({"href": reader.href(anchor), "name": page.group_name})
    return crumbs


def _values(site: Site, page: Page) -> dict[str, str]:
    """What fills the slots; HTML, escaped where it was text."""
    reader = site.reader(page.language, page.path)
    site_name = reader.text(reader.handbook.about.title)
    entries = site.groups.get((page.language, page.section, page.group), [])
    before, after = _neighbours(site, page)
    listed = [{"href": reader.href(one.path), "path": one.path, "title": one.title} for one in entries]
    return {
        "title": escape(page.title if page.title == site_name else f"{page.title} · {site_name}"),
        "name": escape(page.title),
        "description": escape(page.description),
        "address": escape(f"{page.language}/{page.path}"),
        "path": escape(page.path),
        "default": escape(f"{LANGUAGES[0]}/{page.path}" if page.path else ""),
        "entries": printed(SLOTS, "entries", listed, page.path),
        "contents": printed(SLOTS, "contents", reader.say("On this page"), page.sections),
        "content": page.body,
        "found": _found(page),
        "edit": printed(SLOTS, "edit", f"{site.edit_base}{page.source}", reader.say("Edit this page")) if page.source and site.edit_base else "",
        "neighbours": printed(
            SLOTS, "neighbours", reader.say("Previous and next"), _shown(reader, before), reader.say("Previous"), _shown(reader, after), reader.say("Next")
        ),
    }


def _found(page: Page) -> str:
    """What marks a page for the full text: pages of records in use, and pages written by hand."""
    is_record = page.section in KINDS and page.path != f"{page.section}/" and not page.retired
    return " data-pagefind-body" if is_record or page.source.startswith("docs/") else ""


def _shown(reader: Reader, page: Page | None) -> dict[str, str] | None:
    return {"href": reader.href(page.path), "title": page.title} if page else None


def _neighbours(site: Site, page: Page) -> tuple[Page | None, Page | None]:
    """The pages before and after this one among the records of its kind."""
    order = site.order.get((page.language, page.section), [])
    if page not in order:
        return None, None
    place = order.index(page)
    return order[place - 1] if place else None, order[place + 1] if place + 1 < len(order) else None
