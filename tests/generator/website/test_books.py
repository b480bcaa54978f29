"""A site offers the books that have been made, and says nothing of those that have not."""
from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from macros.checks import RULES
from macros.loading.contents import contents, state_of
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.views.page import Outline
from macros.website.books import books, copies, offered
from macros.website.page_list import outlines
from tests.building import build
from tests.places import BAKERY

RAW = b"%PDF-1.5 a book"
MADE = ("zh/handbook", "en/handbook", "en/roles/oven-hand")


@pytest.fixture(scope="module")
def tiny() -> Handbook:
    return load(BAKERY, RULES)


def shelved(folder: Path, edition: str, data: str = "as it is") -> Path:
    """A folder in which books have been made."""
    said = {"pages": 123, "bytes": len(RAW), "sha256": hashlib.sha256(RAW).hexdigest(), "of": "", "data": data, "fonts": []}
    for one in MADE:
        (folder / one).parent.mkdir(parents=True, exist_ok=True)
        (folder / f"{one}.pdf").write_bytes(RAW)
    (folder / "books.json").write_text(json.dumps({"edition": edition, "books": dict.fromkeys(MADE, said)}), encoding="utf-8")
    return folder


def page(handbook: Handbook, address: str) -> Outline:
    return next(one for one in outlines(handbook) if one.address == address)


def line(handbook: Handbook, folder: Path, address: str) -> str:
    outline = page(handbook, address)
    return offered(books(folder, handbook.about.edition, "as it is"), outline.reader(handbook), outline)


def test_a_site_takes_the_books_of_its_edition_along(tmp_path, tiny):
    shelved(tmp_path / "books/internal", tiny.about.edition, state_of(contents(BAKERY)))
    build(BAKERY, tmp_path / "site", HANDBOOK_BOOKS=str(tmp_path / "books"))
    role = (tmp_path / "site/en/roles/oven-hand/index.html").read_text(encoding="utf-8")
    assert 'href="../../../en/books/oven-hand.pdf"' in role and "PDF, 123 pages, 0.1 MB</span>" in role
    assert "/books/" not in (tmp_path / "site/en/roles/fire-lighter/index.html").read_text(encoding="utf-8")
    assert (tmp_path / "site/en/books/oven-hand.pdf").read_bytes() == RAW
    build(BAKERY, tmp_path / "public", HANDBOOK_BOOKS=str(tmp_path / "books"), HANDBOOK_EDITION="public")
    assert not list((tmp_path / "public").rglob("*.pdf")), "what is for staff lies apart"


def test_the_page_on_the_handbook_offers_the_whole(tmp_path, tiny):
    shelved(tmp_path, tiny.about.edition)
    assert 'href="../../zh/books/handbook.pdf"' in line(tiny, tmp_path, "zh/about/")
    assert "PDF，123页，0.1 MB" in line(tiny, tmp_path, "zh/about/")
    assert line(tiny, tmp_path, "zh/roles/") == line(tiny, tmp_path, "zh/roles/oven-hand/") == ""


def test_a_book_made_before_the_data_changed_says_so(tmp_path, tiny):
    assert "before" not in line(tiny, shelved(tmp_path, tiny.about.edition), "en/about/")
    assert "0.1 MB, made before the latest changes to the data" in line(tiny, shelved(tmp_path, tiny.about.edition, "as it was"), "en/about/")


@pytest.mark.parametrize("spoil", [
    lambda folder: folder.joinpath("books.json").unlink(),
    lambda folder: folder.joinpath("books.json").write_text("[]"),
    lambda folder: folder.joinpath("books.json").write_bytes(b"\xff"),
    lambda folder: folder.joinpath("en/roles/oven-hand.pdf").unlink(),
    lambda folder: folder.joinpath("en/roles/oven-hand.pdf").write_bytes(b"half of"),
    lambda folder: shelved(folder, "another edition"),
])
def test_a_book_that_is_not_there_as_its_list_says_is_not_offered(tmp_path, tiny, spoil):
    spoil(shelved(tmp_path, tiny.about.edition))
    assert line(tiny, tmp_path, "en/roles/oven-hand/") == ""
    assert "en/books/oven-hand.pdf" not in [one.path for one in copies(books(tmp_path, tiny.about.edition, "as it is"), "en")]
