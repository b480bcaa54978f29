"""The index of records that the search reads."""
from __future__ import annotations

import itertools
import json

import pytest

from macros.search.records import slug
from macros.words.languages import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_holds_every_record_in_use_with_an_address_that_leads_to_it(site, handbook, language):
    index = json.loads((site / language / "search/records.json").read_text(encoding="utf-8"))
    ids = iter(zip(index["ids"], index["names" if language == "en" else "others"], strict=True))
    for kind, _, _, before, after, count in index["kinds"]:
        found = [id or slug(name) for id, name in itertools.islice(ids, count)]
        assert kind == "pages" or found == [record.id for record in handbook.used(kind)]
        for id in found:
            path, _, anchor = f"{before}{id}{after}".partition("#")
            html = (site / language / path / "index.html").read_text(encoding="utf-8")
            assert not anchor or f'id="{anchor}"' in html
    assert next(ids, None) is None
    batches = [json.loads(file.read_text(encoding="utf-8")) for file in (site / language / "search").glob("descriptions-*.json")]
    assert sum(map(len, batches)) == len(index["names"]) and all(
        len(index[column]) == len(index["names"]) for column in ("ids", "others", "groups", "forms", "atStages", "onTracks")
    )
