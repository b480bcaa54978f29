"""The catalogs hold every interface word that is said, and nothing else."""
from __future__ import annotations

import re
from collections import Counter
from typing import get_args

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po

from macros.comparison.next_step import Ground
from macros.loading.folder import FILES, FOLDERS
from macros.model.editions import MEANINGS
from macros.model.figures import Baseline, Change, Period, Reference
from macros.model.health import MATTERS
from macros.model.kpis import Measure, Threshold
from macros.model.moves import WAY_KINDS, MoveKind
from macros.model.practices import Actor
from macros.model.reasons import Explaining
from macros.model.record import Basis
from macros.model.records import RECORD_KINDS
from macros.model.resources import Resource
from macros.model.roles import Qualification, Requirement, RoleTarget
from macros.model.sources import TERM_KINDS
from macros.model.vocabularies import CALENDAR
from macros.search.records import KINDS as FOUND
from macros.views.figure_phrases import PHRASES
from macros.views.marks import Kind, Meaning
from macros.views.what_changed import PARTS
from macros.website.page_list import KINDS
from macros.words.catalog import CATALOGS
from macros.words.languages import LANGUAGES
from tests.places import ROOT

SAYING = {"say": (1,), "pattern": (1,), "N_": (1,), "say_n": (1, 2), "say_forms": (1, 2), "_": (1,), "_n": (1, 2), "message": (2,), "counted": (2, 3)}


def choices(model: type, field: str) -> set[str]:
    """The values a field of the model may have, leaving out None."""
    return {value for one in get_args(model.model_fields[field].annotation) for value in get_args(one) or (one,)} - {type(None)}


MODELS = [*FOLDERS.values(), *(model for kinds in FILES.values() for model in kinds.values())]
# Values of the data that a page shows as words: context in the catalog, and the values the model allows.
VALUES = {
    "need": choices(Requirement, "need"),
    "resource": choices(Resource, "kind"),
    "resource-language": set(LANGUAGES),
    "serves": choices(RoleTarget, "serves"),
    "qualification": choices(Qualification, "need"),
    "basis": {*get_args(Basis), *get_args(Kind)},
    "mark": set(get_args(Kind)),
    "meaning": set(get_args(Meaning)) - {"note"},
    "move": set(get_args(MoveKind)),
    "move-about": set(get_args(MoveKind)),
    "move-letter": set(WAY_KINDS) - {"promotion"},
    "person": choices(Actor, "person"),
    "term": set(TERM_KINDS),
    "kind": set(KINDS) - {"practices"},
    "kind-heading": set(RECORD_KINDS),
    "hit": set(FOUND),
    "hits": set(FOUND),
    "cadence": {*CALENDAR, "not-stated"},
    "direction": choices(Measure, "direction"),
    "threshold": choices(Threshold, "kind"),
    "period": {*get_args(Period), "live"},
    "over": set(get_args(Period)) - {"not-stated"},
    "change": set(get_args(Change)),
    "change-on": set(get_args(Change)) - {"above"},
    "phrase": set(PHRASES),
    "reference": set(get_args(Reference)) - {"goal"},
    "baseline": set(get_args(Baseline)) - {"not-stated"},
    "ground": set(get_args(Ground)),
    "answer": {"measured-by"},
    "field": {field for model in MODELS if issubclass(model, Explaining) for field in model.explainable()},
    "what-changed": set(MEANINGS),
    "matter": set(MATTERS),
    "changed-in": {*PARTS.values(), "details"},
    "list": {"names"},
    "periods": set(get_args(Period)) - {"not-stated"},
}


def catalog(language: str) -> Catalog:
    """The words of a language."""
    with (CATALOGS / f"{language}.po").open("rb") as file:
        return read_po(file)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_translated_twice(language):
    text = (CATALOGS / f"{language}.po").read_text(encoding="utf-8")
    keys = Counter(re.findall(r'^(?:msgctxt (".*")\n)?msgid (".*")', text, re.M))
    assert not [key for key, times in keys.items() if times > 1]


def said() -> dict[str | tuple[str, ...], str]:
    """Every interface word in code and templates, with the place where it is said."""
    found = {}
    for folder, pattern, method in (("macros", "*.py", "python"), ("overrides", "*.html", "jinja2")):
        for path in sorted((ROOT / folder).rglob(pattern)):
            with path.open("rb") as file:
                for line, words, *_ in extract(method, file, SAYING):
                    found[words] = f"{path.relative_to(ROOT)}:{line}"
    return found


def test_every_word_that_is_said_has_its_chinese():
    known = {message.id for message in catalog("zh") if message.id and not message.context}
    assert not {words: place for words, place in said().items() if words not in known}, "add them to macros/words/catalogs/zh.po"


def test_no_word_is_kept_that_nobody_says():
    known = {message.id for message in catalog("zh") if message.id and not message.context}
    assert not known - said().keys(), "delete them from macros/words/catalogs/zh.po"


def test_english_sentences_are_their_own_keys():
    assert not [message.id for message in catalog("en") if message.id and not message.context]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_the_data_has_a_word_and_no_other_has(language):
    words = {(message.context, message.id if isinstance(message.id, str) else message.id[0]) for message in catalog(language) if message.context}
    values = {(context, value) for context, allowed in VALUES.items() for value in allowed}
    assert words == values


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty_and_each_keeps_its_blanks(language):
    for message in catalog(language):
        if message.id:
            key = message.id if isinstance(message.id, str) else message.id[-1]
            for form in [message.string] if isinstance(message.string, str) else message.string:
                assert form, key
                assert set(re.findall(r"\{\w*\}", key)) <= set(re.findall(r"\{\w*\}", form)), key
