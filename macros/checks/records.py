"""Rules on single records: levels differ, dates follow, ladders rise, sources are named."""
from __future__ import annotations

from collections.abc import Iterator

from macros.loading.folder import Loaded
from macros.loading.homes import ABOUT
from macros.model.about import Defaults
from macros.model.record import Party, Record
from macros.model.references import references
from macros.model.tracks import Rung
from macros.words.languages import LANGUAGES
from macros.words.problems import GUIDE, Path, Problem

LONGEST_REST = 10  # years
NEVER = (f"下次复核比上次晚了{LONGEST_REST}年以上，等于不再复核；核对两个日期",
         f"The next review is more than {LONGEST_REST} years after the last, which is never; look at both dates")


def review_follows(loaded: Loaded) -> Iterator[Problem]:
    """The next review of a record, or of a kind in handbook.yml, lies after the last."""
    about = loaded.handbook.about
    for kind, default in about.defaults.items() if about else ():
        if default.review_by <= default.reviewed_on:
            yield loaded.documents[ABOUT].problem(("defaults", kind, "review_by"), *_too_early(default))
        elif _too_late(default):
            yield loaded.documents[ABOUT].problem(("defaults", kind, "review_by"), *NEVER)
    for kind, record in loaded.handbook.records():
        own = [field for field in ("review_by", "reviewed_on") if loaded.written(kind, record.id, (field,))]
        if own and record.review_by <= record.reviewed_on:
            yield loaded.problem(kind, record.id, (own[0],), *_too_early(record))
        elif own and _too_late(record):
            yield loaded.problem(kind, record.id, (own[0],), *NEVER)


def _too_late(dates: Defaults | Record) -> bool:
    return dates.reviewed_on.year > 1 and dates.review_by.year - dates.reviewed_on.year > LONGEST_REST  # the defaults that nobody knows are of year 1


def _too_early(dates: Defaults | Record) -> tuple[str, str]:
    return (f"下次复核（{dates.review_by}）不晚于上次复核（{dates.reviewed_on}）；改为更晚的日期",
            f"The next review ({dates.review_by}) is not after the last ({dates.reviewed_on}); give a later date")


def ids_inside_a_record_differ(loaded: Loaded) -> Iterator[Problem]:
    """Two items of one list in a record never share an id, since ids become addresses."""
    for kind, record in loaded.handbook.records():
        for field, info in type(record).model_fields.items():
            value = getattr(record, field)
            seen: set[str] = set()
            for number, item in enumerate(value if isinstance(value, tuple) else ()):
                id = getattr(item, "id", None)
                if id in seen:
                    yield loaded.problem(kind, record.id, (info.alias or field, number, "id"), f"编号“{id}”在这个列表里用了两次；改掉一个",
                                         f"The id “{id}” stands twice in this list; change one")
                if id:
                    seen.add(id)


def levels_differ(loaded: Loaded) -> Iterator[Problem]:
    """No sentence stands at two levels of a competency."""
    for competency in loaded.handbook.competencies.values():
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
            here: tuple[str, str, Path] = ("tracks", track.id, ("rungs", step.number))
            edges += [(lower, upper, here) for lower in _standing(step.lower) for upper in _standing(step.upper)]
    for move in loaded.handbook.moves.values():
        if move.kind == "promotion":
            for number, end in enumerate(move.to):
                edges += [(one, other, ("moves", move.id, ("to", number))) for start in move.from_ for one in _named(start) for other in _named(end)]
    for lower, upper, (kind, id, path) in edges:
        reached, waiting = {upper}, [upper]
        while waiting:
            for one in above.get(waiting.pop(), ()):
                if one not in reached:
                    reached.add(one)
                    waiting.append(one)
        if lower in reached:
            problem = loaded.problem(kind, id, path, f"阶梯绕了一圈：从“{upper}”往上又回到“{lower}”；改掉其中一步",
                                     f"The ladder runs in a circle: going up from “{upper}” leads back to “{lower}”; change one of the steps")
            yield problem.following(f"{problem.file}:{problem.field}")
        else:
            above.setdefault(lower, set()).add(upper)


def _standing(rung: Rung) -> tuple[str, ...]:
    return (*rung.roles, *rung.posts, *([rung.stage] if rung.stage else []))


def _named(party: Party) -> list[str]:
    return [id for id in (party.role, party.post, party.stage) if id]


def records_cite_sources(loaded: Loaded) -> Iterator[Problem]:
    """Every record names a section it comes from, or says `basis: editorial`."""
    for kind, record in loaded.handbook.records():
        if record.basis != "editorial" and not any(target == "sections" for _, target, _ in references(record)):
            yield loaded.problem(kind, record.id, (),
                                 f"没有写出处；文件里有，加sources: [文件#章节]；编者补写的加basis: editorial。{GUIDE[0]}",
                                 f"No source is given; add sources: [document#section], or basis: editorial when it is our own. {GUIDE[1]}")
