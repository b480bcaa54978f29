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


def test_parts_of_a_role_go_by_the_names_of_its_duties():
    handbook = load(BAKERY, RULES)
    gone = handbook.roles["fire-lighter"].model_copy(update={"retired": Retired(on="2026-02-01", replaced_by="oven-hand", went={"light": "oven-hand"})})
    reader = Reader(replace(handbook, roles={**handbook.roles, gone.id: gone}), "en", ROOT)
    assert [(one["name"], one["link"].name) for one in retirement.notice(reader, "roles", gone)["went"]] == [("Lighting the oven", "Oven hand")]
