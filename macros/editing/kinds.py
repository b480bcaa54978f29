"""The kinds of record as people call them, and the record somebody means."""
from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping

from macros.checks.references import KIND_NAMES
from macros.editing.edits import CannotEdit
from macros.loading.folder import Loaded
from macros.loading.homes import HOMES, spread
from macros.model.called import id_called, nearest_called
from macros.model.record import ID, Record
from macros.model.records import RECORD_KINDS

SINGULAR = {
    "stages": "stage", "layers": "layer", "tracks": "track", "roles": "role", "competencies": "competency", "kpis": "kpi", "moves": "move",
    "practices": "practice", "cases": "case", "posts": "post", "titles": "title", "teams": "team", "terms": "term",
}
CALLED = {name: kind for kind in RECORD_KINDS for name in (kind, SINGULAR[kind], KIND_NAMES[kind][0])}


# What stands in lists and is no record, as people call it, and the keys that it is kept under.
LISTS: Mapping[str, tuple[str, ...]] = {
    "group": ("competency_groups", "kpi_groups", "practice_groups", "case_groups"), "level": ("levels",), "unit": ("units", "currencies", "occasions"),
    "source": ("documents",), "document": ("documents",),
}
IN_CHINESE = {"分组": "group", "等级": "level", "单位": "unit", "来源文件": "source", "文件": "source"}
LISTS_CALLED: Mapping[str, tuple[str, ...]] = {
    **{key: (key,) for keys in LISTS.values() for key in keys}, **{word: keys for one, keys in LISTS.items() for word in (one, f"{one}s")},
    **{word: LISTS[one] for word, one in IN_CHINESE.items()},
}


def lists_called(word: str) -> tuple[str, ...]:
    """The keys that a word stands for: those of all groups for “group”; none where it is no list."""
    return LISTS_CALLED.get(word.lower(), ())


def kind_of(called: str) -> str:
    """The kind that a word stands for: role, roles or 岗位. Raises CannotEdit where it is none."""
    if found := CALLED.get(called.lower()):
        return found
    if keys := lists_called(called):
        raise CannotEdit(f"“{called}”不是记录，手工写在{HOMES[keys[0]]}里；命令里只有rename改得了它的名称",
                         f"“{called}” is no kind of record and is written by hand into {HOMES[keys[0]]}; of the commands, rename alone changes its name")
    near = difflib.get_close_matches(called.lower(), CALLED, 1, 0.5)
    zh, en = (f"；最接近的是“{near[0]}”", f"; the nearest is “{near[0]}”") if near else ("", "")
    raise CannotEdit(f"没有“{called}”这一类；可写：{'、'.join(SINGULAR.values())}{zh}",
                     f"There is no kind “{called}”; there are: {', '.join(SINGULAR.values())}{en}")


def record_of(loaded: Loaded, kind: str, id: str) -> Record:
    """A record in use. Raises CannotEdit with the nearest id where there is none."""
    record = loaded.handbook.of_kind(kind).get(id)
    zh, en = KIND_NAMES[kind]
    if record and record.retired:
        raise CannotEdit(f"{zh}“{id}”已停用", f"The {en} “{id}” is retired already")
    if record:
        return record
    if known := id_called(loaded.handbook, kind, id):
        raise CannotEdit(f"“{id}”是名称，命令里写编号：{known}", f"“{id}” is a name; write the id in the command: {known}")
    if others := [KIND_NAMES[of] for of in RECORD_KINDS if id in loaded.handbook.of_kind(of)]:
        raise CannotEdit(f"“{id}”不是{zh}，是{others[0][0]}", f"“{id}” is no {en}; it is a {others[0][1]}")
    if like := nearest_called(loaded.handbook, kind, id):
        raise CannotEdit(f"没有叫“{id}”的{zh}，也要写编号；最接近的是“{like[0]}”：{like[1]}",
                         f"There is no {en} called “{id}”, and what is wanted is its id; the nearest is “{like[0]}”: {like[1]}")
    near = difflib.get_close_matches(id, [one.id for one in loaded.handbook.used(kind)], 1, 0.5)
    more_zh, more_en = (f"；最接近的是“{near[0]}”", f"; the nearest is “{near[0]}”") if near else ("", "")
    raise CannotEdit(f"没有编号为“{id}”的{zh}{more_zh}", f"There is no {en} “{id}”{more_en}")


def ensure_free(loaded: Loaded, kind: str, id: str) -> None:
    """No record of the kind has this id, and it could be one. Raises CannotEdit otherwise."""
    if not re.fullmatch(ID, id):
        plain = re.sub(r"[\s_-]+", "-", unicodedata.normalize("NFKC", id).strip().lower())
        like = plain if re.fullmatch(ID, plain) else "first-aid"
        raise CannotEdit(f"编号“{id}”不合规；只用小写英文字母、数字和单个连字符，例如{like}",
                         f"“{id}” is not an id; use lower-case letters, digits and single hyphens, such as {like}")
    if id in loaded.known[kind]:
        zh, en = KIND_NAMES[kind]
        raise CannotEdit(f"已有编号为“{id}”的{zh}；换一个编号", f"There is a {en} “{id}” already; choose another id")


def home_of(loaded: Loaded, kind: str, id: str) -> tuple[str, bool]:
    """The file in which a record of a kind stands, or would, by its name in the folder; and whether it has it to itself."""
    home = loaded.homes.get((kind, id))
    if home:
        return home[0].file.removeprefix(f"{loaded.handbook.folder}/"), not home[1]
    if kind in spread(loaded.documents):
        return f"{kind}/{id}.yml", True
    return HOMES[kind], False
