"""Rules that look at one file at a time: one found sound is passed over until it, or what the rule goes by, or the code is another."""
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from typing import TypeVar

from macros.loading.document import Document
from macros.loading.folder import Loaded, Rule
from macros.loading.kept import stamp
from macros.words.problems import Problem

Basis = TypeVar("Basis")
Files = Mapping[str, Document]


def file_by_file(basis: Callable[[Loaded], Basis | None]) -> Callable[[Callable[[Files, Basis], Iterable[Problem]]], Rule]:
    """Makes a rule of one that sees nothing but files and its basis: what it goes by, written out by `repr`. Without a basis nothing is asked.

    Only that a file is sound is kept: what is wrong with one is found anew every time."""

    def made(rule: Callable[[Files, Basis], Iterable[Problem]]) -> Rule:
        @wraps(rule)
        def of_all(loaded: Loaded) -> Iterator[Problem]:
            known = basis(loaded)
            if known is None:
                return
            key = stamp(rule.__name__.encode(), repr(known).encode())
            sound = loaded.verdicts.get(key)
            passed = set(sound) if isinstance(sound, list) else set()
            found = list(rule({name: document for name, document in loaded.documents.items() if document.stamp not in passed}, known))
            faulty = {problem.file for problem in found}
            loaded.verdicts.put(key, [document.stamp for document in loaded.documents.values() if document.file not in faulty])
            yield from found

        return of_all

    return made
