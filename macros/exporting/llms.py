"""`llms.txt`, by which a program that answers questions finds its way: what the handbook is, and where each role, competency and KPI is as data."""
from __future__ import annotations

import re
from collections.abc import Iterator

from macros.exporting.records import FOLDER
from macros.model.handbook import Handbook
from macros.model.record import Record
from macros.views.file import Export
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES, Text

SECTIONS = {"roles": "Roles", "competencies": "Competencies", "kpis": "KPIs"}
SAID = {"roles": "essence", "competencies": "summary", "kpis": "definition"}  # what a record of the kind is, in a sentence
MARKUP = re.compile(r"([\\\[\]*_<>`])")


def guide(handbook: Handbook, url: str) -> Iterator[Export]:
    """The file, at the root of the site; without the site's address its links stand in relation to it."""
    yield Export("llms.txt", "\n".join(_lines(handbook, url)) + "\n")


def _lines(handbook: Handbook, url: str) -> Iterator[str]:
    about = handbook.about
    yield f"# {_both(about.title)}"
    yield from ("", f"> {_both(about.summary)}", "")
    for name in ("index.json", "handbook.json"):
        yield f"- [{name}]({url}{FOLDER}{name})"
    for language in LANGUAGES:
        yield f"- [{_plain(about.title[language])}]({url}{language}/)"
    readers = [Reader(handbook, language, "") for language in LANGUAGES]
    for kind, heading in SECTIONS.items():
        records = handbook.used(kind)
        if records:
            yield from ("", f"## {' · '.join(reader.say(heading) for reader in readers)}", "")
        yield from (f"- [{_both(one.name)}]({url}{FOLDER}{kind}/{one.id}.json): {_both(_said(kind, one))}" for one in records)


def _said(kind: str, record: Record) -> Text:
    found: Text = getattr(record, SAID[kind])
    return found


def _both(text: Text) -> str:
    return " · ".join(_plain(text[language]) for language in LANGUAGES)


def _plain(text: str) -> str:
    """A text as Markdown shows it and makes nothing of it."""
    return MARKUP.sub(r"\\\1", text)
