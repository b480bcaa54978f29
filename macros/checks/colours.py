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
    """Every stated colour has the contrast AA asks for against what it meets, on light pages and on dark ones: said once of each, where it is worst."""
    about = loaded.handbook.about
    if about is None:
        return
    failing: set[tuple[str, str]] = set()
    for scheme, page in SCHEMES.items():
        for name in ("link", "text", "mark", "tint"):
            if getattr(about.colours, name) is None:
                continue
            stated = getattr(getattr(about.colours, name), scheme)
            met = {other: (zh, en) for of, other, zh, en in _met(about.colours, name, scheme) if (of, scheme) not in failing}
            other = min(met, key=lambda one: contrast(stated, one), default=stated)
            ratio = contrast(stated, other)
            if met and ratio < NEEDED:
                failing.add((name, scheme))
                (zh, en), shown = met[other], f"{int(ratio * 100) / 100:g}"
                yield loaded.documents[ABOUT].problem(
                    ("colours", name, scheme),
                    f"{page[0]}上，“{stated}”与{zh}（{other}）的对比度是{shown}，看不清；至少要{NEEDED}，改深或改浅一些",
                    f"On {page[1]}, “{stated}” has a contrast of {shown} with {en} ({other}) and needs {NEEDED} or more to be read; make it darker or lighter",
                )


def _met(colours: Colours, name: str, scheme: str) -> Iterator[tuple[str, str, str, str]]:
    """What a colour meets, light or dark: the stated colour that is to blame where that cannot be read itself, the colour, and what it is."""
    text, link, tint, paper = colours.text or TEXT, colours.link or LINK, colours.tint or TINT, getattr(PAPER, scheme)
    if name == "tint":
        for of, shades, zh, en in (("text", text, "文字", "text"), ("asides", SOFT, "次要文字", "asides"), ("link", link, "链接", "links")):
            yield of, getattr(shades, scheme), zh, en
        return
    yield "page", paper, "页面底色", "the page"
    if name != "mark":
        yield "link", mixed(getattr(link, scheme), paper, STEPS[-1]), "最深一级的底色", "the ground of the highest step"
        if not colours.tint:
            yield "panels", getattr(tint, scheme), "浅底色", "panels"
