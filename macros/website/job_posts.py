"""The files beside the page of a role that put it into a job post: as text and as Markdown for everyone, and in parts for the script of its page."""
from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote, urljoin

from macros.model.roles import Role
from macros.pages.job_post import FEW, FORMS, JobPost, Line, can_be_posted, job_post, left_out, path, written
from macros.views.file import Export
from macros.views.page import View
from macros.views.reader import Reader
from macros.views.short_address import short_address
from macros.website.frames import Site
from macros.words.languages import HTML_LANG, LANGUAGES, OWN_NAMES, Language

BOM = "\ufeff"  # a server that does not name the encoding of a text leaves the browser to guess


def job_posts(site: Site, language: Language) -> Iterator[Export]:
    """The files of every role that can be put into a post, in one language."""
    reader, url = Reader(site.handbook, language, ""), site.public_url or site.url
    for role in site.handbook.ordered_roles:
        if can_be_posted(site.handbook, role):
            links = _links(url, role) if url else {}
            named = f"{links['short']}?edition={quote(site.handbook.about.edition, safe='')}" if links else ""
            post, file = job_post(reader, role, named), f"{language}/{path(role)}"
            yield Export(f"{file}.txt", BOM + written(post.whole, "plain"))
            yield Export(f"{file}.md", BOM + written(post.whole, "markdown"))
            yield Export(f"{file}.json", json.dumps(_parts(reader, role, post, links), ensure_ascii=False, separators=(",", ":")))


def _links(url: str, role: Role) -> dict[str, str]:
    """The addresses of a role: in each language, and the one that opens in the language of whoever follows it."""
    return {**{one: urljoin(url, f"{one}/roles/{role.id}/") for one in LANGUAGES}, "short": urljoin(url, short_address("roles", role.id))}


def _parts(reader: Reader, role: Role, post: JobPost, links: dict[str, str]) -> View:
    """The post as the script puts it together, and what the script says."""
    return {
        "language": reader.language,
        "lang": HTML_LANG[reader.language],
        "name": OWN_NAMES[reader.language],
        "forms": FORMS,
        **{part: [_line(one) for one in getattr(post, part)] for part in ("head", "duties", "few", "tail")},
        "links": links,
        "left_out": left_out(reader, post),
        "lines": [
            {"text": one.text, "ground": reader.word("basis", one.ground)} for one in post.left_out if one.ground and one.part != "levels"
        ],
        "notes": _notes(reader, role, links),
        "words": _words(reader, post),
    }


def _line(line: Line) -> View:
    return {name: value for name, value in vars(line).items() if value}


def _notes(reader: Reader, role: Role, links: dict[str, str]) -> list[str]:
    """What whoever uses a post should know of it."""
    titled = role.basis_of.get("name")
    return [one for one, holds in (
        (
            reader.say(
                "The job post gives only those duties and requirements that a document states and that are not internal; competencies say what they rest on, "
                "and the opening sentence is the editors’ summary."
            ),
            bool(reader.handbook.documents),
        ),
        (reader.say("The title is the editors’ choice; the top of this page says why."), titled is not None and titled.basis != "stated"),
        (reader.say("The job post leaves out the role’s manager, KPIs, authority and next steps, though a duty may mention one of them."), True),
        (reader.say("The text has no link, because this site does not know its own address (HANDBOOK_URL)."), not links),
    ) if holds]


def _words(reader: Reader, post: JobPost) -> dict[str, str]:
    """What the script says, in the language of its page."""
    return {
        "language": reader.say("Language"),
        "both": reader.say("Both languages"),
        "length": reader.say("Duties"),
        "few": reader.say("{n} lines", n=FEW),
        "all": reader.say("All {n}", n=post.count),
        "form": reader.say("Format"),
        "plain": reader.say("Text"),
        "text": reader.say("Text of the job post"),
        "copy": reader.say("Copy the text"),
        "short": reader.say("In the reader’s language"),
        "copy_link": reader.say("Copy the link"),
        "copied": reader.say("Copied."),
        "refused": reader.say("The browser did not let it be copied. It is selected now: copy it with Ctrl+C or ⌘C."),
    }
