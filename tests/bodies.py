"""The bodies of all generated pages, made at once."""
from __future__ import annotations

from macros.model.handbook import Handbook
from macros.website.page_list import outlines
from macros.words.languages import LANGUAGES, Language


def bodies(handbook: Handbook, languages: tuple[Language, ...] = LANGUAGES) -> dict[str, str]:
    """Every body by the address of its page: `zh/roles/oven-hand/`."""
    return {outline.address: outline.made(handbook).content.body for outline in outlines(handbook, languages)}
