"""A rule on the handbook's own colours: whatever is written in them, or on them, can be read."""
from __future__ import annotations

from collections.abc import Iterator

from macros.loading.folder import Loaded
from macros.loading.homes import ABOUT
from macros.model.appearance import LINK, PAPER, SOFT, STEPS, TEXT, TINT, Colours, contrast, mixed
from macros.words.problems import Problem

NEEDED = 4.5  # WCAG 2.2, level AA, for text
SCHEMES = {"light": ("浅色页面", "light pages"), "dark": ("深色页面", "dark pages")}


def colours_can_be_read(loaded: Loaded) -> Iterator[Problem]:
    """Every stated colour has the contrast AA asks for against what it meets, on light pages and on dark ones."""
    about = loaded.handbook.about
    if about is None:
        return
    for name, scheme, other, zh, en in _meetings(about.colours):
        stated = getattr(getattr(about.colours, name), scheme)
        ratio = contrast(stated, other)
        if ratio < NEEDED:
            page = SCHEMES[scheme]
            shown = f"{int(ratio * 100) / 100:g}"
            yield loaded.documents[ABOUT].problem(
                ("colours", name, scheme),
                f"{page[0]}上，“{stated}”与{zh}（{other}）的对比度是{shown}，看不清；至少要{NEEDED}，改深或改浅一些",
                f"On {page[1]}, “{stated}” has a contrast of {shown} with {en} ({other}) and needs {NEEDED} or more to be read; make it darker or lighter",
            )


def _meetings(colours: Colours) -> Iterator[tuple[str, str, str, str, str]]:
    """A stated colour, light or dark, the colour it meets, and what that is."""
    text, link, tint = colours.text or TEXT, colours.link or LINK, colours.tint or TINT
    for scheme in SCHEMES:
        paper = getattr(PAPER, scheme)
        step = mixed(getattr(link, scheme), paper, STEPS[-1])
        for name, grounds in (
            ("text", ((paper, "页面底色", "the page"), (step, "最深一级的底色", "the ground of the highest step"))),
            ("link", ((paper, "页面底色", "the page"), (step, "最深一级的底色", "the ground of the highest step"))),
            ("mark", ((paper, "页面底色", "the page"),)),
        ):
            if getattr(colours, name):
                yield from ((name, scheme, *ground) for ground in grounds)
        if colours.tint:
            for shades, zh, en in ((text, "文字", "text"), (SOFT, "次要文字", "asides"), (link, "链接", "links")):
                yield "tint", scheme, getattr(shades, scheme), zh, en
        else:
            yield from ((name, scheme, getattr(tint, scheme), "浅底色", "panels") for name in ("text", "link") if getattr(colours, name))
