"""What is said of a record out of use: one successor, or several and what each has."""
from __future__ import annotations

from dataclasses import replace

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.record import Retired
from macros.views import retirement
from macros.views.reader import Reader
from tests.places import BAKERIES, BAKERY

ROOT = "../"


def test_one_successor():
    reader = Reader(load(BAKERY, RULES), "en", ROOT)
    said = retirement.notice(reader, "roles", reader.handbook.roles["fire-lighter"])
    assert [link.name for link in said["links"]] == ["Oven hand"] and said["went"] == []
    assert retirement.notice(reader, "roles", reader.handbook.roles["oven-hand"]) is None


@pytest.mark.parametrize(("language", "parts"), [("zh", ["照做", "应变", "传艺"]), ("en", ["Follow", "Adapt", "Teach"])])
def test_several_successors_and_what_went_to_each(language, parts):
    reader = Reader(load(BAKERIES, RULES), language, ROOT)
    names = {id: one.name[language] for id, one in reader.handbook.competencies.items()}
    said = retirement.notice(reader, "competencies", reader.handbook.competencies["wood-firing"])
    assert [link.name for link in said["links"]] == [names["oven-watch"], names["hygiene"]]
    heirs = [names[id] for id in ("hygiene", "oven-watch", "oven-watch")]
    assert [(one["name"], one["link"].name) for one in said["went"]] == list(zip(parts, heirs, strict=True))


@pytest.mark.parametrize(("language", "lead", "name", "part"), [
    ("zh", "接替已停用的", "烧柴", "（一部分）"), ("en", "Has taken the place of ", "Firing with wood", "in part"),
])
def test_what_follows_a_record_names_it(language, lead, name, part):
    reader = Reader(load(BAKERIES, RULES), language, ROOT)
    for id in ("oven-watch", "hygiene"):
        said = retirement.took_over(reader, "competencies", reader.handbook.competencies[id])
        assert (said["lead"], [(one.name, one.mark) for one in said["links"]]) == (lead, [(name, part)])
    said = retirement.took_over(reader, "kpis", reader.handbook.kpis["takings-per-hour"])
    assert [one.mark for one in said["links"]] == [None]
    assert retirement.took_over(reader, "competencies", reader.handbook.competencies["wood-firing"]) is None


def test_another_id_alone_takes_the_place_of_nothing():
    handbook = load(BAKERY, RULES)
    gone = handbook.roles["fire-lighter"].model_copy(update={"name": handbook.roles["oven-hand"].name})
    reader = Reader(replace(handbook, roles={**handbook.roles, gone.id: gone}), "en", ROOT)
    assert retirement.took_over(reader, "roles", reader.handbook.roles["oven-hand"]) is None


def test_parts_of_a_role_go_by_the_names_of_its_duties():
    handbook = load(BAKERY, RULES)
    gone = handbook.roles["fire-lighter"].model_copy(update={"retired": Retired(on="2026-02-01", replaced_by="oven-hand", went={"light": "oven-hand"})})
    reader = Reader(replace(handbook, roles={**handbook.roles, gone.id: gone}), "en", ROOT)
    assert [(one["name"], one["link"].name) for one in retirement.notice(reader, "roles", gone)["went"]] == [("Lighting the oven", "Oven hand")]
