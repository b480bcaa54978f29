"""Opens `data/` and returns the handbook, or every problem in it at once. Nothing else opens files there."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath

from pydantic import BaseModel, ValidationError

from macros.model.competencies import Competency
from macros.model.handbook import About, Handbook
from macros.model.items import ID
from macros.model.kpis import Kpi
from macros.model.moves import Move
from macros.model.roles import Role
from macros.model.sources import SourceDocument, Term
from macros.model.structure import Layer, Post, Stage, Team, Title, Track
from macros.problems import Path, Problem, Problems
from macros.reading import Document, read
from macros.shapes import shape_problems

# Where each kind is kept: a folder of one file per record, or one file with all of them under one or more keys.
FOLDERS: dict[str, type[BaseModel]] = {"roles": Role, "competencies": Competency, "kpis": Kpi}
FILES: dict[str, dict[str, type[BaseModel]]] = {
    "stages.yml": {"stages": Stage},
    "layers.yml": {"layers": Layer},
    "tracks.yml": {"tracks": Track},
    "moves.yml": {"moves": Move},
    "posts.yml": {"posts": Post, "titles": Title},
    "teams.yml": {"teams": Team},
    "terms.yml": {"terms": Term},
    "sources.yml": {"documents": SourceDocument},
}
ABOUT = "handbook.yml"
DEFAULTED = ("owner", "reviewed_on", "review_by")


@dataclass
class Loaded:
    """What was read: the records that fit the model, where each stands, and the problems so far.

    Rules get this even when some record does not fit, so that all problems show in one run."""

    handbook: Handbook
    documents: dict[str, Document]
    homes: dict[tuple[str, str], tuple[Document, Path]]
    problems: list[Problem] = field(default_factory=list)

    def problem(self, kind: str, id: str, path: Path, zh: str, en: str) -> Problem:
        """A problem at a path inside a record."""
        document, prefix = self.homes[kind, id]
        return document.problem((*prefix, *path), zh, en)

    def ids(self, kind: str) -> list[str]:
        """Every id of a kind that stands in the files, whether or not its record fits the model."""
        return [id for of, id in self.homes if of == kind]


Rule = Callable[[Loaded], Iterable[Problem]]


def load(data: FilePath, rules: Iterable[Rule]) -> Handbook:
    """The handbook kept in the folder `data`. Raises Problems with everything that is wrong with it."""
    loaded = read_all(data)
    problems = [*loaded.problems, *(problem for rule in rules for problem in rule(loaded))]
    if problems:
        raise Problems(problems)
    return loaded.handbook


def read_all(data: FilePath) -> Loaded:
    """Reads every file and fits every record, collecting problems instead of stopping at the first."""
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for file in sorted(data.rglob("*")):
        name = file.relative_to(data).as_posix()
        if file.is_dir() or name.startswith(("_examples/", ".")):
            continue
        if not (name == ABOUT or name in FILES or (name.count("/") == 1 and name.split("/")[0] in FOLDERS and name.endswith(".yml"))):
            problems.append(_stray(name))
            continue
        try:
            documents[name] = read(file.read_bytes(), f"{data.name}/{name}")
        except Problems as found:
            problems += found.problems
            documents[name] = Document(f"{data.name}/{name}")
    homes: dict[tuple[str, str], tuple[Document, Path]] = {}
    fitted: dict[str, dict[str, object]] = {"documents": {}}
    about, defaults = _about(documents, problems, data.name)
    for kind, model, id, document, path in _records(documents, problems):
        homes[kind, id] = (document, path)
        record = _fit(model, id, document, path, defaults.get(kind, {}), problems)
        if record is not None:
            fitted.setdefault(kind, {})[id] = record
    kinds = [*FOLDERS, *(kind for file in FILES.values() for kind in file)]
    handbook = Handbook(about=about, **{kind: fitted.get(kind, {}) for kind in kinds})
    return Loaded(handbook, documents, homes, problems)


def _stray(name: str) -> Problem:
    return Problem(f"data/{name}", 1, 1, "", "这里不放这个文件；记录放在roles、competencies或kpis里，以.yml结尾",
                   "No such file belongs here; records stand in roles, competencies or kpis and end in .yml")


def _about(documents: Mapping[str, Document], problems: list[Problem], folder: str) -> tuple[About | None, dict[str, dict]]:
    document = documents.get(ABOUT)
    if document is None:
        problems.append(Problem(f"{folder}/{ABOUT}", 1, 1, "", "缺少这个文件；从data/_examples里复制一份", "This file is missing; copy it from data/_examples"))
        return None, {}
    if document.data is None:
        return None, {}
    defaults = document.data.get("defaults") if isinstance(document.data, dict) else {}
    try:
        return About.model_validate(document.data), defaults if isinstance(defaults, dict) else {}
    except ValidationError as error:
        problems += shape_problems(error, About, document, ())
        return None, defaults if isinstance(defaults, dict) else {}


def _records(documents: Mapping[str, Document], problems: list[Problem]) -> Iterator[tuple[str, type[BaseModel], str, Document, Path]]:
    """Every record as (kind, model, id, document, path inside it), with its id checked."""
    seen: dict[tuple[str, str], str] = {}
    for name, document in documents.items():
        if "/" in name:
            folder, _, file = name.partition("/")
            found = [(folder, FOLDERS[folder], file.removesuffix(".yml"), ())]
        elif name in FILES and isinstance(document.data, dict):
            found = []
            for key, value in document.data.items():
                if key not in FILES[name]:
                    known = "、".join(FILES[name])
                    problems.append(document.problem((key,), f"没有“{key}”这个字段；这里可以写：{known}",
                                                     f"There is no field “{key}”; fields here: {', '.join(FILES[name])}", at_key=True))
                elif isinstance(value, dict):
                    found += [(key, FILES[name][key], id, (key, id)) for id in value]
                else:
                    problems.append(document.problem((key,), "这里要下一层内容：每条记录以编号开头", "Records are needed here, each under its id"))
        else:
            continue
        for kind, model, id, path in found:
            if not re.fullmatch(ID, id):
                problems.append(document.problem(path, f"编号“{id}”不合规；只用小写英文字母、数字和单个连字符，例如brand-manager",
                                                 f"“{id}” is not an id; use lower-case letters, digits and single hyphens, such as brand-manager", at_key=True))
            twin = seen.setdefault((kind, id.lower()), id)
            if twin != id:
                problems.append(document.problem(path, f"编号“{id}”与“{twin}”只差大小写；改用另一个名称",
                                                 f"“{id}” and “{twin}” differ only in case; choose another name", at_key=True))
            yield kind, model, id, document, path


def _fit(model: type[BaseModel], id: str, document: Document, path: Path, defaults: object, problems: list[Problem]) -> object | None:
    data = document.data
    for part in path:
        data = data[part]
    if data is None:  # the file could not be read; its problems are known
        return None
    if not isinstance(data, dict):
        problems.append(document.problem(path, "这里要下一层内容：换行缩进写“名称: 内容”", "Indented “name: value” lines are needed here"))
        return None
    kept = [key for key in ("id", "file") if key in data]
    if kept:
        problems += [document.problem((*path, key), f"不写“{key}”：文件名或编号就是它", f"Leave out “{key}”: the file name or key is the id", at_key=True) for key in kept]
        return None
    filled = dict(defaults) if isinstance(defaults, dict) else {}
    given = {key: value for key, value in filled.items() if key in DEFAULTED and key in model.model_fields}
    try:
        return model.model_validate({**given, **data, "id": id, "file": document.file})
    except ValidationError as error:
        problems += shape_problems(error, model, document, path)
        return None
