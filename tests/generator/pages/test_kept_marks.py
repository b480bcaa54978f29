"""No statement loses its mark on the way to a page: what rests on anything else than a document’s word has it beside it or at its
heading in the view of every record, and the page prints every mark of its view."""
from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from macros.model.competencies import LevelDescriptor
from macros.model.handbook import Handbook
from macros.views.marks import says_so
from macros.views.page import View
from macros.views.reader import Link, Reader
from macros.views.templates import render
from macros.website.page_list import KINDS, SINGLE
from macros.words.languages import LANGUAGES
from macros.words.texts import Text

REMARKS = {"note", "why", "reading"}  # what a mark opens, and what is filed under a name
# Where the page says of all of them at once what they are: cases and other companies’ ways are examples, definitions may be the editors’ own, questions are.
SAID_AT_THE_HEAD = {("practices/", "elsewhere"), ("practices/", "cases"), ("cases", "groups"), ("kpis", "definition"), ("competencies/", "questions")}
LISTS = ("map", "matrix", "cases", "methods")


def pages(reader: Reader) -> Iterator[tuple[str, str, View]]:
    """The view of every record that has a page, of the index of each kind, and of the pages that gather records, with its template."""
    for name, kind in KINDS.items():
        yield from ((f"{name}/{record.id}", kind.template, kind.view(reader, record.id)) for record in reader.handbook.used(name))
        if name in reader.handbook.present:
            yield name, f"pages/{name}-index", {**kind.index(reader), "title": reader.say(kind.title)}
    for name in LISTS:
        template, view, title, _ = SINGLE[name]
        if name in reader.handbook.present:
            yield name, template, {**view(reader), "title": reader.say(title)}


def is_mark(value: object) -> bool:
    return isinstance(value, dict) and {"mark", "name", "said", "cited"} <= value.keys()


def inside(value: object) -> list[tuple[str, object]]:
    """What a view, a link or a list holds, each with its name."""
    if isinstance(value, Link):
        return [("name", value.name), ("mark", value.mark), ("why", value.why)]
    if isinstance(value, dict):
        return list(value.items())
    return [("", one) for one in value] if isinstance(value, list | tuple) else []


def marks(value: object) -> Iterator[View]:
    """Every mark of a view."""
    if is_mark(value):
        yield value  # type: ignore[misc]  # a mark is a view
        return
    for _, one in inside(value):
        yield from marks(one)


def told(value: object, page: str, marked: bool = False, top: bool = True) -> Iterator[tuple[str, bool]]:
    """Every sentence of a view, and whether a mark stands beside it or at the head of a list that it is in."""
    held = inside(value)
    own = any(is_mark(one) or (isinstance(one, list) and any(map(is_mark, one))) for _, one in held)
    for name, one in held:
        at_the_head = (page, name) in SAID_AT_THE_HEAD
        if isinstance(one, str):
            yield one, marked or own or at_the_head or (name == "name" and any(also == "mark" and said for also, said in held))
        elif not is_mark(one):
            yield from told(one, page, marked or at_the_head or (own and not top), top=False)


def said(model: BaseModel, reader: Reader, rests: bool = False) -> Iterator[tuple[str, bool]]:
    """Every sentence inside a record, and whether it rests on anything else than a document’s word, by itself or with the whole of its level."""
    basis = getattr(model, "basis", "stated")
    own = rests or basis != "stated"
    if isinstance(model, Text):
        text = reader.text(model)
        yield text, own and not (basis == "example" and says_so(reader, text))
    for name in type(model).model_fields:
        value = getattr(model, name)
        for one in value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,):
            if isinstance(one, BaseModel):
                yield from said(one, reader, own and isinstance(model, LevelDescriptor)) if name not in REMARKS else ()


def unstated(handbook: Handbook, reader: Reader) -> set[str]:
    """The sentences that rest on anything else wherever a record says them."""
    every = [one for _, record in handbook.records() if not record.retired for one in said(record, reader)]
    plain = {text for text, rests in every if not rests}
    headings = {reader.text(heading) for document in handbook.documents.values() for heading in document.sections.values()}  # named as a source, not said
    return {text for text, rests in every if rests} - plain - headings


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_that_no_document_states_has_its_mark_wherever_it_stands(handbook, language):
    reader = Reader(handbook, language, "../../../")
    looked_for = unstated(handbook, reader)
    met = [(page, text, marked) for page, _, view in pages(reader) for text, marked in told(view, page[: page.find("/") + 1] or page) if text in looked_for]
    assert met and [(page, text) for page, text, marked in met if not marked] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_prints_every_mark_of_its_view(handbook, language):
    reader = Reader(handbook, language, "../../../")
    wrong = []
    for page, template, view in pages(reader):
        found = list(marks(view))
        once = {one["id"] for one in found if one["id"]}
        printed = render(template, reader, view).count('<details class="why"')
        if printed != len(once) + sum(not one["id"] for one in found):
            wrong.append((page, printed, len(found)))
    assert wrong == []
