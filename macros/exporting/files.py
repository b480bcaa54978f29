"""All of these files, in an order that stays."""
from __future__ import annotations

from collections.abc import Iterator

from macros.exporting.records import FOLDER, record_files, to_json
from macros.exporting.schemas import SCHEMAS, schemas
from macros.model.handbook import Handbook
from macros.views.file import Export


def api_files(handbook: Handbook, url: str) -> Iterator[Export]:
    """What other programs read of a handbook, in the edition that it is; `url` is the address of the site, empty where that is not known."""
    yield from record_files(handbook, url)
    yield from (Export(f"{FOLDER}{SCHEMAS}{name}.json", to_json(schema)) for name, schema in schemas().items())
