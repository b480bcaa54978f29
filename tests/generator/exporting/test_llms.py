"""`llms.txt`: what it says of the handbook, and that its links lead somewhere."""
from __future__ import annotations

import re

from macros.exporting.llms import guide
from macros.loading.folder import load
from tests.places import BAKERY


def test_it_names_the_handbook_and_every_record_with_its_data(site, handbook):
    text = (site / "llms.txt").read_text(encoding="utf-8")
    title = handbook.about.title
    assert text.startswith(f"# {title.zh} · {title.en}\n\n> {handbook.about.summary.zh} · ")
    links = [link.removeprefix("https://handbook.example.com/") for link in re.findall(r"\]\((\S+)\)", text)]
    records = [f"api/v1/{kind}/{one.id}.json" for kind in ("roles", "competencies", "kpis") for one in handbook.used(kind)]
    assert links == ["api/v1/index.json", "api/v1/handbook.json", "zh/", "en/", *records]
    assert all((site / link).exists() for link in links)


def test_signs_of_markdown_in_the_data_are_shown_as_they_are():
    (tiny,) = guide(load(BAKERY, ()), "")
    assert "揉面“\\*”" in tiny.text and "](api/v1/roles/oven-hand.json)" in tiny.text
