"""What changed since the edition that a link names (`?edition=1.0`), for the script that tells it below the head of a record's page.

One file of a language has it for every record with a short address, since nobody asks for it but who comes by such a link: from a job post."""
from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from macros.model.editions import Told
from macros.model.handbook import Handbook
from macros.pages.changes import concerned_roles, told_of
from macros.views import formatting
from macros.views.editions import change
from macros.views.file import Export
from macros.views.page import View
from macros.views.reader import Reader
from macros.views.short_address import LETTERS
from macros.words.languages import Language

NAME = "changes/since.json"


def since_file(handbook: Handbook, language: Language) -> Iterator[Export]:
    """This file; it lies beside the page of changes, also where there is no such page."""
    yield Export(f"{language}/{NAME}", json.dumps(since(Reader(handbook, language, "../../../")), ensure_ascii=False, separators=(",", ":")))


def since(reader: Reader) -> View:
    """What the script says, for a reader on the page of a record: of each edition how it stands to today's and how many of the changes are newer;
    all changes, the newest first; and which of them concern a record."""
    handbook, today = reader.handbook, reader.handbook.about.edition
    values = {"today": today, "date": formatting.date(handbook.about.effective_on, reader.language)}
    editions: list[View] = [
        {"id": today, "lead": reader.say("The link you followed names edition {today}, and this page is still that edition.", **values)},
    ]
    older, newer = reader.pattern("The link you followed names edition {edition}; this page is edition {today}, in effect from {date}."), 0
    for edition in handbook.editions.values():
        if edition.id != today:
            editions.append({"id": edition.id, "lead": older.format(edition=edition.id, **values), "newer": newer})
        newer += len(edition.changes)
    told = [(edition, one) for edition in handbook.editions.values() for one in edition.changes]
    return {
        "editions": editions,
        "unknown": reader.say(
            "The link you followed names an edition that this handbook does not know. This page is edition {today}, in effect from {date}.", **values,
        ),
        "counted": _counted(reader),
        "changes": [change(reader, edition, one) for edition, one in told],
        "of": {f"{kind}/{id}": numbers for (kind, id), numbers in sorted(_concerning(handbook, [one for _, one in told]).items())},
        "colon": reader.say(": "),
        "more": reader.pattern("{n} more"),
        **({} if reader.public else {"was": reader.say("The page as it was then"), "earlier": _earlier(handbook)}),
    }


def _counted(reader: Reader) -> Mapping[str, View]:
    """How many changes concern a record, by its kind, or that none does."""
    return {
        "roles": {
            **reader.say_forms("{n} change that concerns this role has been noted since:", "{n} changes that concern this role have been noted since:"),
            "none": reader.say("No change that concerns this role has been noted since."),
        },
        "competencies": {
            **reader.say_forms("{n} change to this competency has been noted since:", "{n} changes to this competency have been noted since:"),
            "none": reader.say("No change to this competency has been noted since."),
        },
        "kpis": {
            **reader.say_forms("{n} change to this KPI has been noted since:", "{n} changes to this KPI have been noted since:"),
            "none": reader.say("No change to this KPI has been noted since."),
        },
    }


def _earlier(handbook: Handbook) -> View:
    """A record to itself under the ids that it had before, as past editions may have it."""
    found: dict[str, list[str]] = {}
    for kind in LETTERS:
        for record in handbook.of_kind(kind).values():
            if today := handbook.another_id(kind, record):
                found.setdefault(f"{kind}/{today}", []).append(f"{kind}/{record.id}")
    return found


def _concerning(handbook: Handbook, told: list[Told]) -> dict[tuple[str, str], list[int]]:
    """(kind, id) of a record to the places of what is told of it; of a role, of all that the page of changes counts as concerning it. What is told of a
    record goes for those that have taken its place, too, since whoever comes by the link of the old one is led there."""
    found: dict[tuple[str, str], list[int]] = {}
    for number, one in enumerate(told):
        named = {(kind, id) for kind, id in told_of(handbook, one) if kind in LETTERS}
        for key in named | {("roles", id) for id in concerned_roles(handbook, one)}:
            found.setdefault(key, []).append(number)
    return found
