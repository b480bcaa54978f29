"""What there is to see to: found by the day that is given, and the same on the page, in the table and in the command."""
from __future__ import annotations

import csv
import datetime
import io
from dataclasses import replace

import pytest
from lxml import html

from macros.checks import RULES
from macros.commands.reminder import lists
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.model.health import found
from macros.pages.health import health
from macros.pages.health_rows import as_of, as_table, rows, to_see_to
from macros.views.reader import Reader
from macros.views.templates import render
from macros.words.languages import LANGUAGES
from tests.places import BAKERY

DUE = datetime.date(2026, 8, 1)  # of one role; of everything else on 1 March 2027
LATE = datetime.date(2027, 3, 2)


@pytest.fixture(scope="module")
def tiny() -> Handbook:
    return load(BAKERY, RULES)


def on(tiny: Handbook, day: datetime.date) -> Handbook:
    return replace(tiny, given_day=day)


def reviews(handbook: Handbook, days: int = 30) -> list[tuple[str, str]]:
    return [(row.matter, row.record.id) for row in found(handbook, days) if row.matter in ("overdue", "soon")]


@pytest.mark.parametrize(("days_from", "said"), [(-31, []), (-30, ["soon"]), (0, ["soon"]), (1, ["overdue"])])
def test_a_review_is_soon_from_30_days_before_to_its_own_day_and_overdue_from_the_day_after(tiny, days_from, said):
    assert reviews(on(tiny, DUE + datetime.timedelta(days_from))) == [(matter, "crust-brander") for matter in said]


def test_the_day_is_the_newest_of_the_edition_and_the_reviews_until_one_is_given(tiny):
    assert tiny.day == tiny.about.effective_on == datetime.date(2026, 3, 1)
    role = tiny.roles["crust-brander"].model_copy(update={"reviewed_on": datetime.date(2026, 4, 1)})
    assert replace(tiny, roles={**tiny.roles, role.id: role}).day == datetime.date(2026, 4, 1)
    assert on(tiny, DUE).day == DUE


def test_the_sentence_says_as_of_which_day_and_no_0(tiny):
    said = [as_of(Reader(on(tiny, day), language, ""), rows(on(tiny, day))) for day in (tiny.day, DUE, LATE) for language in LANGUAGES]
    assert said == [
        "截至2026年3月1日，到2026年3月31日为止没有要复核的；下一次复核在2026年8月1日。",
        "As of 1 March 2026, no record is due for review by 31 March 2026; the next review is due on 1 August 2026.",
        "截至2026年8月1日，到2026年8月31日为止有1条要复核。",
        "As of 1 August 2026, 1 record is due for review by 31 August 2026.",
        "截至2027年3月2日，22条已过复核期限。",
        "As of 2 March 2027, 22 records are overdue for review.",
    ]


def test_an_owner_without_a_contact_is_told_until_it_has_one(tiny):
    def told(handbook: Handbook) -> list[tuple[str, int | None]]:
        return [(row.owner, row.count) for row in found(handbook, 30) if row.matter == "without-contact"]

    assert told(tiny) == [("shop", 12), ("kitchen", 10)]
    shop = tiny.teams["shop"].model_copy(update={"contact": "ask@crescent.example"})
    assert told(replace(tiny, teams={**tiny.teams, "shop": shop})) == [("kitchen", 10)]


def test_a_role_whose_signs_of_readiness_no_document_gives_is_told(tiny):
    role = tiny.roles["oven-hand"]
    signs = tuple(sign.model_copy(update={"basis": "editorial"}) for sign in role.growth_signals)
    changed = replace(tiny, roles={**tiny.roles, role.id: role.model_copy(update={"growth_signals": signs})})
    assert [[row.record.id for row in found(one, 30) if row.matter == "without-signs"] for one in (tiny, changed)] == [[], ["oven-hand"]]


def test_a_record_that_readers_are_told_is_behind_is_told_here(tiny):
    role = tiny.roles["oven-hand"]
    assert [row.record for row in found(replace(tiny, behind={role: {"en"}}), 30) if row.matter == "behind"] == [role]


@pytest.mark.parametrize("day", [DUE, LATE])
@pytest.mark.parametrize("language", LANGUAGES)
def test_page_table_and_command_have_the_same_rows(tiny, language, day):
    handbook = on(tiny, day)
    every, reader = rows(handbook), Reader(handbook, language, "../../")
    shown = [(group["section"].id, row["what"].name) for group in health(reader)["groups"] for row in group["rows"]]
    table = list(csv.reader(io.StringIO(as_table([reader], every).removeprefix("\ufeff"))))[1:]
    heading = {reader.word("matter", row.matter): row.matter for row in every}
    assert shown == [(heading[line[0]], line[1]) for line in table if heading[line[0]] != "basis"]
    assert shown == [(row.matter, reader.text(row.record.name)) for row in to_see_to(every)]
    assert [line[4] for line in table] == [row.record.review_by.isoformat() if row.record and row.count is None else "" for row in every]
    printed = [line for line in lists(handbook, every) if line.startswith("- ") and " more" not in line]
    hidden = sum(int(line.split("另有")[1].split("条")[0]) for line in lists(handbook, every) if "另有" in line)
    assert len(printed) + hidden == len(table)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_overdue_stands_first_and_a_long_list_is_folded(tiny, language):
    def groups(day: datetime.date) -> list[tuple[str, str, bool]]:
        return [(group["section"].id, group["section"].count, group["folded"]) for group in health(Reader(on(tiny, day), language, "../../"))["groups"]]

    assert groups(DUE)[:2] == [("soon", "1", False), ("without-contact", "", False)]
    assert groups(LATE)[0] == ("overdue", "22", True)


def test_each_team_is_told_how_many_reviews_it_has_and_none_that_has_none(tiny):
    def owners(day: datetime.date) -> list[tuple[str, str | None, str]]:
        return [(one["link"].name, one["link"].href, one["said"]) for one in health(Reader(on(tiny, day), "en", "../../"))["owners"]]

    assert owners(tiny.day) == [] and owners(DUE) == [("Shop", "?owner=shop", "1 due soon")]
    assert owners(datetime.date(2027, 3, 1)) == [("Shop", "?owner=shop", "1 overdue, 11 due soon"), ("Kitchen", "?owner=kitchen", "10 due soon")]


def test_of_very_many_the_page_has_the_first_and_says_how_many_more_there_are(tiny, monkeypatch):
    monkeypatch.setattr("macros.views.sizes.SEEN_TO", 5)
    (overdue, *_) = health(Reader(on(tiny, LATE), "en", "../../"))["groups"]
    assert len(overdue["rows"]) == 5 and overdue["more"] == "17 more stand in the table."


def test_where_nothing_waits_there_are_no_filters_and_the_table_is_still_led_to(tiny):
    handbook = replace(tiny, teams={id: team.model_copy(update={"contact": "ask@crescent.example"}) for id, team in tiny.teams.items()})
    reader = Reader(handbook, "en", "../../")
    view = {"title": "Upkeep", **health(reader), "groups": [], "filters": None}
    page = html.fromstring(f"<div>{render('pages/health', reader, view, {})}</div>")
    assert not page.xpath("//form") and page.xpath("//p[@class='actions']/a/@href") == ["../../en/health/health.csv"]


def test_cells_that_a_spreadsheet_would_compute_are_harmless(tiny):
    team = tiny.teams["shop"]
    for sign in ("=1+1", "＝1", "+1", "-1", "@x", "\t=1"):
        odd = team.model_copy(update={"name": team.name.model_copy(update={"zh": sign, "en": sign})})
        handbook = replace(tiny, teams={**tiny.teams, "shop": odd})
        cells = [cell for line in csv.reader(io.StringIO(as_table([Reader(handbook, "zh", "")], rows(handbook)))) for cell in line]
        assert f"'{sign}" in cells and sign not in cells
