"""A role as a text for a job post: only what is stated and public goes in, and the rest is counted and named."""
from __future__ import annotations

from dataclasses import replace

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.model.public import public
from macros.model.record import Item, Reason
from macros.model.roles import DutyGroup, Qualification, Role
from macros.pages.job_post import FEW, JobPost, Line, can_be_posted, is_asked_for, job_post, left_out, written
from macros.pages.roles import role
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES
from macros.words.texts import Text
from tests.places import BAKERY

LINK = "https://bakery.example.com/r/oven-hand/"


@pytest.fixture(scope="module")
def bakery() -> Handbook:
    return load(BAKERY, RULES)


def posted(handbook: Handbook, id: str, language: str = "en", link: str = LINK) -> JobPost:
    return job_post(Reader(handbook, language, ""), handbook.roles[id], link)


def with_(handbook: Handbook, id: str, **update: object) -> tuple[Handbook, Role]:
    changed = handbook.roles[id].model_copy(update=update)
    return replace(handbook, roles={**handbook.roles, id: changed}), changed


def items(*lines: tuple[str, str, str]) -> tuple[Item, ...]:
    return tuple(Item(zh=f"{text}。", en=text, basis=basis, audience=audience) for text, basis, audience in lines)


def test_a_post_in_english_as_text(bakery):
    assert written(posted(bakery, "oven-hand").whole, "plain") == """\
Oven hand

You keep the oven and bake the loaves signed “{{ 7*7 }} | *hot*”.

■ What you will do

Fire “{% raw %}”
- Write the heat beside “{: .x }”

■ What you need
- Can get up

■ Competencies (which are essential, and at what level, is the editors’ judgement)

Useful
- Execute (follows the recipe): kneading “*”

Full description: https://bakery.example.com/r/oven-hand/

From the Crescent Bakery handbook, edition 0.1, in effect from 1 March 2026
"""


def test_a_post_in_chinese_as_markdown_where_signs_are_no_orders(bakery):
    assert written(posted(bakery, "oven-hand", "zh").whole, "markdown").splitlines()[:8] == [
        "# 看炉工", "", r"你守着炉子，把招牌上写着“\{\{ 7\*7 \}\} \| \*热\*”的面包烤好。", "", "## 主要职责", "", r"**看火“\{% raw %\}”**", "",
    ]


def test_a_post_as_html_holds_every_sign_as_text_and_the_link_as_a_link():
    lines = (Line("title", "<b>&"), Line("list"), Line("item", "“a” 'b'"), Line("end"), Line("link", "All: ", "https://x.example/?a=1&b"))
    assert written(lines, "html") == (
        '<h2>&lt;b&gt;&amp;</h2><ul><li>“a” &#x27;b&#x27;</li></ul><p>All: <a href="https://x.example/?a=1&amp;b">https://x.example/?a=1&amp;b</a></p>'
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("basis", "audience"), [("example", "public"), ("inferred", "public"), ("editorial", "public"), ("stated", "internal")])
def test_nothing_goes_in_but_what_is_stated_and_public(bakery, language, basis, audience):
    duties = {"fire": DutyGroup(name=Text(zh="火", en="Fire"), items=items(("In", "stated", "public"), ("Out", basis, audience)))}
    handbook, one = with_(bakery, "oven-hand", duties=duties, qualifications=tuple(
        Qualification(**{**each.model_dump(), "need": need}) for each in items(("Out", basis, audience)) for need in ("required", "preferred")
    ))
    post = posted(handbook, one.id, language)
    whole = written(post.whole, "plain")
    assert "In" in whole and "Out" not in whole and post.count == 1
    ground = "internal" if audience == "internal" else basis
    assert [(line.part, line.ground) for line in post.left_out if line.text.startswith("Out")] == [
        ("duties", ground), ("qualifications", ground), ("qualifications", ground),
    ]


def test_what_is_left_out_is_counted_by_part_and_reason(bakery):
    said = [left_out(Reader(bakery, language, ""), posted(bakery, "oven-hand", language)) for language in LANGUAGES]
    assert said == [
        "没有放进去的6条：职责（内部1条、编者补充1条）；任职资格（编者补充1条）；能力（编者补充1条）；级别说明（推断2条）。",
        "6 lines left out: duties (1 internal, 1 added by the editors); qualifications (1 added by the editors); "
        "competencies (1 added by the editors); what levels mean (2 inferred).",
    ]


def test_a_role_that_the_editors_added_has_its_title_alone(bakery):
    post = posted(bakery, "crust-brander", link="")
    assert [line.text for line in post.whole] == ["Crust brander", "From the Crescent Bakery handbook, edition 0.1, in effect from 1 March 2026"]
    assert {line.ground for line in post.left_out} == {"editorial"}


@pytest.mark.parametrize("basis", ["stated", "inferred", "example", "editorial"])
def test_the_choice_of_competencies_goes_in_where_documents_lead_to_it(bakery, basis):
    handbook, one = with_(bakery, "oven-hand", competencies_basis=Reason(basis=basis, why=None))
    headings = [line.text for line in posted(handbook, one.id).whole if line.kind == "heading"][2:]
    judged = "Competencies (which are essential, and at what level, is the editors’ judgement)"
    assert headings == {"stated": ["Competencies"], "inferred": [judged]}.get(basis, [])


def test_a_short_post_has_the_first_duty_of_each_group_then_the_second_in_the_order_of_the_page(bakery):
    duties = {
        name: DutyGroup(name=Text(zh=name, en=name), items=items(*((f"{name}{n}", "stated", "public") for n in range(length))))
        for name, length in (("A", 4), ("B", 1), ("C", 3))
    }
    handbook, one = with_(bakery, "oven-hand", duties=duties)
    post = posted(handbook, one.id)
    assert [line.text for line in post.few if line.kind == "item"] == ["A: A0", "A: A1", "B: B0", "C: C0", "C: C1"] and len(post.few) == FEW + 2
    assert (post.count, posted(bakery, "oven-hand").few) == (8, ())


def test_every_language_has_the_same_lines(bakery):
    zh, en = (posted(bakery, "oven-hand", language) for language in LANGUAGES)
    assert [line.kind for line in zh.whole] == [line.kind for line in en.whole] and zh.count == en.count
    assert [(one.part, one.ground) for one in zh.left_out] == [(one.part, one.ground) for one in en.left_out]


def test_only_a_role_in_use_that_anyone_may_see_has_a_post(bakery):
    assert can_be_posted(bakery, bakery.roles["oven-hand"])
    assert not is_asked_for(bakery, bakery.roles["fire-lighter"]) and "job-post" not in role(Reader(bakery, "en", ""), "fire-lighter")["sections"]
    handbook, one = with_(bakery, "oven-hand", audience="internal")
    assert is_asked_for(handbook, one) and not can_be_posted(handbook, one) and role(Reader(handbook, "en", ""), one.id)["job_post"] == []


def test_the_public_edition_says_nothing_of_posts(bakery):
    shown = public(bakery)
    assert not any(is_asked_for(shown, one) for one in shown.roles.values())
    assert "job-post" not in role(Reader(shown, "en", ""), "oven-hand")["sections"]
