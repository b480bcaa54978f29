"""For whom a page is made: the reader's language and the place of the page, from which links are drawn."""
from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from macros.model.handbook import Handbook
from macros.model.record import LevelId, Party, Record
from macros.views import formatting
from macros.views.public_words import IN_PUBLIC
from macros.views.stairs import Level, bars
from macros.words import catalog
from macros.words.languages import HTML_LANG, Language, other
from macros.words.texts import Text

# Kinds with a page for each record; the others are anchors on a page.
PAGED = ("roles", "stages", "tracks", "competencies", "kpis", "moves", "practices")
ANCHORED = {
    "layers": ("stages/", "layer-"), "posts": ("tracks/", "post-"), "titles": ("tracks/", "title-"), "terms": ("terms/", ""), "cases": ("cases/", ""),
}


@dataclass(frozen=True)
class Link:
    """A name to show and, where the thing has an address, where it leads."""

    name: str
    href: str | None = None
    mark: str | None = None  # a word in soft ink beside the name, such as “no page”
    why: dict[str, Any] | None = None  # the mark of what the link says, where it is not simply stated


@dataclass(frozen=True)
class Reader:
    """A language and the way from the page to the site's root (`../../../`, or an empty string)."""

    handbook: Handbook
    language: Language
    root: str

    def text(self, text: Text | None) -> str:
        """The sentence in this reader's language."""
        return text[self.language] if text else ""

    def say(self, message: str, **values: object) -> str:
        """An interface sentence."""
        return self.pattern(message).format(**values)

    def say_n(self, one: str, many: str, n: int, **values: object) -> str:
        """An interface sentence that counts."""
        return catalog.counted(self.language, self._here(one), self._here(many), n, **values) if self._here(one) else ""

    def _here(self, message: str) -> str:
        """The sentence as this edition says it."""
        return IN_PUBLIC.get(message, message) if self.public else message

    def pattern(self, message: str) -> str:
        """An interface sentence whose {names} are filled in later, often by a script."""
        said = self._here(message)
        return catalog.pattern(self.language, said) if said else ""

    def say_forms(self, one: str, many: str) -> dict[str, str]:
        """An interface sentence that counts, for scripts: the form for 1 and the one for other numbers, with {n} left open."""
        here = self._here(one), self._here(many)
        return {number: catalog.form(self.language, *here, n) if all(here) else "" for number, n in (("one", 1), ("other", 2))}

    def word(self, context: str, value: str) -> str:
        """A value of the data as a word."""
        return catalog.word(self.language, context, value)

    def href(self, path: str) -> str:
        """The address of a page of the same language, such as `roles/night-nurse/#duties`."""
        return f"{self.root}{self.language}/{path}"

    @property
    def public(self) -> bool:
        """Whether anyone may read along: then a page speaks of no documents, and of nothing that is left out."""
        return self.handbook.audience == "public"

    def has(self, page: str) -> bool:
        """Whether there is a page of this name, such as `moves` or `map`."""
        return page in self.handbook.present

    def leads(self, path: str) -> bool:
        """Whether an address such as `compare/#ways` leads to a page of this handbook; how to read it, and how to use its data, are always there."""
        page = path.partition("/")[0]
        return page in ("how-to-read", "api") or self.has(page)

    def link(self, kind: str, id: str) -> Link:
        """A record's name, linked when it has an address."""
        record = self.handbook.of_kind(kind)[id]
        mark = self.say("no page") if kind == "posts" else None
        return Link(self.text(record.name), self.address(kind, id), mark)

    def links(self, kind: str, ids: Iterable[str]) -> list[Link]:
        """Several records' links."""
        return [self.link(kind, id) for id in ids]

    def address(self, kind: str, id: str) -> str | None:
        """Where a record stands: a page, an anchor on a page, or nowhere."""
        if kind in PAGED:
            return self.href(f"{kind}/{id}/")
        if kind in ANCHORED:
            page, prefix = ANCHORED[kind]
            return self.href(f"{page}#{prefix}{id}")
        return None

    def party(self, party: Party) -> Link:
        """Someone or somewhere as a link."""
        for kind, id in (("roles", party.role), ("posts", party.post), ("titles", party.title), ("teams", party.team), ("stages", party.stage)):
            if id:
                return self.link(kind, id)
        return Link(self.text(party.outside)) if party.outside else Link(self.say("Anyone in the department"))

    def other_name(self, record: Record) -> dict[str, str]:
        """The record's name in the other language, with its `lang`."""
        language = other(self.language)
        return {"lang": HTML_LANG[language], "name": record.name[language]}

    def inside(self, name: str) -> str:
        """A name as it stands inside a sentence: in English without its capital, but for abbreviations and proper names, whose second word
        has one too; one further on, as in “Working in Chinese”, is that of another name."""
        plain = self.language == "en" and not re.search("^.[A-Z]|^[^ ]+ (?:(?:and|for|of|the) )*[A-Z][a-z]", name)
        return name[:1].lower() + name[1:] if plain else name

    def other_names(self, name: Text, aliases: Iterable[Text]) -> list[str]:
        """What else something is called in this language; names that differ in the other language alone are one here."""
        return [other for other in dict.fromkeys(map(self.text, aliases)) if other != self.text(name)]

    def level(self, id: LevelId) -> Level:
        """A level with its step among all of them, its name and its mark."""
        step, of = self.handbook.steps_of_levels[id], len(self.handbook.levels)
        lead, ears = self.say("{step} ", step=step), self.say(" (level {step} of {of})", step=step, of=of)
        return Level(step, of, lead, self.text(self.handbook.levels[id].name), ears, *bars(step, of))

    def levels(self) -> list[Level]:
        """Every level, from the lowest."""
        return [self.level(id) for id in self.handbook.levels]

    def groups(self, kind: str) -> list[tuple[str, str]]:
        """The groups of a kind as (id, name), in the order of the file."""
        return [(id, self.text(group.name)) for id, group in self.handbook.groups(kind).items()]

    def group(self, kind: str, id: str) -> str:
        """What a group of records of a kind is called."""
        return self.text(self.handbook.groups(kind)[id].name)

    def listed(self, names: list[str]) -> str:
        """Names as a list in running text."""
        return formatting.listed(names, self.language)
