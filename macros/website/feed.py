"""What each edition changed, as an Atom feed of each language."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import urljoin
from uuid import NAMESPACE_OID, uuid5

from markupsafe import Markup

from macros.model.editions import MEANINGS, Edition
from macros.views.editions import anchor
from macros.views.file import Export
from macros.views.reader import Reader
from macros.views.templates import environment
from macros.website.frames import Site
from macros.words.languages import HTML_LANG, Language

NAME = "changes/feed.xml"


def feed(site: Site, language: Language) -> Iterator[Export]:
    """The feed, where there is a page of what editions changed. Ids and dates come from the data alone, so that no reader is shown an edition twice."""
    editions = site.handbook.editions.values()
    if "changes" in site.handbook.present:
        reader = Reader(site.handbook, language, "")
        page = urljoin(site.url, f"{language}/changes/")
        view = {
            "language": HTML_LANG[language],
            "title": reader.say("{handbook}: what’s new", handbook=reader.text(site.handbook.about.title)),
            "id": _id(site, language, ""),
            "page": page,
            "self": urljoin(site.url, f"{language}/{NAME}"),
            "author": reader.link("teams", site.handbook.about.issued_by).name,
            "updated": _moment(max(one.effective_on for one in editions)),
            "entries": [{**_entry(reader, one), "id": _id(site, language, one.id), "href": f"{page}#{anchor(one)}"} for one in editions],
        }
        yield Export(f"{language}/{NAME}", environment().get_template("website/feed.html").render(view=view))


def _entry(reader: Reader, edition: Edition) -> dict[str, object]:
    """An edition as programs that follow the feed show it: a paragraph and a list, which they are given as HTML."""
    lines = [(reader.word("what-changed", one.meaning), reader.text(one)) for one in sorted(edition.changes, key=lambda one: MEANINGS.index(one.meaning))]
    listed = Markup("").join(Markup("<li>{}{}{}</li>").format(meaning, reader.say(": "), text) for meaning, text in lines)
    return {
        "title": reader.say("Edition {edition}", edition=edition.id),
        "updated": _moment(edition.effective_on),
        "html": Markup("<p>{}</p>").format(reader.text(edition.summary)) + (Markup("<ul>{}</ul>").format(listed) if lines else ""),
    }


def _id(site: Site, language: Language, edition: str) -> str:
    """An id that stays, also where the site moves: it is made of what the handbook is called, the language and the edition."""
    return uuid5(NAMESPACE_OID, f"{site.handbook.about.title.en}/{language}/{edition}").urn


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
