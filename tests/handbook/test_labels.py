"""The labels that the page on how to use this handbook explains are those that its pages show."""
from __future__ import annotations

import pytest
from lxml import html

from macros.words.languages import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_that_is_explained_stands_on_a_page_of_that_language(site, language):
    pages = {file.parent.name: html.fromstring(file.read_text(encoding="utf-8")) for file in (site / language).rglob("index.html")}
    labels = pages.pop("how-to-read").xpath("//article//li/strong/text()")
    shown = [tree.xpath("string(//article)").lower() for name, tree in pages.items() if name != "writing"]
    assert len(labels) > 8 and [label for label in labels if not any(label.lower() in text for text in shown)] == []
