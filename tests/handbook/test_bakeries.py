"""This handbook and the bakeries in examples/ know nothing of each other, though one generator makes both sites."""
from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.model.handbook import Handbook
from macros.words.languages import LANGUAGES
from tests.building import built
from tests.generator.website.test_bakery import readable
from tests.places import BAKERIES, ROOT

VOCABULARIES = (
    "levels", "competency_groups", "kpi_groups", "practice_groups", "case_groups", "currencies", "stages", "layers", "tracks", "roles", "posts", "titles",
)


def names(handbook: Handbook) -> Iterator[str]:
    """What the parts of a handbook that give it its shape are called; words that anyone may use, such as growth or 成长, are not."""
    for kind in VOCABULARIES:
        for id, one in handbook.of_kind(kind).items():
            yield from filter(telling, (id, *(one.name[language] for language in LANGUAGES)))


def telling(name: str) -> bool:
    """Whether a name is more than one English word or two Chinese characters."""
    return len(re.findall("[a-zA-Z]+|[\u4e00-\u9fff]", name)) > (1 if name.isascii() else 2)


def alone(name: str) -> str:
    """A pattern for a name: in Latin letters as a whole word."""
    return rf"(?<![\w-]){re.escape(name)}(?![\w-])" if name.isascii() else re.escape(name)


def said(text: str, wanted: set[str]) -> set[str]:
    """Those of the names that a text says. Most are nowhere in it, and a plain search for them is far quicker than a pattern."""
    plain = text.lower()
    return {name for name in wanted if name.lower() in plain and re.search(alone(name), text, re.I)}


@pytest.fixture(scope="module")
def bakeries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the bakeries."""
    return built(tmp_path_factory, BAKERIES)


def test_no_page_and_no_file_of_the_bakeries_knows_this_handbook(bakeries, handbook):
    """Its names are refused there unless the bakeries, or the generator in its own words, say the same."""
    ours = (path for folder in (BAKERIES, ROOT / "macros/words/catalogs") for path in sorted(folder.rglob("*")) if path.is_file())
    own = "\n".join(path.read_text(encoding="utf-8") for path in ours)
    foreign = set(names(handbook)) - said(own, set(names(handbook)))
    texts = ((path.relative_to(bakeries).as_posix(), html.unescape(path.read_text(encoding="utf-8"))) for path in readable(bakeries))
    found = {(path, name) for path, text in texts for name in said(text, foreign)}
    assert len(foreign) > 100 and not found, sorted(found)[:40]


def test_a_name_is_told_from_a_part_of_another_and_by_any_capitals():
    wanted = {"Brand manager", "Brand", "品牌部门", "brand-manager"}
    assert said("<p>The brand manager of 品牌部门</p> brand-managers", wanted) == {"Brand manager", "品牌部门", "Brand"}


def test_nothing_of_the_bakeries_is_published_with_this_handbook(site):
    for path in readable(site):
        assert not re.search("七炉|Seven Ovens|examples/bakery", path.read_text(encoding="utf-8")), path
