"""A PO catalog that came back from a translator: what of it can be taken in, and what was changed here meanwhile."""
from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from macros.editing.catalogs import Entry, entries
from macros.editing.edits import CannotEdit
from macros.editing.returning import Known, exported_translation
from macros.loading.folder import Loaded
from macros.loading.translations import half
from macros.words.languages import LANGUAGES, Language
from macros.words.problems import Problem

STRING = re.compile(r'((msgctxt|msgid|msgid_plural|msgstr(\[[0-9]+\])?)\s+)?"([^"\\]|\\.)*"')
EMPTIED = re.compile(r'^msgctxt[ \t]+"((?:[^"\\]|\\.)*)"[ \t]*\r?\n(?=msgid[ \t]+""[ \t]*\r?\nmsgstr)', re.M)
CURLY = re.compile(r'((?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[[0-9]+\])?)\s+)?)(["“”])([^"]*)(["“”])')
BEGINS = ('"', "msg")  # a line with a string in it


@dataclass(frozen=True)
class Returned:
    """One entry of the file that has its place in the handbook."""

    entry: Entry
    text: str
    line: int  # in the file
    changed: bool = True  # the text is another than was exported


@dataclass(frozen=True)
class Translated:
    """A file of a translator: `taken` says something new, `held` was only found to hold, `waiting` is not translated yet or marked fuzzy."""

    file: str  # as messages name it
    to: Language
    taken: tuple[Returned, ...]
    held: tuple[Returned, ...]
    waiting: tuple[Returned, ...]
    refused: tuple[Problem, ...]

    @property
    def empty(self) -> tuple[Returned, ...]:
        """Those of the waiting that say nothing."""
        return tuple(one for one in self.waiting if not one.text.strip())

    @property
    def marked(self) -> tuple[Returned, ...]:
        """Those of the waiting whose translation is another than was exported: the mark may have been forgotten."""
        return tuple(one for one in self.waiting if one.text.strip() and one.changed)

    @property
    def untouched(self) -> tuple[Returned, ...]:
        """Those of the waiting that are as they were exported, with their mark."""
        return tuple(one for one in self.waiting if one.text.strip() and not one.changed)


def translated(loaded: Loaded, raw: bytes, file: str) -> Translated:
    """What can be taken in from the bytes of a PO file. Raises CannotEdit for a file that is none, or is of another handbook."""
    catalog = _catalog(raw, file)
    to = _language(catalog, file)
    messages = [message for message in catalog if message.id]
    known = Known(entries(loaded, to), messages)
    found = [(message, known.entry(message)) for message in messages]
    if messages and not any(known.has(message) for message in messages):
        raise CannotEdit(f"“{file}”里没有一条是这本手册的；选由handbook translations export写的文件",
                         f"Nothing in “{file}” is of this handbook; choose a file that handbook translations export wrote")
    taken, held, waiting = [], [], []
    refused = [*_emptied(raw, catalog.charset, file, known)]
    for message, entry in found:
        text, line = message.string if isinstance(message.string, str) else "", message.lineno or 1
        if isinstance(entry, tuple):
            refused.append(Problem(file, line, 1, str(message.context or ""), *entry))
        elif not text.strip() or message.fuzzy:
            waiting.append(Returned(entry, text, line, half(text) != exported_translation(message)))
        elif text == entry.target:
            held += [Returned(entry, text, line)] if entry.open else []
        elif exported_translation(message) != entry.stamp:
            refused.append(Problem(file, line, 1, str(message.context), *(_MEANWHILE if exported_translation(message) else _UNSTAMPED)))
        else:
            taken.append(Returned(entry, text, line))
    return Translated(file, to, tuple(taken), tuple(held), tuple(waiting), tuple(refused))


_MEANWHILE = (
    "译文在导出以后有人改过；重新导出，再改这一条",
    "The translation was changed here since the export; export it again and change this entry there",
)
_UNSTAMPED = (
    "“#. handbook:”那一行没有了，看不出导出以后译文有没有人改过；重新导出，再改这一条",
    "The line “#. handbook:” is lost, so it cannot be told whether the translation was changed here since; export it again and change this entry there",
)


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
        curly = CURLY.fullmatch(line)
        if curly and (curly[2] != '"' or (curly[4] != '"' and curly[3].count("“") == curly[3].count("”"))):  # round the string, and none in it
            raise CannotEdit(f"“{file}”第{number}行外面的引号成了弯引号；换成半角的直引号：{curly[1]}\"{curly[3]}\"",
                             f"The quotation marks round line {number} of “{file}” have become curly; use straight ones: {curly[1]}\"{curly[3]}\"")
        if line.startswith(BEGINS) and not STRING.fullmatch(line):
            raise CannotEdit(f"“{file}”第{number}行的引号不成对；文件也许没有收全，再要一份，或者句子里的引号前少了反斜杠",
                             f"The quotation marks of line {number} of “{file}” do not pair up; the file may be cut off, so ask for it again, "
                             "or a mark inside the sentence lacks its backslash")


def _emptied(raw: bytes, charset: str, file: str, known: Known) -> Iterator[Problem]:
    """Entries whose source was emptied: to the parser they are none."""
    text = raw.decode(charset)
    for found in EMPTIED.finditer(text):
        yield Problem(file, text.count("\n", 0, found.end()) + 1, 1, found[1], *known.emptied(found[1]))


def _language(catalog: Catalog, file: str) -> Language:
    found: list[Language] = [language for language in LANGUAGES if (catalog.locale_identifier or "").replace("-", "_").partition("_")[0] == language]
    if not found:
        raise CannotEdit(f"“{file}”的文件头没有写译成哪种语言（Language: en_GB或zh_Hans_CN）；选由handbook translations export写的文件",
                         f"The head of “{file}” names none of our languages (Language: en_GB or zh_Hans_CN); "
                         "choose a file that handbook translations export wrote")
    return found[0]
