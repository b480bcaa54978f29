"""The calendars of reviews: read by the library that calendars are made with, and the same bytes for the same data."""
from __future__ import annotations

import datetime

import pytest
from icalendar import Calendar

from macros.loading.folder import load
from macros.views.reader import Reader
from macros.website.calendars import NAMED, calendar
from macros.words.languages import LANGUAGES
from tests.places import BAKERY

URL = "https://crescent.example/book/"


def written(language: str, owner: str, url: str = URL) -> str:
    handbook = load(BAKERY, ())
    records = sorted((one for _, one in handbook.records() if one.owner == owner and not one.retired), key=lambda one: one.review_by)
    return calendar(Reader(handbook, language, ""), url, owner, records)


def test_a_day_of_reviews_is_one_whole_day_that_names_them_and_leads_to_the_page():
    first, last = Calendar.from_ical(written("en", "shop")).walk("VEVENT")
    assert first.decoded("dtstart") == datetime.date(2026, 8, 1) and last.decoded("dtstart") == datetime.date(2027, 3, 1)
    assert first["summary"] == "Crescent Bakery handbook: 1 record to review" and last["summary"] == "Crescent Bakery handbook: 11 records to review"
    assert first["description"] == f"Crust brander\n{URL}en/health/?owner=shop" and first["url"] == f"{URL}en/health/?owner=shop"
    assert first.decoded("dtstamp") == datetime.datetime(2026, 2, 1, tzinfo=datetime.UTC), "when the record was last reviewed, and not now"
    assert first["transp"] == "TRANSPARENT"


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_are_folded_at_75_octets_and_end_as_the_standard_says(language):
    raw = written(language, "shop").encode()
    lines = raw.split(b"\r\n")
    assert raw.endswith(b"END:VCALENDAR\r\n") and raw.count(b"\n") == raw.count(b"\r\n") and max(map(len, lines)) <= 75


def test_the_same_data_give_the_same_bytes_and_each_day_and_language_an_id_of_its_own():
    assert written("zh", "shop") == written("zh", "shop")
    ids = [event["uid"] for language in LANGUAGES for owner in ("shop", "kitchen") for event in Calendar.from_ical(written(language, owner)).walk("VEVENT")]
    assert len(ids) == len(set(ids)) == 6


def test_without_an_address_no_page_is_named():
    (event,) = Calendar.from_ical(written("en", "kitchen", "")).walk("VEVENT")
    assert "url" not in event and "http" not in event["description"] and len(event["description"].split("\n")) <= NAMED + 1


def test_text_is_escaped():
    handbook = load(BAKERY, ())
    role = handbook.roles["crust-brander"]
    odd = role.model_copy(update={"name": role.name.model_copy(update={"en": "Brander; oven, crust\\rind"})})
    (event,) = Calendar.from_ical(calendar(Reader(handbook, "en", ""), "", "shop", [odd])).walk("VEVENT")
    assert event["description"] == "Brander; oven, crust\\rind"


def test_the_site_has_a_calendar_of_every_owner_and_a_table_in_each_language(site, handbook):
    owners = {one.owner for _, one in handbook.records() if not one.retired}
    for language in LANGUAGES:
        folder = site / language / "health"
        assert {file.name for file in folder.iterdir()} == {"index.html", "health.csv", *(f"{owner}.ics" for owner in owners)}
        days = sum(len(Calendar.from_ical(file.read_bytes()).walk("VEVENT")) for file in folder.glob("*.ics"))
        assert days == len({(one.owner, one.review_by) for _, one in handbook.records() if not one.retired})
