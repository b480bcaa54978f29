"""The reviews of a plan as a calendar, read by the library that the site’s other calendars are made with."""
from __future__ import annotations

import datetime
import re

import pytest
from icalendar import Calendar

from tests.generator.path.hostile import TEXTS
from tests.generator.path.scripts import answers

WHEN = 'new Date("2026-11-30T08:09:10.123Z")'


def written(*events: dict[str, str]) -> str:
    call = f"calendar({{ product: '-//Crescent; Bakery//Plan//EN', name: 'My development plan', events: given, now: {WHEN} }})"
    (found,) = answers("calendar.js", call, given=events)
    return found


def event(**of: str) -> dict[str, str]:
    return {"uid": "one@plan", "on": "2027-05-30", "title": "Review", "text": "", **of}


def test_a_review_is_one_whole_day_that_keeps_nobody_busy():
    (found,) = Calendar.from_ical(written(event(url="https://crescent.example/en/path/"))).walk("VEVENT")
    assert found.decoded("dtstart") == datetime.date(2027, 5, 30) and found["transp"] == "TRANSPARENT" and "dtend" not in found
    assert found["uid"] == "one@plan" and found["url"] == "https://crescent.example/en/path/"
    assert found.decoded("dtstamp") == datetime.datetime(2026, 11, 30, 8, 9, 10, tzinfo=datetime.UTC)


def test_every_day_is_told_the_morning_before():
    (found,) = Calendar.from_ical(written(event())).walk("VALARM")
    assert found["action"] == "DISPLAY" and found["description"] == "Review" and found.decoded("trigger") == datetime.timedelta(hours=-15)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_whatever_is_written_comes_back_as_it_was_in_lines_of_75_octets(text):
    raw = written(event(title=text, text=text)).encode()
    lines = raw.split(b"\r\n")
    assert raw.endswith(b"END:VCALENDAR\r\n") and raw.count(b"\n") == raw.count(b"\r\n") and max(map(len, lines)) <= 75
    assert [line.decode() for line in lines]  # no character is cut in two
    (found,) = Calendar.from_ical(raw).walk("VEVENT")
    same = re.sub("[\x00\x07]", "", text.replace("\r\n", "\n"))
    assert found["summary"] == same and found.get("description", "") == same


def test_without_a_review_there_is_still_a_calendar():
    assert not Calendar.from_ical(written()).walk("VEVENT")
