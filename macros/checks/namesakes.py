"""Rule on records of different kinds with one name: they are one thing, or readers take one for the other."""
from __future__ import annotations

from collections.abc import Iterator

from macros.loading.folder import Loaded
from macros.model.record import Record
from macros.words.languages import LANGUAGES
from macros.words.problems import Problem


def names_tell_records_apart(loaded: Loaded) -> Iterator[Problem]:
    """Where records of two kinds go by one name in a language, they do in the other too; within a kind, and with terms, translations agree anyway."""
    for language, other in (LANGUAGES, LANGUAGES[::-1]):
        seen: dict[str, tuple[str, Record]] = {}
        for kind, record in loaded.handbook.records():
            if kind == "terms":
                continue
            home, first = seen.setdefault(record.name[language].casefold(), (kind, record))
            if home != kind and first.name[other].casefold() != record.name[other].casefold():
                yield loaded.problem(kind, record.id, ("name", language),
                                     f"“{first.id}”（{home}）也叫这个名称，另一种语言却不同名，读者分不清；改掉一个",
                                     f"“{first.id}” ({home}) has this name too, and another one in the other language; readers mix them up, so change one")
