"""Handbooks several times as large as one at hand: its roles, competencies, KPIs, practices, tracks and moves under new ids and names.

Stages, layers, teams, posts, terms, sources and cases are shared; moves get a file each. Only for measuring how costs grow: the
copies say what the originals say."""
from __future__ import annotations

import copy
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from macros.loading.folder import Loaded, read_all
from macros.loading.homes import HOMES, IN_FOLDERS
from macros.model.references import references
from tests.spread import spread

COPIED = ("roles", "competencies", "kpis", "practices", "tracks", "moves")
NAMES = ("aliases", "keywords", "short")  # a name leads to one record
BEGUN = {"zh": "第{}单元：{}", "en": "Unit {}: {}"}  # since no two records may be summed up in the same words
NAMED = {"zh": "{}（{}部）", "en": "{}-{}"}


class Plain(yaml.CSafeDumper):
    """Writes what is the same twice twice: the handbook's files have no anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def grow(data: Path, out: Path, times: int) -> None:
    """Write the handbook kept in `data` into the folder `out`, so many times as large."""
    shutil.copytree(data, out)
    loaded = read_all(data)
    together: dict[str, dict[str, Any]] = {}
    if times > 1 and (out / "moves.yml").exists():
        spread(out, "moves")  # a file of them all would be larger than the handbook's reader takes
    for number in range(2, times + 1):
        for kind, id, record in _copies(loaded, number):
            if kind in IN_FOLDERS:
                write(out / kind / f"{id}.yml", record)
            else:
                whole = together.setdefault(HOMES[kind], copy.deepcopy(loaded.documents[HOMES[kind]].data))
                whole[kind][id] = record
    for name, records in together.items():
        write(out / name, records)


def write(path: Path, record: object) -> None:
    """A file of the handbook, written anew and without its comments."""
    path.write_text(yaml.dump(record, Dumper=Plain, allow_unicode=True, sort_keys=False, width=10**6), encoding="utf-8")


def renamed(id: str, number: int) -> str:
    """The id of a copy."""
    return f"{id}-unit{number}"


def _copies(loaded: Loaded, number: int) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Everything that is copied, as (kind, id, what its file says), pointing at the copies where it points at what is copied."""
    for kind in COPIED:
        for id, record in loaded.handbook.of_kind(kind).items():
            document, home = loaded.homes[kind, id]
            written = copy.deepcopy(document.at(home))
            # The last first: renaming a key must not hide what stands below it.
            for path, target, other in reversed(list(references(record))):
                if target in COPIED:
                    _point(written, path, other, renamed(other, number))
            if "retired" in written:
                gone = loaded.handbook.of_kind(kind)[id].retired
                written["retired"]["replaced_by"] = [renamed(one, number) for one in gone.replaced_by]
                if gone.went:
                    written["retired"]["went"] = {part: renamed(one, number) for part, one in gone.went.items()}
            for field in NAMES:
                written.pop(field, None)
            written["name"] = {language: pattern.format(written["name"][language], number) for language, pattern in NAMED.items()}
            if kind == "practices":
                written["summary"] = {**written["summary"], **_for_the_copies(loaded, written["summary"], number)}
            for field in {"summary", "definition", "essence"} & written.keys():
                written[field] = {**written[field], **{language: begun.format(number, written[field][language]) for language, begun in BEGUN.items()}}
            if kind == "moves" and not any(target in COPIED for _, target, _ in references(record)):
                continue  # a copy would be the same move
            yield kind, renamed(id, number), written


def _for_the_copies(loaded: Loaded, summary: dict[str, str], number: int) -> dict[str, str]:
    """A practice's summary that names the copies where it names roles, since it says whom the practice is for."""
    found = {}
    for language, pattern in NAMED.items():
        called = {text[language].lower(): role.name[language] for role in loaded.handbook.roles.values() for text in (role.name, *role.aliases)}
        known = re.compile("|".join(map(re.escape, sorted(called, key=len, reverse=True))), re.I)
        found[language] = known.sub(lambda name, called=called, pattern=pattern: pattern.format(called[name[0].lower()], number), summary[language])
    return found


def _point(tree: Any, path: tuple[str | int, ...], old: str, new: str) -> None:
    """Put a new id where an old one stands, as a value or as the key of a mapping; what comes from a default stands nowhere."""
    for key in path[:-1]:
        if not (isinstance(tree, list) or key in tree):
            return
        tree = tree[key]
    last = path[-1]
    if isinstance(tree, list) or tree.get(last) == old:
        tree[last] = new
    elif last == old and last in tree:
        items = [(new if key == old else key, value) for key, value in tree.items()]
        tree.clear()
        tree.update(items)
