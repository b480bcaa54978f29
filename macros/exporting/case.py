"""The competencies in the exchange format of learning systems, CASE 1.1: one package for each language, since an item of it has one.

Groups hold competencies, and these their levels. A language is called as in ISO 639, which knows no script. Ids come from the ids of the records
and dates from their reviews, so that a system that takes the package in again finds what it has."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from macros.exporting.tables import BETWEEN
from macros.model.competencies import Competency
from macros.model.handbook import Handbook
from macros.words.languages import Language

Thing = dict[str, Any]
Node = tuple[str, str, str]  # a key that stays, what it is called, and its address


def package(handbook: Handbook, language: Language, url: str) -> Thing:
    """The package of one language. What has no page of its own, and everything where the site's address is not known, is named by its id alone."""
    made = _Package(handbook, language, url)
    return {"CFDocument": made.document(), "CFItems": [*made.items()], "CFAssociations": [*made.associations()]}


@dataclass(frozen=True)
class _Package:
    """What every part of a package is made from."""

    handbook: Handbook
    language: Language
    url: str

    @property
    def used(self) -> list[Competency]:
        """The competencies that are in use."""
        return self.handbook.used("competencies")

    def document(self) -> Thing:
        about, language = self.handbook.about, self.language
        return {**self._known("", "competencies/"), "caseVersion": "1.1", "creator": self.handbook.teams[about.issued_by].name[language],
                "title": about.title[language], "description": about.summary[language], "language": language, "version": about.edition,
                "lastChangeDateTime": _moment(about.effective_on)}

    def items(self) -> Iterator[Thing]:
        """Groups, and each competency with its levels behind it."""
        handbook, language = self.handbook, self.language
        for id, group in handbook.competency_groups.items():
            yield self._item(f"group:{id}", "", "Group", id, group.name[language], group.name[language], handbook.about.effective_on)
        for one in self.used:
            page = f"competencies/{one.id}/"
            yield self._item(one.id, page, "Competency", one.id, one.name[language], one.summary[language], one.reviewed_on)
            for level, said in one.levels.items():
                statement = BETWEEN[language].join(item[language] for item in said.can)
                code, name = f"{one.id}/{level}", self._level(one, level)
                yield self._item(code, f"{page}#level-{level}", "Level", code, name, statement, one.reviewed_on)

    def associations(self) -> Iterator[Thing]:
        """What stands below what, in order, and each pair of competencies that is named together once."""
        handbook, language = self.handbook, self.language
        for number, (id, group) in enumerate(handbook.competency_groups.items(), 1):
            node = (f"group:{id}", group.name[language], "")
            yield self._association("isChildOf", node, ("", handbook.about.title[language], "competencies/"), handbook.about.effective_on, number)
            for place, one in enumerate((one for one in self.used if one.kind == id), 1):
                yield self._association("isChildOf", self._node(one), node, one.reviewed_on, place)
        for one in self.used:
            for place, level in enumerate(one.levels, 1):
                below = (f"{one.id}/{level}", self._level(one, level), f"competencies/{one.id}/#level-{level}")
                yield self._association("isChildOf", below, self._node(one), one.reviewed_on, place)
        by_id = {one.id: one for one in self.used}
        for first, second in dict.fromkeys(tuple(sorted((one.id, other))) for one in self.used for other in one.related if other in by_id):
            yield self._association("isRelatedTo", self._node(by_id[first]), self._node(by_id[second]), by_id[first].reviewed_on)

    def _node(self, one: Competency) -> Node:
        return one.id, one.name[self.language], f"competencies/{one.id}/"

    def _level(self, one: Competency, level: str) -> str:
        return f"{one.name[self.language]} · {self.handbook.levels[level].name[self.language]}"

    def _item(self, key: str, page: str, kind: str, code: str, name: str, statement: str, day: date) -> Thing:
        return {**self._known(key, page), "fullStatement": statement, "abbreviatedStatement": name, "humanCodingScheme": code, "CFItemType": kind,
                "language": self.language, "lastChangeDateTime": _moment(day)}

    def _association(self, kind: str, origin: Node, destination: Node, day: date, number: int | None = None) -> Thing:
        ends = [{"title": title, **self._known(key, page), "targetType": "CASE"} for key, title, page in (origin, destination)]
        return {**self._known(f"{origin[0]} {kind} {destination[0]}", ""), "associationType": kind, **({"sequenceNumber": number} if number else {}),
                "originNodeURI": ends[0], "destinationNodeURI": ends[1], "lastChangeDateTime": _moment(day)}

    def _known(self, key: str, page: str) -> Thing:
        """By what something is known: an id made of what the handbook is called, the language and a key that stays, and its address."""
        id = uuid5(NAMESPACE_OID, f"{self.handbook.about.title.en}/{self.language}/competencies/{key}")
        return {"identifier": str(id), "uri": f"{self.url}{self.language}/{page}" if self.url and page else id.urn}


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
