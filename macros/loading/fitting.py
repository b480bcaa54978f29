"""From files as read to records: which there are, what each is made from, and whether that fits its model."""
from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping

from pydantic import BaseModel, ValidationError

from macros.loading.document import Document
from macros.loading.homes import ABOUT, EITHER, FILES, IN_FOLDERS
from macros.loading.misfits import NESTED, shape_problems, unknown_key
from macros.model.about import About
from macros.model.record import ID, LONGEST_ID
from macros.words.problems import RESTORE, Path, Problem

# Stands in for defaults that nobody knows, so that one mistake in handbook.yml is not reported for every record.
UNKNOWN = {"owner": "unknown", "reviewed_on": datetime.date.min, "review_by": datetime.date.max}

NUMBER = r"[0-9A-Za-z]{1,12}(?:\.[0-9A-Za-z]{1,12}){0,3}"  # of an edition
Given = Mapping[str, object]  # what a record is made from


def about_of(documents: Mapping[str, Document], problems: list[Problem], folder: str) -> tuple[About | None, dict[str, dict[str, object]] | None]:
    """The handbook as a publication, and the defaults of each kind; None where nobody knows them."""
    document = documents.get(ABOUT)
    if document is None:
        problems.append(Problem(f"{folder}/{ABOUT}", 1, 1, "", f"缺少这个文件；误删的就{RESTORE[0]}，新做的手册从samples里复制一份",
                                f"This file is missing; {RESTORE[1]} if it was deleted by mistake, or copy it from samples/ for a new handbook"))
    if document is None or document.data is None:
        return None, None
    try:
        about = About.model_validate(document.data)
    except ValidationError as error:
        problems += shape_problems(error, About, document, (), documents)
        return None, None
    return about, {kind: dict(default) for kind, default in about.defaults.items()}


def says_less(document: Document, path: Path) -> bool:
    """Whether a record leaves to the defaults who owns it and when it is reviewed."""
    data = document.at(path) if document.data is not None else None
    return isinstance(data, dict) and not UNKNOWN.keys() <= data.keys()


def without_defaults(about: Document, kind: str, places: list[Problem]) -> Problem:
    first = f"{min(places).file}:{min(places).line}"
    return about.problem(("defaults",), f"没有“{kind}”的默认值，却有{len(places)}条记录没有写全{'、'.join(UNKNOWN)}，第一条在{first}；照别的几行补上一行",
                         f"There are no defaults for “{kind}”, yet {len(places)} of its records {'lack' if len(places) > 1 else 'lacks'} "
                         f"{', '.join(UNKNOWN)}, the first at {first}; "
                         "add a line like the others", at_key=True).following(defaults_of(kind))


def defaults_of(kind: str) -> str:
    """What it is called that the defaults of a kind stand under a name that is none."""
    return f"defaults of {kind}"


def records_in(documents: Mapping[str, Document], problems: list[Problem]) -> Iterator[tuple[str, type[BaseModel], str, Document, Path]]:
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
            if kind == "editions" and not re.fullmatch(NUMBER, id):
                problems.append(document.problem(path, f"版次“{id}”不合规；写handbook.yml里edition那样的编号，例如1.1",
                                                 f"“{id}” is no number of an edition; write one like edition in handbook.yml, such as 1.1", at_key=True))
            elif kind not in ("currencies", "editions") and not re.fullmatch(ID, id):
                problems.append(document.problem(path, f"编号“{id}”不合规；只用小写英文字母、数字和单个连字符，例如first-aid",
                                                 f"“{id}” is not an id; use lower-case letters, digits and single hyphens, such as first-aid", at_key=True))
            elif len(id) > LONGEST_ID:
                problems.append(document.problem(path, f"编号有{len(id)}个字符，太长；最多{LONGEST_ID}个",
                                                 f"The id has {len(id)} characters, which is too long; at most {LONGEST_ID}", at_key=True))
            twin = seen.setdefault((kind, id.lower()), id)
            if twin != id:
                problems.append(document.problem(path, f"编号“{id}”与“{twin}”只差大小写；改用另一个名称",
                                                 f"“{id}” and “{twin}” differ only in case; choose another name", at_key=True))
            yield kind, model, id, document, path


def kept_twice(documents: Mapping[str, Document]) -> Iterator[Problem]:
    """A kind that may stand in a file or in a folder stands in one of them."""
    for kind in EITHER:
        file, apart = documents.get(f"{kind}.yml"), [
            document.file for name, document in documents.items() if name.startswith(f"{kind}/") and document.data is not None]
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


def given_for(model: type[BaseModel], id: str, document: Document, path: Path, defaults: Mapping[str, object], problems: list[Problem]) -> Given | None:
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


def fit(
    model: type[BaseModel], given: Given, document: Document, path: Path, documents: Mapping[str, Document], problems: list[Problem],
) -> BaseModel | None:
    try:
        return model.model_validate(given)
    except ValidationError as error:
        problems += shape_problems(error, model, document, path, documents)
        return None
