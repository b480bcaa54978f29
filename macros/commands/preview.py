"""The site in memory while it is being edited: each page and file is made when the browser asks for it, and nothing is written."""
from __future__ import annotations

import logging
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import Environment
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files

from macros.checks import OF_PAGES
from macros.commands import site_build
from macros.commands.edition import of_this_edition
from macros.commands.source_date import set_day
from macros.commands.written import build
from macros.exporting.markdown import has_markdown, markdown
from macros.loading.folder import Loaded, ensure_sound, read_all
from macros.views.file import Export
from macros.views.page import Outline
from macros.website.dead_links import Links, noted
from macros.website.files import exports
from macros.website.frames import Site, framed
from macros.website.page_list import outlines
from macros.website.publishing import full_text
from macros.words.languages import LANGUAGES


@dataclass
class Preview:
    """The handbook as last read and its site, by the names of files: `zh/roles/index.html`. `copied` are files that stay as they are."""

    loaded: Loaded
    site: Site
    copied: Mapping[str, File]
    pages: dict[str, Outline] = field(init=False)
    beside: dict[str, Iterator[Export]] = field(init=False)
    made: dict[str, bytes] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.pages = {f"{outline.address}index.html": outline for outline in self.site.outlines}
        self.beside = exports(self.site, lambda outline: outline.made(self.site.handbook).content.description)
        for language in LANGUAGES:
            text = full_text(self.site, language)
            self.beside |= {f"{language}/search/text": text, f"{language}/search/words-": text}

    def file(self, name: str) -> bytes | None:
        """What stands in a file of the site; None where there is none."""
        if name in self.pages:
            outline = self.pages[name]
            if outline.by_hand:
                self._ensure_arriving(name, outline)
            return self._page(name).encode()
        if (page := name.removesuffix(".md")) != name and page in self.pages and has_markdown(self.pages[page]):
            return self._markdown(self.pages[page])
        beside = self._beside(name)
        if beside is not None:
            return beside
        return self.copied[name].content_bytes if name in self.copied else None

    def _page(self, name: str) -> str:
        return framed(self.site, self.pages[name].made(self.site.handbook))

    def _markdown(self, outline: Outline) -> bytes:
        return markdown(outline.reader(self.site.handbook), outline, outline.made(self.site.handbook).content.body, self.site.url).content

    def _ensure_arriving(self, name: str, outline: Outline) -> None:
        """Every link of a page written by hand leads somewhere; MkDocs has looked for pages, and not for places on those that are generated."""
        references = noted(outline.made(self.site.handbook).content.body)[1]
        dead = sorted(one for led, ones in Links(self.site.base).led_to(name, references).items() if not self._arrives(led) for one in ones)
        if dead:
            shown = ", ".join(dead)
            raise PluginError(f"{outline.source}\n  链接“{shown}”指向的地方不存在\n  What the link “{shown}” leads to does not exist")

    def _arrives(self, led: str) -> bool:
        path, _, anchor = led.partition("#")
        name = next((one for one in (posixpath.join(path, "index.html"), path) if self._has(one)), "")
        return name != "" and (not anchor or name not in self.pages or anchor in noted(self._page(name))[0])

    def _has(self, name: str) -> bool:
        return name in self.pages or name in self.copied or (not name.endswith("/") and self._beside(name) is not None)

    def _beside(self, name: str) -> bytes | None:
        """A file beside the pages, made once; so are those before it in its folder."""
        folder = max((one for one in self.beside if name.startswith(one)), key=len)
        while name not in self.made and (one := next(self.beside[folder], None)):
            self.made[one.path] = one.content
        return self.made.get(name)

    def check(self) -> None:
        """Every rule holds. Raises Problems otherwise."""
        ensure_sound(self.loaded, OF_PAGES)


def reread(last: Preview, data: Path) -> Preview | None:
    """The site after an edit of the data; None where pages or kinds came or went that pages written by hand speak of, before their
    macros are filled in. Raises Problems where something does not fit the model."""
    loaded = read_all(data, last.loaded)
    set_day(loaded)
    if loaded.problems:
        ensure_sound(loaded, OF_PAGES)
    try:
        return _again(last, loaded)
    except Exception:
        ensure_sound(loaded, OF_PAGES)  # what breaks on data that are not sound is no mistake in the code
        raise


def _again(last: Preview, loaded: Loaded) -> Preview | None:
    handbook = of_this_edition(loaded.handbook)
    if handbook.spoken_of != last.site.handbook.spoken_of:
        return None
    written = [outline for outline in last.site.outlines if outline.by_hand]
    return Preview(loaded, replace(last.site, handbook=handbook, outlines=[*written, *outlines(handbook)]), last.copied)


def whole(root: Path, data: Path) -> Preview:
    """The site with everything read anew: MkDocs reads what is written by hand, and knows what is copied as it is."""
    reading, warnings = Reading(), Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    try:
        with TemporaryDirectory(prefix="handbook-") as empty:  # since MkDocs clears the folder that it would write to
            config = load_config(str(root / "mkdocs.yml"), site_dir=empty, site_url="")
            config.plugins["reading"] = reading
            build(config)
    except Enough:
        pass
    except MkDocsException as error:
        raise Abort("\n".join([*warnings.messages, str(error)])) from None
    finally:
        logger.removeHandler(warnings)
    if warnings.messages:
        raise Abort("\n".join(warnings.messages))
    copied = {file.dest_uri: file for file in reading.files if not file.src_uri.endswith(".md")}
    return Preview(read_all(data), replace(site_build.under_way().whole(), keeps="never"), copied)


class Enough(Exception):
    """MkDocs has read everything, and would begin to write."""


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """A plugin of MkDocs has options; this one has none."""


class Reading(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """Ends MkDocs' build where it would begin to write, after what it looks at later."""

    files: Files

    @event_priority(-100)  # after the hook
    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> None:
        self.files = files
        for file in files.documentation_pages():
            if file.page:
                file.page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
        raise Enough


class Warnings(logging.Handler):
    """Keeps what MkDocs warns of, since strict builds only say how often they did."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
