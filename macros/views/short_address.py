"""Addresses without a language: `r/` for a role, `c/` for a competency, `k/` for an indicator."""
from __future__ import annotations

from macros.model.handbook import Handbook
from macros.model.record import Record
from macros.views.page import Outline

LETTERS = {"roles": "r", "competencies": "c", "kpis": "k"}


def short_address(kind: str, id: str) -> str:
    """The short address of a record, from the site's root."""
    return f"{LETTERS[kind]}/{id}/"


def with_short_address(handbook: Handbook, outline: Outline) -> Record | None:
    """The record that a page is about, where it has a short address."""
    if outline.section not in LETTERS or outline.path.count("/") != 2:
        return None
    return handbook.of_kind(outline.section).get(outline.path.split("/")[1])
