"""What a public site must not hold, and where it does: every sentence and address of the staff's own edition that is not in the public one."""
from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ahocorasick import Automaton
from pydantic import BaseModel

from macros.model.handbook import Handbook
from macros.model.public import public
from macros.model.record import ID
from macros.views.reader import PAGED
from macros.words.languages import HAN

WORDS_FOR_THE_MACHINE = ("id", "file", "owner")
SHORTEST = {True: 6, False: 16}  # letters by which a piece of Chinese, or of another text, tells something


def secrets(handbook: Handbook) -> list[str]:
    """Every text of a handbook that its public edition does not have, long enough to tell something, and the addresses of records that it lacks."""
    shown = public(handbook)
    known = {*_texts(replace(shown, editions={}))}
    whole = "\n".join(known)  # without what editions tell: a sentence on a change may repeat one that is for staff
    told = {text for text in {*_texts(handbook)} - known - {*_texts(shown)} if not re.fullmatch(ID, text)}  # values of the model are words of the styles, too
    texts = {text for text in told if len(text) >= SHORTEST[bool(HAN.search(text))] and text not in whole}
    return sorted(texts | {f"{kind}/{id}/" for kind in PAGED for id in handbook.of_kind(kind) if id not in shown.of_kind(kind)})


def leaks(handbook: Handbook, site: Path) -> tuple[int, int, list[tuple[str, str]]]:
    """How many texts were looked for, in how many files of a site, and each that was found with a file that has it."""
    looked_for, files = Automaton(), sorted(path for path in site.rglob("*") if path.is_file())
    for text in secrets(handbook):
        looked_for.add_word(text, text)
    looked_for.make_automaton()
    found: dict[str, str] = {}
    for path in files:
        for _, text in looked_for.iter(_read(path)):
            found.setdefault(text, path.relative_to(site).as_posix())
    return len(looked_for), len(files), sorted(found.items())


def _read(path: Path) -> str:
    """What a file says, as a browser or a script would read it."""
    text = path.read_bytes().decode("utf-8", "replace")
    return html.unescape(re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text))


def _texts(handbook: Handbook) -> Iterator[str]:
    for value in vars(handbook).values():
        if isinstance(value, (BaseModel, dict)):
            yield from _within(value)


def _within(value: object) -> Iterator[str]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in WORDS_FOR_THE_MACHINE:
                yield from _within(getattr(value, name))
    elif isinstance(value, (tuple, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _within(one)
    elif isinstance(value, str):
        yield value
