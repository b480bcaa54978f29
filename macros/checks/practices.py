"""The rule on what a practice says of itself: it promises nothing to those it is not for."""
from __future__ import annotations

from collections.abc import Iterator

from macros.loading.folder import Loaded
from macros.model.practices import Practice
from macros.model.record import Party
from macros.model.records import Records
from macros.words.languages import LANGUAGES, Language
from macros.words.problems import Problem

_KINDS = {"role": "roles", "post": "posts", "title": "titles", "team": "teams", "stage": "stages"}


def leads_say_whom_they_are_for(loaded: Loaded) -> Iterator[Problem]:
    """A practice written for some, or with a part for one role, names them in its summary, which other pages and the search repeat to everyone."""
    for practice in loaded.handbook.practices.values():
        for party in practice.for_:
            yield from _unnamed(loaded, practice, party, "这项制度只写给“{}”，概述却没有点出来；在概述里写明是给谁的",
                                "This practice is for “{}” alone, and its summary does not say so; name whom it is for")
        for party in _of_parts(practice):
            yield from _unnamed(loaded, practice, party, "这项制度有一部分只给“{}”，概述却没有点出来；在概述里写明哪一部分是给谁的",
                                "A part of this practice is for “{}” alone, and its summary does not say so; say which part is for whom")


def _of_parts(practice: Practice) -> list[Party]:
    """The roles that parts of a practice are for, once each; what another organisation does is for nobody here."""
    ours = [party for group in practice.groups.values() if not group.elsewhere for party in group.for_ if party.role]
    return [party for party in dict.fromkeys(ours) if party not in practice.for_]


def _unnamed(loaded: Loaded, practice: Practice, party: Party, zh: str, en: str) -> Iterator[Problem]:
    """A problem in each language whose summary does not hold a name of theirs."""
    names = {language: _names(loaded.handbook, party, language) for language in LANGUAGES}
    for language, known in names.items():
        if known and not any(name.lower() in practice.summary[language].lower() for name in known):
            yield loaded.problem("practices", practice.id, ("summary", language), zh.format(names["zh"][0]), en.format(names["en"][0]))


def _names(handbook: Records, party: Party, language: Language) -> list[str]:
    """What somebody is called; nothing where that is anyone, or an id that does not exist."""
    if party.outside:
        return [party.outside[language]]
    for field, kind in _KINDS.items():
        if id := getattr(party, field):
            record = handbook.of_kind(kind).get(id)
            return [text[language] for text in (record.name, *getattr(record, "aliases", ()))] if record else []
    return []
