"""Serves the site while it is being edited. A mistake shows in the browser in place of the page, and mending it recovers.

Edits of `data/` go a short way: load, check, make the pages. Anything else is a full build with fresh code."""
from __future__ import annotations

import gc
import importlib
import logging
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import click
from markupsafe import escape
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer

from macros.commands.data_folder import data_folder
from macros.words.problems import Problems

WATCHED = ("docs", "macros", "overrides", "mkdocs.yml")
# What is running now, and the exception it waits for.
KEPT = ("macros.commands.command_line", "macros.commands.data_folder", "macros.commands.server", "macros.words.problems")
POLLING = 0.2  # seconds between looks at the files
TITLE = "要改几处才能显示 · Something to mend before this shows"


class Warnings(logging.Handler):
    """Keeps what MkDocs warns of during a build, since strict builds only say how often they did."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def serve(root: Path, host: str, port: int) -> None:
    """Build, serve and rebuild on every change until interrupted."""
    with tempfile.TemporaryDirectory(prefix="handbook-") as folder:
        site = Path(folder)
        seen = _snapshot(root)

        def rebuild() -> None:
            nonlocal seen
            now = _snapshot(root)
            changed = {path for path in seen.keys() | now.keys() if seen.get(path) != now.get(path)}
            seen = now
            _attempt(site, lambda: _refresh(root, site) if _only_data(root, changed) else _whole(root, site))

        server = LiveReloadServer(builder=rebuild, host=host, port=port, root=folder, polling_interval=POLLING)
        server.error_handler = lambda code: _not_found(site)
        _attempt(site, lambda: _whole(root, site))
        for top in _watched(root):
            server.watch(str(top))
        click.echo(f"http://{host}:{port}/")
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            click.echo("")
        finally:
            server.shutdown()


def _watched(root: Path) -> list[Path]:
    return [data_folder(), *(root / name for name in WATCHED)]


def _snapshot(root: Path) -> dict[Path, int]:
    """Every watched file with its time of change."""
    found = {}
    for top in _watched(root):
        for path in [top] if top.is_file() else top.rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                found[path] = path.stat().st_mtime_ns
    return found


def _only_data(root: Path, changed: set[Path]) -> bool:
    """Whether the short way will do: data changed, nothing else, and a whole build has gone before."""
    building = sys.modules.get("macros.commands.site_build")
    ready = bool(building and building.current and building.current.site)
    return ready and bool(changed) and all(data_folder() in path.parents for path in changed)


def _whole(root: Path, site: Path) -> None:
    """A full MkDocs build with freshly imported code and templates."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "macros" and name not in KEPT]:
        del sys.modules[name]
    warnings = Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    try:
        mkdocs_build(load_config(str(root / "mkdocs.yml"), site_dir=str(site), site_url=""))
    except (Abort, MkDocsException) as error:
        raise Abort("\n".join([*warnings.messages, str(error)])) from None
    finally:
        logger.removeHandler(warnings)
    gc.collect()
    gc.freeze()  # what was built stays, so that later collections need not look at it: edits show sooner


def _refresh(root: Path, site: Path) -> None:
    """The short way: every page and file beside the pages is made again in the surroundings of the last whole build."""
    building = importlib.import_module("macros.commands.site_build")
    before = {outline.address for outline in building.current.whole().outlines}
    if not building.refresh(data_folder()):
        return _whole(root, site)
    whole = building.current.whole()
    for gone in before - {outline.address for outline in whole.outlines}:
        (site / gone / "index.html").unlink(missing_ok=True)
    building.publish(whole, site)


def _attempt(site: Path, build: Callable[[], None]) -> None:
    """Build; whatever goes wrong is printed and put in the place of every page, so that no request waits."""
    known = [*site.rglob("*.html")] or [site / "index.html", site / "zh/index.html", site / "en/index.html", site / "404.html"]
    started = time.monotonic()
    try:
        build()
        click.echo(f"{time.monotonic() - started:.1f} s")
    except Problems as found:
        _show(site, known, str(found))
    except (Abort, MkDocsException) as error:
        _show(site, known, str(error))
    except Exception:  # a mistake in the code or a template: the one editing it needs the traceback
        _show(site, known, traceback.format_exc())


def _show(site: Path, pages: list[Path], text: str) -> None:
    click.echo(text, err=True)
    html = REPORT.format(title=escape(TITLE), report=escape(text))
    for page in {*pages, site / "404.html"}:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(html, encoding="utf-8")


# Kept here and not in a template: it must show even when the templates are what is broken.
REPORT = """<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><title>{title}</title></head>
<body><main><h1>{title}</h1><pre>{report}</pre></main></body></html>
"""


def _not_found(site: Path) -> bytes | None:
    page = site / "404.html"
    return page.read_bytes() if page.is_file() else None
