"""What the documents of this handbook leave open, held to the same as every handbook’s, and told in its own words."""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pytest
from lxml import html
from pydantic import BaseModel

from macros.model.record import Differ, Gap
from macros.views.reader import Reader
from macros.views.silence import silences
from macros.words.languages import LANGUAGES
from macros.words.texts import Text
from tests.generator.pages.test_open_points import (  # noqa: F401  (the same tests, on this handbook)
    test_a_count_leaves_out_what_there_is_none_of,
    test_a_gap_is_settled_by_its_own_team_or_that_of_its_subject_or_record_and_a_difference_by_whoever_must_confirm_it,
    test_a_gap_is_told_with_the_name_of_its_page_so_that_its_line_can_be_read_alone,
    test_a_gap_that_concerns_other_pages_is_told_there_and_counted_once,
    test_an_open_difference_ends_with_who_confirms_what_and_a_settled_one_with_its_treatment,
    test_every_point_stands_once_in_the_table_and_each_owner_has_as_many_as_are_counted,
    test_everything_that_is_missing_is_said_on_its_own_page_and_in_one_line_of_a_section,
    test_links_to_what_is_left_open_have_somewhere_to_lead,
    test_the_day_of_the_next_review_is_a_column_only_where_it_differs_and_never_of_what_is_settled,
)
from tests.generator.pages.test_sources import test_no_two_links_of_a_section_read_alike  # noqa: F401

# Words of whoever reads documents for a living; on the pages of the documents themselves they are at home.
ARCHIVIST = {"zh": "retrospe|读作|照录|本手册的读法", "en": r"\bretrospe\b|How we read it"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_damage_to_documents_is_told_with_the_documents_alone(site, language):
    for file in (site / language).rglob("index.html"):
        place = file.relative_to(site / language).as_posix()
        if not place.startswith(("sources/", "about/", "how-to-read/", "writing/")):
            assert not re.search(ARCHIVIST[language], file.read_text(encoding="utf-8")), place


@pytest.mark.parametrize(("kind", "id"), [
    *(("practices", id) for id in (
        "advertising-law", "appraisal-grades", "appraisal-procedure", "handbook-governance", "personal-data", "professional-courses",
        "referral-and-team-rewards",
    )),
    ("moves", "temporary-transfer"),
])
def test_points_of_law_carry_a_remark_and_wait_for_the_legal_department(handbook, kind, id):
    """What a document asks of staff or partners may need more than the document; nobody but lawyers says what."""
    record = handbook.of_kind(kind)[id]
    assert any(gap.owner == "legal-department" for gap in record.gaps)
    for language, confirmed in (("zh", "待法务部确认"), ("en", "for the legal department to confirm")):
        assert confirmed in str(record.model_dump()).replace("’", "'"), language


@pytest.mark.parametrize(("language", "said", "lead"), [
    ("zh", "文件没有?(?:写|说|给|列|把)|没有文件", "文件没有写："),
    ("en", r"\b[Nn]o document |\b[Tt]he documents? (?:does|do) not\b|\bnot stated\b", "The documents do not say:"),
])
def test_a_page_says_once_that_something_is_not_said(site, language, said, lead):
    """The line says it for all; pages on how the handbook is written speak of it, and filters name it once."""
    for file in (site / language).rglob("index.html"):
        place = file.relative_to(site / language).as_posix()
        if not place.startswith(("how-to-read/", "writing/", "about/", "map/", "compare/")):
            page = html.fromstring(file.read_text(encoding="utf-8"))
            for note in page.xpath("//details[@class='why']"):
                note.drop_tree()  # it opens where it is pressed, and may stand at two places that name one thing
            text = page.xpath("string(//article)").replace(lead, "")
            assert len(re.findall(said, text)) <= 1, place


# Whoever has yet to settle something, as sentences name them.
SETTLES = re.compile("(?:由|待)([^，。；（）“”]{2,10}?)(?:来?确认|定)(?=[。；，）]|$)")


def said_by(part: object) -> Iterator[Text]:
    """Every text of a record, but for what is its open points already."""
    if isinstance(part, Text):
        yield part
    if isinstance(part, BaseModel) and not isinstance(part, Gap | Differ):  # a sentence may have a remark of its own
        yield from (text for field in type(part).model_fields for text in said_by(getattr(part, field)))
    elif isinstance(part, Mapping):
        yield from (text for value in part.values() for text in said_by(value))
    elif isinstance(part, tuple):
        yield from (text for value in part for text in said_by(value))


def test_what_a_page_says_a_team_has_yet_to_confirm_is_among_the_open_points_of_that_page(handbook):
    teams = {team.name.zh: team.id for team in handbook.teams.values()}
    missing = []
    for kind, record in handbook.records():
        open_to = {one.owner or record.owner for one in handbook.gaps_by_record.get(record, ())}
        open_to |= {one.to_confirm.by for one in handbook.differs_by_record.get((kind, record.id), ()) if one.to_confirm}
        open_to |= {record.owner for _ in silences(Reader(handbook, "zh", ""), record)}
        for text in said_by(record):
            for name in SETTLES.findall(text.zh):
                if name in teams and teams[name] not in open_to:
                    missing.append((kind, record.id, text.zh))
    assert not missing


def test_a_gap_of_a_kpi_stands_on_roles_that_have_the_kpi(handbook):
    uses = {kpi.id: {role.id for role, _ in handbook.roles_by_kpi.get(kpi.id, ())} for kpi in handbook.kpis.values()}
    assert [
        (kpi.id, gap.missing.zh, role) for kpi in handbook.kpis.values() for gap in kpi.gaps for role in gap.also.roles if role not in uses[kpi.id]
    ] == []


def test_what_is_asked_of_every_role_is_open_on_each_of_them(handbook):
    asked = [(role.id, gap) for role in handbook.roles.values() for gap in role.gaps if "每个岗位" in gap.missing.zh]
    assert asked
    for id, gap in asked:
        assert {id, *gap.also.roles} == {role.id for role in handbook.used("roles")}


def test_the_degree_is_asked_for_or_open_on_every_role(handbook):
    """Who applies must find it in one of the two; where nothing at all is said of what one must bring, that is open as a whole."""
    silent = []
    for role in handbook.used("roles"):
        said = [one.zh for one in role.qualifications]
        missing = [gap.missing.zh for gap in handbook.gaps_by_record.get(role, ())]
        whole = any(one.subject == "qualifications" for one in silences(Reader(handbook, "zh", ""), role))
        if not whole and not any("学历" in text for text in (*said, *missing)):
            silent.append(role.id)
    assert silent == []


# Whoever a remark on a field waits for.
WAITED_FOR = re.compile("(?:待|由)([^，。；待由]{2,10})确认")


def test_a_remark_on_a_field_waits_for_whoever_settles_that_field(handbook):
    """Human Resources settles who reports to whom, for one; a remark says so too, unless a difference of the role waits for someone else."""
    names, settled_by = {team.id: team.name for team in handbook.teams.values()}, {key: team for key, team in handbook.about.settled_by.items() if team}
    found = [
        (role, names[settled_by[field.replace("_", "-")]], text)
        for role in handbook.roles.values() for field, basis in role.basis_of.items() if field.replace("_", "-") in settled_by
        for text in said_by(basis) if WAITED_FOR.search(text.zh)
    ]
    assert len(found) > 5
    for role, team, text in found:
        waits = {names[one.to_confirm.by].zh for one in role.differs if one.to_confirm}
        assert set(WAITED_FOR.findall(text.zh)) <= {team.zh, *waits}, role.id
        assert waits or team.en in text.en, role.id


def test_a_gap_on_a_tool_stands_on_roles_that_have_the_tool_and_calls_it_by_its_name(handbook):
    tools = {id: term for id, term in handbook.terms.items() if any(id in role.tools for role in handbook.roles.values())}
    found = [
        (id, term, gap) for record in handbook.practices.values() for gap in record.gaps if gap.owner == "legal-department"
        for id, term in tools.items() if any(name in gap.missing.zh for name in (term.name.zh, *term.allow.zh))
    ]
    assert found
    for id, term, gap in found:
        assert any(name.lower() in gap.missing.en.lower() for name in (term.name.en, *term.allow.en)), gap.missing.en
        assert [role for role in gap.also.roles if id not in handbook.roles[role].tools] == []


def test_which_specialists_the_brand_track_means_is_open_on_every_other_specialist(handbook):
    """The documents write “specialist” alone: what is asked of one specialist is asked of all but the one on the step."""
    (gap,) = [one for one in handbook.tracks["brand"].gaps if "市场专员以外的专员" in one.missing.zh]
    others = {id for id, role in handbook.roles.items() if role.name.zh.endswith("专员")} - set(handbook.tracks["brand"].rungs[0].roles)
    assert set(gap.also.roles) == others
