"""What each edition changed for people, the newest first, to be had by role, by what it means and since when."""
from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from macros.model.editions import MEANINGS, Edition, Told
from macros.model.handbook import Handbook
from macros.views import filters, formatting
from macros.views.editions import anchor, are_many, dated
from macros.views.page import Section, View
from macros.views.reader import Link, Reader
from macros.views.what_changed import roles_of

LATEST = 24  # editions since which changes can be chosen: two years of months


def whats_new(reader: Reader) -> View:
    """Every edition with what it changed, by what that means."""
    held = list(reader.handbook.editions.values())
    since = [one for one in held if one.changes][:LATEST]
    editions = [_edition(reader, one, [early for early in since if held.index(early) >= number]) for number, one in enumerate(held)]
    lines = [line for one in editions for group in one["changes"] for line in group["lines"]]
    return {
        "essence": reader.say("Where each edition asks more of you or less, and what it adds or makes clearer; the newest comes first."),
        "editions": editions,
        "filters": _filters(reader, since, lines) if are_many(reader.handbook) else None,
        "feed": reader.href("changes/feed.xml"),
        "sections": {one["section"].id: one["section"] for one in editions},
    }


def _filters(reader: Reader, since: Sequence[Edition], lines: list[View]) -> View:
    days = [(anchor(one), dated(reader, one)) for one in since]
    return filters.form(
        reader,
        [
            filters.roles(reader, without=reader.say("No edition has changed anything of this role.")),
            filters.choices("meaning", reader.say("What it means"), [(one, reader.word("what-changed", one)) for one in MEANINGS]),
            filters.choices("since", reader.say("Since"), days),
        ],
        lines,
        note=reader.say("A role has the changes to its own page, to its stage, competencies, KPIs and moves, and to the policies that concern it."),
        shown=reader.say_n("{n} change in all", "{n} changes in all", len(lines)),
        some=reader.say("{n} of {all} changes", n="{n}", all=len(lines)),
        none=reader.say("No change matches these filters."),
    )


def _edition(reader: Reader, edition: Edition, since: Iterable[Edition]) -> View:
    """An edition; `since` are those from which on its changes count."""
    told = [(meaning, [one for one in edition.changes if one.meaning == meaning]) for meaning in MEANINGS]
    from_then = [anchor(one) for one in since]
    return {
        "section": Section(anchor(edition), reader.say("Edition {edition}", edition=edition.id)),
        "from": formatting.date(edition.effective_on, reader.language),
        "summary": reader.text(edition.summary),
        "changes": [
            {"meaning": reader.word("what-changed", meaning), "lines": [_line(reader, one, from_then) for one in ones]} for meaning, ones in told if ones
        ],
    }


def _line(reader: Reader, told: Told, since: Iterable[str]) -> View:
    links = [link for kind in type(told.about).model_fields for link in reader.links(kind, getattr(told.about, kind))]
    pieces, beside = _linked(reader, reader.text(told), links)
    return {
        "text": reader.text(told),
        "links": links,
        "pieces": pieces,
        "beside": beside,
        "facts": filters.facts({"role": concerned_roles(reader.handbook, told), "meaning": [told.meaning], "since": since}, []),
    }


def concerned_roles(handbook: Handbook, told: Told) -> list[str]:
    """The roles that a change is about; where it is about no record at all, every role."""
    about = told_of(handbook, told)
    found = {role for kind, id in about for role in roles_of(handbook, kind, id)}
    return [role.id for role in handbook.ordered_roles if role.id in found or not about]


def told_of(handbook: Handbook, told: Told) -> set[tuple[str, str]]:
    """(kind, id) of each record that a change is about, and of those that have taken the place of one."""
    about = {(kind, id) for kind in type(told.about).model_fields for id in getattr(told.about, kind)}
    return about | {(kind, heir) for kind, id in about if (gone := handbook.of_kind(kind)[id].retired) for heir in gone.replaced_by}


def _linked(reader: Reader, text: str, links: Iterable[Link]) -> tuple[list[Link], list[Link]]:
    """A sentence in pieces, of which those that name a record lead there; and the links whose names it does not say."""
    pieces, beside = [Link(text, None)], []
    for link in links:
        found = next(((number, cut) for number, one in enumerate(pieces) if not one.href and (cut := _cut(reader, one.name, link.name))), None)
        if found:
            number, (before, named, after) = found
            pieces[number:number + 1] = [Link(before, None), Link(named, link.href), Link(after, None)]
        else:
            beside.append(link)
    return [one for one in pieces if one.name], beside


def _cut(reader: Reader, text: str, name: str) -> tuple[str, str, str] | None:
    """A text before a name, the name as it stands in it, and what follows; None where it is not said."""
    edge = r"\b" if reader.language == "en" else ""
    found = re.search("|".join(f"{edge}{re.escape(one)}{edge}" for one in dict.fromkeys((name, reader.inside(name)))), text)
    return (text[:found.start()], found[0], text[found.end():]) if found else None
