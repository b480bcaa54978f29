"""The house style: each rule finds its words, can be switched off by name, and takes a department's own words as they stand."""
from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from macros.checks import RULES, STYLE
from macros.checks.house_style import SHAPES, finders
from macros.loading.folder import read_all
from macros.loading.house_style import default
from macros.model.house_style import HouseStyle, OwnStyle, Shape
from macros.words.languages import LANGUAGES
from tests.places import BAKERY

FOREIGN = "We leverage colors to empower the team, RTX and all! This sentence organizes them"
# What a shape is shown as, filled in.
SHAPED = {"负责……工作": "负责面团的工作", "当……的时候": "当炉子太热的时候", "例如……、……等": "例如看颜色、闻气味等"}


def words() -> Iterator[tuple[str, str, str]]:
    """Every refused word as (rule, language, the word in a sentence)."""
    for rule in default().rules:
        for refused in rule.refused:
            for language in LANGUAGES:
                yield from ((rule.id, language, word.replace("*", "ing")) for word in refused.words(language))
        yield from ((rule.id, "zh", SHAPED[shaped.shown]) for shaped in rule.shapes)


def found(style: HouseStyle, language: str, text: str) -> bool:
    """Whether a style refuses a text."""
    return any(word for one in finders(style, language, text) for word in one.found(text))


@pytest.mark.parametrize("rule, language, word", list(words()))
def test_a_rule_finds_each_of_its_words_and_is_silent_when_it_is_off(rule, language, word):
    sentence = f"The baker {word} the dough" if language == "en" else f"学徒{word}"
    off = default().model_copy(update={"rules": tuple(one for one in default().rules if one.id != rule)})
    assert found(default(), language, sentence)
    assert not found(off, language, sentence)


def test_every_shape_is_known_and_used():
    assert set(SHAPES) == set(Shape.__args__) == {shaped.shape for rule in default().rules for shaped in rule.shapes}


@pytest.mark.parametrize("word, text, hit", [
    ("dough", "doughs", False), ("dough*", "doughs", True), ("dough", "sour-dough", False), ("Dough", "dough", True),
    ("(a+)+$", "a" * 60, False), ("a.c", "abc", False), ("a.c", "a.c", True), ("e.g.", "e.g. bread", True), ("[a-z]", "b", False),
])
def test_an_english_word_is_looked_for_as_it_stands(word, text, hit):
    own = OwnStyle.model_validate({"refused": [{"en": [word], "instead": {"zh": "改", "en": "change"}}]})
    assert found(HouseStyle.model_validate({"rules": [{"id": "own", "name": {"zh": "自", "en": "own"}, "refused": own.refused}]}), "en", text) is hit


@pytest.fixture
def said(tmp_path):
    """What is said of the tiny handbook with a foreign sentence in it, under a style."""
    data = Path(shutil.copytree(BAKERY, tmp_path / "data"))
    posts = data / "posts.yml"
    note = f'    note: {{zh: 后厨的人说得来的话, en: "{FOREIGN}"}}\n'
    posts.write_text(posts.read_text(encoding="utf-8") + note, encoding="utf-8")

    def judged(style: dict[str, object] | None) -> list[str]:
        if style is not None:
            (data / "style.yml").write_text(yaml.safe_dump(style, width=1000), encoding="utf-8")
        loaded = read_all(data)
        return sorted({*(problem.en for problem in loaded.problems), *(problem.en for rule in RULES for problem in rule(loaded))})

    return judged


def test_texts_of_another_house_pass_where_its_rules_are_off(said):
    assert len(said(None)) == 6  # leverage, colors, empower, RTX, the mark and organizes
    assert said({"off": ["british-spelling", "empty-words", "abbreviations", "marks"]}) == []


def test_a_department_knows_abbreviations_and_sets_lengths(said):
    rest = ["british-spelling", "empty-words", "marks"]
    assert said({"off": rest, "known": ["RTX"]}) == []
    assert len(said({"off": [*rest, "abbreviations"], "longest": {"en": 10}})) > 1


@pytest.mark.parametrize("rule", [rule.__name__.replace("_", "-") for rule in RULES if rule not in STYLE])
def test_no_rule_of_truth_or_safety_can_be_switched_off(said, rule):
    off = ["british-spelling", "empty-words", "abbreviations", "marks"]
    assert len(said({"off": [*off, rule]})) == 1
