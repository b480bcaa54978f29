"""`llms.txt`, by which a program that answers questions finds its way: what the handbook is, and where its pages are as Markdown, and all of it as data.

The one at the root of the site has the roles and leads to one for each language, which has every page: so that nobody need read both languages."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from macros.exporting.markdown import NAME
from macros.exporting.markdown_text import BETWEEN, plain
from macros.exporting.records import FOLDER
from macros.model.handbook import Handbook
from macros.views.file import Export
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES
from macros.words.texts import Text

N_ = str  # marks a word for the catalog
# Each kind with pages of its own: what it is called, and the field that says in a sentence what a record is.
KINDS = {
    "roles": (N_("Roles"), "essence"), "stages": (N_("Stages"), "positioning"), "tracks": (N_("Career tracks"), "summary"),
    "competencies": (N_("Competencies"), "summary"), "kpis": (N_("KPIs"), "definition"), "moves": (N_("Promotions and moves"), "summary"),
    "practices": (N_("Policies and processes"), "summary"),
}


NAMED = "llms.txt"


def guide(handbook: Handbook, url: str) -> Iterator[Export]:
    """The files; without the site's address their links stand in relation to them."""
    readers = [Reader(handbook, language, url) for language in LANGUAGES]
    yield _file(NAMED, _root(handbook, readers))
    for reader in readers:
        yield _file(f"{reader.language}/{NAMED}", _whole(reader if url else replace(reader, root="../")))


def _file(path: str, lines: Iterable[str]) -> Export:
    return Export(path, "\n".join(lines) + "\n")


def _root(handbook: Handbook, readers: list[Reader]) -> Iterator[str]:
    about = handbook.about
    yield from (f"# {_both(about.title)}", "", f"> {_both(about.summary)}")
    for reader in readers:
        yield from ("", _how(reader))
    yield ""
    yield from (f"- [{name}]({readers[0].root}{FOLDER}{name})" for name in ("index.json", "handbook.json"))
    for reader in readers:
        said = reader.say("all pages")
        yield f"- [{plain(reader.text(about.title))}]({reader.href(NAMED)}): {said}"
    for reader in readers:
        yield from _section(reader, "roles")


def _whole(reader: Reader) -> Iterator[str]:
    about = reader.handbook.about
    yield from (f"# {plain(reader.text(about.title))}", "", f"> {plain(reader.text(about.summary))}", "", _how(reader))
    if reader.has("terms"):
        yield from ("", f"- [{plain(reader.say('Glossary'))}]({reader.href(f'terms/{NAME}')})")
    for kind in KINDS:
        yield from _section(reader, kind)


def _how(reader: Reader) -> str:
    return reader.say("The page of every role, competency, KPI and so on is also there as Markdown: add {name} to its address. The data are under {folder}.",
                      name=f"`{NAME}`", folder=f"`{FOLDER}`")


def _section(reader: Reader, kind: str) -> Iterator[str]:
    """What there is of a kind, each with what it is."""
    title, field = KINDS[kind]
    if records := reader.handbook.used(kind):
        yield from ("", f"## {plain(reader.say(title))}", "")
    for one in records:
        yield f"- [{plain(reader.text(one.name))}]({reader.href(f'{kind}/{one.id}/{NAME}')}): {plain(reader.text(getattr(one, field)))}"


def _both(text: Text) -> str:
    return BETWEEN.join(plain(text[language]) for language in LANGUAGES)
