"""What the hook does, kept for one build: which pages there are, how one that is written by hand is made, and the site from both."""
from __future__ import annotations

import logging
import os
import re
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page as MkDocsPage

from macros.checks import OF_PAGES
from macros.commands.book import on_the_shelf
from macros.commands.data_folder import data_folder
from macros.commands.edition import of_this_edition
from macros.commands.site_folder import misplaced
from macros.commands.source_date import set_day
from macros.commands.written import ensure_filled, is_public, mistaken
from macros.loading.contents import contents
from macros.loading.folder import ensure_sound, read_all
from macros.model.handbook import Handbook
from macros.model.presence import KNOWN
from macros.releasing.ownership import ensure_ours, mark
from macros.views.page import Content, Outline, Section
from macros.views.reader import Reader
from macros.website.addresses import LOCKS, Addresses, addresses, read, read_moved
from macros.website.assets import Assets, published
from macros.website.embedding import MacroError, filled
from macros.website.frames import Site
from macros.website.moved import leading_on
from macros.website.offline import KEEPS, Keeps
from macros.website.page_list import outlines
from macros.website.publishing import publish
from macros.website.scripts import NoLibrary
from macros.words.languages import LANGUAGES, Language
from macros.words.problems import Problems
from macros.words.refused import Refused

BLANK = "blank.html"
log = logging.getLogger("mkdocs.handbook")  # below MkDocs' own, so that a strict build counts what is said here
NO_ADDRESS = (
    "没有设HANDBOOK_URL：页面不写规范网址，也没有站点地图。\n"
    "HANDBOOK_URL is not set: pages name no canonical address, and there is no sitemap."
)


@dataclass
class Build:
    """The state of one build. MkDocs calls hooks as functions, so it needs one home. `generated` are the outlines of pages
    made from records, `written` of those written by hand; the site is known once MkDocs has read all of the latter."""

    handbook: Handbook
    generated: list[Outline]
    written: list[Outline]
    assets: Assets | None = None
    site: Site | None = None
    addresses: Addresses = field(default_factory=dict)  # what can be pointed at, once the site is made

    def whole(self) -> Site:
        """The site."""
        assert self.site is not None, "gather comes first"
        return self.site


current: Build | None = None


def under_way() -> Build:
    """The build that `start` has begun."""
    assert current is not None, "MkDocs calls on_config first"
    return current


def start(config: MkDocsConfig) -> None:
    """Load and check the handbook; what MkDocs wants to know of it comes from there."""
    global current
    data = data_folder()
    handbook = _sound(data)
    refused = misplaced(Path(config.site_dir), Path(config.config_file_path).parent, data)
    if refused:
        raise PluginError(f"\n{refused}")
    try:
        ensure_ours(Path(config.site_dir))  # since MkDocs clears it
    except Refused as foreign:
        raise PluginError(f"\n{foreign}") from None
    current = Build(handbook, list(outlines(handbook)), [])
    config.site_name = handbook.about.title[LANGUAGES[0]]
    if config.site_url and handbook.audience == "public":
        config.site_url = public_address() or config.site_url  # or a build of both editions would name the address of the staff outside
    config.watch.append(str(data))
    config.theme.static_templates.discard("404.html")  # the theme's own, where ours goes
    if not config.site_url:
        config.theme.static_templates.discard("sitemap.xml")  # which needs whole addresses
        log.info(NO_ADDRESS)
    if not config.repo_url:
        config.edit_uri = None  # nowhere to edit a page, so no page says that it can be


def _sound(data: Path) -> Handbook:
    """The handbook, with nothing kept of how it was read: that takes as much room as all the records."""
    try:
        loaded = read_all(data)
        set_day(loaded)
        ensure_sound(loaded, OF_PAGES)
        handbook = of_this_edition(loaded.handbook)
    except (Problems, Refused) as found:
        raise PluginError(f"\n{found}") from None
    return handbook


def there(name: str) -> bool:
    """Whether the handbook has a page of this name, or records of this kind; for pages written by hand."""
    if name not in KNOWN:
        raise MacroError(f"没有“{name}”这种页面或记录；可选：{'、'.join(KNOWN)}", f"there is no page or kind “{name}”; there are: {', '.join(KNOWN)}")
    return name in under_way().handbook.spoken_of


def generated() -> list[str]:
    """The addresses of the generated pages."""
    return [outline.address for outline in under_way().generated]


def is_source(file: File, config: MkDocsConfig) -> bool:
    """Whether a file is not published as it stands: the theme's own, and stylesheets and scripts as people edit them."""
    return file.src_dir is not None and (file.src_dir != config.docs_dir or file.src_uri.endswith((".css", ".js")))


def is_for_others(file: File) -> bool:
    """Whether a page written by hand is not for those whom this edition is for."""
    return under_way().handbook.audience == "public" and file.is_documentation_page() and not is_public(file)


def assets(config: MkDocsConfig) -> Assets:
    """Stylesheets and scripts as they are published."""
    templates, theme = map(Path, config.theme.dirs[:2])
    try:
        found = under_way().assets = published(Path(config.docs_dir), theme, templates, Path(config.config_file_path).parent)
    except NoLibrary as missing:
        raise PluginError(str(missing)) from None
    return found


def take_in(html: str, page: MkDocsPage) -> str:
    """Keep a page written by hand for the loop, and tell MkDocs what it says with its macros filled in."""
    ensure_filled(page, html)
    page.meta["template"] = BLANK
    build, outline = under_way(), _outline(page, html)
    build.written.append(outline)
    body = outline.made(build.handbook).content.body
    page.present_anchor_ids = set(re.findall(r'\bid="([^"]+)"', body))
    return body


def _outline(page: MkDocsPage, html: str) -> Outline:
    """A page written by hand, before it is made."""
    source = page.file.src_uri
    language: Language | None = next((one for one in LANGUAGES if source.startswith(f"{one}/")), None)
    if not language:
        raise PluginError(f"docs/{source}要放进docs/zh或docs/en。\ndocs/{source} belongs in docs/zh or docs/en.")
    path = unquote(page.url).removeprefix(f"{language}/")
    headings = tuple(Section(one.id, one.title) for top in page.toc for one in (top.children if top.level == 1 else [top]))
    content = Content(html, page.meta.get("description", ""), headings)
    updated = under_way().handbook.about.effective_on.isoformat()  # not by the clock, nor by when the file was copied
    return Outline(language, path, path.split("/")[0], page.title or "", updated, partial(_filled, page, content), f"docs/{source}")


def _filled(page: MkDocsPage, content: Content, reader: Reader) -> Content:
    """A page written by hand with its macros filled in."""
    try:
        return replace(content, body=filled(reader, content.body))
    except MacroError as error:
        raise mistaken(page, f"宏写错了：{error.zh}", f"A macro is wrong: {error.en}") from None


def public_address() -> str:
    """The address of the public edition, for links in job posts, where that is another site than the one that is made; else empty."""
    address = os.environ.get("HANDBOOK_PUBLIC_URL", "")
    if address and not re.fullmatch(r"https?://[^\s/]+(/[^\s?#]*)?", address):
        raise PluginError(f"HANDBOOK_PUBLIC_URL是“{address}”，不是网站的网址；写上应聘者打开它用的网址，例如https://careers.公司域名/。\n"
                          f"HANDBOOK_PUBLIC_URL is “{address}”, which is no address of a site; give the one at which applicants open it, "
                          "such as https://careers.your-company/.")
    return f"{address.rstrip('/')}/" if address else ""


def keeps() -> Keeps:
    """Whether readers' devices keep pages."""
    said = os.environ.get("HANDBOOK_OFFLINE") or KEEPS[0]
    found = next((one for one in KEEPS if one == said), None)
    if found is None:
        raise PluginError(f"HANDBOOK_OFFLINE是“{said}”；写asked（读者要才存）、always（一开始就存）或never（不存）。\n"
                          f"HANDBOOK_OFFLINE is “{said}”; write asked (where the reader asks for it), always (from the start) or never.")
    return found


def gather(config: MkDocsConfig) -> None:
    """Put together what every page is made from, now that all are known."""
    build = under_way()
    editable = config.repo_url and config.edit_uri and build.handbook.audience == "internal"
    edit = f"{config.repo_url.rstrip('/')}/{config.edit_uri.strip('/')}/" if editable else ""  # type: ignore[union-attr]
    assert build.assets is not None, "assets comes first"
    pages = [*build.written, *build.generated]
    name = LOCKS[build.handbook.audience]
    lock = contents(data_folder()).get(name) or b""
    try:
        moved = leading_on(read(lock, name), read_moved(lock, name), build.handbook, {page.path for page in pages})
    except Refused as unread:
        raise PluginError(str(unread)) from None
    build.site = Site(
        build.handbook, pages, build.assets, config.site_url or "", edit, moved, public_address(), keeps(), on_the_shelf(build.handbook),
    )


def finish(config: MkDocsConfig) -> None:
    """Make every page beside what MkDocs has copied, and tell of links that lead nowhere."""
    folder = Path(config.site_dir)
    build = under_way()
    links = publish(build.whole(), folder)
    for end in links.dead_ends(folder):
        log.warning(end)
    build.addresses = addresses(links, build.handbook.audience)
    mark(folder)
