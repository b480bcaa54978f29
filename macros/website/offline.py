"""What makes the handbook an app that opens without a network: how it is called and looks when it is installed, and the worker that keeps pages on a
reader's device, where the reader wants it and the company allows it."""
from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import resvg_py
from markupsafe import escape

from macros.model.appearance import PAPER
from macros.model.handbook import Handbook
from macros.views.file import Export
from macros.views.short_address import LETTERS
from macros.views.templates import environment
from macros.website.assets import FOLDER, Assets
from macros.website.front_door import FRONT_COLOURS, PAGE_COLOURS, own_colours
from macros.website.logo import icon
from macros.website.policy import policy
from macros.words.catalog import message
from macros.words.languages import HTML_LANG, LANGUAGES, Language

# Whether devices keep pages: where the reader asks for it, from the start until the reader says no, or not at all.
Keeps = Literal["asked", "always", "never"]
KEEPS: tuple[Keeps, ...] = ("asked", "always", "never")
WORKER, RELEASE, LOST = "worker.js", "release.txt", "offline.html"
MANIFEST = "manifest.json"  # below each language; a kind of file that every server knows
SIZES = (192, 512)  # of the icon, which browsers ask for
N_ = str  # marks a sentence for the catalog where it is not yet said
KEPT = N_("No answer from the network: this is edition {edition} as kept on this device.")
LOGO = .6  # how much of the icon the logo takes, so that one cut round has all of it


def app(handbook: Handbook) -> Iterator[Export]:
    """What browsers read to install the handbook in each language, its icons, and the page for what is not kept."""
    for language in LANGUAGES:
        yield Export(f"{language}/{MANIFEST}", json.dumps(_manifest(handbook, language), ensure_ascii=False, indent=1))
    for size in SIZES:
        yield Export(_icon(size), "", drawn(handbook, size))
    view = {"title": handbook.about.title, "logo": handbook.logo, "colours": FRONT_COLOURS if own_colours(handbook) else ""}
    yield Export(LOST, environment().get_template("website/offline.html").render(view=view, policy=policy()))


def _manifest(handbook: Handbook, language: Language) -> dict[str, object]:
    return {
        "name": handbook.about.title[language], "short_name": handbook.about.short_title[language], "lang": HTML_LANG[language],
        "start_url": "./", "scope": "../", "display": "standalone", "display_override": ["minimal-ui"],  # with a way back, where there is one
        "background_color": PAPER.light, "theme_color": PAPER.light,  # until a page is there, which brings the colours of its scheme
        "icons": [{"src": "../assets/favicon.svg", "sizes": "any", "type": "image/svg+xml"}, *(
            {"src": f"../{_icon(size)}", "sizes": f"{size}x{size}", "type": "image/png", "purpose": use} for size in SIZES for use in ("any", "maskable")
        )],
    }


def _icon(size: int) -> str:
    return f"{FOLDER}icon-{size}.png"


def drawn(handbook: Handbook, size: int) -> bytes:
    """The logo on paper, as a square."""
    room, edge = round(size * LOGO), round(size * (1 - LOGO) / 2)
    logo = icon(handbook).replace("<svg ", f'<svg x="{edge}" y="{edge}" width="{room}" height="{room}" ', 1)
    paper = f'<rect width="{size}" height="{size}" fill="{PAPER.light}"/>'
    square = f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}">{paper}{logo}</svg>'
    return resvg_py.svg_to_bytes(svg_string=square, skip_system_fonts=True)


def worker(handbook: Handbook, assets: Assets, keeps: Keeps, release: str, search: Mapping[Language, Sequence[str]]) -> Iterator[Export]:
    """The worker and the name of its release, a hash of all else on the site. `search` are the files that the search needs in each language. Where nothing
    may be kept, the worker takes away what earlier ones have kept, and itself."""
    edition = handbook.about.edition
    kept = {one: f'\n<p class="kept">{escape(message(one, KEPT, edition=edition))}</p>' for one in LANGUAGES}
    told = {
        "keeps": keeps != "never", "release": release, "kept": kept,
        "places": [FOLDER, *(f"{one}/" for one in (*LANGUAGES, *LETTERS.values()))],
        "always": ["", LOST, *assets.texts, *(FOLDER + one for one in ("favicon.svg", "fonts/latin.woff2"))]
        + ([PAGE_COLOURS, FRONT_COLOURS] if own_colours(handbook) else []),
        "search": {one: [f"{one}/", f"{one}/search/", *search[one]] for one in LANGUAGES},
    }
    yield Export(WORKER, f"const told={json.dumps(told, ensure_ascii=False, separators=(',', ':'))};\n{assets.worker}\n")
    yield Export(RELEASE, f"{release}\n")
