"""Another title, or another id: what follows by itself, and what people have to look at."""
from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from macros.editing.change import Wanted
from macros.editing.edits import Add, Edit, Put, Rename, edited
from macros.editing.kinds import ensure_free, home_of, record_of
from macros.editing.lines import newline
from macros.editing.pointers import led_on, pointers
from macros.editing.retiring import Step, called_anew, lines_of
from macros.editing.written import Value
from macros.loading.document import Document
from macros.loading.folder import Loaded
from macros.loading.homes import ABOUT, HOMES
from macros.loading.translations import LOCK, in_order, rest, state, written
from macros.words.languages import HAN
from macros.words.problems import Path

KEPT = ("basis", "owner", "reviewed_on", "review_by", "sources")  # of what is not required, what a record that went elsewhere still says


def retitling(kind: str, id: str, names: Mapping[str, str]) -> Step:
    """A record has another name, and is still found by the one it had."""

    def step(loaded: Loaded) -> Wanted:
        record = record_of(loaded, kind, id)
        document, prefix = loaded.homes[kind, id]
        data: Any = document.at(prefix)
        new = {language: name for language, name in names.items() if name != getattr(record.name, language)}
        edits: list[Edit] = [Put((*prefix, "name", language), name) for language, name in new.items()]
        if new:
            edits += called_anew({language: getattr(record.name, language) for language in new}, new, prefix, data, hasattr(record, "aliases"))
        return Wanted({home_of(loaded, kind, id)[0]: edits})

    return step


def still_holding(place: Callable[[Loaded], tuple[Document, Path]], lock: bytes) -> Step:
    """Whoever gives one half of a name anew has seen the other: the pair at that place counts as confirmed, so that nobody is asked about it."""

    def step(loaded: Loaded) -> Wanted:
        known = rest(lock)
        asked = [one.pair for one in state(loaded.documents.values(), known).behind if (one.pair.document, one.pair.path) == place(loaded)]
        known = known | {pair.halves for pair in asked}
        return Wanted({}, {LOCK: written(in_order(known, state(loaded.documents.values(), known))).decode()} if asked else {})

    return step


def moving(kind: str, old: str, new: str, on: str) -> Step:
    """A record has another id. What it says moves there to the byte; at the old one a short retired record stays, whose address leads on."""

    def step(loaded: Loaded) -> Wanted:
        record = record_of(loaded, kind, old)
        ensure_free(loaded, kind, new)
        edits = led_on(pointers(loaded, kind, old, also_retired=True), kind, old, [new], {}, loaded)
        document, prefix = loaded.homes[kind, old]
        name, alone = home_of(loaded, kind, old)
        data: Any = document.at(prefix)
        needed = {info.alias or field for field, info in type(record).model_fields.items() if info.is_required()}
        stub: dict[str, Value] = {key: value for key, value in data.items() if key in needed or key in KEPT}
        if "sources" not in stub:
            stub["basis"] = "editorial"
        stub["retired"] = {"on": on, "replaced_by": new}
        if not alone:
            return Wanted({**edits, name: [*edits.get(name, ()), Rename(prefix, new), Add((kind,), old, stub, new)]})
        text = document.raw.decode()
        whole = edited(text, edits.pop(name, ()), document.file)
        return Wanted(edits, {f"{kind}/{new}.yml": whole, name: lines_of(stub, newline(text))})

    return step


def still_saying(loaded: Loaded, kind: str, id: str, words: Mapping[str, str]) -> Iterator[str]:
    """Every sentence and comment of the handbook that says what a record was called, as `file:line  sentence`; its own names are not among them.

    Nor are the titles and headings of source documents, which stand as the documents have them."""
    document, prefix = loaded.homes[kind, id]
    for name, one in loaded.documents.items():
        if name == HOMES["documents"]:
            continue
        for path, language, text in one.sentences:
            own = one is document and path[:len(prefix)] == prefix and _is_name(path[len(prefix):])
            if language in words and not own and says(text, words[language]):
                yield f"{one.file}:{one.values[path][0]}  {text}"
        yield from in_comments(one.file, one.lines, lambda line: any(says(line, word) for word in words.values()))
    yield from _in_examples(loaded, words)


def _is_name(path: Path) -> bool:
    """Whether what a record says there is what it is called or looked for by; a remark on an alias is not."""
    return path[0] == "keywords" or (path[0], len(path)) in (("name", 2), ("aliases", 3))


def _in_examples(loaded: Loaded, words: Mapping[str, str]) -> Iterator[str]:
    """What the handbook shows may be searched for, where it is one of these words."""
    about = loaded.handbook.about
    for language, word in words.items() if about else ():
        for number, example in enumerate(getattr(about.search_examples, language) if about else ()):
            if says(example, word):
                found = loaded.documents[ABOUT].problem(("search_examples", language, number), "", "")
                yield f"{found.file}:{found.line}  {example}"


def in_comments(file: str, lines: list[str], holds: Callable[[str], bool]) -> Iterator[str]:
    """Every line of comment that holds what is looked for."""
    for number, line in enumerate(lines, 1):
        if line.lstrip().startswith("#") and holds(line):
            yield f"{file}:{number}  {line.strip()}"


def names(text: str, id: str) -> bool:
    """Whether a text has an id as a word of its own."""
    return _has(text, re.escape(id))


def says(text: str, name: str) -> bool:
    """Whether a text says a name: an English one whole, whatever its capitals, of one or of several, as “heads of sales” and “policies” do."""
    if HAN.search(name):
        return name in text
    head, of, rest = name.partition(" of ")
    one = re.sub("ies$", "y", head) if head.endswith("ies") else re.sub("(?<=[^s])s$", "", head)
    many = f"{re.escape(one[:-1])}ies|" if one.endswith("y") else ""
    return _has(text, f"(?:{many}{re.escape(one)}(?:e?s)?){re.escape(of + rest)}")


def _has(text: str, pattern: str) -> bool:
    return re.search(rf"(?<![A-Za-z0-9-])(?:{pattern})(?![A-Za-z0-9-])", text, re.I) is not None
