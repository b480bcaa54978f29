"""The index of the records themselves, which the search reads in the browser: names in every form, and what each is."""
from __future__ import annotations

import json
import re
from collections.abc import Iterator

from macros.exports.export import Export
from macros.exports.readings import traditional_forms, unusual_reading, usual_readings
from macros.model.facets import facets
from macros.model.handbook import Handbook
from macros.model.items import Record
from macros.text import LANGUAGES, Language, other
from macros.views.reader import ANCHORED, PAGED, Reader

# Kinds with an address, in the order in which equal answers stand.
KINDS = ("roles", "competencies", "kpis", "stages", "tracks", "practices", "moves", "terms", "cases", "posts", "titles", "layers")
ESSENCE = ("essence", "summary", "definition", "positioning", "point", "known")


BATCH = 32  # descriptions in one file
COLUMNS = ("ids", "names", "others", "groups", "forms", "otherForms", "avoided", "atStages", "onTracks", "readings")


def search_records(handbook: Handbook) -> Iterator[Export]:
    """For each language the index of names; descriptions in small batches, for what is shown; and keywords with all descriptions, for when names do not answer."""
    keywords = keyword_index(handbook)
    for language in LANGUAGES:
        reader = Reader(handbook, language, "")
        yield _json(f"{language}/search/records.json", record_index(reader))
        descriptions = [_first_sentence(reader, record) for _, record in _records(handbook)]
        for number, start in enumerate(range(0, len(descriptions), BATCH)):
            yield _json(f"{language}/search/descriptions-{number}.json", descriptions[start : start + BATCH])
        yield _json(f"{language}/search/more.json", {**keywords, "descriptions": descriptions})


def _records(handbook: Handbook) -> list[tuple[str, Record]]:
    """Every record with an address, in the order of all columns."""
    return [(kind, record) for kind in KINDS for record in handbook.used(kind)]


def _json(path: str, data: object) -> Export:
    return Export(path, json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def record_index(reader: Reader) -> dict[str, object]:
    """Kinds with the number of their records, stages, tracks, how characters are read, and the records column by column, which packs best."""
    handbook = reader.handbook
    records = _records(handbook)
    usual = usual_readings(name for _, record in records for name in _chinese(record))
    rows = [_row(reader, kind, record, usual) for kind, record in records]
    return {
        "kinds": [[kind, _kind_name(reader, kind), *_address(kind), len(handbook.used(kind))] for kind in KINDS],
        "batch": BATCH,
        "stages": _named(reader, "stages"),
        "tracks": _named(reader, "tracks"),
        "characters": _side_by_side(usual),
        "traditional": traditional_forms(json.dumps(rows, ensure_ascii=False)),
        **dict(zip(COLUMNS, map(list, zip(*rows)))),
    }


def keyword_index(handbook: Handbook) -> dict[str, object]:
    """The keywords of each record in both languages, 0 where it has none, and what the index of names does not know of their characters."""
    records = _records(handbook)
    usual = usual_readings(name for _, record in records for name in _chinese(record))
    found = usual_readings(word for _, record in records for word in record.keywords.zh)
    new = {character: syllable for character, syllable in found.items() if character not in usual}
    return {
        "keywords": [[*record.keywords.zh, *record.keywords.en] or 0 for _, record in records],
        "characters": _side_by_side(new),
        "traditional": traditional_forms("".join(new)),
        "readings": {word: " ".join(read) for _, record in records for word in record.keywords.zh if (read := unusual_reading(word, {**found, **usual}))},
    }


def _side_by_side(readings: dict[str, str]) -> str:
    return "".join(f"{character}{syllable}" for character, syllable in readings.items())


def _row(reader: Reader, kind: str, record: Record, usual: dict[str, str]) -> list[object]:
    """What the columns hold of one record; an empty string or 0 where there is nothing to say."""
    own, second = reader.language, other(reader.language)
    belongs = facets(reader.handbook, kind, record)
    return [
        record.id if record.id != slug(record.name.en) else "", record.name[own], record.name[second], _group(reader, kind, record), _forms(record, own) or 0,
        _forms(record, second) or 0, _advised_against(record) or 0,
        _numbers(reader, "stages", belongs.stages), _numbers(reader, "tracks", belongs.tracks),
        {name: " ".join(found) for name in _chinese(record) if (found := unusual_reading(name, usual))} or 0,
    ]


def slug(name: str) -> str:
    """What most ids are made like; the script makes them in the same way, so that the file need not hold them."""
    return re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")


def _numbers(reader: Reader, kind: str, ids: tuple[str, ...]) -> str:
    """Stages or tracks by their places in the index, one figure each."""
    return "".join(str(number) for number, one in enumerate(reader.handbook.used(kind)) if one.id in ids)


def _named(reader: Reader, kind: str) -> list[list[str]]:
    return [[record.id, reader.text(record.name)] for record in reader.handbook.used(kind)]


def _chinese(record: Record) -> list[str]:
    return [record.name.zh, *_forms(record, "zh")]


def _forms(record: Record, language: Language) -> list[str]:
    """Other names that stand as good as the name: the short form, aliases, forms the glossary allows."""
    short = [record.short] if getattr(record, "short", None) and language == LANGUAGES[0] else []
    aliases = [alias[language] for alias in getattr(record, "aliases", ())]
    allowed = [*getattr(record.allow, language)] if hasattr(record, "allow") else []
    return [form for form in dict.fromkeys([*short, *aliases, *allowed]) if form != record.name[language]]


def _advised_against(record: Record) -> list[str]:
    """Forms nobody should write, which people type all the same."""
    return [form for language in LANGUAGES for form in getattr(record.avoid, language)] if hasattr(record, "avoid") else []


def _kind_name(reader: Reader, kind: str) -> str:
    return reader.say("Post") if kind == "posts" else reader.word("kind-heading", kind)


def _address(kind: str) -> tuple[str, str]:
    """What stands before and after the id in the address of a record."""
    if kind in PAGED:
        return f"{kind}/", "/"
    page, prefix = ANCHORED[kind]
    return f"{page}#{prefix}", ""


def _group(reader: Reader, kind: str, record: Record) -> str:
    """The kind within the kind: a promotion, a tool, an indicator of reach."""
    context = {"competencies": "competency", "kpis": "kpi", "moves": "move", "practices": "practice", "terms": "term"}.get(kind)
    return reader.word(context, record.kind) if context else ""


def _first_sentence(reader: Reader, record: Record) -> str:
    text = next((reader.text(getattr(record, field)) for field in ESSENCE if getattr(record, field, None)), "")
    stop = "。" if reader.language == LANGUAGES[0] else ". "
    head, found, _ = text.partition(stop)
    return head + found.strip()
