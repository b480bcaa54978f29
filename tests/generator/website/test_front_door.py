"""Chooser, “not found”, icon, header and style sheets say and show what handbook.yml states, escaped."""
from __future__ import annotations

from dataclasses import replace

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.appearance import Colours, Logo, Shades, Shape
from macros.model.handbook import Handbook
from macros.website.front_door import front_door, places
from macros.website.logo import inline
from macros.words.texts import Text
from tests.places import BAKERY

LOAF = Logo("0 0 9 9", (Shape("g", (("fill", "none"),), (Shape("path", (("d", 'M0 0"<b>'),)),)),))
INK = Shades(light="#22110a", dark="#f7ede4")


@pytest.fixture(scope="module")
def plain() -> Handbook:
    return load(BAKERY, RULES)


def files(handbook: Handbook, base: str = "/careers/") -> dict[str, str]:
    return {one.path: one.text for one in front_door(handbook, base)}


def dressed(handbook: Handbook, **about: object) -> Handbook:
    return replace(handbook, logo=LOAF, about=handbook.about.model_copy(update=about))


def test_the_chooser_bears_the_title_in_both_languages(plain):
    page = files(plain)["index.html"]
    assert "<title>月牙面包房手册 · Crescent Bakery handbook</title>" in page
    assert '<h1>月牙面包房手册 <span lang="en">Crescent Bakery handbook</span></h1>' in page


def test_titles_are_escaped(plain):
    page = files(dressed(plain, title=Text(zh="<b>酥皮</b>", en='“A & "B"')))["index.html"]
    assert "<h1>&lt;b&gt;酥皮&lt;/b&gt; " in page and "“A &amp; &#34;B&#34;" in page


def test_nobody_knows_where_not_found_is_shown(plain):
    page = files(plain)["404.html"]
    assert 'href="/careers/zh/"' in page and 'src="/careers/assets/lost.js"' in page
    assert 'href="/assets/choose.css"' in files(plain, "/")["404.html"]


def test_without_a_logo_all_show_the_stairs(plain):
    found = files(plain)
    assert all(
        '<svg class="stairs" viewBox="0 0 27 20" aria-hidden="true"><path d="M0 15h6' in one
        for one in (found["index.html"], found["404.html"], inline(plain))
    )
    assert found["assets/favicon.svg"].startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 27 20"><path fill="#76838e"')


def test_with_a_logo_all_show_it_escaped(plain):
    found = files(dressed(plain))
    shapes = '<g fill="none"><path d="M0 0&#34;&lt;b&gt;"></path></g></svg>'
    assert found["assets/favicon.svg"] == f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{shapes}\n'
    assert all(
        f'<svg class="logo" viewBox="0 0 9 9" aria-hidden="true">{shapes}' in one
        for one in (found["index.html"], found["404.html"], inline(dressed(plain)))
    )
    assert "stairs" not in "".join(found.values())


def test_without_colours_there_is_no_style_sheet_of_them(plain):
    assert not [path for path in files(plain) if path.endswith(".css")] and "colours" not in files(plain)["index.html"]


def test_colours_come_for_light_and_dark_and_only_where_stated(plain):
    found = files(dressed(plain, colours=Colours(text=INK)))
    assert found["assets/colours.css"] == (
        ':root,\n[data-md-color-scheme="default"] { --ink: #22110a; --special-channel: #22110a; --bar: #22110a; }\n'
        '@media screen { [data-md-color-scheme="slate"] { --ink: #f7ede4; --special-channel: #f7ede4; } }\n'
    )
    assert found["assets/front-colours.css"] == (
        "@media print, (prefers-color-scheme: light) { :root { --ink: #22110a; --special-channel: #22110a; --bar: #22110a; } }\n"
        "@media screen and (prefers-color-scheme: dark) { :root { --ink: #f7ede4; --special-channel: #f7ede4; } }\n"
    )
    assert '<link rel="stylesheet" href="assets/front-colours.css">' in found["index.html"]
    assert '<link rel="stylesheet" href="/careers/assets/front-colours.css">' in found["404.html"]


def test_the_stairs_take_the_mark(plain):
    found = files(replace(dressed(plain, colours=Colours(mark=INK)), logo=None))
    assert '<path fill="#22110a" d="M21' in found["assets/favicon.svg"] and "--seal: #22110a;" in found["assets/front-colours.css"]


def test_what_can_be_suggested_is_every_page_with_a_name_of_its_own(plain):
    named = places(plain)
    assert named["roles"] == ["全部岗位", "All roles"]
    for role in plain.used("roles"):
        assert named[f"roles/{role.id}"] == [role.name.zh, role.name.en]
    assert not {f"{kind}/{one.id}" for kind, one in plain.records() if one.retired} & named.keys()
