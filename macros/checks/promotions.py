"""The rule on what promotion asks: it stands in the move alone, so that no page can ask for less than another."""
from __future__ import annotations

from collections.abc import Iterator

from macros.loading.folder import Loaded
from macros.words.problems import Problem

_WORDS = {"zh": "晋升", "en": "promot"}


def promotions_ask_in_one_place(loaded: Loaded) -> Iterator[Problem]:
    """A role to which a promotion leads leaves its conditions to that move, from where its page shows all of them."""
    for role in loaded.handbook.roles.values():
        for move in loaded.handbook.promotions_to(role)[:1]:
            for place, one in enumerate(role.qualifications):
                if any(word in getattr(one, language).lower() for language, word in _WORDS.items()):
                    yield loaded.problem(
                        "roles", role.id, ("qualifications", place),
                        f"晋升条件只写在“{move.name.zh}”里，岗位页从那里全部列出；把这一项移过去",
                        f"Conditions of promotion stand in “{move.name.en}” alone, and the role’s page lists all of them from there; move this there",
                    )
