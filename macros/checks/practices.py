"""The rule on what a practice says of itself: it promises nothing to those it is not for."""
from __future__ import annotations

from collections.abc import Iterator

from macros.loading.folder import Loaded
from macros.model.record import Party
from macros.model.records import Records
from macros.words.languages import LANGUAGES, Language
from macros.words.problems import Problem

_KINDS = {"role": "roles", "post": "posts", "title": "titles", "team": "teams", "stage": "stages"}


def leads_say_whom_they_are_for(loaded: Loaded) -> Iterator[Problem]:
    """A practice written for some names them in its summary, which other pages and the search repeat to everyone."""
    for practice in loaded.handbook.practices.values():
        for party in practice.for_:
            names = {language: _names(loaded.handbook, party, language) for language in LANGUAGES}
            for language, known in names.items():
                if known and not any(name.lower() in practice.summary[language].lower() for name in known):
                    zh, en = (names[one][0] for one in LANGUAGES)
                    yield loaded.problem(
                        "practices", practice.id, ("summary", language), f"这项制度只写给“{zh}”，概述却没有点出来；在概述里写明是给谁的",
                        f"This practice is for “{en}” alone, and its summary does not say so; name whom it is for",
                    )


def _names(handbook: Records, party: Party, language: Language) -> list[str]:
    """What somebody is called; nothing where that is anyone, or an id that does not exist."""
    if party.outside:
        return [party.outside[language]]
    for field, kind in _KINDS.items():
        if id := getattr(party, field):
            record = handbook.of_kind(kind).get(id)
            return [text[language] for text in (record.name, *getattr(record, "aliases", ()))] if record else []
    return []
