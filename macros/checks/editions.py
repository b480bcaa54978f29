"""Rules on what readers are told of editions: the newest is the one that holds, and nobody is asked for more without a word."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from typing import Any

from pydantic import ValidationError

from macros.changes.change import Change
from macros.changes.compared import compared
from macros.changes.editions import numbers, suggested
from macros.loading.as_it_was import records_of
from macros.loading.folder import Loaded
from macros.loading.homes import ABOUT
from macros.model.editions import Told
from macros.model.record import Places
from macros.words.problems import Problem, anything_in, field_name

FILE = "changes.yml"


def the_newest_edition_is_the_one_that_holds(loaded: Loaded) -> Iterator[Problem]:
    """Editions stand with the newest first, which is the one that handbook.yml names, from the same day."""
    editions, about = list(loaded.handbook.editions.values()), loaded.handbook.about
    if not editions or not about:
        return
    newest = editions[0]
    written = [id for kind, id in loaded.homes if kind == "editions"]
    if written[0] != newest.id:  # what stands on top could not be read, and says so itself
        return
    if newest.id != about.edition:
        problem = loaded.problem("editions", newest.id, (), f"最上面的一版是“{newest.id}”，{ABOUT}写的是“{about.edition}”；两处写成一样，新的一版写在最上面",
                                 f"The edition on top is “{newest.id}”, and {ABOUT} says “{about.edition}”; make both the same, the newest on top", at_key=True)
        yield problem.following(anything_in(loaded.documents[ABOUT].file, "edition"))
    elif newest.effective_on != about.effective_on:
        yield loaded.problem("editions", newest.id, ("effective_on",), f"{ABOUT}写的生效日期是{about.effective_on}；两处写成一样",
                             f"{ABOUT} says that it holds from {about.effective_on}; make both the same")
    if len(editions) > 1:
        wanted = suggested(editions[1].id, {one.meaning for one in newest.changes})
        if wanted and numbers(newest.id) and numbers(newest.id) < numbers(wanted):
            yield loaded.problem("editions", newest.id, (), f"照下面写的变化，“{editions[1].id}”之后的这一版至少编为“{wanted}”；{ABOUT}一起改",
                                 f"By what it changes, the edition after “{editions[1].id}” is at least “{wanted}”; change {ABOUT}, too", at_key=True)
    for newer, older in pairwise(editions):
        new, old = numbers(newer.id), numbers(older.id)
        if new and old and new <= old:
            yield loaded.problem("editions", older.id, (), f"“{older.id}”比上面的“{newer.id}”新；新的写在上面",
                                 f"“{older.id}” is newer than “{newer.id}” above it; the newest goes on top", at_key=True)
        elif newer.effective_on < older.effective_on:
            yield loaded.problem("editions", older.id, ("effective_on",), f"比上面的“{newer.id}”（{newer.effective_on}）生效还晚；核对日期",
                                 f"It holds from a later day than “{newer.id}” above it ({newer.effective_on}); look at the dates")


def nobody_is_asked_for_more_without_a_word(loaded: Loaded) -> Iterator[Problem]:
    """Where a record asks for more than at the last commit, the newest edition says something of that record.

    While something else is wrong in the record or in what is told, that may be why, and is said alone."""
    editions, about = loaded.handbook.editions, loaded.handbook.about
    if not editions or not about:
        return
    before = [_whoever_reads(one) for one in _told_before(loaded)]
    told = [one for one in editions[about.edition].changes if _whoever_reads(one) not in before and one.meaning not in ("less", "gone")] \
        if about.edition in editions else []
    for (kind, id), changes in _raised(loaded).items():
        fits = kind in Places.model_fields and id in loaded.handbook.of_kind(kind)  # what does not fit the model says so itself
        if fits and not any(id in getattr(one.about, kind) for one in told):
            document, prefix = loaded.homes[kind, id]
            path = next(path for length in range(len(changes[0].path), -1, -1) if (*prefix, *(path := changes[0].path[:length])) in {*document.values, ()})
            others = len(changes) - 1
            more = (f"等{len(changes)}处", f" and at {others} more {'place' if others == 1 else 'places'} in this record") if others else ("", "")
            line = f"{{meaning: more, about: {{{kind}: [{id}]}}, zh: …, en: …}}"
            yield document.problem((*prefix, *path),
                                   f"这里{more[0]}的要求提高了，changes.yml的“{about.edition}”还没有告诉大家；在它的changes下加一条：- {line}。"
                                   "其实没有提高，meaning就写clarified或wording",
                                   f"More is asked here{more[1]} than before, and “{about.edition}” in changes.yml tells nobody; add to its changes: - {line}. "
                                   "Where it does not ask for more, write clarified or wording as the meaning",
                                   ).following(anything_in(document.file, field_name(prefix)), anything_in(f"{loaded.handbook.folder}/{FILE}"))


def _told_before(loaded: Loaded) -> list[Told]:
    """What editions said at the last commit: all that they say now where the file is as it was."""
    raw = loaded.last_commit.get(FILE)
    if FILE not in loaded.last_commit:
        return [one for edition in loaded.handbook.editions.values() for one in edition.changes]
    found: list[Told] = []
    for _, _, record in records_of(FILE, raw):
        for one in record.get("changes", ()) if isinstance(record, dict) else ():
            with suppress(ValidationError):
                found.append(Told.model_validate(one))
    return found


def _whoever_reads(told: Told) -> Told:
    """What is told, whoever may read it: to let applicants read it, too, tells nobody else of anything new."""
    return told.model_copy(update={"audience": "internal"})


def _raised(loaded: Loaded) -> dict[tuple[str, str], list[Change]]:
    """The changes that ask for more since the last commit, by record; a record that is new asks nobody for more."""
    before = {(kind, id): record for name, raw in loaded.last_commit.items() for kind, id, record in records_of(name, raw) if isinstance(record, dict)}
    files = {loaded.documents[name].file for name in loaded.last_commit if name in loaded.documents}
    after = {key: record for key, (document, prefix) in loaded.homes.items()  # with those of new files: one may be what another was under its old id
             if document.file in files and document.data is not None and isinstance(record := document.at(prefix), dict)}
    lists: dict[tuple[str, str], Any] = {("levels", id): None for id in loaded.handbook.levels}
    lists |= {("units", id): {"counts": one.counts} for id, one in loaded.handbook.units.items()}
    found: dict[tuple[str, str], list[Change]] = {}
    for change in compared({**lists, **before}, {**lists, **after}):
        if change.meaning == "more":
            found.setdefault((change.kind, change.id), []).append(change)
    return found
