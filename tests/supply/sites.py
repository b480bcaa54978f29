"""What two finished sites have in common: files byte by byte, and pages by what they say."""
from __future__ import annotations

import hashlib
import re
from pathlib import Path

from lxml import html

from macros.words.languages import LANGUAGES

FRAMED = ("jump", "paper-foot", "moved", "edit")  # what the frame puts into an article of ours


def files(site: Path) -> dict[str, str]:
    """The hash of every file by its path."""
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in site.rglob("*") if path.is_file()}


def fingerprint(site: Path) -> str:
    """One hash of a whole site."""
    return hashlib.sha256("".join(f"{name}\0{digest}\n" for name, digest in sorted(files(site).items())).encode()).hexdigest()


def differing(one: Path, other: Path) -> list[str]:
    """The files that differ between two sites, or that one lacks."""
    first, second = files(one), files(other)
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


def pages(site: Path) -> list[str]:
    """The pages of a site in both languages."""
    return sorted(path.relative_to(site).as_posix() for language in LANGUAGES for path in (site / language).rglob("index.html"))


def body(file: Path, ours: bool) -> html.HtmlElement | None:
    """What a page says itself: our article, or the part that holds it on a page of another generator."""
    root = html.parse(str(file), html.HTMLParser(encoding="utf-8")).getroot()
    found = root.find(".//*[@id='content']" if ours else ".//div[@class='handbook']")
    for name in FRAMED if ours and found is not None else ():  # which the frame puts there
        for one in found.xpath(f".//*[contains(concat(' ', @class, ' '), ' {name} ')]"):
            one.drop_tree()
    return found


def words(part: html.HtmlElement) -> str:
    """Its words, spaces counted for nothing."""
    return re.sub(r"\s+", "", part.text_content())
