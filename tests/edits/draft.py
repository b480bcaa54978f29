"""The files of a handbook as an editor changes them."""
from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path

import yaml

from macros.loading.folder import read_all
from macros.loading.homes import ABOUT, FILES, spread
from macros.model.references import references


class Plain(yaml.SafeDumper):
    """Writes what is the same twice twice: the handbook's files have no anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


class Draft:
    """The handbook as it is, and its files as an editor changes them."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.loaded = read_all(data)
        self.handbook = self.loaded.handbook
        self.files = {name: copy.deepcopy(document.data) for name, document in self.loaded.documents.items()}
        self.touched: set[str] = set()

    def at(self, kind: str, id: str) -> dict:
        """A record as it stands in its file, to be changed in place."""
        document, path = self.loaded.homes[kind, id]
        name = document.file.partition("/")[2]
        self.touched.add(name)
        found = self.files[name]
        for key in path:
            found = found[key]
        return found

    def add(self, kind: str, id: str, record: dict) -> None:
        """A new record in its file."""
        if kind in spread(self.files):
            name = f"{kind}/{id}.yml"
            self.files[name] = record
        else:
            name = next(name for name, kinds in FILES.items() if kind in kinds)
            self.files.setdefault(name, {}).setdefault(kind, {})[id] = record
        self.touched.add(name)

    def drop(self, kind: str, id: str) -> None:
        """A record stands in its file no longer."""
        document, path = self.loaded.homes[kind, id]
        name = document.file.partition("/")[2]
        self.touched.add(name)
        if path:
            del self.files[name][kind][id]
        else:
            self.files[name] = None

    def about(self) -> dict:
        self.touched.add(ABOUT)
        return self.files[ABOUT]

    def point_elsewhere(self, kind: str, old: str, new: str) -> None:
        """Everything that points at one record points at another."""
        for of, record in self.handbook.records():
            if not (of == kind and record.id == old):
                self._point(lambda of=of, id=record.id: self.at(of, id), record, kind, old, new)
        self._point(self.about, self.handbook.about, kind, old, new)

    def _point(self, home: Callable[[], dict], record: object, kind: str, old: str, new: str) -> None:
        for path, target, id in references(record):
            if (target, id) == (kind, old) and written(tree := home(), path):
                for key in path[:-1]:
                    tree = tree[key]
                tree[path[-1]] = new

    def save(self) -> None:
        for name in self.touched:
            place = self.data / name
            if self.files[name] is None:
                place.unlink()
                continue
            place.parent.mkdir(exist_ok=True)
            place.write_text(yaml.dump(self.files[name], Dumper=Plain, allow_unicode=True, sort_keys=False, width=10**6), encoding="utf-8")


def written(tree: object, path: tuple) -> bool:
    """Whether a path stands in a file, and does not come from a default."""
    for key in path:
        if not (isinstance(tree, dict) and key in tree or isinstance(tree, list) and isinstance(key, int) and key < len(tree)):
            return False
        tree = tree[key]
    return True
