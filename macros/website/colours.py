"""The handbook's own colours as a style sheet that comes after all others; there is none where it states none."""
from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from macros.model.appearance import PAPER, STEPS, TEXT, Colours, mixed

Scheme = Literal["light", "dark"]


def page_colours(colours: Colours) -> str:
    """For the pages of both languages, where the reader may choose light or dark; paper is light."""
    light, dark = (_block(colours, scheme) for scheme in ("light", "dark"))
    return f':root,\n[data-md-color-scheme="default"] {{ {light} }}\n@media screen {{ [data-md-color-scheme="slate"] {{ {dark} }} }}\n'


def front_colours(colours: Colours) -> str:
    """For the pages outside both languages, which go by the browser's setting."""
    light, dark = (_block(colours, scheme) for scheme in ("light", "dark"))
    return f"@media print, (prefers-color-scheme: light) {{ :root {{ {light} }} }}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"


def _block(colours: Colours, scheme: Scheme) -> str:
    return " ".join(f"--{name}: {value};" for name, value in _properties(colours, scheme))


def _properties(colours: Colours, scheme: Scheme) -> Iterator[tuple[str, str]]:
    """The style sheet's properties with what the stated colours make of them."""
    if colours.text:
        text = getattr(colours.text, scheme)
        yield from (("ink", text), ("special-channel", text))
        if scheme == "light":
            yield "bar", text
    if colours.link:
        link = getattr(colours.link, scheme)
        yield from (("link", link), ("fill", link), ("promotion", link))
        yield "link-hover", mixed(link, getattr(colours.text or TEXT, scheme), 65)
        yield from ((f"step-{step}", mixed(link, getattr(PAPER, scheme), percent)) for step, percent in enumerate(STEPS, 1))
    if colours.mark:
        yield "seal", getattr(colours.mark, scheme)
    if colours.tint:
        yield "wash", getattr(colours.tint, scheme)
