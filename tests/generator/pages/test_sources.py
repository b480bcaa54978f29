"""The pages of source documents: what cites each section, told apart where two things are called the same."""
from __future__ import annotations

from collections import Counter

import pytest

from macros.pages.about import about
from macros.pages.sources import source_index, source_page
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_links_of_a_section_read_alike(handbook, language):
    reader = Reader(handbook, language, "../../../")
    for document in handbook.documents:
        for row in source_page(reader, document)["rows"]:
            read = Counter((link.name.casefold(), link.mark) for link in row["records"])
            assert not [one for one, n in read.items() if n > 1], (document, row["number"])


def test_the_title_of_a_document_is_a_section_only_where_something_before_the_first_chapter_is_cited(handbook):
    reader = Reader(handbook, "en", "../../../")
    for id, document in handbook.documents.items():
        view = source_page(reader, id)
        named = {row["id"] for row in (*view["rows"], *view["uncited"])}
        assert ("section-0" in named) == (f"{id}#0" in handbook.citations and "0" in document.sections)
        of_what = f"of the {len(named)} known sections" if document.truncated else f"of {len(named)} sections"
        assert of_what in view["sections"]["sections"].count


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_pages_count_the_cited_sections_of_a_document_alike(handbook, language):
    reader = Reader(handbook, language, "../../")
    told = {one["id"]: one["cited"] for one in source_index(reader)["documents"]}
    assert told == {one["id"]: one["sections"] for one in about(reader)["documents"]}
    assert told == {f"source-{id}": source_page(reader, id)["sections"]["sections"].count for id in handbook.documents}
