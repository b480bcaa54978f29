"""A book as its readers have it: printed, then read back."""
from __future__ import annotations

import io
import re
from collections.abc import Iterator
from urllib.parse import unquote

import pikepdf
import pypdfium2
import pytest
from playwright.sync_api import Browser

from macros.book.chapters import book
from macros.book.document import HOLE, Document, document
from macros.book.made import Made, made, styles
from macros.book.pdf import numbers
from macros.book.printing import Press
from macros.checks import RULES
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.model.public import public
from tests.places import BAKERY

NAMES = ("handbook", "roles/oven-hand")


@pytest.fixture(scope="module")
def tiny() -> Handbook:
    return load(BAKERY, RULES)


@pytest.fixture(scope="module", params=[("zh", "handbook"), ("en", "roles/oven-hand")], ids="-".join)
def printed(request: pytest.FixtureRequest, browser: Browser, tiny: Handbook) -> tuple[Document, Made]:
    found = document(tiny, book(tiny, *request.param), styles(tiny))
    return found, made(Press(browser), found)


def texts(raw: bytes) -> list[str]:
    """What each page says, without spaces."""
    return ["".join(page.get_textpage().get_text_bounded().split()) for page in pypdfium2.PdfDocument(raw)]


def opened(raw: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(raw))


def outline(pdf: pikepdf.Pdf) -> Iterator[tuple[int, str, int]]:
    """The bookmarks: how deep each stands, what it says, and the number of its page."""
    order = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}

    def of(items, depth):
        for one in items:
            yield depth, one.title, order[one.destination[0].objgen]
            yield from of(one.children, depth + 1)

    with pdf.open_outline() as found:
        yield from of(found.root, 0)


def test_the_contents_say_on_which_page_each_chapter_really_begins(printed):
    found, done = printed
    pages = texts(done.raw)
    places, _ = numbers(done.raw)
    listed = "".join(pages[1:3])
    for one in found.entries:
        if one.to:
            title = "".join(one.title.split())
            assert title in pages[places[one.to] - 1]
            assert re.search(rf"{re.escape(title)}{places[one.to]}(?!\d)", listed), f"{one.title} is listed with page {places[one.to]}"


def test_a_link_to_another_page_says_its_number(printed):
    found, done = printed
    places, _ = numbers(done.raw)
    text = "".join(texts(done.raw))
    asked = set(re.findall(r'class="at">[^<]*<span data-to="([^"]+)"', found.html))
    assert asked <= places.keys()
    said = "第{}页" if found.lang == "zh-Hans" else "p.{}"
    assert all(said.format(places[to]) in text for to in asked)
    assert said.format(HOLE) not in text


def test_the_bookmarks_are_the_contents(printed):
    found, done = printed
    places, _ = numbers(done.raw)
    with opened(done.raw) as pdf:
        assert list(outline(pdf)) == [(one.depth, one.title, places[one.to]) for one in found.entries if one.to]


def test_it_is_tagged_and_says_its_language_and_title(printed):
    found, done = printed
    with opened(done.raw) as pdf:
        assert str(pdf.Root.Lang) == found.lang and pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle and str(pdf.docinfo["/Title"]) == found.title
        kinds = {str(one.S) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one and one.get("/Type") == "/StructElem"}
        nameless = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure" and "/Alt" not in one]
    assert {"/H1", "/H2", "/H3", "/L", "/LI", "/Link", "/P", "/Figure"} <= kinds and not nameless


def test_every_link_leads_within_the_book_or_where_the_data_lead(printed, tiny):
    _, done = printed
    places, _ = numbers(done.raw)
    kinds = (tiny.competencies, tiny.terms, tiny.practices, tiny.documents)
    known = {one.url for kind in kinds for record in kind.values() for one in getattr(record, "links", ())}
    with opened(done.raw) as pdf:
        for page in pdf.pages:
            for one in page.get("/Annots", []):
                if "/Dest" in one:
                    assert str(one.Dest).removeprefix("/") in places
                else:
                    assert unquote(str(one.A.URI)) in known


def test_two_printings_are_the_same_to_the_byte(browser, tiny, printed):
    found, done = printed
    assert made(Press(browser), found).raw == done.raw


def test_nothing_is_asked_for_while_it_is_printed(browser, tiny):
    press = Press(browser)
    asked: list[str] = []
    press.page.on("request", lambda request: asked.append(request.url) if not request.url.startswith("data:") else None)
    press.lay_out(document(tiny, book(tiny, "zh", "roles/oven-hand"), styles(tiny)).html)
    assert asked == []


def test_what_is_folded_is_open_and_what_is_pressed_is_gone(tiny):
    html = document(tiny, book(tiny, "en", "handbook"), styles(tiny)).html
    assert not re.search(r"<(?:form|button|input|select|script|template)\b", html)
    assert not re.search(r"<details(?![^>]* open)", html)
    assert not re.search(r'href="(?!#|https?:)', html)


def test_every_id_stands_once_and_every_link_has_one(tiny):
    html = document(tiny, book(tiny, "zh", "handbook"), styles(tiny)).html
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len({*ids})
    assert {*re.findall(r'href="#([^"]+)"', html)} <= {*ids}


def test_what_is_for_staff_is_not_in_the_book_for_everyone(tiny):
    everyone = public(tiny)
    html = document(everyone, book(everyone, "en", "handbook"), styles(everyone)).html
    assert "<dd>Anyone</dd>" in html and 'id="practices"' not in html and 'id="moves"' not in html
