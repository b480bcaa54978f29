"""Journeys are read as they are written, and a slip in one is told with its file, its line and what may be written."""
from __future__ import annotations

import pytest

from tests.journeys.verbs import HOW
from tests.journeys.written import COPIED, VERBS, Place, Step, Unclear, Words, read

HEAD = "title: {zh: 甲, en: A}\nreader: {zh: 乙, en: B}\n"
SLIPS = {
    "- klick: roles/baker": "klick",
    "- pres: roles/baker": "did you mean “press”?",
    "- pritn": "did you mean “print”?",
    "- press": "needs to be told what",
    "- press: roles/bakre": "The handbook has no roles/bakre; did you mean roles/baker?",
    "- press: Find my role": "words on a page are written {zh: …, en: …}",
    "- press: {zh: 甲}": "There is no en.",
    "- press: {zh: 甲, en: A, de: A}": "“de” is no word for this place",
    "- press: [roles/baker, roles/shift-lead]": "takes one thing at a time",
    "- {press: roles/baker, see: roles/baker}": "A step is one thing",
    "- {go to: roles/baker, in: compare/}": "goes without “in”",
    "- go to: {zh: 甲, en: A}": "Here an address is wanted",
    "- print: roles/baker": "Nothing follows “print”",
    "- type: roles/baker": "words on a page are written",
    "- press: [": "This line is no YAML",
}


@pytest.fixture
def written(tmp_path, handbook):
    """Reads a journey with these steps."""
    def take(steps: str, head: str = HEAD):
        file = tmp_path / "way.yml"
        file.write_text(f"{head}steps:\n{steps}\n", encoding="utf-8")
        return read(file, handbook)

    return take


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_file_and_line(written, slip):
    with pytest.raises(Unclear) as told:
        written(f"- go to: home\n{slip}")
    line = 6 if slip.endswith("[") else 5
    assert str(told.value).startswith(f"way.yml:{line}: ") and SLIPS[slip] in str(told.value)


@pytest.mark.parametrize(("head", "said"), [
    (HEAD + "scripts: no\n", "way.yml:3: "), (HEAD + "who: me\n", "way.yml:3: "), ("title: {zh: 甲, en: A}\n", "There is no reader."),
])
def test_a_slip_above_the_steps_is_told_likewise(written, head, said):
    with pytest.raises(Unclear) as told:
        written("- go to: home", head)
    assert said in str(told.value)


def test_what_is_written_is_read_with_its_lines(written):
    journey = written("- go to: \"roles/baker#duties\"\n- see: [\"#duties\", {zh: 甲, en: A}]\n  in: roles/baker\n- print\n- go to: what was copied",
                      HEAD + "scripts: \"off\"\nfirst: [rename role baker --to-id bread-baker, roles/baker: {review_by: 2026-01-01}]\n")
    assert (journey.scripts, journey.first) == (False, ("rename role baker --to-id bread-baker", ("roles", "baker", {"review_by": "2026-01-01"})))
    assert journey.steps[0] == Step("go to", (Place("roles/baker/", "duties"),), (), 6, "go to: \"roles/baker#duties\"")
    assert journey.steps[1].values == (Place(None, "duties"), Words("甲", "A")) and journey.steps[1].within == (Place("roles/baker/"),)
    assert journey.steps[3].values == (COPIED,) and journey.at(journey.steps[2]) == "way.yml:9: print"


def test_what_is_renamed_first_may_be_named_later(written):
    assert written("- arrive at: roles/bread-baker", HEAD + "first: [rename role baker --to-id bread-baker]\n").steps


def test_every_verb_is_known_to_those_who_read_and_to_those_who_walk():
    assert set(VERBS) == set(HOW)
