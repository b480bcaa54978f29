"""A PDF read and put in order: which page each place stands on, bookmarks, and nothing in it that depends on the day it was made."""
from __future__ import annotations

import io
from collections.abc import Iterable

import pikepdf

from macros.book.document import Document, Entry


def numbers(raw: bytes) -> tuple[dict[str, int], int]:
    """The page of each place that a link leads to, and how many pages there are."""
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        order = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        return {str(name).removeprefix("/"): order[to[0].objgen] for name, to in pdf.Root.get("/Dests", {}).items()}, len(pdf.pages)


def finished(raw: bytes, found: Document) -> bytes:
    """The PDF with bookmarks and fixed dates, packed; the same bytes for the same pages."""
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        _bookmarks(pdf, found.entries)
        date = f"D:{found.day:%Y%m%d}000000Z"
        pdf.trailer.Info = pdf.make_indirect(pikepdf.Dictionary(Title=found.title, Author=found.author, CreationDate=date, ModDate=date))
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata.load_from_docinfo(pdf.docinfo)
            metadata["dc:language"] = [found.lang]
        pdf.Root.Lang = pikepdf.String(found.lang)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        pdf.Root.PageMode = pikepdf.Name.UseOutlines
        packed = io.BytesIO()
        pdf.save(packed, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True, fix_metadata_version=False)
    return packed.getvalue()


def _bookmarks(pdf: pikepdf.Pdf, entries: Iterable[Entry]) -> None:
    """The contents as bookmarks, those that lie below others inside them."""
    places = pdf.Root.get("/Dests", pikepdf.Dictionary())
    with pdf.open_outline() as outline:
        above = [outline.root]
        for one in entries:
            if f"/{one.to}" in places:
                item = pikepdf.OutlineItem(one.title, destination=pikepdf.Array(list(places[f"/{one.to}"])))
                item.is_closed = True
                del above[one.depth + 1:]
                above[-1].append(item)
                above.append(item.children)
