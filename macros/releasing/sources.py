"""A finished site as sources for another generator of the MkDocs family: each page a Markdown file whose body is the finished HTML, with all files
that pages lead to. They need nothing of ours to be built, so that the handbook can go on without this generator and without MkDocs."""
from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from markupsafe import escape

from macros.views.file import Export
from macros.website.assets import FOLDER, MORE
from macros.website.frames import Site
from macros.website.styles import SHEET
from macros.words.languages import LANGUAGES, OWN_NAMES

DOCS = "docs"
OURS_ALONE = (".html", ".html.md", ".gz")  # pages in our frames, and the same in Markdown, which would be taken for others
PRE = re.compile(r"(<pre\b.*?</pre>)", re.S)
BLANK = re.compile(r"\n[ \t]*(?=\n)")
CONFIG = """\
# 由handbook write写出，每次整个换新。在这个文件夹里运行zensical build；或者装好mkdocs-material，运行mkdocs build或properdocs build。
# Written by handbook write and replaced whole each time. In this folder run zensical build, or, with mkdocs-material, mkdocs build or properdocs build.
site_name: {name}
docs_dir: docs
use_directory_urls: true
theme:
  name: material
  variant: classic  # what Zensical calls the look of Material; the others pass it over
  font: false
  features: [navigation.tabs, navigation.indexes, navigation.prune]
extra_css: {sheets}
markdown_extensions: [attr_list, md_in_html]
plugins: [search]
nav: {nav}
"""


def write_sources(site: Site, made: Path, folder: Path) -> int:
    """Write them into a folder, from a site and where it has been made; returns how many pages there are."""
    count = 0
    for one in sources(site):
        path = folder / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.content)
        count += one.path.endswith("/index.md")
    for file in sorted(one for one in made.rglob("*") if one.is_file() and not _is_ours_alone(one.relative_to(made))):
        copy = folder / DOCS / file.relative_to(made)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
    return count


def _is_ours_alone(path: Path) -> bool:
    """Whether a file of the site is of no use in another frame."""
    return path.name.endswith(OURS_ALONE) or len(path.parts) == 1 or "search" in path.parts or path.name.startswith(".")


def sources(site: Site) -> Iterator[Export]:
    """The configuration, the front page and every page, in an order that stays."""
    name = site.handbook.about.title
    sheets = [site.assets.paths[f"{FOLDER}{sheet}"] for sheet in (SHEET, *MORE)]
    yield Export("mkdocs.yml", CONFIG.format(name=json.dumps(" · ".join(dict.fromkeys(name[language] for language in LANGUAGES)), ensure_ascii=False),
                                             sheets=json.dumps(sheets), nav=json.dumps(_nav(site), ensure_ascii=False)))
    links = "".join(f'<li><a href="{language}/" lang="{language}">{OWN_NAMES[language]}</a></li>' for language in LANGUAGES)
    yield Export(f"{DOCS}/index.md", _page(name[LANGUAGES[0]], "", f"<h1>{escape(name[LANGUAGES[0]])}</h1>\n<ul>{links}</ul>"))
    for outline in site.outlines:
        content = outline.made(site.handbook).content
        yield Export(f"{DOCS}/{outline.address}index.md", _page(outline.title, content.description, site.assets.named(content.body)))


def _nav(site: Site) -> list[dict[str, str | list[str | dict[str, str]]]]:
    """The menus: of each language its front page and the first page of every kind."""
    return [
        {OWN_NAMES[language]: [
            *(f"{one.address}index.md" for one in site.outlines if one.address == f"{language}/"),
            *({one.title: f"{one.address}index.md"} for one in site.outlines if one.language == language and one.path.count("/") == 1),
        ]}
        for language in LANGUAGES
    ]


def _page(title: str, description: str, body: str) -> str:
    """One file: JSON is YAML too, and a block of HTML without blank lines is left as it stands by every reader of Markdown."""
    head = "".join(f"{key}: {json.dumps(text, ensure_ascii=False)}\n" for key, text in (("title", title), ("description", description)) if text)
    parts = PRE.split(body)
    block = "".join(BLANK.sub("&#10;", part) if number % 2 else re.sub(r"\n\s*\n", "\n", part) for number, part in enumerate(parts))
    return f"---\n{head}---\n\n<div class=\"handbook\">\n{block.strip()}\n</div>\n"
