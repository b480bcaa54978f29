"""Where the publisher wants it said, a page says that its language may be behind the other, and only then."""
from __future__ import annotations

from pathlib import Path

import pytest

from macros.loading.folder import read_all
from macros.website.page_list import outlines
from tests.generator.commands.confirmed import ROLE, confirmed, edit, run

PAGE = "roles/crust-brander/"
SAID = {"zh": "本页可能有句子还没跟上英文的改动。", "en": "Part of this page may not yet follow its Chinese version."}


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    return confirmed(tmp_path, monkeypatch)


def saying(data: Path) -> list[str]:
    """The pages that say so."""
    handbook = read_all(data).handbook
    return [one.address for one in outlines(handbook) if SAID[one.language] in one.made(handbook).content.body]


@pytest.mark.parametrize(("old", "new", "behind"), [
    ("烙铁也是火。", "烙铁里也有火。", "en"), ("A branding iron is fire too.", "A branding iron holds fire too.", "zh"),
])
def test_a_page_says_that_it_may_be_behind_until_the_halves_are_found_to_hold(data, old, new, behind):
    edit(data / ROLE, old, new)
    assert not saying(data)
    edit(data / "handbook.yml", "example_role:", "show_behind: true\nexample_role:")
    assert saying(data) == [f"{behind}/{PAGE}"]
    assert run("confirm", "roles/crust-brander")[0] == 0
    assert not saying(data)
