"""Whether a site may go online, beyond what its build has made sure of: it is all there in every language, and its edition does not go back."""
from __future__ import annotations

import datetime
from pathlib import Path

from macros.changes.editions import numbers
from macros.model.handbook import Handbook
from macros.releasing.contents import edition_of
from macros.words.languages import LANGUAGES
from macros.words.refused import Refused

SHOWN = 3


def ensure_whole(site: Path) -> None:
    """Every language has the same pages. Raises Refused otherwise; a build makes sure of it, and a disk or a hand may have spoilt it since."""
    pages = {language: {one.relative_to(site / language).as_posix() for one in (site / language).rglob("index.html")} for language in LANGUAGES}
    lacking = sorted(f"{language}/{page}" for language in LANGUAGES for page in set().union(*pages.values()) - pages[language])
    lacking += [name for name in ("index.html", "404.html") if not (site / name).is_file()]
    if lacking:
        shown = lacking[:SHOWN], len(lacking)
        raise Refused(f"网站不全，没有发布：少{shown[1]}页，例如{'、'.join(shown[0])}",
                      f"The site is not whole and was not published: it lacks {shown[1]} pages, such as {', '.join(shown[0])}")


def ensure_come(handbook: Handbook, day: datetime.date | None) -> None:
    """Nothing says that it was reviewed after the day that it is, where that is set. Raises Refused otherwise."""
    ahead = next((record for _, record in handbook.records() if day and record.reviewed_on > day), None)
    if ahead:
        raise Refused(f"{ahead.file}里{ahead.id}的reviewed_on是{ahead.reviewed_on}，比今天（{day}）还晚；写上真正复核的日期",
                      f"{ahead.id} in {ahead.file} says reviewed_on {ahead.reviewed_on}, which is after today ({day}); write the day it was reviewed on")


def ensure_not_back(edition: str, online: str | None) -> None:
    """An edition is no earlier than the one online, where both are numbers. Raises Refused otherwise."""
    new, old = numbers(edition), numbers(edition_of(online or ""))
    if new and old and new < old:
        number = ".".join(map(str, old))
        raise Refused(f"这一版的编号是{edition}，比正在网上的{number}小；改data/handbook.yml的edition，要退回旧的一版用handbook rollback",
                      f"This edition is {edition}, and {number} is online already; change edition in data/handbook.yml, or go back with handbook rollback")
