"""What each language is written with: everything people write is accepted, and what only looks like it is named."""
from __future__ import annotations

import pytest

from macros.words.scripts import strange
from macros.words.simplified import OTHER_FORM, SIMPLIFIED
from tests import simplified

WRITTEN = {
    "zh": "二〇二六年𠮷野家㐂面包《书名》“引号”（括号）——……3～5天≥5%×÷→🙂café·李α值360°Ω№①",
    "en": "Café naïve façade Zoë’s “quoted” 1–2 days — ½ ≥ 5 % × ÷ → 🙂 ✓ α/β Δ Σ π €5 £3 10° ™",
}


@pytest.mark.parametrize("language", WRITTEN)
def test_what_people_write_is_not_strange(language):
    assert not list(strange(WRITTEN[language], language))
    assert not OTHER_FORM.search(WRITTEN["zh"])


@pytest.mark.parametrize(("text", "language", "said"), [
    ("br\u0430nd", "en", "“brаnd” has letters that only look like Latin ones (U+0430); type “brand” anew"),
    ("п\u0440и", "en", "“при” (U+043F) is Cyrillic; write it in English"),
    ("用\u0420R部", "zh", "“РR” has letters that only look like Latin ones (U+0420); type “PR” anew"),
    ("面包の", "zh", "“の” (U+306E) is Japanese; write it in Chinese"),
    ("καλός", "en", "“καλ” (U+03BA) is Greek; write it in English"),
    ("a\u2800b", "en", "An invisible character, U+2800; delete it"),
])
def test_what_is_strange_is_named_for_what_it_is(text, language, said):
    assert said in [one.en for one in strange(text, language)]


def test_every_other_form_has_its_own_and_none_of_these_is_one():
    assert not SIMPLIFIED.keys() & set(SIMPLIFIED.values())
    assert SIMPLIFIED["讓"] == "让" and SIMPLIFIED["対"] == "对" and "昇" not in SIMPLIFIED and "著" not in SIMPLIFIED


def test_the_forms_are_those_of_the_library():
    assert simplified.FILE.read_text(encoding="utf-8") == simplified.module(), "python -m tests.simplified draws them anew"
