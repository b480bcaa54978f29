"""Short addresses without a language, for job posts: `r/` for a role, `c/` for a competency, `k/` for an indicator.

Each is a page that opens the record in the reader's language, with the question and the place that were asked for; without scripts, and for
programs that show what stands behind a link, it offers both."""
from __future__ import annotations

from collections.abc import Iterator

from macros.model.appearance import Colours
from macros.model.handbook import Handbook
from macros.model.record import Record
from macros.views.file import Export
from macros.views.short_address import LETTERS, short_address
from macros.views.templates import environment
from macros.website.cards import shown
from macros.website.front_door import FRONT_COLOURS
from macros.website.policy import policy
from macros.words.languages import LANGUAGES
from macros.words.texts import Text


def short_links(handbook: Handbook, url: str) -> dict[str, Iterator[Export]]:
    """All of these pages by the folder they lie below, for records that are out of use as well; `url` is the address of the site, where that is known."""
    return {f"{letter}/": _pages(handbook, kind, url) for kind, letter in LETTERS.items()}


def _pages(handbook: Handbook, kind: str, url: str) -> Iterator[Export]:
    return (_page(handbook, kind, record, url) for record in handbook.of_kind(kind).values())


def _page(handbook: Handbook, kind: str, record: Record, url: str) -> Export:
    path = short_address(kind, record.id)
    said: Text = getattr(record, "essence", None) or getattr(record, "summary", None) or getattr(record, "definition")
    view = {
        "title": record.name, "of": handbook.about.title, "description": said, "logo": handbook.logo, "root": "../../",
        "to": {language: f"../../{language}/{kind}/{record.id}/" for language in LANGUAGES}, "url": f"{url}{path}" if url else "",
        "card": shown(handbook, url, LANGUAGES[0], record), "colours": FRONT_COLOURS if handbook.about.colours != Colours() else "",
    }
    return Export(f"{path}index.html", environment().get_template("website/choose.html").render(view=view, policy=policy()))
