"""Every figure that a role or a KPI carries is said as a phrase that holds each of its numbers, in both languages."""
from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.figures import Figure
from macros.model.handbook import Handbook
from macros.model.kpis import Measure
from macros.views import figure_phrases, figures
from macros.views.formatting import large
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES, Language
from tests.places import BAKERIES, BAKERY, DATA

SIGNS = re.compile(r"[≥≤＞＜<>=]|better by|times\)|\b1 times\b")


@pytest.fixture(scope="module", params=(DATA, BAKERIES, BAKERY), ids=("department", "bakeries", "bakery"))
def handbook(request: pytest.FixtureRequest) -> Handbook:
    """The handbook of the department, and two of bakeries."""
    return load(request.param, RULES)


def figures_of(handbook: Handbook) -> Iterator[tuple[str, Figure, Measure]]:
    """Every target, threshold and reward, with the measure it is taken by."""
    for role in handbook.ordered_roles:
        for line in role.kpis:
            if line.target:
                yield f"{role.id} {line.kpi}", line.target, taken(handbook, line.kpi, line.measure)
    for kpi in handbook.kpis.values():
        for one in (*kpi.thresholds, *kpi.rewards):
            yield f"{kpi.id} {one.id}", one.condition, taken(handbook, kpi.id, one.measure)


def taken(handbook: Handbook, kpi: str, measure: str | None) -> Measure:
    """The measure a line names, or the first."""
    measures = handbook.kpis[kpi].measures
    return measures[measure or next(iter(measures))]


def said(number: Decimal, language: Language) -> tuple[str, ...]:
    """How a number may stand in a phrase: once a month is one time."""
    return (large(number, language), *(("once",) if number == 1 else ()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_of_a_figure_stands_in_its_phrase(handbook, language):
    reader = Reader(handbook, language, "")
    lost = [
        (place, str(phrase), str(number))
        for place, figure, measure in figures_of(handbook)
        for phrase in [figure_phrases.figure(reader, figure, measure)]
        for number in figure.numbers()
        if not any(re.search(rf"(?<![\d.]){re.escape(one)}(?![\d.]*\d)", str(phrase)) for one in said(number, language))
    ]
    assert not lost


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_has_signs_for_words(handbook, language):
    reader = Reader(handbook, language, "")
    phrases = [str(figure_phrases.figure(reader, figure, measure)) for _, figure, measure in figures_of(handbook)]
    assert not [phrase for phrase in phrases if SIGNS.search(phrase)]


def test_what_a_figure_is_measured_against_is_said_where_it_is_known(handbook):
    reader = Reader(handbook, "en", "")
    unsaid = [
        place
        for place, figure, measure in figures_of(handbook)
        if figure.baseline not in (None, "not-stated") and reader.word("baseline", figure.baseline) not in str(figure_phrases.figure(reader, figure, measure))
    ]
    assert not unsaid


def test_the_time_a_target_counts_over_is_said_once(handbook):
    for language in LANGUAGES:
        reader = Reader(handbook, language, "")
        for place, figure, measure in figures_of(handbook):
            if figure.period not in (None, "not-stated"):
                phrase = str(figure_phrases.figure(reader, figure, measure))
                words = {reader.word(said, figure.period) for said in ("period", "cadence", "over")}
                assert any(word in phrase for word in words) != (figures.when(reader, figure) in words), (place, phrase)
