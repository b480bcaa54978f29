"""The rules on what a practice says of itself: it promises nothing to those it is not for, and says how often what others count on is done."""
from __future__ import annotations

from collections.abc import Iterator

from macros.loading.folder import Loaded
from macros.loading.homes import ABOUT
from macros.model.practices import Practice
from macros.model.record import Party
from macros.model.records import Records
from macros.words.languages import LANGUAGES, Language
from macros.words.problems import Problem

_KINDS = {"role": "roles", "post": "posts", "title": "titles", "team": "teams", "stage": "stages"}


def leads_say_whom_they_are_for(loaded: Loaded) -> Iterator[Problem]:
    """A practice written for some, or with a part for one role, names them in its summary, which other pages and the search repeat to everyone."""
    for practice in loaded.handbook.practices.values():
        for party in practice.for_:
            yield from _unnamed(loaded, practice, party, "这项制度只写给“{}”，概述却没有点出来；在概述里写明是给谁的",
                                "This practice is for “{}” alone, and its summary does not say so; name whom it is for")
        for party in _of_parts(practice):
            yield from _unnamed(loaded, practice, party, "这项制度有一部分只给“{}”，概述却没有点出来；在概述里写明哪一部分是给谁的",
                                "A part of this practice is for “{}” alone, and its summary does not say so; say which part is for whom")


def plans_are_reviewed_by_a_step_that_says_how_often(loaded: Loaded) -> Iterator[Problem]:
    """The step that reviews development plans is there, and what it says of how often comes to whole months, for dates are proposed by it."""
    plan = loaded.handbook.about.development_plan if loaded.handbook.about else None
    practice = loaded.handbook.practices.get(plan.practice) if plan else None
    if not plan or not practice:
        return
    step = practice.steps.get(plan.review)
    said = None
    if not step:
        known = ("、".join(practice.steps), ", ".join(practice.steps)) if practice.steps else ("没有", "none")
        said = (f"制度“{practice.id}”没有“{plan.review}”这一步；已有：{known[0]}",
                f"The practice “{practice.id}” has no step “{plan.review}”; it has: {known[1]}")
    elif not step.frequency:
        said = (f"“{step.name.zh}”没有写多久一次，排不出复盘日期；在那一步里写上frequency，或改指另一步",
                f"“{step.name.en}” does not say how often, so no review dates follow from it; give that step a frequency, or point at another")
    elif not step.frequency.months:
        said = (f"“{step.name.zh}”不是每隔几个整月一次，排不出复盘日期；改指每月、每季度、每半年或每年做的一步",
                f"“{step.name.en}” is not done every so many whole months, so no review dates follow from it; "
                "point at a step that is done each month, quarter, half-year or year")
    if said:
        yield loaded.documents[ABOUT].problem(("development_plan", "review"), *said)


def _of_parts(practice: Practice) -> list[Party]:
    """The roles that parts of a practice are for, once each; what another organisation does is for nobody here."""
    ours = [party for group in practice.groups.values() if not group.elsewhere for party in group.for_ if party.role]
    return [party for party in dict.fromkeys(ours) if party not in practice.for_]


def _unnamed(loaded: Loaded, practice: Practice, party: Party, zh: str, en: str) -> Iterator[Problem]:
    """A problem in each language whose summary does not hold a name of theirs."""
    names = {language: _names(loaded.handbook, party, language) for language in LANGUAGES}
    for language, known in names.items():
        if known and not any(name.lower() in practice.summary[language].lower() for name in known):
            yield loaded.problem("practices", practice.id, ("summary", language), zh.format(names["zh"][0]), en.format(names["en"][0]))


def _names(handbook: Records, party: Party, language: Language) -> list[str]:
    """What somebody is called; nothing where that is anyone, or an id that does not exist."""
    if party.outside:
        return [party.outside[language]]
    for field, kind in _KINDS.items():
        if id := getattr(party, field):
            record = handbook.of_kind(kind).get(id)
            return [text[language] for text in (record.name, *getattr(record, "aliases", ()))] if record else []
    return []
