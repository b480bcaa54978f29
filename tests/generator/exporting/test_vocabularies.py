"""SKOS and CASE: what each holds of the handbook, and what each standard says must be true of it."""
from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from macros.exporting.case import package
from macros.exporting.skos import vocabulary
from macros.loading.folder import load
from macros.model.public import public
from macros.words.languages import LANGUAGES
from tests.places import BAKERIES, BAKERY, DATA

URL = "https://bakery.example/book/"
CASE = Draft202012Validator(json.loads((Path(__file__).parent / "case_package.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="module", params=[BAKERY, BAKERIES, DATA], ids=["tiny", "bakery", "own"])
def whole(request):
    return load(request.param, ())


def concepts(handbook, url=URL):
    return {one["@id"]: one for one in vocabulary(handbook, url)["@graph"] if one["@type"] == "skos:Concept"}


def test_a_competency_is_a_concept_below_its_group_with_its_names_in_both_languages():
    tiny = load(BAKERY, ())
    found, record = concepts(tiny)[f"{URL}c/dough/"], tiny.competencies["dough"]
    assert found["prefLabel"] == {"zh": record.name.zh, "en": record.name.en} and found["notation"] == "dough"
    assert found["altLabel"] == {"zh": [record.aliases[0].zh], "en": [record.aliases[0].en]}
    assert found["broader"] == f"{URL}api/v1/skos.json#competencies-{record.kind}"
    assert found["@id"] in concepts(tiny)[found["broader"]]["narrower"]
    assert set(found["related"]) == {f"{URL}c/fire/", *(f"{URL}api/v1/terms/{id}.json" for id in (*record.methods, *record.tools))}


@pytest.mark.parametrize("edition", [lambda one: one, public], ids=["internal", "public"])
def test_what_skos_says_of_every_vocabulary_is_true_of_it(whole, edition):
    handbook = edition(whole)
    found = concepts(handbook)
    schemes = {one["@id"] for one in vocabulary(handbook, URL)["@graph"] if one["@type"] == "skos:ConceptScheme"}
    assert len(found) == len(handbook.competency_groups) + len(handbook.used("competencies")) + len(handbook.used("terms"))
    for place, one in found.items():
        assert set(one["prefLabel"]) == set(LANGUAGES) and one["inScheme"] in schemes
        assert all(one["prefLabel"][language] not in names for language, names in one.get("altLabel", {}).items())
        assert all(place in found[other]["related"] for other in one.get("related", ())), "related goes both ways"
        assert place not in one.get("related", ()) and one.get("broader") not in one.get("related", ())
        assert one.get("topConceptOf") == one["inScheme"] or "broader" in one


def test_without_an_address_the_vocabulary_names_things_in_relation_to_itself():
    assert "../../c/dough/" in concepts(load(BAKERY, ()), "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("url", ["", URL])
@pytest.mark.parametrize("edition", [lambda one: one, public], ids=["internal", "public"])
def test_a_package_has_the_shape_of_case_and_every_end_of_an_association_is_in_it(whole, edition, language, url):
    found = package(edition(whole), language, url)
    wrong = [([*fault.path], fault.message) for fault in CASE.iter_errors(found)]
    assert not wrong, wrong[:3]
    known = {one["identifier"] for one in found["CFItems"]} | {found["CFDocument"]["identifier"]}
    assert len(known) == len(found["CFItems"]) + 1
    every = [one["identifier"] for one in found["CFAssociations"]]
    assert len(every) == len(set(every)) and not set(every) & known
    assert {one[end]["identifier"] for one in found["CFAssociations"] for end in ("originNodeURI", "destinationNodeURI")} <= known
    below = [one["originNodeURI"]["identifier"] for one in found["CFAssociations"] if one["associationType"] == "isChildOf"]
    assert len(below) == len(set(below)) == len(found["CFItems"]), "everything stands below one thing"


@pytest.mark.parametrize("url", ["", URL])
@pytest.mark.parametrize("edition", [lambda one: one, public], ids=["internal", "public"])
def test_an_association_names_its_ends_as_they_name_themselves_and_each_pair_once(whole, edition, url):
    found = package(edition(whole), "en", url)
    document = found["CFDocument"]
    named = {document["identifier"]: (document["title"], document["uri"])}
    named |= {one["identifier"]: (one["abbreviatedStatement"], one["uri"]) for one in found["CFItems"]}
    ends = [(one["associationType"], one["originNodeURI"], one["destinationNodeURI"]) for one in found["CFAssociations"]]
    assert all(named[end["identifier"]] == (end["title"], end["uri"]) for _, *both in ends for end in both)
    pairs = [(kind, frozenset(end["identifier"] for end in both)) for kind, *both in ends]
    assert len(pairs) == len(set(pairs)) and all(len(ids) == 2 for _, ids in pairs)
    by_parent = {}
    for one in found["CFAssociations"]:
        if one["associationType"] == "isChildOf":
            by_parent.setdefault(one["destinationNodeURI"]["identifier"], []).append(one["sequenceNumber"])
    assert all(numbers == [*range(1, len(numbers) + 1)] for numbers in by_parent.values()), "in their order, from 1"


def test_ids_of_a_package_stay_where_the_site_moves_and_differ_between_languages():
    tiny = load(BAKERY, ())
    ids = {(language, url): [one["identifier"] for one in package(tiny, language, url)["CFItems"]] for language in LANGUAGES for url in ("", URL)}
    assert ids["en", ""] == ids["en", URL] and not set(ids["en", URL]) & set(ids["zh", URL])
    item = next(one for one in package(tiny, "en", URL)["CFItems"] if one["humanCodingScheme"] == "dough")
    record = tiny.competencies["dough"]
    assert item["uri"] == f"{URL}en/competencies/dough/" and item["fullStatement"] == record.summary.en
    assert item["lastChangeDateTime"] == f"{record.reviewed_on}T00:00:00Z"
