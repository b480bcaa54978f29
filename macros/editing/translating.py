"""A PO catalog that came back from a translator: what of it can be taken in, and what was changed here meanwhile."""
from __future__ import annotations

import codecs
import io
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from macros.editing.catalogs import STAMP, Entry, entries
from macros.editing.edits import CannotEdit
from macros.loading.folder import Loaded
from macros.loading.translations import half
from macros.words.languages import LANGUAGES, Language
from macros.words.problems import Problem

STRING = re.compile(r'((msgctxt|msgid|msgid_plural|msgstr(\[[0-9]+\])?)\s+)?"([^"\\]|\\.)*"')
BEGINS = ('"', "msg")  # a line with a string in it


@dataclass(frozen=True)
class Returned:
    """One entry of the file that can be taken in."""

    entry: Entry
    text: str
    line: int  # in the file


@dataclass(frozen=True)
class Translated:
    """A file of a translator: `taken` says something new, `held` was only found to hold, `waiting` is not translated yet or marked fuzzy.

    `marked` are those of the waiting whose translation is another than was exported: the mark may have been forgotten."""

    file: str  # as messages name it
    to: Language
    taken: tuple[Returned, ...]
    held: tuple[Returned, ...]
    waiting: int
    marked: tuple[Returned, ...]
    refused: tuple[Problem, ...]


def translated(loaded: Loaded, raw: bytes, file: str) -> Translated:
    """What can be taken in from the bytes of a PO file. Raises CannotEdit for a file that is none, or is of another handbook."""
    catalog = _catalog(raw, file)
    to = _language(catalog, file)
    messages = [message for message in catalog if message.id]
    known = _Known(entries(loaded, to))
    found = [(message, known.entry(message)) for message in messages]
    if messages and not any(known.has(message) for message in messages):
        raise CannotEdit(f"“{file}”里没有一条是这本手册的；选由handbook translations export写的文件",
                         f"Nothing in “{file}” is of this handbook; choose a file that handbook translations export wrote")
    taken, held, marked, refused, waiting = [], [], [], [], 0
    for message, entry in found:
        text = message.string if isinstance(message.string, str) else ""
        if isinstance(entry, tuple):
            refused.append(Problem(file, message.lineno or 1, 1, str(message.context or ""), *entry))
        elif not text.strip() or message.fuzzy:
            waiting += 1
            marked += [Returned(entry, text, message.lineno or 1)] if text.strip() and half(text) != known.stamp(message) else []
        elif text == entry.target:
            held += [Returned(entry, text, message.lineno or 1)] if entry.open else []
        elif known.stamp(message) != entry.stamp:
            refused.append(Problem(file, message.lineno or 1, 1, str(message.context), *_MEANWHILE))
        else:
            taken.append(Returned(entry, text, message.lineno or 1))
    return Translated(file, to, tuple(taken), tuple(held), waiting, tuple(marked), tuple(refused))


class _Known:
    """The entries of the handbook as it is: by where they stand, and, for what was moved since, by what they say."""

    def __init__(self, found: Iterable[Entry]) -> None:
        self.places = {entry.context: entry for entry in found}
        self.records = {entry.record for entry in self.places.values()}
        said = [(entry.record, entry.source, entry.stamp) for entry in self.places.values()]
        once = {key for key, times in Counter(said).items() if times == 1}
        self.said: Mapping[tuple[str, str, str], Entry] = {key: entry for key, entry in zip(said, self.places.values(), strict=True) if key in once}

    def has(self, message: Message) -> bool:
        return _record(message) in self.records

    def entry(self, message: Message) -> Entry | tuple[str, str]:
        """What an entry of the file is of; or why it is of nothing, in both languages."""
        if not isinstance(message.id, str) or not message.context:
            return "这一条不是handbook导出的；删掉", "This entry was not exported by handbook; delete it"
        here = self.places.get(message.context)
        if here and here.source == message.id:
            return here
        moved = self.said.get((_record(message), message.id, self.stamp(message)))
        if moved:
            return moved
        if here:
            return "原文在导出以后改过；重新导出再翻译", "The source was changed since the export; export it again and translate that"
        return "手册里已经没有这一句；不用再翻译", "The handbook no longer has this sentence; it needs no translation"

    @staticmethod
    def stamp(message: Message) -> str:
        """What the translation was when it was exported; nothing where the line was lost on the way."""
        return next((comment.removeprefix(STAMP) for comment in message.auto_comments if comment.startswith(STAMP)), "")


_MEANWHILE = (
    "译文在导出以后有人改过，或“#. handbook:”那一行没有了；重新导出，再改这一条",
    "The translation was changed here since the export, or the line “#. handbook:” is lost; export it again and change this entry there",
)


def _record(message: Message) -> str:
    return str(message.context or "").partition(":")[0]


def _catalog(raw: bytes, file: str) -> Catalog:
    raw = raw.removeprefix(codecs.BOM_UTF8)  # some editors of Windows put it in front
    try:
        catalog = read_po(io.BytesIO(raw), abort_invalid=True)
        _ensure_closed(raw, catalog.charset, file)
        return catalog
    except PoFileError as error:
        raise CannotEdit(f"“{file}”第{error.lineno + 1}行不是PO的写法；用翻译软件打开，另存为PO",
                         f"Line {error.lineno + 1} of “{file}” is not PO; open it with a translator’s program and save it as PO") from None
    except (UnicodeDecodeError, LookupError, ValueError, UnknownLocaleError, AttributeError, TypeError):
        raise CannotEdit(f"“{file}”读不成PO；选由handbook translations export写的文件，以UTF-8保存",
                         f"“{file}” cannot be read as PO; choose a file that handbook translations export wrote, saved as UTF-8") from None


def _ensure_closed(raw: bytes, charset: str, file: str) -> None:
    """Every string ends with a quotation mark: the parser would take in half a sentence from a file that was cut off."""
    for number, bytes_of_line in enumerate(raw.split(b"\n"), 1):
        line = bytes_of_line.strip().decode(charset)
        if line.startswith(BEGINS) and not STRING.fullmatch(line):
            raise CannotEdit(f"“{file}”第{number}行的引号不成对；文件也许没有收全，再要一份，或者句子里的引号前少了反斜杠",
                             f"The quotation marks of line {number} of “{file}” do not pair up; the file may be cut off, so ask for it again, "
                             "or a mark inside the sentence lacks its backslash")


def _language(catalog: Catalog, file: str) -> Language:
    found: list[Language] = [language for language in LANGUAGES if (catalog.locale_identifier or "").replace("-", "_").partition("_")[0] == language]
    if not found:
        raise CannotEdit(f"“{file}”的文件头没有写译成哪种语言（Language: en_GB或zh_Hans_CN）；选由handbook translations export写的文件",
                         f"The head of “{file}” names none of our languages (Language: en_GB or zh_Hans_CN); "
                         "choose a file that handbook translations export wrote")
    return found[0]
