"""Turns what a view shows into HTML, through autoescaped templates that loop and print."""
from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.views.reader import Reader

TEMPLATES = Path(__file__).resolve().parent.parent / "overrides" / "handbook"


@cache
def environment() -> Environment:
    """The templates under `overrides/handbook`. Data is escaped wherever it is printed."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )


def render(template: str, reader: Reader, view: dict[str, object]) -> str:
    """The HTML of one body. `_` and `_n` are the reader's interface words."""
    return environment().get_template(f"{template}.html").render(view=view, _=reader.say, _n=reader.say_n)
