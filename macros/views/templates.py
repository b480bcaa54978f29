"""Turns what a view shows into HTML, through autoescaped templates that loop and print."""
from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension

from macros.model.sources import Term
from macros.views.page import View
from macros.views.printing import Compiled, QuickEnvironment
from macros.views.reader import Reader
from macros.views.term_links import explained

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "overrides" / "handbook"
CACHE = ROOT / ".cache" / "templates"
TAG_OR_BREAK = re.compile(r'(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})|\n( *)(?=([a-z-]+=")?)', re.DOTALL)


class Indented(Extension):
    """Indented lines are printed as one with the lines around them: a template shows its structure, and pages do not pay for it.

    Only a line that begins with an attribute keeps a space before it; any other space that counts is written out."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        within = False

        def joined(found: re.Match[str]) -> str:
            nonlocal within
            tag, indentation, attribute = found.groups()
            if tag:
                return tag
            before, within = within, bool(indentation)
            if not before and not within:
                return "\n"
            return "{#\n#} " if attribute else "{#\n#}"  # a comment, so that errors still name the right line

        return TAG_OR_BREAK.sub(joined, source)


# How templates are read, whoever compiles them.
HOW: dict[str, Any] = {
    "loader": FileSystemLoader(TEMPLATES), "extensions": [Indented], "autoescape": True, "undefined": StrictUndefined,
    "trim_blocks": True, "lstrip_blocks": True, "auto_reload": False,
}


@cache
def environment() -> Environment:
    """The templates under `overrides/handbook`. Data is escaped wherever it is printed."""
    return QuickEnvironment(**HOW, bytecode_cache=Compiled(CACHE, __file__))


def printed(template: str, macro: str, *arguments: object) -> str:
    """What one macro of a template prints."""
    return str(getattr(environment().get_template(template).module, macro)(*arguments))


def render(template: str, reader: Reader, view: View, terms: Mapping[str, Term] = {}) -> str:
    """The HTML of one body, with the first use of each of `terms` linked. `_` and `_n` are the reader's interface words."""
    html = environment().get_template(f"{template}.html").render(view=view, _=reader.say, _n=reader.say_n)
    return explained(html, terms, reader.language)
