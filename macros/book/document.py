"""A book as one document for a browser to print: cover, contents, how to read it, the parts, and the words it explains."""
from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import html
from lxml.html import HtmlElement
from markupsafe import Markup

from macros.book.body import Sheet, anchor, linked, lower, sheet
from macros.book.chapters import GLOSSARY, Book, Part
from macros.model.handbook import Handbook
from macros.views import formatting
from macros.views.alphabet import by_name
from macros.views.page import Content
from macros.views.reader import Reader
from macros.views.templates import environment
from macros.website.logo import inline
from macros.words.languages import HTML_LANG

HOLE = "000"  # what stands where the number of a page will be: as wide as most are
MARKS = ("example", "inferred", "editorial", "internal", "note")


@dataclass(frozen=True)
class Entry:
    """A line of the contents, and of the bookmarks: how deep it stands, what it says and where it leads; what only names a group leads nowhere."""

    depth: int
    title: str
    to: str = ""


@dataclass(frozen=True)
class Document:
    """A book that can be printed: the document, its contents, and what the PDF says of itself."""

    html: str
    title: str
    lang: str
    author: str
    day: datetime.date
    entries: tuple[Entry, ...]


def document(handbook: Handbook, book: Book, styles: str) -> Document:
    """The document of a book, in the styles of the site; it asks for nothing else."""
    reader = Reader(handbook, book.language, "")
    made = _Made(reader, book)
    entries = tuple(made.entries())
    title = " · ".join(filter(None, (book.title, book.subtitle)))
    page = environment().get_template("book/book.html").render(
        _=reader.say, html_lang=HTML_LANG[book.language], language=book.language, title=title, styles=Markup(styles), heads=Markup(made.heads()), hole=HOLE,
        book=book, about=_about(reader), logo=inline(handbook), entries=entries, marks=_marks(reader), meanings=_levels(reader),
        parts_of_book=[
            {
                "id": anchor(part.path), "page": _page(part, _first(part)), "title": "" if part.opening else part.title,
                "body": Markup(made.body(part)),
            }
            for part in book.parts
        ],
        glossary={"id": anchor(GLOSSARY), "terms": made.terms()} if made.explains else None,
        remarks=any(one.root.find('.//section[@class="remarks"]') is not None for one in made.sheets.values()),
    )
    return Document(page, title, HTML_LANG[book.language], _about(reader)["team"], handbook.about.effective_on, entries)


class _Made:
    """The pages of a book, each made once: links are drawn when all places are known."""

    def __init__(self, reader: Reader, book: Book) -> None:
        self.reader, self.book = reader, book
        self.contents: dict[str, Content] = {}
        self.sheets: dict[str, Sheet] = {}
        for part in book.parts:
            for outline in (*([part.opening] if part.opening else []), *(one.outline for one in part.chapters)):
                self.contents[outline.path] = outline.make(reader)
                self.sheets[outline.path] = sheet(reader, outline.path, self.contents[outline.path].body)
        self.places = {name: to for one in self.sheets.values() for name, to in one.anchors}
        for part in book.parts:
            self.places.setdefault(part.path, anchor(part.path))
            for chapter in part.chapters:
                self.places.setdefault(f"{part.path}#{chapter.group}", anchor(chapter.path))
        explained = {id: term for one in self.sheets.values() for id, term in one.terms.items()} if GLOSSARY not in self.sheets else {}
        terms = [one for one in by_name(reader.handbook.terms.values(), book.language) if one.id in explained]
        self.explains = {one.id: explained[one.id] for one in terms}
        self.places.update({f"{GLOSSARY}#{id}": anchor(GLOSSARY, id) for id in self.explains})
        for one in self.sheets.values():
            linked(one, self._target, self._number)
        self.words = Sheet(GLOSSARY, html.Element("dl"))
        for id, term in self.explains.items():
            term.set("id", id)
            self.words.root.append(term)
        linked(self.words, self._target, self._number)

    def _target(self, path: str, id: str) -> str | None:
        """What a place of the site is called in the book; the page, where it has lost the place; None where the book has no such page."""
        if id.startswith("term-"):
            path, id = GLOSSARY, id.removeprefix("term-")
        return self.places.get(f"{path}#{id}" if id else path) or self.places.get(path)

    def _number(self, link: HtmlElement, to: str) -> None:
        """Say at the end of a link on which page it ends."""
        at = html.Element("span", {"class": "at"})
        before, _, after = self.reader.pattern("p. {n}").partition("{n}")
        at.text = f"\u00a0{before}" if self.reader.language == "en" else before
        hole = html.Element("span", {"data-to": to})
        hole.text, hole.tail = HOLE, after
        at.append(hole)
        link.append(at)

    def body(self, part: Part) -> str:
        """A part: what opens it, and its chapters one after the other."""
        bodies = []
        if part.opening:
            root = self.sheets[part.opening.path].root
            lower(root, 0)
            root.set("class", "opening")
            bodies.append(root)
        for chapter in part.chapters:
            root = self.sheets[chapter.path].root
            lower(root, 1)
            root.set("class", f"chapter of-{chapter.outline.section}")
            if not part.together and chapter.path != _first(part):
                root.set("style", f"page:{_page(part, chapter.path)}")
            bodies.append(root)
        return "".join(html.tostring(one, encoding="unicode") for one in bodies)

    def terms(self) -> Markup:
        """The words that the pages of the book explain, each once."""
        return Markup("".join(html.tostring(one, encoding="unicode") for one in self.words.root))

    def entries(self) -> Iterator[Entry]:
        """The contents."""
        for part in self.book.parts:
            yield Entry(0, part.title, anchor(part.path))
            for chapter in part.chapters:
                if chapter.group_name:
                    yield Entry(1, chapter.group_name)
                yield Entry(1, chapter.outline.title, anchor(chapter.path))
            if part.opening and not part.chapters:
                there = {*self.sheets[part.path].root.xpath(".//@id")}
                yield from (Entry(1, one.title, to) for one in self.contents[part.path].sections if (to := anchor(part.path, one.id)) in there)
        if self.explains:
            yield Entry(0, self.reader.say("Glossary"), anchor(GLOSSARY))

    def heads(self) -> str:
        """The running head of each part, and of each chapter that begins a sheet."""
        rules = [("glossary", self.reader.say("Glossary"))]
        for part in self.book.parts:
            rules.append((_page(part), "" if part.title == self.book.title else part.title))
            if not part.together:
                rules += [(_page(part, one.path), f"{part.title} · {one.outline.title}") for one in part.chapters]
        whose = " · ".join(filter(None, (self.book.subtitle, self.book.title)))
        return "".join(f"@page {name}{{@top-right{{content:{_quoted(said)}}}}}" for name, said in rules) + (
            f"@page{{@top-left{{content:{_quoted(whose)}}}@bottom-left{{content:{_quoted(_about(self.reader)['imprint'])}}}}}"
        )


def _first(part: Part) -> str:
    """The chapter that begins below the title of its part, on the same sheet; none where the part has a page to open it."""
    return part.chapters[0].path if part.chapters and not part.opening and not part.together else ""


def _page(part: Part, path: str = "") -> str:
    """What the sheets of a part, or of a chapter, are called in the styles."""
    return f"p-{anchor(path or part.path).replace('.', '-')}"


def _quoted(text: str) -> str:
    """A text in a stylesheet, which ends neither that nor the element around it."""
    return json.dumps(text, ensure_ascii=False).replace("<", "\\3c ")


def _about(reader: Reader) -> dict[str, Any]:
    about = reader.handbook.about
    date, team = formatting.date(about.effective_on, reader.language), reader.link("teams", about.issued_by).name
    return {
        "imprint": reader.say("Edition {edition}", edition=about.edition),
        "edition": about.edition, "date": date, "team": team, "department": reader.text(about.department), "name": reader.text(about.title),
        "for": reader.say("Anyone") if reader.public else reader.say("Staff"),
    }


def _marks(reader: Reader) -> list[dict[str, str]]:
    """What each raised word stands for."""
    kinds = [one for one in MARKS if not reader.public or one not in ("internal", "note")]
    return [
        {"mark": reader.word("mark", one), "name": reader.word("basis", one), "means": "" if one == "note" or reader.public else reader.word("meaning", one)}
        for one in kinds
    ]


def _levels(reader: Reader) -> list[dict[str, Any]]:
    """How far each level reaches."""
    return [{"level": reader.level(id), "about": reader.text(one.about)} for id, one in reader.handbook.levels.items()]

