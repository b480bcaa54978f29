"""Reads the folder of a handbook and returns the handbook, or every problem in it at once."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any

from pydantic import BaseModel

from macros.loading.absent import Absent, Held, Misfit, absent, known_ids, missing_files, pointing_as_written, unread_kinds
from macros.loading.causes import of_their_own
from macros.loading.contents import Contents, contents, stamp_of
from macros.loading.document import Document
from macros.loading.files import documents_in, is_drawing
from macros.loading.fitting import UNKNOWN, Given, about_of, fit, given_for, kept_twice, records_in, says_less, without_defaults
from macros.loading.homes import ABOUT, FILES, FOLDERS
from macros.loading.house_style import STYLE, in_force
from macros.loading.kept import Kept
from macros.loading.logo import logo
from macros.loading.opening import called, ensure_handbook
from macros.loading.translations import Halves, State, lock, state
from macros.loading.unfilled import unfilled
from macros.model.handbook import Handbook
from macros.model.record import Record
from macros.words.languages import Language
from macros.words.problems import Path, Problem, Problems, field_name

FILLING = "records-are-filled-in"  # what it says of a record is all there is to say
RESHAPING = {"dash", "colon-in-text", "comma-in-text", "first-sign"}  # slips whose mending may not be what was meant, as the model then says
FORM = "form"  # the name, among those of the rules, of what the files and the model themselves refuse


@dataclass
class Loaded:
    """What was read: the records that fit the model, where each stands, and the problems so far.

    Rules get this even when some record does not fit, so that all problems show in one run."""

    handbook: Handbook
    documents: dict[str, Document]
    homes: dict[tuple[str, str], tuple[Document, Path]]
    problems: list[Problem]
    unread: frozenset[str]  # kinds whose file could not be read, or is not there and should be: nobody knows which ids stand in it
    absent: tuple[Absent, ...]  # what is pointed at and stands nowhere
    known: Mapping[str, Set[str]]  # every id that stands in the files, whether or not its record fits the model
    made: Mapping[tuple[str, str], tuple[Given, BaseModel]]  # every record with what it was made from
    contents: str = ""  # a stamp of all that was read
    lock: frozenset[Halves] | None = None  # the pairs of halves found to say the same
    verdicts: Kept = field(default_factory=Kept)  # what rules have found nothing wrong with
    last_commit: Mapping[str, bytes | None] = field(default_factory=dict)  # files that are others now than they were there, as they were

    def problem(self, kind: str, id: str, path: Path, zh: str, en: str, at_key: bool = False) -> Problem:
        """A problem at a path inside a record."""
        document, prefix = self.homes[kind, id]
        return document.problem((*prefix, *path), zh, en, at_key)

    @cached_property
    def halves(self) -> State | None:
        """Which pairs of halves were found to say the same, and which were not; None where that is not kept, or cannot be read."""
        return None if self.lock is None else state(self.documents.values(), self.lock)

    def misfits(self) -> Iterator[tuple[str, object]]:
        """What stands in the files of every record that does not fit the model, with its kind."""
        for (kind, id), (document, path) in self.homes.items():
            if id not in getattr(self.handbook, kind):
                yield kind, document.at(path) if document.data is not None else None

    def written(self, kind: str, id: str, path: Path) -> bool:
        """Whether something stands in the record's own file, and does not come from the defaults."""
        document, prefix = self.homes[kind, id]
        return document.has((*prefix, *path))


Rule = Callable[[Loaded], Iterable[Problem]]


def load(data: FilePath, rules: Iterable[Rule]) -> Handbook:
    """The handbook kept in the folder `data`. Raises Problems with everything that is wrong with it."""
    loaded = read_all(data)
    ensure_sound(loaded, rules)
    return loaded.handbook


def ensure_sound(loaded: Loaded, rules: Iterable[Rule]) -> None:
    """Nothing is wrong with what was read, and every rule holds. Raises Problems otherwise."""
    by_rules = [_by(rule.__name__, problem) for rule in rules for problem in rule(loaded)]
    slips = {(slip.file, slip.line): slip.rule in RESHAPING for document in loaded.documents.values() for slip in document.slips}
    read = [_by(FORM, one) for one in loaded.problems if one.rule or not slips.get((one.file, one.line))]
    every = [*read, *(one for one in by_rules if (one.file, one.line) not in slips)]  # what else is wrong in the line of a slip may follow
    waiting = [(document.file, field_name(prefix)) for document, prefix in loaded.homes.values() if unfilled(document, prefix)]
    problems = [one for one in every if one.rule == FILLING or not any(_within(one, *record) for record in waiting)]
    loaded.verdicts.save()
    if problems:
        raise Problems(_with_their_lines(of_their_own(problems), loaded.documents.values()))


def _within(problem: Problem, file: str, record: str) -> bool:
    """Whether a problem stands in a record, of which the field is known where others share its file."""
    return problem.file == file and (not record or problem.field == record or problem.field.startswith(f"{record}."))


def _by(rule: str, problem: Problem) -> Problem:
    return problem if problem.rule else replace(problem, rule=rule.replace("_", "-"))


def _with_their_lines(problems: Iterable[Problem], documents: Iterable[Document]) -> Iterator[Problem]:
    """The problems, each with the line it stands on."""
    known = {document.file: document for document in documents}
    for problem in problems:
        document = known.get(problem.file)
        written = document.lines[problem.line - 1:problem.line] if document else []
        yield replace(problem, written=written[0]) if written else problem


def read_all(data: FilePath, before: Loaded | None = None, found: Contents | None = None) -> Loaded:
    """Reads every file, unless what is `found` in them is known, and fits every record, collecting problems instead of stopping at the first.

    What is as it was `before` is taken from there: the same document, and the same record."""
    ensure_handbook(data)
    found = contents(data) if found is None else found
    loaded = read_contents(found, called(data), before, data)
    loaded.verdicts = Kept.of(data, "verdicts")
    return loaded


def read_contents(found: Contents, folder: str, before: Loaded | None = None, data: FilePath | None = None) -> Loaded:
    """The same for files that need not lie in any folder: what a folder would hold after a change."""
    problems: list[Problem] = []
    documents = _documents(found, folder, before, data, problems)
    loaded = fit_all(documents, problems, folder, before)
    if loaded.handbook.about:
        drawings = {name: raw for name, raw in found.items() if is_drawing(name) and (raw is not None or name == loaded.handbook.about.logo)}
        loaded.handbook = replace(loaded.handbook, logo=logo(loaded.handbook.about.logo, drawings, loaded.documents[ABOUT], problems))
    loaded.lock = lock(found, folder, problems)
    if loaded.handbook.about and loaded.handbook.about.show_behind:
        loaded.handbook = replace(loaded.handbook, behind=_behind(loaded))
    loaded.contents = stamp_of(found)
    return loaded


def _documents(found: Contents, folder: str, before: Loaded | None, data: FilePath | None, problems: list[Problem]) -> dict[str, Document]:
    """Every file as read. What is kept of earlier runs is let go before anything is made of it: it takes as much room as all the files."""
    kept = Kept.of(data, "documents") if data and before is None else Kept()
    documents = documents_in(found, folder, kept, before.documents if before else {}, problems)
    kept.save()
    return documents


def _behind(loaded: Loaded) -> Mapping[Record, Set[Language]]:
    """In which languages a record may be behind the other: in those of which a half stayed as it was when its other one was changed."""
    stayed: dict[str, list[tuple[Path, Language]]] = {}
    for one in loaded.halves.behind if loaded.halves else ():
        stayed.setdefault(one.pair.document.file, []).append((one.pair.path, one.stayed))
    found: dict[Record, Set[Language]] = {}
    for kind, record in loaded.handbook.records() if stayed else ():
        document, prefix = loaded.homes[kind, record.id]
        if languages := {language for path, language in stayed.get(document.file, ()) if path[:len(prefix)] == prefix}:
            found[record] = languages
    return found


def fit_all(documents: dict[str, Document], problems: list[Problem], folder: str, before: Loaded | None = None) -> Loaded:
    """Fits every record of the files as read."""
    homes: dict[tuple[str, str], tuple[Document, Path]] = {}
    made: dict[tuple[str, str], tuple[Given, BaseModel]] = {}
    fitted: dict[str, dict[str, BaseModel]] = {}
    about, defaults = about_of(documents, problems, folder)
    problems += kept_twice(documents)
    relying: dict[str, list[Problem]] = {}  # on defaults that handbook.yml does not have
    misfits: list[Misfit] = []
    for kind, model, id, document, path in records_in(documents, problems):
        homes[kind, id] = (document, path)
        if defaults is not None and kind not in defaults and issubclass(model, Record) and says_less(document, path):
            relying.setdefault(kind, []).append(document.problem(path, "", ""))
        given = given_for(model, id, document, path, UNKNOWN if defaults is None or kind in relying else defaults.get(kind, {}), problems)
        if given is None:
            continue
        last = before.made.get((kind, id)) if before else None
        record = last[1] if last and last[0] == given else fit(model, given, document, path, documents, problems)
        if record is not None:
            made[kind, id] = given, record
            fitted.setdefault(kind, {})[id] = record
        elif not unfilled(document, path):
            misfits.append((model, document, path))
    problems += [without_defaults(documents[ABOUT], kind, places) for kind, places in relying.items()]
    kinds = [*FOLDERS, *(kind for file in FILES.values() for kind in file)]
    style = in_force(documents.get(STYLE), problems)
    parts: dict[str, Any] = {"about": about, **{kind: fitted.get(kind, {}) for kind in kinds}}
    handbook = Handbook(folder=folder, style=style, **parts)
    held: list[Held] = [(kind, record, *homes[kind, id]) for kind, records in fitted.items() for id, record in records.items()]
    if about:
        held.append(("about", about, documents[ABOUT], ()))
    known = known_ids(homes)
    unread, found = absent(held, pointing_as_written(misfits, problems), known, unread_kinds(documents, homes), documents)
    problems += missing_files(found, known, documents, folder)
    return Loaded(handbook, documents, homes, problems, unread, tuple(one for one in found if one.kind not in unread), known, made)
