"""Reads the folder of a handbook and returns the handbook, or every problem in it at once."""
from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any

from pydantic import BaseModel, ValidationError

from macros.loading.absent import Absent, Held, absent, known_ids, missing_files, unread_kinds
from macros.loading.contents import Contents, contents, stamp_of
from macros.loading.document import Document
from macros.loading.files import documents_in, is_drawing
from macros.loading.homes import ABOUT, EITHER, FILES, FOLDERS, IN_FOLDERS
from macros.loading.house_style import STYLE, in_force
from macros.loading.kept import Kept
from macros.loading.logo import logo
from macros.loading.misfits import NESTED, shape_problems, unknown_key
from macros.loading.opening import called, ensure_handbook
from macros.loading.translations import Halves, State, lock, state
from macros.loading.unfilled import unfilled
from macros.model.about import About
from macros.model.handbook import Handbook
from macros.model.record import ID, Record
from macros.words.problems import Path, Problem, Problems, field_name

# Stands in for defaults that nobody knows, so that one mistake in handbook.yml is not reported for every record.
UNKNOWN = {"owner": "unknown", "reviewed_on": datetime.date.min, "review_by": datetime.date.max}

FILLING = "records-are-filled-in"  # what it says of a record is all there is to say
FORM = "form"  # the name, among those of the rules, of what the files and the model themselves refuse
BEHIND = "no-half-is-behind"  # the rule that asks, of a sound sentence, whether the other language still says the same

Given = Mapping[str, object]  # what a record is made from


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
    slips = {(slip.file, slip.line) for document in loaded.documents.values() for slip in document.slips}  # what else is wrong there may follow
    every = [*(_by(FORM, problem) for problem in loaded.problems), *(one for one in by_rules if (one.file, one.line) not in slips)]
    waiting = [(document.file, field_name(prefix)) for document, prefix in loaded.homes.values() if unfilled(document, prefix)]
    problems = [one for one in every if one.rule == FILLING or not any(_within(one, *record) for record in waiting)]
    loaded.verdicts.save()
    if problems:
        raise Problems(_with_their_lines(_of_their_own(problems), loaded.documents.values()))


def _of_their_own(problems: list[Problem]) -> Iterator[Problem]:
    """The problems without those that ask about the other half of a text in which something is wrong: that one is mended first."""
    wrong = {(one.file, one.field.removesuffix(".zh").removesuffix(".en")) for one in problems if one.rule != BEHIND}
    return (one for one in problems if one.rule != BEHIND or (one.file, one.field.rpartition(".")[0]) not in wrong)


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


def read_all(data: FilePath, before: Loaded | None = None) -> Loaded:
    """Reads every file and fits every record, collecting problems instead of stopping at the first.

    What is as it was `before` is taken from there: the same document, and the same record."""
    ensure_handbook(data)
    found = contents(data)
    kept = Kept.of(data, "documents") if before is None else Kept()
    loaded = read_contents(found, called(data), before, kept)
    kept.save()
    loaded.verdicts = Kept.of(data, "verdicts")
    return loaded


def read_contents(found: Contents, folder: str, before: Loaded | None = None, kept: Kept | None = None) -> Loaded:
    """The same for files that need not lie in any folder: what a folder would hold after a change."""
    problems: list[Problem] = []
    documents = documents_in(found, folder, kept or Kept(), before.documents if before else {}, problems)
    loaded = fit_all(documents, problems, folder, before)
    if loaded.handbook.about:
        drawings = {name: raw for name, raw in found.items() if is_drawing(name)}
        loaded.handbook = replace(loaded.handbook, logo=logo(loaded.handbook.about.logo, drawings, loaded.documents[ABOUT], problems))
    loaded.lock = lock(found, folder, problems)
    loaded.contents = stamp_of(found)
    return loaded


def fit_all(documents: dict[str, Document], problems: list[Problem], folder: str, before: Loaded | None = None) -> Loaded:
    """Fits every record of the files as read."""
    homes: dict[tuple[str, str], tuple[Document, Path]] = {}
    made: dict[tuple[str, str], tuple[Given, BaseModel]] = {}
    fitted: dict[str, dict[str, BaseModel]] = {}
    about, defaults = _about(documents, problems, folder)
    problems += _kept_twice(documents)
    relying: dict[str, list[Problem]] = {}  # on defaults that handbook.yml does not have
    for kind, model, id, document, path in _records(documents, problems):
        homes[kind, id] = (document, path)
        if defaults is not None and kind not in defaults and issubclass(model, Record) and _says_less(document, path):
            relying.setdefault(kind, []).append(document.problem(path, "", ""))
        given = _given(model, id, document, path, UNKNOWN if defaults is None or kind in relying else defaults.get(kind, {}), problems)
        if given is None:
            continue
        last = before.made.get((kind, id)) if before else None
        record = last[1] if last and last[0] == given else _fit(model, given, document, path, problems)
        if record is not None:
            made[kind, id] = given, record
            fitted.setdefault(kind, {})[id] = record
    problems += [_without_defaults(documents[ABOUT], kind, places) for kind, places in relying.items()]
    kinds = [*FOLDERS, *(kind for file in FILES.values() for kind in file)]
    style = in_force(documents.get(STYLE), problems)
    parts: dict[str, Any] = {"about": about, **{kind: fitted.get(kind, {}) for kind in kinds}}
    handbook = Handbook(folder=folder, style=style, **parts)
    held: list[Held] = [(kind, record, *homes[kind, id]) for kind, records in fitted.items() for id, record in records.items()]
    if about:
        held.append(("about", about, documents[ABOUT], ()))
    known = known_ids(homes)
    unread, found = absent(held, known, unread_kinds(documents, homes), documents)
    problems += missing_files(found, known, documents, folder)
    return Loaded(handbook, documents, homes, problems, unread, tuple(one for one in found if one.kind not in unread), known, made)


def _about(documents: Mapping[str, Document], problems: list[Problem], folder: str) -> tuple[About | None, dict[str, dict[str, object]] | None]:
    """The handbook as a publication, and the defaults of each kind; None where nobody knows them."""
    document = documents.get(ABOUT)
    if document is None:
        problems.append(Problem(f"{folder}/{ABOUT}", 1, 1, "", "缺少这个文件；从samples里复制一份", "This file is missing; copy it from samples/"))
    if document is None or document.data is None:
        return None, None
    try:
        about = About.model_validate(document.data)
    except ValidationError as error:
        problems += shape_problems(error, About, document, ())
        return None, None
    return about, {kind: dict(default) for kind, default in about.defaults.items()}


def _says_less(document: Document, path: Path) -> bool:
    """Whether a record leaves to the defaults who owns it and when it is reviewed."""
    data = document.at(path) if document.data is not None else None
    return isinstance(data, dict) and not UNKNOWN.keys() <= data.keys()


def _without_defaults(about: Document, kind: str, places: list[Problem]) -> Problem:
    first = f"{min(places).file}:{min(places).line}"
    return about.problem(("defaults",), f"没有“{kind}”的默认值，却有{len(places)}条记录没有写全{'、'.join(UNKNOWN)}，第一条在{first}；照别的几行补上一行",
                         f"There are no defaults for “{kind}”, yet {len(places)} of its records {'lack' if len(places) > 1 else 'lacks'} "
                         f"{', '.join(UNKNOWN)}, the first at {first}; "
                         "add a line like the others", at_key=True)


def _records(documents: Mapping[str, Document], problems: list[Problem]) -> Iterator[tuple[str, type[BaseModel], str, Document, Path]]:
    """Every record as (kind, model, id, document, path inside it), with its id checked."""
    seen: dict[tuple[str, str], str] = {}
    for name, document in documents.items():
        if "/" in name:
            folder, _, file = name.partition("/")
            found: list[tuple[str, type[BaseModel], str, Path]] = [(folder, IN_FOLDERS[folder], file.removesuffix(".yml"), ())]
        elif name in FILES and document.data is not None:
            found = list(_collected(document, FILES[name], problems))
        else:
            continue
        for kind, model, id, path in found:
            if kind != "currencies" and not re.fullmatch(ID, id):
                problems.append(document.problem(path, f"编号“{id}”不合规；只用小写英文字母、数字和单个连字符，例如first-aid",
                                                 f"“{id}” is not an id; use lower-case letters, digits and single hyphens, such as first-aid", at_key=True))
            twin = seen.setdefault((kind, id.lower()), id)
            if twin != id:
                problems.append(document.problem(path, f"编号“{id}”与“{twin}”只差大小写；改用另一个名称",
                                                 f"“{id}” and “{twin}” differ only in case; choose another name", at_key=True))
            yield kind, model, id, document, path


def _kept_twice(documents: Mapping[str, Document]) -> Iterator[Problem]:
    """A kind that may stand in a file or in a folder stands in one of them."""
    for kind in EITHER:
        file, apart = documents.get(f"{kind}.yml"), [document.file for name, document in documents.items() if name.startswith(f"{kind}/")]
        if file and file.data is not None and apart:
            yield file.problem((kind,), f"“{kind}”的记录既写在这里，又各有文件（如{apart[0]}）；只留一处",
                               f"Records of “{kind}” stand here and in files of their own, such as {apart[0]}; keep them in one of the two", at_key=True)


def _collected(document: Document, kinds: Mapping[str, type[BaseModel]], problems: list[Problem]) -> Iterator[tuple[str, type[BaseModel], str, Path]]:
    """The records of a file that holds all of its kinds."""
    if not isinstance(document.data, dict):
        known = next(iter(kinds))
        problems.append(document.problem((), f"这里要下一层内容：先写“{known}:”，下面每条记录以编号开头",
                                         f"Start with “{known}:”, and under it put each record under its id"))
        return
    for key, value in document.data.items():
        if key not in kinds:
            problems.append(document.problem((key,), *unknown_key(key, kinds), at_key=True))
        elif isinstance(value, dict):
            yield from ((key, kinds[key], id, (key, id)) for id in value)
        else:
            problems.append(document.problem((key,), "这里要下一层内容：每条记录以编号开头", "Records are needed here, each under its id"))


def _given(model: type[BaseModel], id: str, document: Document, path: Path, defaults: Mapping[str, object], problems: list[Problem]) -> Given | None:
    """What a record is made from: what stands in its file, over the defaults; None where that can make none."""
    data = document.at(path) if document.data is not None else None
    if data is None:  # the file could not be read; its problems are known
        return None
    if not isinstance(data, dict):
        problems.append(document.problem(path, *NESTED))
        return None
    kept = [key for key in ("id", "file") if key in data]
    if kept:
        problems += [
            document.problem((*path, key), f"不写“{key}”：文件名或编号就是它", f"Leave out “{key}”: the file name or key is the id", at_key=True)
            for key in kept
        ]
        return None
    own = {key: value for key, value in defaults.items() if key in model.model_fields}
    return {**own, **data, "id": id, "file": document.file}


def _fit(model: type[BaseModel], given: Given, document: Document, path: Path, problems: list[Problem]) -> BaseModel | None:
    try:
        return model.model_validate(given)
    except ValidationError as error:
        problems += shape_problems(error, model, document, path)
        return None
