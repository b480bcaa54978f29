"""What people write in short is taken as the fields it stands for."""
from __future__ import annotations

import pytest

from macros.loading.document import Document, read
from macros.loading.in_full import amount
from tests.places import BAKERY


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {"units.yml": read((BAKERY / "units.yml").read_bytes(), "data/units.yml")}


@pytest.mark.parametrize(("text", "fields"), [
    ("30%", {"value": "30", "unit": "percent"}),
    ("至少３０％", {"comparator": ">=", "value": "30", "unit": "percent"}),
    ("no more than 1,500 CNY", {"comparator": "<=", "value": "1500", "unit": "CNY"}),
    ("48小时以内", {"comparator": "<=", "value": "48", "unit": "hour"}),
    ("3～5个月", {"from": "3", "to": "5", "unit": "month"}),
    ("》=30%", {"comparator": ">=", "value": "30", "unit": "percent"}),
    ("4.5", {"value": "4.5"}),
    ("不低于1:5", {"comparator": ">=", "value": "1:5"}),
    ("20只羊", {"value": "20", "unit": "…"}),
    ("三成", None),
    ("007", None),
])
def test_an_amount_in_short_is_the_fields_of_a_figure(documents, text, fields):
    assert amount(text, documents) == fields
