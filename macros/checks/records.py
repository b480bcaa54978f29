"""Rules on single records: levels differ, dates follow, ladders rise, figures agree with their sentences."""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from macros.loading import Loaded
from macros.model.items import LEVELS, Record
from macros.model.references import references
from macros.model.structure import FiguredItem
from macros.problems import Path, Problem
from macros.text import LANGUAGES, Language


def review_follows(loaded: Loaded) -> Iterator[Problem]:
    """A record's next review lies after its last."""
    for kind, record in loaded.handbook.records():
        if record.review_by <= record.reviewed_on:
            yield loaded.problem(kind, record.id, ("review_by",),
                                 f"下次复核（{record.review_by}）不晚于上次复核（{record.reviewed_on}）；改为更晚的日期",
                                 f"The next review ({record.review_by}) is not after the last ({record.reviewed_on}); give a later date")


def levels_differ(loaded: Loaded) -> Iterator[Problem]:
    """A competency has the four levels in order, and no sentence stands at two of them."""
    for competency in loaded.handbook.competencies.values():
        if tuple(competency.levels) != LEVELS:
            order = ", ".join(LEVELS)
            yield loaded.problem("competencies", competency.id, ("levels",), f"四级要按顺序写：{order.replace(', ', '、')}",
                                 f"Write the four levels in order: {order}")
        for language in LANGUAGES:
            seen: dict[str, str] = {}
            for level, descriptor in competency.levels.items():
                for number, line in enumerate(descriptor.can):
                    first = seen.setdefault(line[language], level)
                    if first != level:
                        yield loaded.problem("competencies", competency.id, ("levels", level, "can", number, language),
                                             f"与“{first}”一级写得一样；写出两级的差别",
                                             f"The same sentence stands at “{first}”; say how the two levels differ")


def ladders_rise(loaded: Loaded) -> Iterator[Problem]:
    """Following tracks and promotions upwards never leads back to where one began."""
    above: dict[str, set[str]] = {}
    edges: list[tuple[str, str, tuple[str, str, Path]]] = []
    for track in loaded.handbook.tracks.values():
        for step in loaded.handbook.steps(track):
            for lower in (*step.lower.roles, *step.lower.posts):
                for upper in (*step.upper.roles, *step.upper.posts):
                    edges.append((lower, upper, ("tracks", track.id, ("rungs", step.number))))
    for move in loaded.handbook.moves.values():
        if move.kind == "promotion":
            for lower in move.from_:
                for number, upper in enumerate(move.to):
                    one, other = lower.role or lower.post, upper.role or upper.post
                    if one and other:
                        edges.append((one, other, ("moves", move.id, ("to", number))))
    for lower, upper, (kind, id, path) in edges:
        reached, waiting = {upper}, [upper]
        while waiting:
            for one in above.get(waiting.pop(), ()):
                if one not in reached:
                    reached.add(one)
                    waiting.append(one)
        if lower in reached:
            yield loaded.problem(kind, id, path, f"阶梯绕了一圈：从“{upper}”往上又回到“{lower}”",
                                 f"The ladder runs in a circle: going up from “{upper}” leads back to “{lower}”")
        else:
            above.setdefault(lower, set()).add(upper)


def records_cite_sources(loaded: Loaded) -> Iterator[Problem]:
    """Every record names a section it comes from, or says `basis: editorial`."""
    for kind, record in loaded.handbook.records():
        if record.basis != "editorial" and not any(target == "sections" for _, target, _ in references(record)):
            yield loaded.problem(kind, record.id, (), "没有写出处；加sources，编者补写的加basis: editorial",
                                 "No source is given; add sources, or basis: editorial when it is our own")


def figures_agree(loaded: Loaded) -> Iterator[Problem]:
    """A number given as data beside a sentence also stands in the sentence, in both languages."""
    for kind, record in loaded.handbook.records():
        for path, item in _figured(record, ()):
            for number, figure in enumerate(item.figures):
                for language in LANGUAGES:
                    shown = numbers(item[language], language)
                    missing = [value for value in figure.numbers() if value != 1 and value not in shown]
                    if missing:
                        yield loaded.problem(kind, record.id, (*path, "figures", number),
                                             f"数字{missing[0]}没有出现在{'中文' if language == 'zh' else '英文'}句子里",
                                             f"The number {missing[0]} does not stand in the {'Chinese' if language == 'zh' else 'English'} sentence")


def _figured(value: object, path: Path) -> Iterator[tuple[Path, FiguredItem]]:
    if isinstance(value, FiguredItem):
        yield path, value
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _figured(one, (*path, number))
    elif isinstance(value, Record) and path == ():
        for name, info in type(value).model_fields.items():
            yield from _figured(getattr(value, name), (info.alias or name,))


SCALES = {"zh": {"万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}, "en": {"thousand": 10**3, "million": 10**6, "billion": 10**9}}
HAN_DIGITS = dict(zip("两二三四五六七八九十", (2, 2, 3, 4, 5, 6, 7, 8, 9, 10)))
EN_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twice": 2}


def numbers(sentence: str, language: Language) -> Counter[Decimal]:
    """The numbers a sentence shows: 1.2万 and 12,000 are both 12000, 两年 and 2 years both 2."""
    found: Counter[Decimal] = Counter()
    gap = "" if language == "zh" else " ?"
    scales = "|".join(sorted(SCALES[language], key=len, reverse=True))
    for digits, scale in re.findall(rf"([0-9][0-9,]*(?:\.[0-9]+)?)(?:{gap}({scales}))?", sentence):
        found[Decimal(digits.replace(",", "")) * SCALES[language].get(scale, 1)] += 1
    if language == "zh":
        for digit in re.findall(rf"[{''.join(HAN_DIGITS)}]", sentence):
            found[Decimal(HAN_DIGITS[digit])] += 1
    else:
        for word in re.findall(r"\b[a-z]+\b", sentence.lower()):
            if word in EN_WORDS:
                found[Decimal(EN_WORDS[word])] += 1
    return found
