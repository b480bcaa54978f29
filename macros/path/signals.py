"""The names under which ticked signs of readiness are kept: those of a stage have an id, those of a role go by what they say in Chinese."""
from __future__ import annotations

import hashlib

from macros.model.record import Item
from macros.model.stages import Signal


def stage_signal(sign: Signal) -> str:
    """The name of a sign of a whole stage."""
    return f"stage/{sign.id}"


def role_signal(sign: Item) -> str:
    """The name of a sign of a role; another sentence is another sign."""
    return f"role/{hashlib.sha256(sign.zh.encode()).hexdigest()[:8]}"
