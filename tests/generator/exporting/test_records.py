"""Records as JSON: what is in a file, that it fits its schema in either edition, and that the schema would find a mistake."""
from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from macros.exporting.files import api_files
from macros.exporting.records import versions
from macros.exporting.schemas import schemas
from macros.loading.folder import load
from macros.model.public import public
from macros.model.records import RECORD_KINDS
from tests.places import BAKERIES, BAKERY, DATA, SMALLEST

URL = "https://bakery.example/book/"


def files(handbook, url=""):
    return {one.path.removeprefix("api/v1/"): json.loads(one.text) for one in api_files(handbook, url) if one.path.endswith(".json")}


@pytest.fixture(scope="module")
def tiny():
    return load(BAKERY, ())


def test_a_record_has_the_fields_of_its_file_in_both_languages_and_its_pages(tiny):
    found = files(tiny, URL)["competencies/dough.json"]
    record = tiny.competencies["dough"]
    assert found["name"] == {"zh": record.name.zh, "en": record.name.en} and found["kind"] == record.kind and [*found["levels"]] == [*record.levels]
    assert found["url"] == {language: f"{URL}{language}/competencies/dough/" for language in ("zh", "en")}
    assert found["$schema"] == "../schemas/competencies.json" and "file" not in found and None not in found.values()


def test_what_is_shown_inside_another_page_has_the_address_of_its_place_and_what_is_shown_nowhere_has_none(tiny):
    found = files(tiny, URL)
    assert found["terms/peel.json"]["url"]["en"] == f"{URL}en/terms/#peel" and "url" not in found["teams/shop.json"]
    assert "url" not in files(tiny)["terms/peel.json"], "the address of the site is not known"


def test_numbers_are_numbers_and_ratios_are_as_the_files_write_them():
    bakery = files(load(BAKERIES, ()))
    values = [line["target"]["value"] for name, role in bakery.items() if name.startswith("roles/")
              for line in role["kpis"] if "value" in line.get("target", {})]
    assert values and {type(one) for one in values} <= {int, float, str} and all(":" in one for one in values if isinstance(one, str))


def test_the_whole_holds_every_record_in_the_order_of_the_files_and_the_index_leads_to_each(tiny):
    found = files(tiny, URL)
    for kind in RECORD_KINDS:
        ids = [*tiny.of_kind(kind)]
        assert [one["id"] for one in found["handbook.json"][kind]] == [one["id"] for one in found["index.json"]["records"][kind]] == ids
        for one in found["handbook.json"][kind]:
            alone = found[f"{kind}/{one['id']}.json"]
            assert {key: value for key, value in alone.items() if key != "$schema"} == one
    assert found["index.json"]["about"]["edition"] == tiny.about.edition and found["index.json"]["about"]["audience"] == "internal"


@pytest.mark.parametrize("data", [BAKERY, BAKERIES, SMALLEST, DATA], ids=["tiny", "bakery", "smallest", "own"])
@pytest.mark.parametrize("edition", [lambda whole: whole, public], ids=["internal", "public"])
def test_every_file_fits_its_schema(data, edition):
    checks = {name: Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER) for name, schema in schemas().items()}
    found = files(edition(load(data, ())), URL)
    wrong = [(name, [*fault.path], fault.message) for name, one in found.items() if not name.startswith("schemas/") and "$schema" in one
             for fault in checks[one["$schema"].rpartition("/")[2].removesuffix(".json")].iter_errors(one)]
    assert not wrong, wrong[:3]


@pytest.mark.parametrize("edition", [lambda whole: whole, public], ids=["internal", "public"])
def test_an_id_that_was_given_up_leads_on_in_its_own_file_and_in_the_list(tiny, edition):
    found = files(edition(tiny), URL)
    (gone,) = (one for one in tiny.roles.values() if one.retired)
    after = [*gone.retired.replaced_by]
    listed = {one["id"]: one for one in found["index.json"]["records"]["roles"]}
    assert found[f"roles/{gone.id}.json"]["retired"]["replaced_by"] == listed[gone.id]["replaced_by"] == after
    assert all(found[listed[id]["file"]]["id"] == id and "replaced_by" not in listed[id] for id in after)


def test_the_versions_are_listed_and_each_is_there(tiny):
    (one,) = versions()
    assert (one.path, json.loads(one.text)) == ("api/index.json", {"versions": [{"version": 1, "index": "v1/index.json"}]})
    assert {f"api/{version['index']}" for version in json.loads(one.text)["versions"]} <= {file.path for file in api_files(tiny, URL)}


def test_the_schemas_are_sound_and_find_what_is_missing_or_of_another_type(tiny):
    for schema in schemas().values():
        Draft202012Validator.check_schema(schema)
    role = files(tiny)["roles/oven-hand.json"]
    check = Draft202012Validator(schemas()["roles"])
    for wrong in ({**role, "duties": []}, {key: value for key, value in role.items() if key != "stage"}, {**role, "hiring": "perhaps"}):
        with pytest.raises(ValidationError):
            check.validate(wrong)
    check.validate({**role, "added_one_day": 1})


def test_the_public_edition_has_no_owner_no_source_and_no_figure_for_staff(tiny):
    found = files(public(tiny), URL)
    assert found["handbook.json"]["about"]["audience"] == "public" and found["handbook.json"]["documents"] == [] == found["handbook.json"]["editions"]
    assert all("owner" not in one and one["sources"] == [] for kind in RECORD_KINDS for one in found["handbook.json"][kind])
    assert not [line for role in found["handbook.json"]["roles"] for line in role["kpis"] if "target" in line]


def test_the_same_handbook_gives_the_same_bytes(tiny):
    assert [(one.path, one.text) for one in api_files(tiny, URL)] == [(one.path, one.text) for one in api_files(load(BAKERY, ()), URL)]
