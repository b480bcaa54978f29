"""What a file beside the pages is."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Export:
    """One file of the site: its path from the site's root, such as `zh/compare/roles.json`, and its text, or its bytes where it is none."""

    path: str
    text: str
    raw: bytes = b""

    @property
    def content(self) -> bytes:
        """What stands in the file."""
        return self.raw or self.text.encode()
