"""Pages as Markdown, beside them, for programs that answer questions. Made of what a page says, so that the two cannot differ."""
from __future__ import annotations

from collections.abc import Iterator

from macros.exporting.elements import elements
from macros.exporting.markdown_text import BETWEEN, Writer, plain
from macros.exporting.records import FOLDER
from macros.views import formatting
from macros.views.file import Export
from macros.views.page import Outline
from macros.views.reader import PAGED, Reader

NAME = "index.html.md"  # what the convention of llms.txt asks for beside an address that names no file


def has_markdown(outline: Outline) -> bool:
    """Whether a page is there as Markdown, too: that of a record, and the glossary."""
    return outline.section in PAGED and outline.path.count("/") == 2 or outline.path == "terms/"


def markdown(reader: Reader, outline: Outline, body: str, url: str) -> Export:
    """The file beside a page; without the site's address its links stand in relation to it."""
    write = Writer(reader, url or reader.root, f"{url}{outline.address}" if url else "./")
    blocks = write.blocks(elements(body))
    heading = blocks.pop(next(number for number, one in enumerate(blocks) if one.startswith("# ")))
    return Export(f"{outline.address}{NAME}", "\n\n".join([heading, "\n".join(f"> {one}" for one in _head(write, outline)), *blocks]) + "\n")


def _head(write: Writer, outline: Outline) -> Iterator[str]:
    """What stands at the head of every file: of which edition it is, where the page and its data are, and how to read what a statement rests on."""
    reader, about = write.reader, write.reader.handbook.about
    imprint = reader.say(
        "Edition {edition}, in effect from {date}, issued by {team}",
        edition=about.edition, date=formatting.date(about.effective_on, reader.language), team=reader.link("teams", about.issued_by).name,
    )
    yield f"{plain(reader.text(about.title))}{BETWEEN}{plain(imprint)}  "  # two spaces at the end of a line keep it one
    data = f"{FOLDER}{outline.path.removesuffix('/')}.json" if outline.section in PAGED else f"{FOLDER}handbook.json"
    online, as_data = reader.say("This page online: "), reader.say("Data: ")
    yield f"{online}[{write.at}]({write.at}){BETWEEN}{as_data}[{data}]({write.base}{data})  "
    yield reader.say(
        "Where no brackets say otherwise, a statement is what the department’s documents say; "
        "opening summaries and meanings of terms are the editors’."
    )
