"""The bill of materials: sound by CycloneDX's own schema, complete, and the same for the same lock."""
from __future__ import annotations

import json

from tests.supply.bom import audited, bom, refused
from tests.supply.locked import packages

DAY = "1796000000"


def test_the_bill_has_every_locked_package_with_hashes_licence_and_needs():
    faults, counted = audited()
    assert not faults and sum(counted.values()) == len(packages())
    made = json.loads(bom(packages(), DAY))
    (pydantic,) = [one for one in made["components"] if one["purl"].startswith("pkg:pypi/pydantic@")]
    assert pydantic["licenses"] == [{"expression": "MIT"}] and pydantic["scope"] == "required"
    assert len(pydantic["externalReferences"][0]["hashes"][0]["content"]) == 64
    needs = {one["ref"]: one.get("dependsOn", []) for one in made["dependencies"]}
    assert {one.partition("@")[0] for one in needs[pydantic["bom-ref"]]} >= {"pkg:pypi/pydantic-core", "pkg:pypi/annotated-types"}
    assert any(one.startswith("pkg:npm/minisearch@") for one in needs["handbook"]) and pydantic["bom-ref"] in needs["handbook"]
    assert not any(one.startswith("pkg:pypi/annotated-types") for one in needs["handbook"])


def test_its_bytes_follow_from_the_lock_and_the_day_alone():
    first = bom(packages(), DAY)
    assert first == bom(packages()[::-1], DAY) and json.loads(first)["metadata"]["timestamp"].startswith("2026-11-30")
    other, timeless = json.loads(bom(packages()[1:], DAY)), json.loads(bom(packages()))
    assert "timestamp" not in timeless["metadata"]
    assert len({json.loads(first)["serialNumber"], other["serialNumber"], timeless["serialNumber"]}) == 3


def test_a_bill_that_is_none_is_refused():
    made = json.loads(bom(packages(), DAY))
    assert not refused(json.dumps(made))
    made["components"][0]["type"] = "something"
    assert "something" in refused(json.dumps(made))
