"""What’s new: every edition with what it changed, as a page, as a feed, and at the foot of the records that it is about."""
from __future__ import annotations

import dataclasses
import datetime
from typing import Any

import pytest
from lxml import etree, html

from macros.model.editions import MEANINGS, Edition
from macros.model.handbook import Handbook
from macros.pages.changes import whats_new
from macros.views.editions import all_changes, last_changes
from macros.views.page import View
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
        content = entry.find(f"{ATOM}content")
        said = html.fromstring(content.text).text_content()
        assert content.get("type") == "html" and all(reader.text(one) in said for one in (edition.summary, *edition.changes))
        assert content.text.count("<li>") == len(edition.changes)
        assert datetime.datetime.fromisoformat(entry.findtext(f"{ATOM}updated")[:-1])


def year(handbook: Handbook) -> Handbook:
    """The handbook after a year of editions, one a month, each of which asks more of one role, and some of which change what several have."""
    roles, stage, kpi = handbook.ordered_roles, next(iter(handbook.stages)), next(iter(handbook.kpis))
    editions = {}
    for month in range(12, 0, -1):
        role = roles[month % len(roles)]
        told: list[dict[str, Any]] = [{"meaning": "more", "about": {"roles": [role.id]}, "zh": f"{role.name.zh}：改了。", "en": f"{role.name.en}: changed."}]
        if month % 4 == 0:
            told.append({"meaning": "less", "about": {"stages": [stage], "kpis": [kpi]}, "zh": "都少了。", "en": "Less."})
        if month == 6:
            told.append({"meaning": "clarified", "zh": "都写清楚了。", "en": "All is clearer."})
        day = datetime.date(2027, month, 1)
        editions[f"{month}.0"] = Edition(id=f"{month}.0", file="changes.yml", effective_on=day, summary={"zh": "改了。", "en": "Changed."}, changes=told)
    first = Edition(id="0.9", file="changes.yml", effective_on=datetime.date(2026, 1, 1), summary={"zh": "第一版。", "en": "The first."})
    return dataclasses.replace(handbook, editions={**editions, "0.9": first})


def chosen(view: View, *facts: str) -> list[str]:
    """The editions, one for each change that the filters leave."""
    sets = [(one["section"].id, line["facts"]) for one in view["editions"] for group in one["changes"] for line in group["lines"]]
    return [id for id, (every,) in sets if {*facts} <= {*every.split(" ")}]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_finds_a_year_by_role_by_meaning_and_since_a_day(handbook, language: Language):
    after = year(handbook)
    reader = Reader(after, language, "")
    view, role = whats_new(reader), after.ordered_roles[0]
    assert [one["section"].id for one in view["editions"]] == [f"edition-{month}-0" for month in range(12, 0, -1)] + ["edition-0-9"]
    own = [month for month in range(12, 0, -1) if month % len(after.ordered_roles) == 0]
    assert chosen(view, f"role:{role.id}", "meaning:more") == [f"edition-{month}-0" for month in own]
    assert chosen(view, "meaning:less", "since:edition-8-0") == ["edition-12-0", "edition-8-0"]
    assert chosen(view, "meaning:clarified") == ["edition-6-0"] and all(chosen(view, f"role:{one.id}", "meaning:clarified") for one in after.ordered_roles)
    fields = {field["name"]: [option["value"] for group in field["groups"] for option in group["options"]] for field in view["filters"]["fields"]}
    assert fields["since"] == [f"edition-{month}-0" for month in range(12, 0, -1)] and fields["meaning"] == ["more", "less", "clarified"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_that_a_sentence_names_is_a_link_in_it_and_no_other_beside(handbook, language: Language):
    after = year(handbook)
    reader = Reader(after, language, "")
    (line, *_), *_ = ([*group["lines"]] for group in whats_new(reader)["editions"][0]["changes"])
    (link,) = line["links"]
    assert "".join(piece.name for piece in line["pieces"]) == line["text"]
    assert [piece.href for piece in line["pieces"] if piece.href] == [link.href] and not line["beside"]
    less = next(one for group in whats_new(reader)["editions"][0]["changes"] for one in group["lines"] if "meaning:less" in one["facts"][0])
    assert len(less["beside"]) == len(less["links"]) == 2


def test_the_foot_of_a_role_leads_to_all_that_concerns_it_once_there_is_much(handbook):
    after = year(handbook)
    role = after.ordered_roles[0].id
    assert all_changes(Reader(after, "en", "../../"), "roles", role).href.endswith(f"en/changes/?role={role}")
    assert all_changes(Reader(after, "en", ""), "stages", next(iter(after.stages))) is None
    few = dataclasses.replace(after, editions=dict([*after.editions.items()][-3:]))
    assert whats_new(Reader(few, "en", ""))["filters"] is None and all_changes(Reader(few, "en", ""), "roles", role) is None
