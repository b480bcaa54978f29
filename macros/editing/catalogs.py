"""Sentences for translators, as a PO catalog: what of a handbook needs them, and the file with hints beside each."""
from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from macros.editing.edits import CannotEdit
from macros.loading.document import Document
from macros.loading.folder import Loaded
from macros.loading.homes import FILES
from macros.loading.translations import half
from macros.loading.unfilled import TO_FILL
from macros.model.sources import Term
from macros.words.languages import LOCALES, Language, other
from macros.words.problems import Path, Problems, field_name

STAMP = "handbook: "  # before the hashes of translation and source as they were, by which an import sees what was changed since, and where
MOST_HINTS = 6
PLACEHOLDERS = {"python-format", "python-brace-format"}  # Babel takes “5% of sales” for one; there are none in a handbook


@dataclass(frozen=True)
class Entry:
    """A text to translate: where it stands, what it says, and what its translation says, which may be missing.

    `open` is one that nobody has found to say the same since it was written or changed."""

    name: str  # of the file in the folder
    document: Document
    path: Path
    record: str  # kind/id, or the file where it holds no records
    field: str
    source: str
    target: str
    stands: bool  # the translation, if only as an empty value
    open: bool = False
    changed: bool = False  # the source was changed and the translation was not

    @property
    def context(self) -> str:
        """What PO knows the entry by."""
        return f"{self.record}:{self.field}"

    @property
    def stamp(self) -> str:
        """Tells the translation from any other."""
        return half(self.target)


def ensure_readable(loaded: Loaded) -> None:
    """Every file could be read. What else is wrong may be what a translation mends. Raises Problems otherwise."""
    closed = {document.file for document in loaded.documents.values() if document.data is None or document.slips}
    wrong = [problem for problem in loaded.problems if problem.file in closed]
    if wrong:
        raise Problems(wrong)


def entries(loaded: Loaded, to: Language) -> tuple[Entry, ...]:
    """Every text of a handbook that stands in the other language, in the order of the files."""
    behind = {(one.pair.document.file, one.pair.path): one.changed for one in loaded.halves.behind} if loaded.halves else {}
    new = {(pair.document.file, pair.path) for pair in loaded.halves.new} if loaded.halves else set()
    found = []
    for name, document in loaded.documents.items():
        for path, text in document.pairs():
            if text.get(other(to), TO_FILL) != TO_FILL:
                place = (document.file, path)
                record, inside = _record(name, path)
                changed = behind.get(place) == other(to)
                said = text[other(to)], "" if text.get(to) == TO_FILL else text.get(to, ""), to in text
                found.append(Entry(name, document, path, record, field_name(inside), *said, changed or place in new, changed))
    return tuple(found)


def needed(loaded: Loaded, found: Iterable[Entry]) -> tuple[Entry, ...]:
    """Those without a translation, and those whose translation nobody has found to say the same. Raises CannotEdit where that is not kept."""
    if loaded.halves is None:
        raise CannotEdit("还没有translations.lock，不知道哪些要翻译；加上--all导出全部，或先运行handbook confirm --all",
                         "There is no translations.lock yet to tell what needs a translator; add --all for everything, or run handbook confirm --all first")
    return tuple(entry for entry in found if entry.open or not entry.target)


def _record(name: str, path: Path) -> tuple[str, Path]:
    if name in FILES and len(path) > 1:
        return f"{path[0]}/{path[1]}", path[2:]
    return name.removesuffix(".yml"), path


def catalog(loaded: Loaded, chosen: Iterable[Entry], to: Language, before: Mapping[tuple[str, Path], str]) -> bytes:
    """The PO file; the same bytes for the same sentences. `before` has what a changed source said when its translation was made, where that is known."""
    about = loaded.handbook.about
    day = about.effective_on if about else datetime.date(2000, 1, 1)
    noon = datetime.datetime(day.year, day.month, day.day, 12, tzinfo=datetime.UTC)  # fixed: a date of today would change every file
    made = Catalog(
        locale=LOCALES[to], project=about.title.en if about else "handbook", version=about.edition if about else "", creation_date=noon, revision_date=noon,
        header_comment=HEADER, last_translator="", language_team="", fuzzy=False,
    )
    names, terms = _names(loaded), tuple(loaded.handbook.terms.values())
    for entry in chosen:
        old = before.get((entry.document.file, entry.path)) if entry.changed else None
        message = made.add(
            entry.source, entry.target, context=entry.context, previous_id=[old] if old else (),
            flags=["fuzzy"] if entry.open and entry.target else [],
            auto_comments=[*names.get(entry.record, ()), *_hints(entry.source, terms, to), f"{STAMP}{entry.stamp} {half(entry.source)}"],
        )
        message.flags -= PLACEHOLDERS
    out = io.BytesIO()
    write_po(out, made, width=0, include_previous=True)
    return out.getvalue()


HEADER = """\
# 翻译handbook导出的句子：msgid是原文，msgstr是译文。改完一条，去掉它的fuzzy标记；#.开头的行不要删。
# Sentences exported by handbook: msgid is the source, msgstr the translation. Take the mark fuzzy away once one is done; keep the lines that begin with #.
#"""


def _names(loaded: Loaded) -> Mapping[str, tuple[str, ...]]:
    return {f"{kind}/{record.id}": (f"{record.name.zh} · {record.name.en}",) for kind, record in loaded.handbook.records()}


def _hints(source: str, terms: tuple[Term, ...], to: Language) -> Iterator[str]:
    """The terms in a text with their translations, the longest first, without those inside others."""
    rest, given = source.lower(), 0
    for term in sorted(terms, key=lambda term: (-len(term.name[other(to)]), term.id)):
        said = term.name[other(to)]
        if given < MOST_HINTS and said.lower() in rest:
            rest, given = rest.replace(said.lower(), "\0"), given + 1
            yield f"{said} = {term.name[to]}"
