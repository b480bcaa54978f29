"""The full text: what every page says by section, and an index of it in small pieces, of which the browser reads those it needs.

English words stand in it as they are written, since the browser knows what shares a stem; Chinese as pairs of neighbouring characters."""
from __future__ import annotations

import hashlib
import json
import re
from array import array
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache, partial
from html import unescape
from operator import sub
from unicodedata import normalize

from macros.views.file import Export

# Left out: what is not the matter of the page, and names of other records, which are found by themselves; in a card also what its lines are called.
APART = frozenset((
    ".other-name", ".for-ears", ".basis", ".means", ".level", ".need", ".edit", ".legend", ".kind", ".count", ".before", "thead", ".stages",
    ".moves", ".related", ".sources", ".about", ".reasons", ".profile-box", ".record-foot", ".concerned", "form", "svg",
))
CARD, LINE = ".role-card", "dt"
INLINE = frozenset(("a", "abbr", "b", "cite", "code", "em", "i", "small", "span", "strong", "time", "wbr"))  # breaks no sentence
COMMENT = re.compile("<!--.*?-->", re.S)
TAG = re.compile("<(/?)([a-z][a-z0-9]*)([^>]*)>")  # every page writes > in a value as an entity
ATTRIBUTE = re.compile(' (class|id)="([^"]*)"')
WORD = re.compile("[^\\W_\u3400-\u9fff]+")
PAIR = re.compile("(?=([\u3400-\u9fff]{1,2}))")
SIZE = 1500  # characters of a piece of the index, about; every word of a query loads the piece it stands in
TEXT = 2500  # bytes of a file of text, but for a longer section; every page that is shown loads the file its section stands in


def sections(body: str) -> list[tuple[str, str, str]]:
    """Anchor, heading and text of every section of a body; the first stands below the name of the page. Blocks stand on lines of their own."""
    before, *pieces = TAG.split(COMMENT.sub("", body))
    found: list[tuple[str, list[str], list[str]]] = [("", [], [before])]
    into, apart, depth, card = found[0][2], "", 0, ""  # where text goes; the tag of what is left out, and how deep in it; the tag of the card
    for end, tag, attributes, text in zip(*[iter(pieces)] * 4, strict=True):
        if apart:
            depth += (tag == apart) * (-1 if end else 1)
            if depth:
                continue
            apart = ""
        anchor = None
        if end:
            card = "" if tag == card else card
        else:
            marks, anchor = _marked(tag, attributes)
            if not APART.isdisjoint(marks) or card and tag == LINE:
                apart, depth = tag, 1
                continue
            card = tag if CARD in marks else card
        if tag == "h1" or tag in ("h2", "h3", "h4") and (end or anchor is not None):
            if tag != "h1" and anchor is not None:
                found.append((anchor, [], []))
            into = found[-1][2] if end else found[-1][1]
        elif tag not in INLINE:
            into.append("\n")
        into.append(text)
    return [(anchor, _lines(heading), _lines(text)) for anchor, heading, text in found]


@lru_cache(maxsize=1024)
def _marked(tag: str, attributes: str) -> tuple[tuple[str, ...], str | None]:
    """By what an element can be known to stand apart, and its id."""
    known = dict(ATTRIBUTE.findall(attributes))
    return (tag, *(f".{one}" for one in known.get("class", "").split())), known.get("id")


def _lines(pieces: list[str]) -> str:
    """Text without white space that means nothing, and without the marks where an address may break."""
    return "\n".join(filter(None, (" ".join(line.split()) for line in unescape("".join(pieces)).replace("\u200b", "").split("\n"))))


class FullText:
    """The index of both languages, growing page by page. Sections are numbered within a language as they come."""

    def __init__(self) -> None:
        self._pages: dict[str, dict[str, str]] = defaultdict(dict)  # a digit for the length of each section, a space between two files
        self._places: dict[str, dict[str, array[int]]] = defaultdict(lambda: defaultdict(partial(array, "I")))  # the sections of each word
        self._sections: dict[str, int] = defaultdict(int)

    def add(self, language: str, path: str, title: str, body: str) -> Iterator[Export]:
        """Take in a page; yields the files that hold its text."""
        files: list[list[object]] = [[title]]
        places, lengths, size = self._places[language], "", 0
        for part in sections(body):
            plain = normalize("NFKC", "\n".join(part[1:])).lower()
            words, number = {*WORD.findall(plain), *PAIR.findall(plain)}, self._sections[language]
            for word in words:
                places[word].append(number)
            self._sections[language] = number + 1
            more = len(plain.encode())
            if size and size + more > TEXT:
                lengths, files, size = f"{lengths} ", [*files, [title]], 0
            lengths, size = f"{lengths}{min(9, len(words).bit_length())}", size + more
            files[-1].append(part)
        self._pages[language][path] = lengths
        place = f"{language}/search/text/{path.removesuffix('/')}"  # no folder for each page: there are as many as pages, and each takes time
        yield from (Export(f"{place}.{number}.json", _json(file)) for number, file in enumerate(files))

    def files(self) -> Iterator[Export]:
        """The pieces of the index; and for each language a list of its pages, and of the words that pieces begin with. The list's stamp
        is in the addresses of the pieces, so that no browser reads the pieces of one edition by the list of another."""
        for language, pages in self._pages.items():
            pieces = dict(_pieces(self._places[language]))
            stamp = hashlib.sha256("".join((_json(pages), *pieces.values())).encode()).hexdigest()[:8]
            yield Export(f"{language}/search/text.json", _json({"stamp": stamp, "pages": pages, "pieces": list(pieces)}))
            yield from (Export(f"{language}/search/words-{stamp}/{number}.json", piece) for number, piece in enumerate(pieces.values()))


def _pieces(places: dict[str, array[int]]) -> Iterator[tuple[str, str]]:
    """The first word of each piece, and the piece: to every word its first section, and the steps to the others."""
    piece: dict[str, list[int]] = {}
    size = 0
    for word in (words := sorted(places)):
        found = places[word]
        piece[word] = [found[0], *map(sub, found[1:], found)]
        size += len(word) + 6 + 2 * len(found)
        if size > SIZE or word == words[-1]:
            yield next(iter(piece)), _json(piece)
            piece, size = {}, 0


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
