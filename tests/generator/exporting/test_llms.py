"""`llms.txt`: what it says of the handbook, and that its links lead to a page as Markdown."""
from __future__ import annotations

import re

import pytest

from macros.exporting.llms import KINDS, guide
from macros.loading.folder import load
from macros.views.reader import PAGED
from macros.words.languages import LANGUAGES
from tests.places import BAKERY

ROOT = "https://handbook.example.com/"


def links(text: str) -> list[str]:
    return [link.removeprefix(ROOT) for link in re.findall(r"\]\((\S+)\)", text)]


def pages(handbook, language: str, *kinds: str) -> list[str]:
    return [f"{language}/{kind}/{one.id}/index.html.md" for kind in kinds for one in handbook.used(kind)]


def test_it_names_the_handbook_and_its_roles_and_leads_to_the_one_of_each_language(site, handbook):
    text = (site / "llms.txt").read_text(encoding="utf-8")
    title = handbook.about.title
    assert text.startswith(f"# {title.zh} · {title.en}\n\n> {handbook.about.summary.zh} · ")
    first = ["api/v1/index.json", "api/v1/handbook.json", *(f"{language}/llms.txt" for language in LANGUAGES)]
    assert links(text) == [*first, *(page for language in LANGUAGES for page in pages(handbook, language, "roles"))]
    assert all((site / link).is_file() for link in links(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_of_a_language_names_every_page_of_a_record_in_use_and_the_glossary(site, handbook, language):
    text = (site / language / "llms.txt").read_text(encoding="utf-8")
    assert tuple(KINDS) == PAGED
    assert links(text) == [f"{language}/terms/index.html.md", *pages(handbook, language, *PAGED)] and all((site / link).is_file() for link in links(text))
    role = handbook.used("roles")[0]
    assert f"[{role.name[language]}]({ROOT}{language}/roles/{role.id}/index.html.md): {role.essence[language]}\n" in text


def test_signs_of_markdown_in_the_data_are_shown_as_they_are():
    tiny, chinese, _ = guide(load(BAKERY, ()), "")
    assert "揉面“\\*”" in chinese.text and "](../zh/roles/oven-hand/index.html.md)" in chinese.text
    assert "](zh/roles/oven-hand/index.html.md)" in tiny.text
