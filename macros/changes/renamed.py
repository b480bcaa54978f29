"""Records that only have another id: to people nothing has changed."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

POINTING = {
    "role": "roles", "post": "posts", "title": "titles", "team": "teams", "stage": "stages", "layer": "layers", "track": "tracks", "competency": "competencies",
    "kpi": "kpis", "owner": "teams", "to_learn": "competencies", "methods": "terms", "tools": "terms", "outputs": "terms",
}
Records = Mapping[tuple[str, str], Any]
Renamed = Mapping[tuple[str, str], str]


def with_todays_ids(before: Records, after: Records) -> tuple[Records, Records]:
    """Both editions with records under the ids of today, where all that happened to some is another id."""
    renamed = _renamed(before, after)
    if not renamed:
        return before, after
    old = {(kind, renamed.get((kind, id), id)): _told(record, kind, renamed) for (kind, id), record in before.items()}
    return old, {key: record for key, record in after.items() if key not in renamed}


def _renamed(before: Records, after: Records) -> dict[tuple[str, str], str]:
    """(kind, id) of a record in use before to the new one that alone took its place and is called the same."""
    found = {}
    for (kind, id), record in after.items():
        gone = record.get("retired") if isinstance(record, dict) else None
        heir = gone.get("replaced_by") if isinstance(gone, dict) else None
        was, now = before.get((kind, id)), after.get((kind, heir)) if isinstance(heir, str) else None
        if isinstance(was, dict) and isinstance(now, dict) and (kind, heir) not in before and "retired" not in was and was.get("name") == now.get("name"):
            found[kind, id] = str(heir)
    return found


def _told(value: Any, kind: str, renamed: Renamed, key: str = "") -> Any:
    """What was written, with the ids of today."""
    if isinstance(value, dict):
        return {name: _told(one, kind, renamed, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_told(one, kind, renamed, key) for one in value]
    target = kind if key == "related" else POINTING.get(key, key)
    return renamed.get((target, value), value) if isinstance(value, str) else value
