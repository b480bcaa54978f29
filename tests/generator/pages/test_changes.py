"""What’s new: every edition with what it changed, as a page, as a feed, and at the foot of the records that it is about."""
from __future__ import annotations

import datetime

import pytest
from lxml import etree

from macros.model.editions import MEANINGS
from macros.model.handbook import Handbook
from macros.pages.changes import whats_new
from macros.views.editions import last_changes
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES, Language

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(params=LANGUAGES)
def reader(request: pytest.FixtureRequest, handbook: Handbook) -> Reader:
    return Reader(handbook, request.param, "../../")


def test_editions_stand_as_in_the_file_and_their_changes_by_weight(reader):
    view = whats_new(reader)
    editions = list(reader.handbook.editions.values())
    assert [one["section"].id for one in view["editions"]] == [f"edition-{one.id.replace('.', '-')}" for one in editions]
    for shown, edition in zip(view["editions"], editions, strict=True):
        weights = [reader.word("what-changed", meaning) for meaning in MEANINGS if any(one.meaning == meaning for one in edition.changes)]
        assert [group["meaning"] for group in shown["changes"]] == weights
        assert sorted(line["text"] for group in shown["changes"] for line in group["lines"]) == sorted(map(reader.text, edition.changes))


def test_a_change_leads_to_what_it_is_about_and_is_at_the_foot_of_its_page(reader):
    (edition, told), *_ = next(iter(reader.handbook.told_by_record.values()))
    (kind, id) = next(iter(reader.handbook.told_by_record))
    shown = last_changes(reader, kind, id)[0]
    assert shown["text"] == reader.text(told) and shown["href"].endswith(f"{reader.language}/changes/#edition-{edition.id.replace('.', '-')}")
    lines = [line for one in whats_new(reader)["editions"] for group in one["changes"] for line in group["lines"]]
    assert reader.address(kind, id) in [link.href for line in lines for link in line["links"]]
    assert last_changes(reader, kind, "nobody") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_feed_has_an_entry_for_each_edition_dated_by_the_data(site, handbook, language: Language):
    feed = etree.fromstring((site / language / "changes/feed.xml").read_bytes())
    editions = list(handbook.editions.values())
    reader = Reader(handbook, language, "")
    entries = feed.findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}updated") for one in entries] == [f"{one.effective_on}T00:00:00Z" for one in editions]
    assert feed.findtext(f"{ATOM}updated") == max(one.findtext(f"{ATOM}updated") for one in entries)
    assert len({one.findtext(f"{ATOM}id") for one in (feed, *entries)}) == len(editions) + 1
    for entry, edition in zip(entries, editions, strict=True):
        said = entry.findtext(f"{ATOM}content")
        assert all(reader.text(one) in said for one in (edition.summary, *edition.changes))
        assert datetime.datetime.fromisoformat(entry.findtext(f"{ATOM}updated")[:-1])
