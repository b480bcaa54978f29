"""The index of what can be found by name, which the search reads in the browser: names in every form, and what each thing is."""
from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from macros.model.handbook import Handbook
from macros.model.record import Names, Record
from macros.model.records import GROUPS
from macros.model.stages import Stage
from macros.model.tracks import Track
from macros.search.facets import Facets, facets
from macros.search.readings import traditional_forms, unusual_reading, usual_readings
from macros.views.file import Export
from macros.views.page import Outline
from macros.views.reader import ANCHORED, PAGED, Reader
from macros.words.languages import LANGUAGES, Language, other
from macros.words.texts import Text

# Kinds with an address, in the order in which equal answers stand; “pages” are those without a record of their own.
KINDS = ("roles", "competencies", "kpis", "stages", "tracks", "practices", "moves", "pages", "terms", "cases", "posts", "titles", "layers")
ESSENCE = ("essence", "summary", "definition", "positioning", "point", "known")
WORDED = {"moves": "move", "terms": "term"}  # kinds whose groups are the generator’s own, with their context in the catalogs
STOP = {"zh": "。", "en": ". "}


BATCH = 32  # descriptions in one file
COLUMNS = ("ids", "names", "others", "groups", "forms", "otherForms", "avoided", "atStages", "onTracks", "readings")


@dataclass(frozen=True)
class Entry:
    """One thing that can be found. `group` is the kind within the kind, or the group it belongs to; `former` what things out of use
    were called whose place it has taken."""

    kind: str
    id: str
    name: Text
    forms: dict[Language, list[str]]
    avoided: list[str]
    keywords: Names
    belongs: Facets
    group: str | None
    describe: Callable[[Language], str]
    reading: str | None = None
    former: Mapping[Language, list[str]] = field(default_factory=dict)

    def chinese(self) -> list[str]:
        """Every Chinese form of the name."""
        return [self.name.zh, *self.forms["zh"], *self.former.get("zh", ())]


def search_records(handbook: Handbook, language: Language, outlines: Iterable[Outline], describe: Callable[[Outline], str]) -> Iterator[Export]:
    """For one language the index of names; descriptions in small batches, for what is shown; and keywords with all
    descriptions, for when names do not answer. `describe` is asked for what a page of `is_by_title` says of itself."""
    entries = [*_records(handbook), *_pages(handbook, outlines, describe)]
    entries.sort(key=lambda entry: KINDS.index(entry.kind))
    yield _json(f"{language}/search/records.json", record_index(Reader(handbook, language, ""), entries))
    descriptions = [_first_sentence(entry.describe(language), language) for entry in entries]
    for number, start in enumerate(range(0, len(descriptions), BATCH)):
        yield _json(f"{language}/search/descriptions-{number}.json", descriptions[start : start + BATCH])
    yield _json(f"{language}/search/more.json", {**keyword_index(entries), "descriptions": descriptions})


def _json(path: str, data: object) -> Export:
    return Export(path, json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def _records(handbook: Handbook) -> Iterator[Entry]:
    """Every record in use that has an address."""
    for kind in (kind for kind in KINDS if kind != "pages"):
        for record in handbook.used(kind):
            earlier = handbook.earlier_by_record.get((kind, record.id), ())
            yield Entry(
                kind, record.id, record.name, {language: _forms(record, language) for language in LANGUAGES}, _advised_against(record),
                _keywords(record, *earlier), facets(handbook, kind, record), getattr(record, "kind", None),
                partial(_essence, record), record.reading, {language: _former(record, earlier, language) for language in LANGUAGES} if earlier else {},
            )


def _keywords(*records: Record) -> Names:
    """What several records are looked for by."""
    return Names(**{language: tuple(dict.fromkeys(word for one in records for word in getattr(one.keywords, language))) for language in LANGUAGES})


def _former(record: Record, earlier: Iterable[Record], language: Language) -> list[str]:
    """What earlier records were called and this one is not."""
    own = {record.name[language], *_forms(record, language)}
    return [name for name in dict.fromkeys(name for one in earlier for name in (one.name[language], *_forms(one, language))) if name not in own]


def _essence(record: Record, language: Language) -> str:
    text = next((value for field in ESSENCE if (value := getattr(record, field, None))), None)
    return text[language] if text else ""


def is_by_title(outline: Outline) -> bool:
    """Whether a page is found by its title and not as a record: the map, the comparisons, the lists. The home page and the
    search are wherever one is; source documents are for checking; an interview sheet is had from its role or the list of all; what is written by hand is
    found by its text."""
    matters = outline.section not in ("", "search", "sources") and not outline.by_hand
    return matters and (outline.section not in (*PAGED, "interviews") or outline.path == f"{outline.section}/")


def _pages(handbook: Handbook, outlines: Iterable[Outline], describe: Callable[[Outline], str]) -> Iterator[Entry]:
    found: dict[str, dict[Language, Outline]] = {}
    for outline in filter(is_by_title, outlines):
        found.setdefault(outline.path, {})[outline.language] = outline
    keywords: Mapping[str, Names] = {name: words for name, words in handbook.about.keywords.items()}
    for path, several in found.items():
        id = path.rstrip("/")
        yield Entry(
            "pages", id, Text(**{language: outline.title for language, outline in several.items()}), {language: [] for language in LANGUAGES}, [],
            keywords.get(id, Names()), Facets((), ()), None, partial(_described, several, describe),
        )


def _described(several: dict[Language, Outline], describe: Callable[[Outline], str], language: Language) -> str:
    return describe(several[language])


def record_index(reader: Reader, entries: list[Entry]) -> dict[str, object]:
    """Kinds with the number of their entries, stages, tracks, how characters are read, and the entries column by column, which packs best."""
    told, usual = _heard(entries)
    rows = [_row(reader, entry, usual, told) for entry in entries]
    own, second = reader.language, other(reader.language)
    held = Counter(entry.kind for entry in entries)
    former = {str(place): [*entry.former[own], *entry.former[second]] for place, entry in enumerate(entries) if any(entry.former.values())}
    return {
        "kinds": [[kind, reader.word("hits", kind), reader.word("hit", kind), *_address(kind), n] for kind in KINDS if (n := held[kind])],
        "batch": BATCH,
        "stages": _named(reader, "stages"),
        "tracks": _named(reader, "tracks"),
        "characters": _side_by_side(usual),
        "traditional": traditional_forms(json.dumps([rows, former], ensure_ascii=False)),
        **({"former": former} if former else {}),
        **dict(zip(COLUMNS, map(list, zip(*rows)))),
    }


def _heard(entries: list[Entry]) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """The readings that the data tell, by name, and how characters are read most often."""
    told = {entry.name.zh: tuple(entry.reading.split()) for entry in entries if entry.reading}
    return told, usual_readings((name for entry in entries for name in entry.chinese()), told)


def keyword_index(entries: list[Entry]) -> dict[str, object]:
    """The keywords of each entry in both languages, 0 where it has none, and what the index of names does not know of their characters."""
    _, usual = _heard(entries)
    found = usual_readings(word for entry in entries for word in entry.keywords.zh)
    every = {**found, **usual}
    new = {character: syllable for character, syllable in found.items() if character not in usual}
    return {
        "keywords": [[*entry.keywords.zh, *entry.keywords.en] or 0 for entry in entries],
        "characters": _side_by_side(new),
        "traditional": traditional_forms("".join(new)),
        "readings": {word: " ".join(read) for entry in entries for word in entry.keywords.zh if (read := unusual_reading(word, every))},
    }


def _side_by_side(readings: dict[str, str]) -> str:
    return "".join(f"{character}{syllable}" for character, syllable in readings.items())


def _row(reader: Reader, entry: Entry, usual: dict[str, str], told: dict[str, tuple[str, ...]]) -> list[object]:
    """What the columns hold of one entry; an empty string or 0 where there is nothing to say."""
    own, second = reader.language, other(reader.language)
    return [
        entry.id if entry.id != slug(entry.name.en) else "", entry.name[own], entry.name[second],
        _group(reader, entry.kind, entry.group) if entry.group else "",
        entry.forms[own] or 0, entry.forms[second] or 0, entry.avoided or 0,
        _numbers(reader, "stages", entry.belongs.stages), _numbers(reader, "tracks", entry.belongs.tracks),
        {name: " ".join(found) for name in entry.chinese() if (found := unusual_reading(name, usual, told.get(name, ())))} or 0,
    ]


def _group(reader: Reader, kind: str, group: str) -> str:
    return reader.group(kind, group) if kind in GROUPS else reader.word(WORDED[kind], group)


def slug(name: str) -> str:
    """What most ids are made like; the script makes them in the same way, so that the file need not hold them."""
    return re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")


def _numbers(reader: Reader, kind: str, ids: tuple[str, ...]) -> str:
    """Stages or tracks by their places in the index, one character each from 0 on, however many there are: after 9 come : and ;."""
    return "".join(chr(ord("0") + number) for number, one in enumerate(_chosen_by(reader, kind)) if one.id in ids)


def _named(reader: Reader, kind: str) -> list[list[str]]:
    return [[record.id, reader.text(record.name)] for record in _chosen_by(reader, kind)]


def _chosen_by(reader: Reader, kind: str) -> list[Stage | Track]:
    """By what results can be narrowed; the ladder of stages, which has every role, is no track beside the others."""
    found: Sequence[Stage | Track] = reader.handbook.used("stages") if kind == "stages" else reader.handbook.used("tracks")
    return [one for one in found if not (isinstance(one, Track) and one.is_of_stages)]


def _forms(record: Record, language: Language) -> list[str]:
    """Other names that stand as good as the name: the short form, aliases, forms the glossary allows."""
    short = [name for name in [getattr(record, "short", None)] if name and language == LANGUAGES[0]]
    aliases = [alias[language] for alias in getattr(record, "aliases", ())]
    allowed = [*getattr(record.allow, language)] if hasattr(record, "allow") else []
    return [form for form in dict.fromkeys([*short, *aliases, *allowed]) if form != record.name[language]]


def _advised_against(record: Record) -> list[str]:
    """Forms nobody should write, which people type all the same."""
    return [form for language in LANGUAGES for form in getattr(record.avoid, language)] if hasattr(record, "avoid") else []


def _address(kind: str) -> tuple[str, str]:
    """What stands before and after the id in the address of an entry."""
    if kind in ANCHORED:
        page, prefix = ANCHORED[kind]
        return f"{page}#{prefix}", ""
    return "" if kind == "pages" else f"{kind}/", "/"


def _first_sentence(text: str, language: Language) -> str:
    head, found, _ = text.partition(STOP[language])
    return head + found.strip()
