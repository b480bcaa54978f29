"""Editions that are past stay readable under `editions/1.0/`, each page marked as such and leading to today's, so that what held on a day can be pointed at."""
from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from markupsafe import escape

from macros.pages.since import NAME as SINCE
from macros.releasing.contents import CARRIED, pack
from macros.releasing.swap import put
from macros.views.short_address import LETTERS
from macros.website.offline import LOST as OFFLINE
from macros.website.offline import RELEASE, WORKER
from macros.words.catalog import message
from macros.words.languages import LANGUAGES

EDITIONS = "editions"
ARTICLE = re.compile(r"<article[^>]*>")
LEFT_BEHIND = ("sitemap.xml", CARRIED, ".handbook-site", WORKER, RELEASE, OFFLINE)


def keep(release: Path, place: Path, edition: str) -> None:
    """The release as the past edition that it is, in the folder of those; one kept under the same number before gives way to it."""
    new, kept = place / EDITIONS / ".new", place / EDITIONS / edition
    shutil.rmtree(new, ignore_errors=True)
    shutil.copytree(release, new, copy_function=os.link, ignore=shutil.ignore_patterns(*LEFT_BEHIND, "*.gz"))
    for page in new.rglob("*.html"):
        marked = _marked(page.read_text(encoding="utf-8"), page.relative_to(new), edition)
        page.unlink()  # it is the release’s own file as well
        page.write_text(marked, encoding="utf-8")
    pack(new)
    put(new, kept)
    shutil.rmtree(new, ignore_errors=True)


def kept_in(place: Path) -> list[str]:
    """The numbers of the editions that are kept."""
    folder = place / EDITIONS
    return sorted(one.name for one in folder.iterdir() if not one.name.startswith(".")) if folder.is_dir() else []


def link_to(site: Path, editions: Mapping[str, Path]) -> None:
    """Lets the page of changes lead to each of these editions as it was, and a record’s page to itself as it was in the edition that a link names.
    An edition is given with the folder of its site."""
    for language in LANGUAGES:
        page = site / language / "changes/index.html"
        text = page.read_text(encoding="utf-8") if page.is_file() else ""
        for edition in editions:
            said, place = message(language, "The handbook as it was"), re.escape(edition.lower().replace(".", "-"))
            link = f'<p class="actions"><a href="../../{EDITIONS}/{escape(edition)}/{language}/">{said}</a></p>'
            text = re.sub(rf'(<h2 id="edition-{place}".*?</h2>\s*<p class="lead-in">.*?</p>)', rf"\1\n{link}", text, count=1, flags=re.S)
        if text:
            page.write_text(text, encoding="utf-8")
        file = site / language / SINCE
        told = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
        if editions and "was" in told:
            told["kept"] = {edition: _lacking(site / language, folder / language) for edition, folder in editions.items()}
            file.write_text(json.dumps(told, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _lacking(now: Path, then: Path) -> list[str]:
    """The records with a page now that had none then."""
    pages = (page.relative_to(now).parent.as_posix() for kind in LETTERS for page in now.glob(f"{kind}/*/index.html"))
    return sorted(page for page in pages if not (then / page / "index.html").is_file())


def _marked(html: str, path: Path, edition: str) -> str:
    """A page with a line at its top that says so, and not for search engines."""
    html = html.replace("</head>", '<meta name="robots" content="noindex">\n</head>', 1)
    language = next((one for one in LANGUAGES if path.parts[0] == one), None)
    if language is None:
        return html
    today = "../" * (len(path.parts) + 1) + path.parent.as_posix() + "/"
    said = escape(message(language, "You are reading edition {edition} as it was.", edition=edition))
    called = message(language, "The page as it is today")
    line = f'\n<p class="past">{said} <a href="{escape(today)}">{called}</a></p>'
    return ARTICLE.sub(lambda found: found[0] + line, html, count=1)
