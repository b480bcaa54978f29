"""What a mark opens: the note goes on from its name and does not say it again."""
from __future__ import annotations

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES
from tests.places import BAKERY


@pytest.mark.parametrize("kind", ["example", "inferred", "editorial", "internal"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_meaning_of_a_mark_does_not_repeat_its_name(language, kind):
    reader = Reader(load(BAKERY, RULES), language, "")
    assert reader.word("basis", kind).lower() not in reader.word("meaning", kind).lower()
