"""What a mark opens: the note goes on from its name and does not say it again."""
from __future__ import annotations

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.views.marks import why
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES
from tests.places import BAKERY


@pytest.mark.parametrize("kind", ["example", "inferred", "editorial", "internal"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_meaning_of_a_mark_does_not_repeat_its_name(language, kind):
    reader = Reader(load(BAKERY, RULES), language, "")
    assert reader.word("basis", kind).lower() not in reader.word("meaning", kind).lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_editors_add_on_a_subject_of_a_document_is_not_said_to_be_in_none(language):
    reader = Reader(load(BAKERY, RULES), language, "")
    alone, about = (why(reader, "editorial", sources=sources) for sources in ((), ("oven-book#3",)))
    assert alone["said"] == reader.word("meaning", "editorial") != about["said"] and about["cited"]
