"""The handbook as a publication: its titles, edition, owner, look and defaults."""
from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.model.appearance import Colours, SvgName
from macros.model.record import Day, Id, Model, Names, PracticeId, RoleId, TeamId, Word
from macros.words.texts import Text

# Pages without a record of their own that can be looked for by keywords.
PageName = Literal[
    "map", "compare", "path", "matrix", "methods", "terms", "cases", "open-points", "health", "sources", "changes", "about",
    "roles", "stages", "tracks", "competencies", "kpis", "moves", "practices",
]


class Defaults(Model):
    """Who owns the records of a kind and when they were, and must be, reviewed, unless a record says otherwise."""

    owner: TeamId
    reviewed_on: Day
    review_by: Day


# What an empty field of a role leaves open.
Subject = Literal["reports-to", "track", "layer", "qualifications", "kpis", "works-with", "authority"]


class DevelopmentPlan(Model):
    """Which practice development plans follow, and which of its steps reviews them; how often is said there."""

    practice: PracticeId
    review: Id


class About(Model):
    """The handbook as a publication."""

    title: Text
    short_title: Text
    department: Text
    headline: tuple[Text, ...] = Field(min_length=1, max_length=2)  # what the home page opens with, in one line or two
    summary: Text
    edition: Word
    effective_on: Day
    issued_by: TeamId
    example_role: RoleId
    search_examples: Names = Names()  # what the home page offers to search for; where there are none, what the example role is found by
    logo: SvgName | None = None
    colours: Colours = Colours()
    defaults: dict[str, Defaults]
    settled_by: dict[Subject, TeamId] = {}  # who settles what roles leave open, whoever owns their pages
    development_plan: DevelopmentPlan | None = None  # where there is none, the page of one’s own plan proposes no review dates
    show_behind: bool = False  # whether a page says that its language may be behind the other
    keywords: dict[PageName, Names] = {}  # what people look for a page by, like a record’s own
