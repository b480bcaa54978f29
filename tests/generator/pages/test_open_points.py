"""What the documents leave open: told once on its own page, in the words that complete the line, and once more where it is settled."""
from __future__ import annotations

from collections import Counter

import pytest
from lxml import html

from macros.model.record import Differ
from macros.pages import open_points as told
from macros.views import parts, sizes
from macros.views.reader import PAGED, Reader
from macros.views.silence import silences
from macros.words.languages import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_is_missing_is_said_on_its_own_page_and_in_one_line_of_a_section(handbook, site, language):
    reader = Reader(handbook, language, "../../../")
    lead = reader.say("The documents do not say: ").strip()
    for kind, record in handbook.records():
        if kind not in PAGED or record.retired:
            continue
        page = html.fromstring((site / language / kind / record.id / "index.html").read_text(encoding="utf-8"))
        said = "".join(line.text_content() for line in page.xpath("//div[@class='unsaid']"))
        missing = (*silences(reader, record), *handbook.gaps_by_record.get(record, ()))
        assert not [one for one in missing if parts.phrase(reader, one)["text"] not in said], record.id
        assert said.count(lead) <= 1 + len(record.SAYS_WHAT_IS_MISSING), record.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_point_stands_once_in_the_table_and_each_owner_has_as_many_as_are_counted(handbook, language):
    reader = Reader(handbook, language, "../../")
    view = told.open_points(reader)
    rows = [row for group in view["groups"] for row in group["rows"]]
    points = list(told.left_open(reader))
    assert len(rows) == len(points) == sum(int(group["section"].count) for group in view["groups"])
    assert {owner["link"].name: owner["n"] for owner in view["owners"]} == Counter(row["owner"] for row in rows if not row["settled"])
    assert all(owner["n"] for owner in view["owners"])
    for owner in view["owners"]:
        chosen = {fact.replace("=", ":") for fact in owner["link"].href.removeprefix("?").split("&")}
        assert owner["n"] == sum(1 for row in rows if chosen <= set(row["facts"][0].split(" ")))


def test_a_count_leaves_out_what_there_is_none_of(handbook):
    reader = Reader(handbook, "en", "")
    points = list(told.left_open(reader))
    gaps, differs = ([one for one in points if isinstance(one.said, Differ) == differing] for differing in (False, True))
    assert "difference" not in told.counted_points(reader, gaps) and "gap" not in told.counted_points(reader, differs)
    assert told.counted_points(reader, gaps[:1]) == "1 gap" and "0" not in told.counted_points(reader, differs[:1])


def test_a_gap_is_settled_by_its_own_team_or_that_of_its_subject_or_record_and_a_difference_by_whoever_must_confirm_it(handbook):
    """So what stands under “who decides” is what the treatment ends with, and what is settled waits for nobody."""
    for point in told.left_open(Reader(handbook, "en", "")):
        if isinstance(point.said, Differ):
            assert point.owner == (point.said.to_confirm.by if point.said.to_confirm else None) and point.settled == (point.owner is None)
        else:
            by_subject = handbook.about.settled_by.get(getattr(point.said, "subject", None))
            assert point.owner == (getattr(point.said, "owner", None) or by_subject or point.record.owner) and not point.settled


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_open_difference_ends_with_who_confirms_what_and_a_settled_one_with_its_treatment(handbook, language):
    reader = Reader(handbook, language, "")
    for row in (row for group in told.open_points(reader)["groups"] for row in group["rows"] if row["differ"]):
        ending = row["differ"]["to_confirm"]
        assert bool(ending) != row["settled"] and (not ending or row["owner"] in ending["lead"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_gap_is_told_with_the_name_of_its_page_so_that_its_line_can_be_read_alone(handbook, site, language):
    page = html.fromstring((site / language / "open-points" / "index.html").read_text(encoding="utf-8"))
    for line in page.xpath("//*[contains(@class, 'point')][not(details)]/parent::tr"):
        name, said = line.xpath("string(th/a)"), "".join(line.xpath("th/text() | th/a/text()")).strip()
        assert name and said.count(name) == 1 and said != name


def test_a_gap_that_concerns_other_pages_is_told_there_and_counted_once(handbook):
    for _, record in handbook.records():
        for gap in record.gaps:
            assert sum(gap is one for one in handbook.gaps_by_record[record]) == (not record.retired)
    points = list(told.left_open(Reader(handbook, "en", "")))
    assert len({id(point.said) for point in points}) == len(points)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_day_of_the_next_review_is_a_column_only_where_it_differs_and_never_of_what_is_settled(handbook, site, language):
    reader = Reader(handbook, language, "")
    days = {point.record.review_by for point in told.left_open(reader) if not point.settled}
    page = html.fromstring((site / language / "open-points" / "index.html").read_text(encoding="utf-8"))
    shown = page.xpath("//table[contains(@class, 'points')]//time/@datetime")
    assert set(shown) == ({day.isoformat() for day in days} if len(days) > 1 else set())
    assert not page.xpath("//tr[contains(@data-facts, 'status:settled')]//time")


def test_very_many_points_stand_on_pages_of_their_own_each_once(handbook, monkeypatch):
    monkeypatch.setattr(sizes, "POINTS", 3)
    told.parts_of_points.cache_clear()
    reader = Reader(handbook, "en", "../../")
    apart = told.parts_of_points(handbook, "en")
    assert [one for part in apart for one in part] == list(told.left_open(reader)) and all(len(part) <= 3 for part in apart)
    assert all(len({one.of for one in part}) == 1 for part in apart)
    paths = [told.part_path(reader, number) for number, _ in enumerate(apart, 1)]
    titles = [told.part_title(reader, number) for number, _ in enumerate(apart, 1)]
    assert len(set(paths)) == len(paths) == len(titles)
    whole = told.open_points(reader)
    assert not whole["groups"] and [one["n"] for one in whole["parts"]] == [len(part) for part in apart]
    assert sum(len(group["rows"]) for group in told.part_of_points(reader, 1)["groups"]) == len(apart[0])
    told.parts_of_points.cache_clear()


def test_links_to_what_is_left_open_have_somewhere_to_lead(handbook):
    """Where a page has no section on differences, the first line of what is missing takes its place."""
    reader = Reader(handbook, "zh", "")
    for _, record in handbook.records():
        for anchored in (True, False):
            lines = parts.not_said(reader, record, anchored)
            assert [line["id"] for line in lines].count("open-points") == (1 if anchored and lines else 0)
