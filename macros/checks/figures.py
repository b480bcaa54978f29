"""Rules on figures: each is whole, fits its KPI and agrees with the sentence it stands beside."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from macros.checks.amounts import impossible
from macros.checks.by_file import Files, file_by_file
from macros.loading.document import Document
from macros.loading.folder import Loaded
from macros.loading.misfits import LANGUAGE_NAMES, MESSAGES
from macros.model.figures import Figure, FiguredItem, Ratio
from macros.model.handbook import Handbook
from macros.model.practices import Action, PracticeStep
from macros.model.references import inside
from macros.words.languages import LANGUAGES, Language
from macros.words.problems import Path, Problem, field_name

NO_EVERY = ("没有写多久一次；加every，例如every: quarter", "Nothing says how often; add every, such as every: quarter")


def figures_are_whole(loaded: Loaded) -> Iterator[Problem]:
    """A figure has everything that its form needs to be shown."""
    for kind, record in loaded.handbook.records():
        for path, figure in inside(record, Figure):
            for field, zh, en in (*_lacking(figure), *_followed(figure, loaded.handbook)):
                yield loaded.problem(kind, record.id, (*path, field), zh, en)
        lines: list[tuple[Path, PracticeStep | Action]] = [*inside(record, PracticeStep), *inside(record, Action)]
        for path, line in lines:
            for field, zh, en in _untimed(line):
                yield loaded.problem(kind, record.id, (*path, field), zh, en)


def _untimed(line: PracticeStep | Action) -> Iterator[tuple[str, str, str]]:
    limit, often = line.deadline, getattr(line, "frequency", None)
    if limit and sum(one is not None for one in (limit.within, limit.at_least, limit.value)) != 1:
        yield ("deadline", "时限写within（以内）、at_least（至少）或value（提前），三选一",
               "A time limit has within, at_least or value (how long ahead); write one of them")
    if often and often.every is None:
        yield "frequency", *NO_EVERY


def _lacking(figure: Figure) -> Iterator[tuple[str, str, str]]:
    if (figure.from_ is not None or figure.before is not None) and figure.unit is None:
        yield "unit", *MESSAGES["figure_unit"]
    if figure.comparator == "within" and figure.value is not None and figure.baseline is None:
        yield "comparator", "within是与什么相差多少以内，没有写与什么比；加baseline，上限就写\"<=\"", \
            "within says how far something may be off, and not off what; add baseline, or write \"<=\" for an upper limit"
    if figure.out_of is not None and figure.value is None:
        yield "out_of", "out_of与value一起写；加value", "out_of stands beside value; add value"
    if figure.deadline and (figure.deadline.within is None) == (figure.deadline.at_least is None):
        yield "deadline", "期限写within（以内）或at_least（至少），二选一", "A deadline has within or at_least; write one of them"
    if figure.lead_time and figure.lead_time.value is None:
        yield "lead_time", "没有写提前多久；加value", "Nothing says how long before; add value"
    if figure.frequency and figure.frequency.every is None:
        yield "frequency", *NO_EVERY
    if figure.lasting and (figure.lasting.times is None or figure.lasting.period in (None, "not-stated")):
        yield "lasting", "times和period要写全，例如{times: 2, period: month}", "Both times and period are needed, such as {times: 2, period: month}"


def _followed(figure: Figure, handbook: Handbook) -> Iterator[tuple[str, str, str]]:
    """A ratio is a figure that nothing follows."""
    bare = [id for id, unit in handbook.units.items() if unit.sign is None and unit.after is None]
    if isinstance(figure.value, Ratio) and figure.unit not in bare and figure.unit in {*handbook.units, *handbook.currencies, "not-stated"}:
        zh, en = (f"单位改成{'或'.join(bare)}", f"change the unit to {' or '.join(bare)}") if bare else (
            "在units.yml里加一个没有sign和after的单位", "add a unit without sign and after to units.yml"
        )
        yield "unit", f"比值后面什么也不接；{zh}，或改成一个数", f"Nothing follows a ratio; {en}, or write one number"


@dataclass(frozen=True)
class Use:
    """A figure that belongs to a KPI: where its line stands, where in that line the figure, and the measure it names."""

    kind: str
    record: str
    line: Path
    inner: Path
    kpi: str
    measure: str | None
    figure: Figure | None


def uses(loaded: Loaded) -> Iterator[Use]:
    """Every figure that belongs to a KPI: targets, thresholds, rewards and those beside sentences."""
    for kind, record in loaded.handbook.records():
        for path, figure in inside(record, Figure):
            if figure.kpi:
                yield Use(kind, record.id, path, (), figure.kpi, figure.measure, figure)
    for role in loaded.handbook.roles.values():
        for number, line in enumerate(role.kpis):
            yield Use("roles", role.id, ("kpis", number), ("target",), line.kpi, line.measure, line.target)
    for kpi in loaded.handbook.kpis.values():
        for field in ("thresholds", "rewards"):
            for number, line in enumerate(getattr(kpi, field)):
                yield Use("kpis", kpi.id, (field, number), ("condition",), kpi.id, line.measure, line.condition)


def measures_exist(loaded: Loaded) -> Iterator[Problem]:
    """A figure names a measure of its KPI, must do so elsewhere than on the KPI itself, and has the unit of that measure."""
    known = loaded.known["units_or_currencies"]
    for use in uses(loaded):
        kpi = loaded.handbook.kpis.get(use.kpi)
        if kpi is None:
            continue
        repeats = use.figure is not None and use.figure.threshold is not None
        if use.measure is not None and use.measure not in kpi.measures:
            yield loaded.problem(use.kind, use.record, (*use.line, "measure"), f"“{kpi.id}”没有量法“{use.measure}”；已有：{'、'.join(kpi.measures)}",
                                 f"“{kpi.id}” has no measure “{use.measure}”; it has: {', '.join(kpi.measures)}").following(f"kpis/{kpi.id}#{use.measure}")
        elif use.measure is None and len(kpi.measures) > 1 and use.kind != "kpis" and not repeats:
            yield loaded.problem(use.kind, use.record, use.line, f"“{kpi.id}”有几种量法，加measure：{'、'.join(kpi.measures)}",
                                 f"“{kpi.id}” has several measures; add measure: {', '.join(kpi.measures)}")
        elif use.figure and use.figure.unit and not use.figure.change:  # a change is a share or a multiple, whatever the unit
            units = list(dict.fromkeys(measure.unit for key, measure in kpi.measures.items() if use.measure in (None, key)))
            if use.figure.unit not in units and known >= {use.figure.unit, *units}:  # unknown ones are told of elsewhere
                place = (*use.line, *use.inner, "unit")
                yield loaded.problem(use.kind, use.record, place, f"单位“{use.figure.unit}”与指标的“{'、'.join(units)}”不合；改成一样的",
                                     f"The unit “{use.figure.unit}” does not fit the indicator’s “{', '.join(units)}”; make them the same")


def thresholds_exist(loaded: Loaded) -> Iterator[Problem]:
    """A figure that repeats a KPI's threshold stands beside a sentence and names one that the KPI has."""
    for kind, record in loaded.handbook.records():
        for path, figure in inside(record, Figure):
            if figure.threshold is None:
                continue
            place, kpi = (*path, "threshold"), loaded.handbook.kpis.get(figure.kpi or "")
            if path[-2:-1] != ("figures",):
                yield loaded.problem(kind, record.id, place, "threshold只写在句子的figures里；这里写数字本身",
                                     "A threshold is repeated beside sentences only; give the figure itself here")
            elif figure.kpi is None:
                yield loaded.problem(kind, record.id, path, "写了threshold就要写它属于哪个指标；加kpi", "A threshold belongs to a KPI; add kpi")
            elif kpi and figure.threshold not in (known := [line.id for line in kpi.thresholds]):
                yield loaded.problem(kind, record.id, place, f"“{kpi.id}”没有警戒线“{figure.threshold}”；已有：{'、'.join(known) or '无'}",
                                     f"“{kpi.id}” has no threshold “{figure.threshold}”; it has: {', '.join(known) or 'none'}",
                                     ).following(f"kpis/{kpi.id}#{figure.threshold}")


def figures_agree(loaded: Loaded) -> Iterator[Problem]:
    """A number given as data beside a sentence also stands in the sentence, in both languages."""
    money = _money(loaded)
    for kind, record in loaded.handbook.records():
        for path, item in inside(record, FiguredItem):
            for number, figure in enumerate(item.figures):
                for language in LANGUAGES:
                    shown = numbers(item[language], language, money)
                    missing = [value for value in figure.numbers() if value != 1 and value not in shown]
                    if missing and item[language].strip():
                        zh, en = LANGUAGE_NAMES[language]
                        problem = loaded.problem(kind, record.id, (*path, "figures", number), f"数字{missing[0]}没有出现在{zh}句子里；两处改成一样",
                                                 f"The number {missing[0]} does not stand in the {en} sentence; make the two agree")
                        yield problem.following(numbers_of(loaded.homes[kind, record.id][0], (*loaded.homes[kind, record.id][1], *path)), impossible(problem))


DIGIT = re.compile("[0-9]")
SCALES = {"zh": {"万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}, "en": {"thousand": 10**3, "million": 10**6, "billion": 10**9}}
Money = tuple[str, ...]  # what Chinese calls the currencies
HAN_DIGITS = dict(zip("两二三四五六七八九十", (2, 2, 3, 4, 5, 6, 7, 8, 9, 10)))
EN_WORDS: dict[str, int | Decimal] = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twice": 2, "second": 2, "third": 3, "fourth": 4, "half": Decimal("0.5"),
}


def _money(loaded: Loaded) -> Money:
    """The names of the handbook's currencies; anything may be one when nobody knows them."""
    if "currencies" in loaded.unread:
        return ("",)
    return tuple(currency.name.zh for currency in loaded.handbook.currencies.values())


@file_by_file(_money)
def numbers_agree(files: Files, money: Money) -> Iterator[Problem]:
    """A figure in one language's sentence stands in the other's: 1.2万 and 12,000, 24小时 and 24 hours.

    Small numbers come and go with the wording (两个 and “both”), so of the English only those above ten are asked for."""
    for document in files.values():
        for path, pair in document.pairs():
            if len(pair) < len(LANGUAGES) or not all(map(str.strip, pair.values())):  # that a half is empty, another rule says
                continue
            if not DIGIT.search(pair["zh"] + pair["en"]):
                continue
            lost, added = _unmatched(pair["zh"], pair["en"], money)
            cause = numbers_of(document, path)
            if lost:
                yield replace(document.problem((*path, "en"), f"中文里的{lost[0]}没有出现在英文里；两边改成一样",
                                               f"The {lost[0]} of the Chinese is missing in the English; make the two agree"), cause=cause)
            if added:
                yield replace(document.problem((*path, "zh"), f"英文里的{added[0]}没有出现在中文里；两边改成一样",
                                               f"The {added[0]} of the English is missing in the Chinese; make the two agree"), cause=cause)


def numbers_of(document: Document, path: Path) -> str:
    """What the disagreement of the numbers in the two halves of a text is called, which explains why one of them lacks a figure."""
    return f"numbers of {document.file}:{field_name(path)}"


def _unmatched(zh: str, en: str, money: Money) -> tuple[list[Decimal], list[Decimal]]:
    """The numbers missing in the English and in the Chinese."""
    lost = [value for value in written(zh, "zh") if value not in (0, 1) and value not in numbers(en, "en", money)]
    added = [value for value in written(en, "en") if value > 10 and value not in numbers(zh, "zh", money)]
    return lost, added


def _han(money: Money) -> str:
    """Chinese digits, and the hundred before a currency, where no digit says of what."""
    return f"[{''.join(HAN_DIGITS)}]" + (f"|百(?={'|'.join(map(re.escape, money))})" if money else "")


def written(sentence: str, language: Language) -> Counter[Decimal]:
    """The numbers a sentence writes in digits, with what follows them: 1.2万 and 12,000 are both 12000. Months of dates
    are left out, since English spells them."""
    found: Counter[Decimal] = Counter()
    gap = "" if language == "zh" else " ?"
    scales = "|".join(sorted(SCALES[language], key=len, reverse=True))
    for digits, scale in re.findall(rf"([0-9][0-9,]*(?:\.[0-9]+)?)(?:{gap}({scales}))?(?!月[0-9])", sentence):
        found[Decimal(digits.rstrip(",").replace(",", "")) * SCALES[language].get(scale, 1)] += 1
    return found


def numbers(sentence: str, language: Language, money: Money) -> Counter[Decimal]:
    """The numbers a sentence shows, in digits or in words: 两年 and 2 years are both 2, 百元 is 100 where 元 is money."""
    found = written(sentence, language)
    if language == "zh":
        for digit in re.findall(_han(money), sentence):
            found[Decimal(HAN_DIGITS.get(digit, 100))] += 1
    else:
        for word in re.findall(r"\b[a-z]+\b", sentence.lower()):
            if word in EN_WORDS:
                found[Decimal(EN_WORDS[word])] += 1
    return found
