"""What was asked for and cannot be done, where it is no mistake in the handbook."""
from __future__ import annotations


class Refused(Exception):
    """Not done, and nothing was changed by it; `zh` and `en` say why in a sentence."""

    def __init__(self, zh: str, en: str) -> None:
        self.zh, self.en = zh, en
        super().__init__(f"{zh}。\n{en}.")
