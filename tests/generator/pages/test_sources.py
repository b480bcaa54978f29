"""The pages of source documents: what cites each section, told apart where two things are called the same."""
from __future__ import annotations

from collections import Counter

import pytest

from macros.pages.sources import source_page
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_links_of_a_section_read_alike(handbook, language):
    reader = Reader(handbook, language, "../../../")
    for document in handbook.documents:
        for row in source_page(reader, document)["rows"]:
            read = Counter((link.name, link.mark) for link in row["records"])
            assert not [one for one, n in read.items() if n > 1], (document, row["number"])
