"""What the page of one’s own plan reads in the browser: an index, and a file for each role. Pieces of HTML are printed by the templates of
the site; what a script writes down, such as a line of a level, is there as text, too."""
from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any, get_args

from macros.comparison.plan import basis
from macros.comparison.sheet import competency_key
from macros.comparison.transition import documented, ways_by_role
from macros.model.handbook import Handbook
from macros.model.record import Item, Record
from macros.model.retirement import parts_of
from macros.model.roles import Need, Requirement, Role
from macros.path.rhythm import rhythm
from macros.path.signals import role_signal, stage_signal
from macros.path.words import words
from macros.views import parts, resources
from macros.views.file import Export
from macros.views.marks import said_once
from macros.views.page import View
from macros.views.reader import Reader
from macros.views.targets import targets_of
from macros.views.templates import printed
from macros.words.languages import LANGUAGES, Language

ROOT = "../../"  # from /zh/path/, where everything in these files is shown
FOLLOWED = ("roles", "competencies")  # the kinds that a plan names


def path_files(handbook: Handbook, language: Language) -> Iterator[Export]:
    """The index and the roles, in one language; none where there is no such page."""
    if "path" not in handbook.present:
        return
    reader = Reader(handbook, language, ROOT)
    yield _file(reader, "index", _index(reader))
    yield from (_file(reader, f"roles/{role.id}", _role(reader, role)) for role in handbook.ordered_roles)


def _file(reader: Reader, name: str, value: object) -> Export:
    return Export(f"{reader.language}/path/{name}.json", json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _set(macro: str, *arguments: object) -> str:
    """A piece of HTML as the static pages show it."""
    return printed("path/pieces.html", macro, *arguments).strip()


def _index(reader: Reader) -> View:
    handbook, compares = reader.handbook, reader.has("compare")
    return {
        "words": words(reader),
        "handbook": {"titles": [handbook.about.title[language] for language in LANGUAGES], "edition": handbook.about.edition},
        "levels": [{"id": id, "name": reader.text(level.name), "step": handbook.steps_of_levels[id]} for id, level in handbook.levels.items()],
        "groups": [{"id": id, "name": name} for id, name in reader.groups("competencies")],
        "needs": {need: reader.word("need", need) for need in get_args(Need)},
        "roles": {role.id: {"name": reader.text(role.name), "stage": role.stage} for role in handbook.ordered_roles},
        "competencies": {
            one.id: {"name": reader.text(one.name), "href": reader.address("competencies", one.id), "group": one.kind, "resources": _resources(reader, one.id)}
            for one in handbook.used("competencies")
        },
        "goals": {role.id: goals for role in handbook.ordered_roles if (goals := _goals(handbook, role))},
        "retired": {kind: {one.id: _retired(reader, one) for one in handbook.of_kind(kind).values() if one.retired} for kind in FOLLOWED},
        "compare": f"{reader.href('compare/')}" if compares else "",
        "here": reader.href("path/"),
        "reviews": rhythm(reader),
    }


def _goals(handbook: Handbook, role: Role) -> list[str]:
    """The roles that documented steps and moves lead to from this one, in their order."""
    return [way.target.id for way in ways_by_role(handbook).get(role.id, ()) if way.origin.id == role.id and not way.target.retired]


def _retired(reader: Reader, record: Record) -> View:
    """What has taken the place of a record, and where a document says so that of each part of it."""
    assert record.retired
    went = {part: record.retired.went[part] for part in parts_of(record) if part in record.retired.went}
    return {"name": reader.text(record.name), "by": list(record.retired.replaced_by), **({"went": went} if went else {})}


def _resources(reader: Reader, id: str) -> str:
    """What there is to learn a competency from, as its own page shows it; empty where there is nothing."""
    found = resources.links(reader, reader.handbook.competencies[id].links)
    return printed("views/parts.html", "resource_list", found, reader.say).strip() if found else ""


def _role(reader: Reader, role: Role) -> View:
    handbook = reader.handbook
    stage = handbook.stages[role.stage]
    return {
        "id": role.id,
        "name": reader.text(role.name),
        "href": reader.address("roles", role.id),
        "stage": {"id": role.stage, "name": reader.text(stage.name)},
        "basis": printed("comparison/pieces.html", "bases", [basis(reader, role)]).strip(),
        "competencies": [_requirement(reader, one) for one in role.competencies],
        "moves": {
            other.id: [move.id for move in moves]
            for other in handbook.ordered_roles if other.id != role.id and (moves := documented(handbook, role, other).moves)
        },
        "signals": {
            "stage": _signals(reader, stage_signal, stage.promotion_signals),
            "role": _signals(reader, role_signal, role.growth_signals),
        },
        "kpis": _kpis(reader, role),
    }


def _requirement(reader: Reader, one: Requirement) -> View:
    found = reader.handbook.competencies[one.competency]
    return {
        "id": one.competency,
        "key": competency_key(one.competency),
        "name": reader.text(found.name),
        "href": reader.address("competencies", one.competency),
        "group": found.kind,
        "need": reader.word("need", one.need),
        "useful": one.need == "useful",
        "level": one.level,
        "step": reader.handbook.steps_of_levels[one.level],
        "levels": [_level(reader, id, level.can, {"basis": level.basis, "sources": level.sources}) for id, level in found.levels.items()],
    }


def _level(reader: Reader, id: str, can: tuple[Item, ...], of_all: View) -> View:
    """What one can do at a level: as text, and as the page of the competency shows it; the first of it in every language, in which a plan may be kept."""
    shown = parts.grouped(reader, can, **of_all)
    first = [one[language] for one in can[:1] for language in LANGUAGES]
    return {"id": id, "lines": [reader.text(one) for one in can], "signs": first, "html": _set("means", shown)}


def _signals(reader: Reader, name: Callable[[Any], str], found: Sequence[Item]) -> View:
    """Signs of readiness with the names that ticks are kept under; a mark that all of them have stands once, for the heading."""
    lines = said_once(parts.items(reader, found)) if found else {"why": None, "lines": []}
    return {
        "mark": printed("views/parts.html", "reason", lines["why"]).strip(),
        "signs": [{"id": name(sign), "text": line["text"], "html": _set("line", line)} for sign, line in zip(found, lines["lines"])],
    }


def _kpis(reader: Reader, role: Role) -> list[View]:
    """What the role is appraised by, each indicator once, with what is asked of it in words."""
    kpis: dict[str, View] = {}
    for line, shown in zip(role.kpis, targets_of(reader, role)):
        if line.serves == "appraisal":
            one = kpis.setdefault(line.kpi, {"id": line.kpi, "name": shown["link"].name, "href": shown["link"].href, "asked": []})
            one["asked"].append(_set("asked", shown))
    return list(kpis.values())
