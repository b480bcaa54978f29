"""Addresses without a language: `r/` for a role, `c/` for a competency, `k/` for an indicator."""
from __future__ import annotations

LETTERS = {"roles": "r", "competencies": "c", "kpis": "k"}


def short_address(kind: str, id: str) -> str:
    """The short address of a record, from the site's root."""
    return f"{LETTERS[kind]}/{id}/"
