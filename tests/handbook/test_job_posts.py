"""The job posts of all roles of this handbook: every sentence in one is stated by a document and for everyone, in both languages."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.model.handbook import Handbook
from macros.model.record import Item
from macros.model.references import inside
from macros.model.roles import Role
from macros.words.languages import LANGUAGES, Language
from tests.generator.pages.test_job_post_browser import *  # noqa: F403  (the same tests, on this house’s site)


@pytest.fixture(scope="module")
def posts(site: Path, handbook: Handbook) -> dict[tuple[str, Language], list[str]]:
    """The lines of every post."""
    return {
        (role.id, language): (site / language / "roles" / role.id / "job-post.txt").read_text(encoding="utf-8-sig").splitlines()
        for role in handbook.ordered_roles for language in LANGUAGES
    }


def sentences(handbook: Handbook) -> Iterator[tuple[Item, bool]]:
    """Every sentence of a role or competency, and whether a document states it as it stands and anyone may see it."""
    for role in handbook.roles.values():
        yield from ((one, one.basis == "stated" and one.audience == "public") for _, one in inside(role, Item))
    for competency in handbook.competencies.values():
        for level in competency.levels.values():
            yield from ((one, level.basis == one.basis == "stated" and one.audience == "public") for one in level.can)
        yield from ((one, False) for one in competency.cautions)


def of_role(handbook: Handbook, role: Role, language: Language) -> set[str]:
    """What the post of a role may say as a line of a list, but for its competencies."""
    duties = [one for group in role.duties.values() for one in group.items]
    return {one[language] for one in (*duties, *role.qualifications) if one.basis == "stated" and one.audience == "public"}


def test_every_line_of_a_list_is_stated_and_public_or_names_competencies(posts, handbook):
    names = {one.name[language].lower() for one in handbook.competencies.values() for language in LANGUAGES}
    can = {one[language] for one, stated in sentences(handbook) if stated for language in LANGUAGES}
    for (id, language), lines in posts.items():
        may = of_role(handbook, handbook.roles[id], language)
        said = [line.removeprefix("- ") for line in lines if line.startswith("- ")]
        rest = [line for line in said if line not in may]
        assert len(said) - len(rest) == len(may), (id, "each of them once")
        for line in rest:
            before, colon, after = line.partition("：" if language == "zh" else ": ")
            listed = {name.strip().lower() for name in after.split("、" if language == "zh" else "; ")}
            told = before.removeprefix("其中").removeprefix("For ").removesuffix(", this means").lower() in names and any(one in after for one in can)
            assert colon and (listed <= names or told), (id, line)


def test_no_sentence_that_is_inferred_added_an_example_or_for_staff_is_in_any_post(posts, handbook):
    every = [*sentences(handbook)]
    stated = "\n".join(one[language] for one, yes in every if yes for language in LANGUAGES)
    out = {one[language] for one, yes in every if not yes for language in LANGUAGES if one[language] not in stated}
    whole = "\n".join("\n".join(lines) for lines in posts.values())
    assert len(out) > 500 and [text for text in out if len(text) > 12 and text in whole] == []


def test_both_languages_have_the_same_lines_and_the_link(posts, handbook):
    for role in handbook.ordered_roles:
        zh, en = (posts[role.id, language] for language in LANGUAGES)
        assert [line[:2] == "- " for line in zh] == [line[:2] == "- " for line in en], role.id
        assert all(lines[-3].endswith(f"/r/{role.id}/?edition={handbook.about.edition}") for lines in (zh, en))
        assert zh[0].startswith(role.name.zh) and en[0].startswith(role.name.en)
