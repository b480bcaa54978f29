"""What the hook does, kept for one build: which pages there are, how a placeholder is filled, how a page is finished."""
from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from macros.checks import RULES
from macros.commands.data_folder import data_folder
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.model.presence import KNOWN
from macros.views.page import Page, Section
from macros.views.reader import Reader
from macros.views.templates import Indented, printed
from macros.website.embedding import MacroError, filled
from macros.website.files import exports
from macros.website.frames import Site, framed
from macros.website.front_door import CHOICE
from macros.website.page_list import pages
from macros.website.styles import PARTS, SHEET, bundled
from macros.words.catalog import message
from macros.words.languages import LANGUAGES, Language
from macros.words.problems import Problems

BLANK = "blank.html"
HEADING = re.compile(r'(<h2 id="([^"]+)">([^<]*))</h2>')


@dataclass
class Build:
    """The state of one build. MkDocs calls hooks as functions, so it needs one home. Pages are kept by source path;
    `exported` are files beside the pages by path in the site, `open` hand-written pages before their macros are filled in,
    `base` is the path that the site stands under."""

    handbook: Handbook
    generated: dict[str, Page]
    exported: dict[str, str]
    open: dict[str, Page]
    written: dict[str, Page]
    base: str
    site: Site | None = None

    def framing(self) -> Site:
        """What the frames are made from, known once all pages are."""
        assert self.site is not None, "frame_with comes first"
        return self.site

    def sources(self) -> set[str]:
        """The source paths of every page of both languages."""
        return self.generated.keys() | self.written.keys()

    def pages(self) -> dict[str, str]:
        """The finished HTML of every page of both languages, by source path."""
        return {source: framed(self.framing(), page) for source, page in {**self.generated, **self.written}.items()}


current: Build | None = None


def under_way() -> Build:
    """The build that `start` has begun."""
    assert current is not None, "MkDocs calls on_config first"
    return current


def start(config: MkDocsConfig) -> None:
    """Load and check the handbook; what MkDocs wants to know of it comes from there."""
    global current
    data = data_folder()
    try:
        handbook = load(data, RULES)
    except Problems as found:
        raise PluginError(f"\n{found}") from None
    generated = _generated(handbook)
    base = urlsplit(config.site_url or "/").path
    current = Build(handbook, generated, _exported(handbook, generated, base), {}, {}, base)
    config.site_name = handbook.about.title[LANGUAGES[0]]
    config.watch.append(str(data))
    config.theme.static_templates.discard("404.html")  # the theme's own, where ours goes
    if not config.repo_url:
        config.edit_uri = None  # nowhere to edit a page, so no page says that it can be


def refresh(data: Path) -> bool:
    """Read the data anew and make every page again in the frames' surroundings of the last whole build. False where a page or
    kind came or went, which pages written by hand speak of before their macros are filled in: then a whole build has to follow."""
    global current
    handbook = load(data, RULES)
    last = under_way()
    if handbook.spoken_of != last.handbook.spoken_of:
        return False
    generated = _generated(handbook)
    fresh = Build(handbook, generated, _exported(handbook, generated, last.base), last.open, {}, last.base)
    fresh.written = {source: _filled(handbook, page) for source, page in fresh.open.items()}
    fresh.site = replace(last.framing(), pages=[*fresh.generated.values(), *fresh.written.values()], frames={}, groups={}, order={})
    current = fresh
    return True


def there(name: str) -> bool:
    """Whether the handbook has a page of this name, or records of this kind; for pages written by hand."""
    if name not in KNOWN:
        raise MacroError(f"没有“{name}”这种页面或记录；可选：{'、'.join(KNOWN)} · there is no page or kind “{name}”; there are: {', '.join(KNOWN)}")
    return name in under_way().handbook.spoken_of


def _generated(handbook: Handbook) -> dict[str, Page]:
    return {f"{page.language}/{page.path}index.md": page for page in pages(handbook)}


def _exported(handbook: Handbook, generated: dict[str, Page], base: str) -> dict[str, str]:
    return {one.path: one.text for one in exports(handbook, generated.values(), base)}


def generated() -> list[str]:
    """The source paths of the generated pages."""
    return list(under_way().generated)


def exported() -> dict[str, str]:
    """The text of every file beside the pages, by its path in the site; for the choice of a language MkDocs has a page."""
    return {path: text for path, text in under_way().exported.items() if path != CHOICE}


def is_styles(path: str) -> bool:
    """Whether a file is the stylesheet as people edit it, or one of its parts."""
    return path == SHEET or path.startswith(PARTS)


def stylesheet(config: MkDocsConfig) -> tuple[str, str]:
    """The path in the site and the text of the one stylesheet of every page."""
    return SHEET, bundled(Path(config.docs_dir))


def prepare(page: MkDocsPage) -> None:
    """A generated page is not Markdown; and no page takes its date from the clock."""
    source = page.file.src_uri
    found = under_way().generated.get(source)
    page.update_date = found.updated if found else under_way().handbook.about.effective_on.isoformat()
    if found:
        setattr(page, "render", lambda config, files: setattr(page, "content", ""))


def content(html: str, page: MkDocsPage) -> str:
    """The body, with the contents list and anchors that links from Markdown are checked against."""
    source = page.file.src_uri
    build, language = under_way(), language_of(source)
    if source in build.generated:
        found = build.generated[source]
        page.meta.update(title=found.title, description=found.description)
        page.toc = get_toc([{"level": 2, "id": one.id, "name": one.title, "children": []} for one in found.sections])
        page.present_anchor_ids = set(re.findall(r'\bid="([^"]+)"', found.body))
        html = found.body
    elif language:
        build.open[source] = _open(page, html, language)
        found = build.written[source] = _filled(build.handbook, build.open[source])
        html = found.body
        page.present_anchor_ids = set(re.findall(r'\bid="([^"]+)"', html))
    else:
        return html
    page.meta["template"] = BLANK
    return html


def language_of(source: str) -> Language | None:
    """The language of a page by its source path; None for the one outside both languages."""
    return next((one for one in LANGUAGES if source.startswith(f"{one}/")), None)


def _filled(handbook: Handbook, page: Page) -> Page:
    """A hand-written page with its macros filled in."""
    return replace(page, body=filled(handbook, page.body, "../" * (1 + page.path.count("/"))))


def _open(page: MkDocsPage, html: str, language: Language) -> Page:
    """A hand-written page as the frame wants it, its headings with links to themselves as on generated pages."""
    path = page.url.removeprefix(f"{language}/")
    copy = message(language, "Copy the link to this section")
    html = HEADING.sub(lambda found: found[1] + printed("views/parts.html", "anchor", found[2], copy, unescape(found[3])) + "</h2>", html)
    headings = [Section(one.id, one.title) for top in page.toc for one in (top.children if top.level == 1 else [top])]
    return Page(
        language, path, path.split("/")[0], "", "", page.title, page.meta.get("description", ""), html, tuple(headings),
        f"docs/{page.file.src_uri}", under_way().handbook.about.effective_on.isoformat(),
    )


def frame_with(env: Environment, config: MkDocsConfig) -> None:
    """Make the frames' surroundings from the theme."""
    nav = Navigation([], [])

    def context(language: Language, stub: SimpleNamespace) -> dict[str, object]:
        config.theme["language"] = language
        base = get_context(nav, [], config, None, base_url=("../" * stub.url.count("/")).rstrip("/"))
        return {**base, "page": stub, "config": config}

    def reader(language: Language, path: str) -> Reader:
        return Reader(under_way().handbook, language, "../" * (1 + path.count("/")))

    env.add_extension(Indented)
    edit = f"{config.repo_url.rstrip('/')}/{config.edit_uri.strip('/')}/" if config.repo_url and config.edit_uri else ""
    build = under_way()
    every = [*build.generated.values(), *build.written.values()]
    build.site = Site(every, reader, env, context, config.site_url or "", edit)


def finished(page: MkDocsPage) -> str:
    """The page in its frame; the one outside both languages is the choice between them."""
    source = page.file.src_uri
    build = under_way()
    found = build.generated.get(source) or build.written.get(source)
    return framed(build.framing(), found) if found else build.exported[CHOICE]
