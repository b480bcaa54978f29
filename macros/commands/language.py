"""In which of the two languages an editor is written to, where only one can be."""
from __future__ import annotations

import os

from macros.words.languages import Language


def language_of_system() -> Language:
    """The language of the editor, going by the system; Chinese where it says nothing of the two."""
    said = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    return "en" if said.lower().startswith("en") else "zh"
