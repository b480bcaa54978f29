"""Rules on levels and groups: records use those of the lists, and the lists hold what records use; and how many levels and stages there can be."""
from __future__ import annotations

from collections.abc import Iterator

from macros.loading.folder import Loaded
from macros.loading.homes import HOMES
from macros.model.competencies import Competency
from macros.model.record import Record
from macros.model.records import GROUPS
from macros.model.references import references
from macros.model.vocabularies import CHOICES
from macros.words.languages import LANGUAGES
from macros.words.problems import Problem

LISTS = ("levels", *GROUPS.values())
FEWEST, MOST = 2, 7  # of a stair that is still one and still fits a page


def listed(loaded: Loaded, kind: str) -> list[str]:
    """The ids of a list in the order of the file, whether or not all that stands under them fits."""
    return [id for of, id in loaded.homes if of == kind]


def settled(loaded: Loaded, kind: str) -> bool:
    """Whether a list can tell what it does not have: one that is not there, or is cut short, is itself what is wrong."""
    return kind not in loaded.unread and len(listed(loaded, _first(kind))) >= (FEWEST if kind == "levels" else 1)


def _first(kind: str) -> str:
    """The list that what a field names is looked for in first."""
    return CHOICES[kind].lists[0] if kind in CHOICES else kind


def lists_are_there(loaded: Loaded) -> Iterator[Problem]:
    """A file of lists that is there has every list that some record names a value of."""
    users: dict[str, Record] = {}
    for _, record in loaded.handbook.records():
        for _, target, id in references(record):
            if id not in loaded.known[target]:
                users.setdefault(_first(target), record)
    wanting = [kind for kind in (*LISTS, "units", "occasions") if kind in users and kind not in loaded.unread and not listed(loaded, kind)]
    for kind in wanting:
        yield loaded.documents[HOMES[kind]].problem((kind,), f"没有“{kind}”，{users[kind].file}却用到它；照样本补上",
                                                    f"There is no “{kind}”, yet {users[kind].file} names one; add it as in the sample")


def listed_values_are_used(loaded: Loaded) -> Iterator[Problem]:
    """Some competency describes each level, and some record belongs to each group."""
    if loaded.problems or loaded.absent:  # a record that is not there, or could not be read, may be the one that uses it
        return
    used = {(target, id) for _, record in loaded.handbook.records() for _, target, id in references(record)}
    described = {level for competency in loaded.handbook.competencies.values() for level in competency.levels}
    levels = listed(loaded, "levels")
    for level in levels if FEWEST <= len(levels) <= MOST else ():
        if level not in described:
            yield loaded.problem("levels", level, (), f"没有一项能力写到“{level}”一级；每项能力都补上，或删掉这一级",
                                 f"No competency describes the level “{level}”; describe it in every one, or delete it here")
    for kind in GROUPS.values():
        for group in listed(loaded, kind):
            if (kind, group) not in used:
                yield loaded.problem(kind, group, (), f"没有一条记录用到“{group}”；用上它，或删掉它", f"No record uses “{group}”; use it, or delete it")


def listed_names_differ(loaded: Loaded) -> Iterator[Problem]:
    """No two levels, and no two groups of a kind, go by the same name."""
    for kind in LISTS:
        for language in LANGUAGES:
            seen: dict[str, str] = {}
            for id, entry in getattr(loaded.handbook, kind).items():
                first = seen.setdefault(entry.name[language], id)
                if first != id:
                    yield loaded.problem(kind, id, ("name", language), f"与“{first}”叫同一个名称；改掉一个，或合成一项",
                                         f"The same name as “{first}”; change one, or make them one")


def stairs_have_two_to_seven_steps(loaded: Loaded) -> Iterator[Problem]:
    """There are two to seven levels, and two to seven stages in use."""
    retired = {stage.id for stage in loaded.handbook.stages.values() if stage.retired}
    for kind, zh, en in (("levels", "级别", "levels"), ("stages", "阶段", "stages")):
        ids = listed(loaded, kind)
        n = sum(not (kind == "stages" and id in retired) for id in ids)
        if ids and not FEWEST <= n <= MOST:
            yield loaded.documents[HOMES[kind]].problem((kind,), f"{zh}要有{FEWEST}～{MOST}个，这里有{n}个；增减几个",
                                                        f"{FEWEST} to {MOST} {en} are needed, and {n} found; add or merge some", at_key=True)


def competencies_describe_every_level(loaded: Loaded) -> Iterator[Problem]:
    """A competency describes all levels and no others, in their order."""
    if not settled(loaded, "levels"):
        return
    order = listed(loaded, "levels")
    competencies = loaded.handbook.competencies.values()
    written = {tuple(competency.levels) for competency in competencies}
    described = {level for levels in written for level in levels}
    wanted = [level for level in order if level in described]  # one that nobody describes is said once, of the level
    (agreed,) = written if len(written) == 1 and len(competencies) > 1 else ((),)
    if agreed and sorted(agreed) == sorted(wanted) and list(agreed) != wanted:
        yield loaded.documents[HOMES["levels"]].problem(("levels",), f"每项能力都按{'、'.join(agreed)}的次序写，这里不同；改成一样的",
                                                        f"Every competency has them in the order {', '.join(agreed)}; write them so here, too", at_key=True)
        return
    for competency in competencies:
        yield from _levels(loaded, competency, order, wanted)


def _levels(loaded: Loaded, competency: Competency, order: list[str], wanted: list[str]) -> Iterator[Problem]:
    document, prefix = loaded.homes["competencies", competency.id]
    missing = [level for level in wanted if level not in competency.levels]
    zh, en = "、".join(order), ", ".join(order)
    if any(level not in order for level in competency.levels):
        return  # said where what is named and not listed is
    if missing:
        yield document.problem((*prefix, "levels"), f"缺少{'、'.join(missing)}；每项能力都要按顺序写齐：{zh}",
                               f"Missing: {', '.join(missing)}; every competency has all levels in order: {en}")
    elif list(competency.levels) != wanted:
        yield document.problem((*prefix, "levels"), f"各级要按顺序写：{zh}", f"Write the levels in order: {en}")
