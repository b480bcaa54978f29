"""Finds a record by what people call it, for those who write a name where an id belongs."""
from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator

from macros.model.handbook import Handbook
from macros.model.vocabularies import CHOICES
from macros.words.languages import HAN, LANGUAGES
from macros.words.texts import Text

SECTION = re.compile(r"(?P<title>.+?)[\s,，]*(?:第|§|#|[Ss]ections?|[Ss]ec\.)?\s*(?P<section>[0-9]+(?:\.[0-9]+)*)\s*[节章条]?")


def id_called(handbook: Handbook, kind: str, called: str) -> str | None:
    """The id of the one record, or value of a list, of a kind that goes by a name or another name in either language; None where none or several do."""
    kinds = CHOICES[kind].lists if kind in CHOICES else (kind,)
    wanted = called.strip("“”‘’「」 ").casefold()
    found = {id for of in kinds for id, one in getattr(handbook, of, {}).items() if wanted in _names(one)}
    return found.pop() if len(found) == 1 else None


def section_called(called: str, documents: Iterable[tuple[str, Iterable[str], Iterable[str]]]) -> str | None:
    """The section, as `document#section`, that people cite as “《Title》第3.3节”, of documents with their titles and sections."""
    found = SECTION.fullmatch(called.strip("“”‘’「」 "))
    wanted = found["title"].strip("《》〈〉“” ").casefold() if found else ""
    ids = [f"{id}#{found['section']}" for id, titles, sections in documents if found and found["section"] in map(str, sections)
           and wanted in (id, *(title.strip("《》").casefold() for title in titles))]
    return ids[0] if len(ids) == 1 else None


def nearest_called(handbook: Handbook, kind: str, called: str) -> tuple[str, str] | None:
    """The name of a record of a kind that is most like what somebody wrote, and its id; None where none is much like it, or where it is no name."""
    if not HAN.search(called) and " " not in called:
        return None
    ids = {name: id for id, one in getattr(handbook, kind, {}).items() for name in _names(one)}
    near = difflib.get_close_matches(called.strip("“”‘’「」 ").casefold(), ids, 1, 0.5)
    return (near[0], ids[near[0]]) if near else None


def _names(one: object) -> Iterator[str]:
    for text in (getattr(one, "name", None), *getattr(one, "aliases", ())):
        if isinstance(text, Text):
            yield from (text[language].casefold() for language in LANGUAGES)
