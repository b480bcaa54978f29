"""Rules on formulas and the calculations that show them at work."""
from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from macros.checks.figures import numbers_of
from macros.loading.folder import Loaded
from macros.loading.misfits import LANGUAGE_NAMES
from macros.model.formulas import Worked, numbers, result, tokens
from macros.model.kpis import Measure
from macros.words.languages import LANGUAGES, Language, other
from macros.words.problems import Path, Problem

PARTS = (("bottom", "分母", "something below the line"), ("factor", "最后的×数", "a factor at its end"), ("remark", "逗号后的说明", "a remark behind a comma"))

def formulas_are_alike(loaded: Loaded) -> Iterator[Problem]:
    """A formula is a fraction in both languages or in neither, with a remark behind it in both or in neither."""
    for kpi, path, measure in _measures(loaded):
        for part, zh_part, en_part in PARTS:
            having = [language for language in LANGUAGES if getattr(measure.formula.equation(language), part)]
            if len(having) == 1:
                (zh_has, en_has), (zh_lacks, en_lacks) = LANGUAGE_NAMES[having[0]], LANGUAGE_NAMES[other(having[0])]
                yield loaded.problem("kpis", kpi, (*path, "formula"), f"{zh_has}算式有{zh_part}，{zh_lacks}没有；改成一样的",
                                     f"The {en_has} formula has {en_part}, the {en_lacks} one has not; make them alike")


def worked_lines_come_out(loaded: Loaded) -> Iterator[Problem]:
    """A calculation comes to its result, divides where the formula divides, and its numbers stand in what is given, in both languages."""
    for kpi, path, measure in _measures(loaded):
        known = {*loaded.handbook.units, *loaded.handbook.currencies, "not-stated"}
        if measure.worked and measure.unit in known:  # a unit that nobody knows may be a percentage
            for field, zh, en in _faults(loaded, measure, measure.worked):
                problem = loaded.problem("kpis", kpi, (*path, "worked", field), zh, en)
                yield problem.following(numbers_of(loaded.homes["kpis", kpi][0], (*path, "worked", field))) if field == "given" else problem


def _measures(loaded: Loaded) -> Iterator[tuple[str, Path, Measure]]:
    for kpi in loaded.handbook.kpis.values():
        for key, measure in kpi.measures.items():
            yield kpi.id, ("measures", key), measure


def _faults(loaded: Loaded, measure: Measure, worked: Worked) -> Iterator[tuple[str, str, str]]:
    lost = {language: _not_given(worked, language) for language in LANGUAGES}
    if odd := [number for number in lost["zh"] if number in lost["en"]]:  # what else does not come out follows from it
        yield ("sum", f"算式里的{odd[0]}，given的中英文里都没有；两处改成一样",
               f"Neither half of given has the {odd[0]} of the calculation; make the two agree")
        return
    unit = loaded.handbook.units.get(measure.unit)
    value = (result(worked.sum) or Fraction(0)) * (100 if unit and unit.sign == "%" else 1)
    if value != Fraction(worked.result):
        shown = _shown(value)
        yield "result", f"算出来是{shown}；改result或sum", f"The calculation comes to {shown}; change result or sum"
    if bool(measure.formula.equation("zh").bottom) != _divides(worked.sum):
        yield ("sum", "算式与formula不一样：formula里有分母，这里就要有一个除号；没有就不要有",
               "The calculation differs from the formula: it divides once where the formula is a fraction, and only there")
    for language in LANGUAGES:
        for number in lost[language][:1]:
            zh_name, en_name = LANGUAGE_NAMES[language]
            yield "given", f"{zh_name}里没有算式里的{number}；写上", f"The {en_name} does not give the {number} of the calculation; add it"


def _not_given(worked: Worked, language: Language) -> list[Decimal]:
    """The numbers of a calculation that a language does not say are given."""
    given = {Decimal(number.replace(",", "")) for number in re.findall(r"\d[\d,]*(?:\.\d+)?", worked.given[language])}
    return [number for number in numbers(worked.sum) if number not in given and number not in (1, 100)]


def _divides(calculation: str) -> bool:
    return tokens(calculation).count("÷") == 1


def _shown(value: Fraction) -> str:
    """A result as an editor would write it, or as a fraction where its digits never end."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{exact.normalize():f}" if Fraction(exact) == value else str(value)
