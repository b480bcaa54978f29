"""A competency's page and the index, by alphabet and by kind."""
from __future__ import annotations

from macros.model.competencies import Competency
from macros.views import filters, parts, resources
from macros.views.alphabet import initial, sort_key
from macros.views.concerns import practices_of
from macros.views.marks import named_too, of_all_levels
from macros.views.page import Section, View
from macros.views.reader import Link, Reader


def competency(reader: Reader, id: str) -> View:
    """Everything a competency's page shows."""
    found = reader.handbook.competencies[id]
    required = reader.handbook.roles_by_competency.get(id, ())
    practices = practices_of(reader, "competencies", id)
    sections = [
        Section("levels", reader.say("Levels")),
        *([] if found.retired else [Section("roles", reader.say("Roles that ask for it"), str(len(required)))]),
        *([Section("interview", reader.say("In an interview"), _counted(reader, found))] if _questions(found) else []),
        *([Section("methods", reader.say("Methods and tools"))] if reader.has("methods") else []),
        *resources.section(reader.say("Learning resources"), found.links),
        *([Section("practices", reader.say("Policies and processes"))] if practices else []),
        Section("related", reader.say("Related competencies")),
        Section("sources", reader.say("Sources")),
    ]
    return {
        **parts.common(reader, "competencies", found, sections),
        "practices": practices,
        "essence": reader.text(found.summary),
        "kind_name": reader.group("competencies", found.kind),
        "aliases": named_too(reader, found.name, found.aliases),
        "levels": [
            {
                "id": f"level-{level}",
                "level": reader.level(level),
                "about": reader.text(meant.about),
                **parts.grouped(reader, found.levels[level].can, basis=found.levels[level].basis, sources=found.levels[level].sources),
                "who": [reader.link("roles", role.id) for role, requirement in required if requirement.level == level],
            }
            for level, meant in reader.handbook.levels.items()
        ],
        "asked": of_all_levels(reader, [role for role, _ in required]),
        "roles": {**of_all_levels(reader, [role for role, _ in required]), "lines": [
            {
                "role": reader.link("roles", role.id),
                "stage": reader.link("stages", role.stage),
                "level": reader.level(level),
                "need": reader.word("need", requirement.need),
                "useful": requirement.need == "useful",
                "duties": [reader.text(role.duties[group].name) for group in requirement.for_],
            }
            for level in reader.handbook.levels
            for role, requirement in required
            if requirement.level == level
        ]},
        "questions": [
            {"level": reader.level(level), "lines": [reader.text(one) for one in found.levels[level].questions]}
            for level in reader.handbook.levels if found.levels[level].questions
        ],
        "methods": parts.applied(reader, found.methods),
        "tools": parts.applied(reader, found.tools),
        "resources": resources.links(reader, found.links),
        "cautions": parts.items(reader, found.cautions),
        "related": [parts.related(reader, "competencies", one, one.summary) for one in map(reader.handbook.competencies.__getitem__, found.related)],
    }


def _questions(found: Competency) -> int:
    return sum(len(one.questions) for one in found.levels.values())


def _counted(reader: Reader, found: Competency) -> str:
    return reader.say_n("{n} question", "{n} questions", _questions(found))


def competency_index(reader: Reader, group: str = "") -> View:
    """Competencies by pinyin (Chinese) or A–Z (English) under filters, then all of them by kind; or those of one kind alone."""
    used = [one for one in reader.handbook.used("competencies") if not group or one.kind == group]
    used.sort(key=lambda one: sort_key(reader.text(one.name), reader.language, one.reading))
    entries = [_entry(reader, one) for one in used]
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    under = [initial(reader.text(one.name), reader.language, one.reading) for one in used]
    by_letter = {letter: [entry for entry, its in zip(entries, under, strict=True) if its == letter] for letter in letters}
    by_kind: list[View] = [
        {
            "section": Section(kind, name, str(sum(1 for one in used if one.kind == kind))),
            "links": [reader.link("competencies", one.id) for one in used if one.kind == kind],
        }
        for kind, name in reader.groups("competencies")
        if not group and any(one.kind == kind for one in used)
    ]
    kinds = [Section("kinds", reader.say("By kind")), *(one["section"] for one in by_kind)] if by_kind else []
    sections = [Section("alphabet", reader.say("From A to Z")), *kinds]
    return {
        **of_all_levels(reader, reader.handbook.ordered_roles),
        "essence": reader.say_n(
            "{n} competency at {levels} levels. The numbers say how many roles ask for each level.",
            "{n} competencies at {levels} levels. The numbers say how many roles ask for each level.", len(used), levels=len(reader.handbook.levels),
        ),
        "filters": _filters(reader, entries, group),
        "matrix": Link(reader.say("Role–competency matrix"), reader.href("matrix/")),
        "level_names": [level.name for level in reader.levels()],
        "asked": {
            "level": {level: reader.level(level) for level in reader.handbook.levels},
            "need": {need: reader.word("need", need) for need in ("essential", "useful")},
        },
        "letters": [{"letter": letter, "id": f"letter-{letter.lower()}", "entries": by_letter[letter]} for letter in letters],
        "by_kind": by_kind,
        "sections": {section.id: section for section in sections},
    }


def _filters(reader: Reader, entries: list[View], group: str) -> View:
    return filters.form(
        reader,
        [
            filters.choices("kind", reader.say("Kind"), reader.groups("competencies") if not group else []),
            filters.choices("level", reader.say("Level"), [(id, reader.text(level.name)) for id, level in reader.handbook.levels.items()]),
            filters.records(reader, "stage", reader.say("Stage"), "stages"),
            filters.records(reader, "track", reader.say("Track"), "tracks"),
            filters.roles(reader),
        ],
        entries,
        note=reader.say("All filters apply to the same role."),
        shown=reader.say_n("{n} competency in all", "{n} competencies in all", len(entries)),
        some=reader.say("{n} of {all} competencies", n="{n}", all=len(entries)),
        none=reader.say("No competency matches these filters."),
        sort=[("name", reader.say("A to Z")), ("roles", reader.say("Number of roles"))],
    )


def _entry(reader: Reader, found: Competency) -> View:
    required = reader.handbook.roles_by_competency.get(found.id, ())
    return {
        "link": reader.link("competencies", found.id),
        "other_name": reader.other_name(found),
        "kind": reader.group("competencies", found.kind),
        "counts": [
            {"name": one.name, "step": one.step, "n": sum(requirement.level == id for _, requirement in required)}
            for id, one in zip(reader.handbook.levels, reader.levels())
        ],
        "roles": len(required),
        "facts": filters.facts({"kind": [found.kind]}, [
            {**filters.of_role(reader, role), "level": [requirement.level], "need": [requirement.need]} for role, requirement in required
        ]),
    }

