"""The index of records that the search reads."""
from __future__ import annotations

import itertools
import json
from dataclasses import replace

import pytest

from macros.model.record import Names
from macros.search.records import _records, slug
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


@pytest.mark.parametrize(("language", "found"), [
    ("zh", {"卫生": ["烧柴", "Firing with wood"], "看炉": ["烧柴", "Firing with wood"], "每工时营收": ["售出个数", "Loaves sold"]}),
    ("en", {"Hygiene": ["Firing with wood", "烧柴"], "digital scale": ["steelyard", "杆秤"]}),
])
def test_what_followed_a_record_is_found_by_its_names(site, language, found):
    index = json.loads((site / language / "search/records.json").read_text(encoding="utf-8"))
    former = {index["names"][int(place)]: names for place, names in index["former"].items()}
    assert {name: former.get(name) for name in found} == found
    assert not {name for names in former.values() for name in names} & {*index["names"], *index["others"]}


def test_only_what_a_record_is_not_called_itself_is_a_former_name_and_its_words_are_kept(handbook):
    old = handbook.kpis["loaves-sold"]
    new = handbook.kpis["takings-per-hour"]
    gone = old.model_copy(update={"name": new.name, "short": "LS", "keywords": Names(zh=("卖了多少",))})
    (entry,) = (one for one in _records(replace(handbook, kpis={**handbook.kpis, old.id: gone})) if one.id == new.id)
    assert entry.former == {"zh": ["LS"], "en": []} and "卖了多少" in entry.keywords.zh
