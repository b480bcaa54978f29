"""Where the schemas for editors lie: in `schemas/` beside the folder of the handbook; `.vscode/settings.json` says which files each is for."""
from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.editing.placing import put
from macros.words.problems import Problem

if TYPE_CHECKING:  # the model is not needed to see that nothing has changed
    from macros.editing.schemas import Schema
    from macros.loading.folder import Loaded

FOLDER = "schemas"
IN_WORDS = ("description", "enumDescriptions")  # for people; nothing is refused by them


def write(data: Path, loaded: Loaded) -> list[str]:
    """Puts the schemas beside the folder of a handbook; returns the names of those that were not there like this."""
    folder = _folder(data)
    folder.mkdir(exist_ok=True)
    wanted = {name: _printed(schema) for name, schema in _wanted(loaded).items()}
    changed = [name for name, text in wanted.items() if _read(folder / name) != text]
    for name in changed:
        put(folder / name, wanted[name].encode())
    return changed


def refresh(data: Path, loaded: Loaded) -> None:
    """The same where a handbook has schemas and they no longer hold; called by whatever changes the data.

    While a file of it cannot be read, nobody knows every id, and its schemas stay."""
    with suppress(OSError):  # the data are written by now; the check says what is left to do
        if not loaded.unread and all(document.data is not None for document in loaded.documents.values()) and _stale(data, loaded):
            write(data, loaded)


def stale(data: Path, loaded: Loaded) -> Iterator[Problem]:
    """A problem where schemas lie beside the handbook and refuse or offer what its files no longer do.

    Names of records are for people: a schema that shows an old one refuses nothing wrongly, and is renewed with the next."""
    if names := _stale(data, loaded):
        yield Problem(f"{FOLDER}/{names[0]}", 1, 1, "",
                      f"编辑器用的{FOLDER}/与数据对不上（{len(names)}个文件）；运行make schema，和这次改动一起提交",
                      f"What editors complete from, {FOLDER}/, no longer fits the data ({len(names)} file{'s' * (len(names) > 1)}); "
                      "run make schema, and submit it with this change", "schemas")


def stamp(data: Path) -> str:
    """Tells the schemas beside a handbook from any others; nothing where there are none."""
    found = sorted(_folder(data).glob("*.json"))
    return hashlib.sha256(b"\0".join(file.name.encode() + file.read_bytes() for file in found)).hexdigest()[:16] if found else ""


def _stale(data: Path, loaded: Loaded) -> list[str]:
    folder = _folder(data)
    if not any(folder.glob("*.json")):
        return []
    return sorted(name for name, schema in _wanted(loaded).items() if not _same(_read(folder / name), schema))


def _wanted(loaded: Loaded) -> Mapping[str, Schema]:
    from macros.editing.schemas import schemas

    return schemas(loaded)


def _same(text: str, schema: Schema) -> bool:
    try:
        return bool(_plain(json.loads(text)) == _plain(schema))
    except ValueError:
        return False


def _plain(node: Any) -> Any:
    """A schema without what only people read; a property may be called like that, and stays."""
    if isinstance(node, dict):
        return {key: {name: _plain(inner) for name, inner in value.items()} if key == "properties" else _plain(value)
                for key, value in node.items() if key not in IN_WORDS}
    return [_plain(one) for one in node] if isinstance(node, list) else node


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _printed(schema: Schema) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _folder(data: Path) -> Path:
    return data.resolve().parent / FOLDER
