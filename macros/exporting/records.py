"""Records as JSON: the fields of the data files under the names that they have there, without what the project keeps for itself.

A field that says nothing is left out, and so is, in the public edition, who looks after a record. Otherwise every field is there, whether a file
writes it out or not, so that whoever reads this need not know what holds when a file is silent."""
from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from macros.exporting.schemas import LISTS, SCHEMAS
from macros.model.handbook import Handbook
from macros.model.record import Record
from macros.model.records import RECORD_KINDS
from macros.views.file import Export
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES

VERSION = 1  # of the shape; a change that would break what others have built on it is another number, beside this one
FOLDER = f"api/v{VERSION}/"
ABOUT = ("title", "short_title", "department", "summary", "edition", "effective_on", "issued_by")


def versions() -> Iterator[Export]:
    """The shapes that there are, for a program that does not find the one it knows."""
    yield Export("api/index.json", to_json({"versions": [{"version": VERSION, "index": f"v{VERSION}/index.json"}]}))


def record_files(handbook: Handbook, url: str) -> Iterator[Export]:
    """One file for each record, all of them in one, and the list of both; `url` is the address of the site, empty where that is not known."""
    told: dict[str, list[str]] = {}
    for kind, record in handbook.records():
        text = record_text(handbook, kind, record, url)
        told.setdefault(kind, []).append(text)
        yield Export(f"{FOLDER}{_file(kind, record)}", f'{{"$schema":"../{SCHEMAS}{kind}.json",{text[1:]}')
    parts = [*_head(handbook, "handbook"), *(f'"{kind}":[{",".join(_plain(handbook, one) for one in getattr(handbook, kind).values())}]' for kind in LISTS),
             *(f'"{kind}":[{",".join(told.get(kind, []))}]' for kind in RECORD_KINDS)]
    yield Export(f"{FOLDER}handbook.json", f"{{{','.join(parts)}}}")
    yield Export(f"{FOLDER}index.json", f"{{{','.join([*_head(handbook, 'index'), *_listed(handbook)])}}}")


def record_text(handbook: Handbook, kind: str, record: Record, url: str) -> str:
    """One record, with the addresses of its page in each language where it has one and the site's own address is known."""
    text = _plain(handbook, record)
    pages = {language: Reader(handbook, language, url).address(kind, record.id) for language in LANGUAGES} if url else {}
    return f'{text[:-1]},"url":{to_json(pages)}}}' if any(pages.values()) else text


def to_json(value: object) -> str:
    """A value as JSON, the same everywhere."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _plain(handbook: Handbook, one: BaseModel) -> str:
    """A record, or an entry of a list; in the public edition it has no owner, rather than an empty one."""
    without = {"file", "owner"} if handbook.audience == "public" else {"file"}
    return one.model_dump_json(by_alias=True, exclude_none=True, exclude=without, warnings=False)  # since the public edition empties what must be filled in


def _head(handbook: Handbook, schema: str) -> list[str]:
    about: Mapping[str, Any] = handbook.about.model_dump(mode="json", include={*ABOUT})
    return [f'"$schema":"{SCHEMAS}{schema}.json"', f'"version":{VERSION}', f'"about":{to_json({**about, "audience": handbook.audience})}']


def _listed(handbook: Handbook) -> Iterator[str]:
    records = {kind: [_entry(kind, one) for one in handbook.of_kind(kind).values()] for kind in RECORD_KINDS}
    yield f'"records":{to_json(records)}'


def _entry(kind: str, record: Record) -> dict[str, Any]:
    """A record in the list; one that is out of use says what has taken its place, under whatever id it is known by now."""
    gone = {"replaced_by": record.retired.replaced_by} if record.retired else {}
    return {"id": record.id, "name": record.name.model_dump(), "file": _file(kind, record), **gone}


def _file(kind: str, record: Record) -> str:
    return f"{kind}/{record.id}.json"
