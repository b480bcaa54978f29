"""What records are called and how their names are read, as far as the files tell: rules that conclude from a name’s not being there ask here."""
from __future__ import annotations

from collections.abc import Iterator

from macros.loading.folder import Loaded
from macros.model.record import Record
from macros.model.records import RECORD_KINDS
from macros.words.languages import HAN, LANGUAGES
from macros.words.problems import Problem


def are_known(loaded: Loaded) -> bool:
    """Whether every name can be known: no file is missing or unreadable, and each record that does not fit has its name nevertheless."""
    lost = loaded.unread.intersection(RECORD_KINDS) or any(one.kind in RECORD_KINDS for one in loaded.absent)
    return not lost and all(kind not in RECORD_KINDS or set(LANGUAGES) <= _name(data).keys() for kind, data in loaded.misfits())


def of_all(loaded: Loaded) -> Iterator[str]:
    """Every name by which a record goes in either language. In one that does not fit the model, any word may be meant for a name."""
    for _, record in loaded.handbook.records():
        yield from _names(record)
    for term in loaded.handbook.terms.values():
        yield from (*term.allow.zh, *term.allow.en)
    for kind, data in loaded.misfits():
        if kind in RECORD_KINDS:
            yield from _strings(data)


def of_misfits(loaded: Loaded) -> Iterator[str]:
    """The Chinese names of the records that do not fit the model."""
    yield from (name["zh"] for kind, data in loaded.misfits() if kind in RECORD_KINDS and "zh" in (name := _name(data)))


def readings_fit_their_names(loaded: Loaded) -> Iterator[Problem]:
    """A reading has as many syllables as the Chinese name has Chinese characters."""
    for kind, record in loaded.handbook.records():
        said, characters = len((record.reading or "").split()), len(HAN.findall(record.name.zh))
        if record.reading and said != characters:
            yield loaded.problem(kind, record.id, ("reading",),
                                 f"“{record.name.zh}”有{characters}个汉字，这里写了{said}个音节；一个汉字写一个",
                                 f"“{record.name.zh}” has {characters} Chinese characters, and {said} syllables stand here; write one for each")


def _names(record: Record) -> Iterator[str]:
    for text in (record.name, *getattr(record, "aliases", ())):
        yield from (text[language] for language in LANGUAGES)
    yield getattr(record, "short", None) or ""


def _name(data: object) -> dict[str, str]:
    name = data.get("name") if isinstance(data, dict) else None
    return {language: text for language, text in name.items() if isinstance(text, str)} if isinstance(name, dict) else {}


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)
