"""Macros in hand-written pages: a call leaves a placeholder, which is filled after Markdown by the same view and
template as a generated page, so the two are equal byte for byte."""
from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from inspect import signature

from markupsafe import escape

from macros.model.handbook import Handbook
from macros.pages.house_style import house_style
from macros.pages.tracks import ladder
from macros.views.reader import Reader
from macros.views.targets import targets_of
from macros.views.templates import render
from macros.website.page_list import index_content, record_content
from macros.website.phrases import PHRASES
from macros.words.languages import LANGUAGES, Language

PLACEHOLDER = re.compile(r'<(?P<tag>div|span) data-handbook="(?P<call>[^"]*)"></(?P=tag)>')


Filling = Callable[..., str]


class MacroError(Exception):
    """A macro was called with an id or language that does not exist, or with too few or too many of them."""

    def __init__(self, zh: str, en: str) -> None:
        self.zh, self.en = zh, en
        super().__init__(f"{zh} · {en}")


def placeholder(name: str, *arguments: str) -> str:
    """What a macro leaves in Markdown: a block, or a piece of a sentence."""
    tag = "span" if name in PHRASES else "div"
    return f'<{tag} data-handbook="{html.escape(json.dumps([name, *arguments]))}"></{tag}>'


def filled(reader: Reader, body: str) -> str:
    """A hand-written body with its macros filled in, on the page where the reader stands."""
    return PLACEHOLDER.sub(lambda match: embedded(reader.handbook, html.unescape(match["call"]), reader.root), body)


def embedded(handbook: Handbook, call: str, root: str) -> str:
    """The HTML for a placeholder on a page from which `root` leads to the site's root."""
    name, *arguments = json.loads(call)
    needed = len(signature(PHRASES[name]).parameters) if name in PHRASES else len(signature(MACROS[name]).parameters) - len((handbook, root))
    if len(arguments) != needed:
        raise MacroError(f"{name}要{needed}个参数，这里写了{len(arguments)}个", f"the number of arguments of {name} is {needed}, not {len(arguments)}")
    return MACROS[name](handbook, root, *arguments)


def _body_of(kind: str) -> Filling:
    def body(handbook: Handbook, root: str, id: str, language: str) -> str:
        return record_content(kind, _known(handbook, kind, id), Reader(handbook, _language(language), root)).body

    return body


def _index_of(kind: str) -> Filling:
    def body(handbook: Handbook, root: str, language: str) -> str:
        return index_content(kind, Reader(handbook, _language(language), root)).body

    return body


def _ladder(handbook: Handbook, root: str, id: str, language: str) -> str:
    reader = Reader(handbook, _language(language), root)
    return render("pages/ladder", reader, {"ladder": ladder(reader, _known(handbook, "tracks", id))})


def _kpi_table(handbook: Handbook, root: str, id: str, language: str) -> str:
    reader = Reader(handbook, _language(language), root)
    return render("pages/kpi-table", reader, {"kpis": targets_of(reader, handbook.roles[_known(handbook, "roles", id)])})


def _house_style(handbook: Handbook, root: str, language: str) -> str:
    reader = Reader(handbook, _language(language), root)
    return render("pages/house-style", reader, house_style(reader))


def _phrase(say: Callable[..., str]) -> Filling:
    def piece(handbook: Handbook, root: str, *arguments: str) -> str:
        *others, language = arguments
        return str(escape(say(Reader(handbook, _language(language), root), *others)))

    return piece


def _known(handbook: Handbook, kind: str, id: str) -> str:
    if id not in handbook.of_kind(kind):
        raise MacroError(f"{kind}里没有“{id}”", f"there is no “{id}” in {kind}")
    return id


def _language(language: str) -> Language:
    found = next((one for one in LANGUAGES if one == language), None)
    if found is None:
        raise MacroError(f"没有“{language}”这种语言", f"there is no language “{language}”")
    return found


# Every macro takes its id (where it needs one) and its language explicitly.
MACROS: dict[str, Filling] = {
    "role_page": _body_of("roles"),
    "stage_page": _body_of("stages"),
    "track_page": _body_of("tracks"),
    "competency_page": _body_of("competencies"),
    "kpi_page": _body_of("kpis"),
    "move_page": _body_of("moves"),
    "practice_page": _body_of("practices"),
    "role_index": _index_of("roles"),
    "competency_index": _index_of("competencies"),
    "kpi_index": _index_of("kpis"),
    "move_index": _index_of("moves"),
    "practice_index": _index_of("practices"),
    "ladder": _ladder,
    "kpi_table": _kpi_table,
    "house_style": _house_style,
    **{name: _phrase(say) for name, say in PHRASES.items()},
}
