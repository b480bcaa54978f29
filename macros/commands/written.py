"""What can be wrong with a page written by hand before anything is made of it: its header, its macros. Said like a mistake in the data."""
from __future__ import annotations

import logging
import re
import traceback
from html import unescape
from typing import get_args

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from macros.model.record import Audience
from macros.website.embedding import MacroError

HEADER = {"title": str, "description": str, "render_macros": bool, "audience": str}
AUDIENCES = get_args(Audience)
CODE = re.compile(r"<(code|pre)\b.*?</\1>", re.S)
UNFILLED = re.compile(r"\{[{%][^\n<]{0,60}")
KINDS = {str: ("一段文字", "text"), bool: ("true或false", "true or false")}


def mistaken(page: Page, zh: str, en: str, line: int | None = None) -> PluginError:
    """A mistake in a page written by hand, and where it is."""
    where = f"docs/{page.file.src_uri}:{line}" if line else f"docs/{page.file.src_uri}"
    return PluginError(f"{where}\n  {zh}\n  {en}")


def ensure_header(page: Page) -> None:
    """The header could be read, and says nothing but what it can. Raises PluginError otherwise."""
    known = ", ".join(HEADER)
    if page.file.content_string.startswith("---") and not page.meta:
        raise mistaken(page, f"开头两行“---”之间的内容读不出来；每行写“名称: 内容”，可写{known}",
                       f"What stands between the two lines “---” at the top cannot be read; write “name: value” in each line: {known}", 1)
    for key, value in page.meta.items():
        if key not in HEADER:
            raise mistaken(page, f"开头不能写“{key}”；可写{known}", f"There is no “{key}” at the top of a page; there are: {known}")
        if not isinstance(value, HEADER[key]):
            zh, en = KINDS[HEADER[key]]
            raise mistaken(page, f"开头的{key}要写{zh}", f"{key} at the top of the page needs {en}")
    if page.meta.get("audience", "internal") not in AUDIENCES:
        raise mistaken(page, f"开头的audience要写{'或'.join(AUDIENCES)}", f"audience at the top of the page is {' or '.join(AUDIENCES)}")


def is_public(file: File) -> bool:
    """Whether a page written by hand says that anyone may see it."""
    return bool(get_data(file.content_string)[1].get("audience") == "public")


def ensure_filled(page: Page, html: str) -> None:
    """No macro has been left as it stands. Raises PluginError otherwise."""
    left = UNFILLED.search("\n".join((page.title or "", page.meta.get("description", ""), CODE.sub("", html))))
    if left:
        found = unescape(left[0])
        raise mistaken(page, f"“{found}”会原样显示出来；开头写上render_macros: true，只是举例就放进`代码`里",
                       f"“{found}” would be shown as it stands; put render_macros: true at the top, or write an example as `code`")


def build(config: MkDocsConfig) -> None:
    """Let MkDocs build. Where a macro goes wrong its plugin logs a traceback and leaves the process; here that is a mistake like any other."""
    logging.getLogger("mkdocs.plugins.mkdocs_macros").setLevel(logging.ERROR)
    try:
        mkdocs_build(config)
    except Abort:
        raise
    except SystemExit as left:
        error, plugin = left.__context__, config.plugins["macros"]
        if error is None:
            raise
        page: Page = plugin.page  # type: ignore[attr-defined]
        line = _line(error, page) if plugin.markdown == page.markdown else None  # type: ignore[attr-defined]  # else it is in the title
        zh, en = (error.zh, error.en) if isinstance(error, MacroError) else (error, error)  # Jinja speaks English only
        raise mistaken(page, f"宏写错了：{zh}", f"A macro is wrong: {en}", line) from None


def _line(error: BaseException, page: Page) -> int | None:
    """The line of the file at which a macro went wrong."""
    inside = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename in ("<template>", "<unknown>")]
    within = getattr(error, "lineno", None) or (inside[-1] if inside else None)
    header = page.file.content_string.count("\n") - (page.markdown or "").count("\n")
    return header + within if within else None
