"""What one document gives its own post is promised to nobody else: not on a policy's page, not in the lead that other pages repeat."""
from __future__ import annotations

from collections.abc import Iterator

import pytest

from macros.model.handbook import Handbook
from macros.model.practices import Practice, PracticeGroup, PracticeStep

DEPUTY = "deputy-head-of-marketing"
NAMES = {"zh": "副部长", "en": "deputy head"}
OF_PEOPLE = {"performance", "promotion", "incentives", "growth"}  # policies that judge, reward or train someone
OWN = ("deputy-head-duties#4.", "deputy-head-duties#6.")  # the chapters on how deputy heads are judged, rewarded and developed


@pytest.fixture(scope="module")
def practices(handbook: Handbook) -> list[Practice]:
    """The policies that judge, reward or train someone and draw on those chapters."""
    found = [one for one in handbook.practices.values() if one.kind in OF_PEOPLE and any(own_lines(one))]
    assert len(found) > 10
    return found


def own_lines(practice: Practice) -> Iterator[tuple[PracticeStep | PracticeGroup, str]]:
    """The lines that rest on those chapters alone, each with the part it stands in."""
    for part in (*practice.steps.values(), *practice.groups.values()):
        for line in part.does if isinstance(part, PracticeStep) else part.items:
            sources = line.sources or part.sources
            if sources and all(source.startswith(OWN) for source in sources):
                yield part, " ".join([line.zh, line.note.zh if line.note else ""])


def test_their_lines_are_said_to_be_theirs(practices):
    """By the part's `for`, its name or note, the line itself, or what the page says at its head."""
    wrong = [f"{one.id}: {line}" for one in practices for part, line in own_lines(one) if not theirs(one, part, line)]
    assert wrong == []


def theirs(practice: Practice, part: PracticeStep | PracticeGroup, line: str) -> bool:
    """Whether a reader of the line is told that it is for deputy heads."""
    parties = (*practice.for_, *(part.for_ if isinstance(part, PracticeGroup) else ()))
    told = (part.name.zh, part.note.zh if part.note else "", line, practice.applies_to.zh if practice.applies_to else "")
    return any(party.role == DEPUTY for party in parties) or any(NAMES["zh"] in text for text in told)


@pytest.mark.parametrize("language", NAMES)
def test_the_lead_names_them(practices, language):
    assert [one.id for one in practices if NAMES[language] not in one.summary[language].lower()] == []


@pytest.mark.parametrize(("language", "you"), [("zh", "你"), ("en", "you")])
def test_no_lead_that_names_them_promises_it_to_you(practices, language, you):
    """“You” is whoever reads the lead. Four leads speak to everybody first, and then of deputy heads."""
    everybodys = {"training-by-level", "individual-development-plan", "project-practice", "mentoring"}
    assert [one.id for one in practices if one.id not in everybodys and f" {you}" in f" {one.summary[language].lower()}"] == []


def test_a_part_for_a_stage_says_whom_the_documents_name(handbook):
    """Documents speak of junior staff, middle managers and executives; that these are people at a stage is this handbook's reading."""
    parts = [group for one in handbook.used("practices") for group in one.groups.values() if any(party.stage for party in group.for_)]
    assert parts and [group.name.zh for group in parts if not (group.note and group.note.basis == "inferred" and "本手册" in group.note.zh)] == []
