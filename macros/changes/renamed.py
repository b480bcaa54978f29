"""Records that have another id: to people, that alone changes nothing."""
from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from pydantic import BaseModel

from macros.loading.homes import FILES, IN_FOLDERS
from macros.model.references import references_as_written

MODELS: Mapping[str, type[BaseModel]] = {**IN_FOLDERS, **{kind: model for kinds in FILES.values() for kind, model in kinds.items()}}
Records = Mapping[tuple[str, str], Any]
Renamed = Mapping[tuple[str, str], str]


def with_todays_ids(before: Records, after: Records) -> tuple[Records, Records]:
    """Both editions with records under the ids of today; what else happened to one with another id is told as of any other."""
    renamed = _renamed(before, after)
    if not renamed:
        return before, after
    old = {(kind, renamed.get((kind, id), id)): _told(record, kind, renamed) for (kind, id), record in before.items()}
    return old, {key: record for key, record in after.items() if key not in renamed}


def _renamed(before: Records, after: Records) -> dict[tuple[str, str], str]:
    """(kind, id) of a record in use before to the new one that alone took its place and is called the same.

    One that has another name since is called by it in what stays at the old id, too; what gave way to another record keeps its own."""
    found = {}
    for (kind, id), record in after.items():
        gone = record.get("retired") if isinstance(record, dict) else None
        heir = gone.get("replaced_by") if isinstance(gone, dict) else None
        was, now = before.get((kind, id)), after.get((kind, heir)) if isinstance(heir, str) else None
        if isinstance(was, dict) and isinstance(now, dict) and (kind, heir) not in before and "retired" not in was \
                and now.get("name") in (was.get("name"), record.get("name")):
            found[kind, id] = str(heir)
    return found


def _told(record: Any, kind: str, renamed: Renamed) -> Any:
    """What was written, with the ids of today wherever the model has one."""
    told: Any = deepcopy(record)
    for path, target, id in references_as_written(MODELS[kind], record):
        if (target, id) in renamed:
            around = told
            for step in path[:-1]:
                around = around[step]
            around[path[-1]] = renamed[target, id]
    return told
