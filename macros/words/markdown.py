"""Words inside Markdown that is made for a review or a reminder."""
from __future__ import annotations

import re


def plain(text: str) -> str:
    """A text that Markdown shows as it stands."""
    return re.sub(r"([\\`*_\[\]<>|#~&])", r"\\\1", " ".join(text.split()))
