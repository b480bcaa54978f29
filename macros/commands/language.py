"""In which of the two languages an editor is written to."""
from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.words.languages import Language


def languages_of_system() -> tuple[Language, ...]:
    """The language of the editor, going by the system; both where it says nothing of the two."""
    from macros.words.languages import LANGUAGES  # only where a file is written: a check of what has not changed needs no model

    said = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "").lower()
    return tuple(language for language in LANGUAGES if said.startswith(language)) or LANGUAGES
