"""How many of the roles in a list stand there by the editors' judgement and not by a document's word."""
from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from macros.model.roles import Role
from macros.views.reader import Reader


def by_stage(reader: Reader, roles: Iterable[Role]) -> str:
    """That no document states the stage of some of these roles; empty where all are stated."""
    if not (n := sum(1 for role in roles if _judged(role, "stage"))):
        return ""
    return reader.say_n(
        "For {n} role here the stage is concluded by the editors; its page says why.",
        "For {n} roles here the stage is concluded by the editors; the page of each says why.", n,
    )


def by_layer(reader: Reader, roles: Iterable[Role]) -> str:
    """Of which of these roles no document states the layer; empty where all are stated."""
    if not (judged := [role for role in roles if _judged(role, "layer")]):
        return ""
    return reader.say_n(
        "The layer of this role is concluded by the editors; its page says why: {names}.",
        "The layer of these roles is concluded by the editors; the page of each says why: {names}.", len(judged),
        names=reader.listed([reader.inside(reader.text(role.name)) for role in judged]),
    )


def _judged(role: Role, field: Literal["stage", "layer"]) -> bool:
    return field in role.basis_of and role.basis_of[field].basis != "stated"
