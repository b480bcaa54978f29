"""All of these files, in an order that stays."""
from __future__ import annotations

from collections.abc import Iterator

from macros.exporting.case import package
from macros.exporting.records import FOLDER, record_files, to_json
from macros.exporting.schemas import DIALECT, SCHEMAS, schemas
from macros.exporting.skos import NAME, vocabulary
from macros.exporting.tables import tables
from macros.exporting.workbook import workbook
from macros.model.handbook import Handbook
from macros.path.saved import saved_schema
from macros.views.file import Export
from macros.views.spreadsheets import as_csv
from macros.words.languages import LANGUAGES


def api_files(handbook: Handbook, url: str) -> Iterator[Export]:
    """What other programs read of a handbook, in the edition that it is; `url` is the address of the site, empty where that is not known."""
    yield from record_files(handbook, url)
    yield from (Export(f"{FOLDER}{SCHEMAS}{name}.json", to_json(schema)) for name, schema in schemas().items())
    yield Export(f"{FOLDER}{SCHEMAS}path.json", to_json({"$schema": DIALECT, **saved_schema()}))
    found = tables(handbook, url)
    yield from (Export(f"{FOLDER}{table.name}.csv", as_csv(table.columns, table.rows)) for table in found)
    yield Export(f"{FOLDER}handbook.xlsx", "", workbook(found))
    yield Export(f"{FOLDER}{NAME}", to_json(vocabulary(handbook, url)))
    yield from (Export(f"{FOLDER}case-{language}.json", to_json(package(handbook, language, url))) for language in LANGUAGES)
