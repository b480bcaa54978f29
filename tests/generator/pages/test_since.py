"""What is told of the edition that a link names: it is today’s, an older one, or none that the handbook knows; in either edition of the handbook."""
from __future__ import annotations

import dataclasses
import datetime
import json

import pytest

from macros.model.editions import Edition, Told
from macros.model.handbook import Handbook
from macros.model.public import public
from macros.pages.changes import whats_new
from macros.pages.since import since, since_file
from macros.views.editions import last_changes
from macros.views.page import View
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES, Language

DAY = datetime.date(2027, 1, 1)


def of(handbook: Handbook, language: Language) -> View:
    return since(Reader(handbook, language, "../../../"))


def known(view: View) -> dict[str, View]:
    """What is said of each edition, by its name."""
    return {one["id"]: one for one in view["editions"]}


def told(view: View, record: str, edition: str) -> list[str]:
    """What the page of a record is told by the script to have changed since an edition, as docs/assets/since.js takes it."""
    return [view["changes"][number]["text"] for number in view["of"].get(record, []) if number < known(view)[edition]["newer"]]


def change(text: str, audience: str = "public", **about: list[str]) -> Told:
    return Told.model_validate({"meaning": "more", "about": about, "zh": f"{text}。", "en": f"{text}.", "audience": audience})


def told_of(handbook: Handbook, **editions: list[Told]) -> Handbook:
    """The handbook with other editions, the newest first, which is today’s: `v2_0` is 2.0."""
    named = {id[1:].replace("_", "."): changes for id, changes in editions.items()}
    found = {id: Edition(id=id, file="changes.yml", effective_on=DAY, summary={"zh": "改了。", "en": "Changed."}, changes=one) for id, one in named.items()}
    return dataclasses.replace(handbook, editions=found, about=handbook.about.model_copy(update={"edition": next(iter(found)), "effective_on": DAY}))


@pytest.mark.parametrize(("language", "same", "older", "unknown"), [
    ("zh", "链接写的是第2.0版，本页仍是这一版。", "链接写的是第1.0版，本页是第2.0版，2026年9月1日起施行。",
     "链接写的版次，本手册没有记载。本页是第2.0版，2026年9月1日起施行。"),
    ("en", "The link you followed names edition 2.0, and this page is still that edition.",
     "The link you followed names edition 1.0; this page is edition 2.0, in effect from 1 September 2026.",
     "The link you followed names an edition that this handbook does not know. This page is edition 2.0, in effect from 1 September 2026."),
])
@pytest.mark.parametrize("edition", [lambda whole: whole, public], ids=["internal", "public"])
def test_the_edition_is_todays_or_an_older_one_or_unknown(handbook, edition, language, same, older, unknown):
    view = of(edition(handbook), language)
    assert [*known(view)] == ["2.0", "1.0"] and view["unknown"] == unknown
    assert known(view)["2.0"] == {"id": "2.0", "lead": same} and known(view)["1.0"]["lead"] == older


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_has_changed_is_told_with_its_edition_and_what_it_means(handbook, language: Language):
    view, reader = of(handbook, language), Reader(handbook, language, "../../../")
    assert view["changes"][1] in last_changes(reader, "roles", "counter-assistant") and view["changes"][1]["href"].endswith("/changes/#edition-2-0")
    assert told(view, "roles/counter-assistant", "1.0") == [reader.text(handbook.editions["2.0"].changes[number]) for number in (1, 3)]


@pytest.mark.parametrize(("language", "some", "none"), [
    ("zh", "此后记载的变化中，与应聘有关的有{n}处：", "此后没有记载与应聘有关的变化。"),
    ("en", "{n} change that matters to applicants has been noted since:", "No change that matters to applicants has been noted since."),
])
def test_applicants_are_told_what_is_for_them_and_led_to_no_page_that_they_have_not(handbook, language, some, none):
    view = of(public(handbook), language)
    assert {(counted["one"], counted["none"]) for counted in view["counted"].values()} == {(some, none)}
    assert [len(told(view, f"roles/{id}", "1.0")) for id in ("counter-assistant", "recipe-developer", "apprentice-baker")] == [1, 1, 0]
    assert known(view)["1.0"]["newer"] == 2 == len(view["changes"]) and not any(one["href"] for one in view["changes"]) and "was" not in view
    assert last_changes(Reader(public(handbook), language, ""), "roles", "recipe-developer")[0]["href"] is None


def test_a_role_has_what_the_page_of_changes_counts_as_concerning_it(handbook):
    (first, *_), competency = handbook.ordered_roles, handbook.ordered_roles[0].competencies[0].competency
    after = told_of(handbook, v1_2=[change("role", roles=[first.id]), change("stage", stages=[first.stage]), change("all")],
                    v1_1=[change("competency", competencies=[competency])], v1_0=[])
    view = of(after, "en")
    assert told(view, f"roles/{first.id}", "1.0") == ["role.", "stage.", "all.", "competency."]
    assert told(view, f"roles/{first.id}", "1.1") == ["role.", "stage.", "all."]
    assert told(view, f"competencies/{competency}", "1.0") == ["competency."] and told(view, f"competencies/{competency}", "1.1") == []
    page = [line["facts"][0] for one in whats_new(Reader(after, "en", ""))["editions"] for group in one["changes"] for line in group["lines"]]
    assert sum(f"role:{first.id} " in f"{facts} " for facts in page) == 4


@pytest.mark.parametrize("edition", [lambda whole: whole, public], ids=["internal", "public"])
def test_what_has_taken_the_place_of_a_record_is_told_what_became_of_that(handbook, edition):
    after = told_of(handbook, v1_1=[change("split", competencies=["wood-firing"]), change("gone", roles=["fire-lighter"])], v1_0=[])
    view = of(edition(after), "en")
    assert [told(view, f"competencies/{id}", "1.0") for id in ("wood-firing", "oven-watch", "hygiene")] == [["split."]] * 3
    assert told(view, "roles/fire-lighter", "1.0") == ["gone."] and "gone." in told(view, "roles/apprentice-baker", "1.0")


def test_a_handbook_that_tells_of_no_editions_knows_todays(handbook):
    about = handbook.about.model_copy(update={"edition": "</script><b>春"})
    view = of(dataclasses.replace(handbook, editions={}, about=about), "zh")
    assert view["editions"] == [{"id": "</script><b>春", "lead": "链接写的是第</script><b>春版，本页仍是这一版。"}]
    assert view["changes"] == [] and view["of"] == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_in_one_file_of_each_language(handbook, language: Language):
    (file,) = since_file(handbook, language)
    assert file.path == f"{language}/changes/since.json" and json.loads(file.text) == of(handbook, language)
