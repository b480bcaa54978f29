"""A competency's page and the indexes: by kind and by alphabet."""
from __future__ import annotations

from pypinyin import Style, lazy_pinyin

from macros.model.competencies import COMPETENCY_KINDS, Competency
from macros.model.items import LEVELS
from macros.text import Language
from macros.views import parts
from macros.views.parts import Section
from macros.views.practices import practices_of
from macros.views.reader import Reader


def competency(reader: Reader, id: str) -> dict[str, object]:
    """Everything a competency's page shows."""
    found = reader.handbook.competencies[id]
    required = reader.handbook.roles_by_competency.get(id, ())
    practices = practices_of(reader, "competencies", id)
    sections = [
        Section("levels", reader.say("The four levels")),
        Section("roles", reader.say("Roles that require it"), str(len(required))),
        Section("methods", reader.say("Methods and tools")),
        *([Section("practices", reader.say("How we work"))] if practices else []),
        Section("related", reader.say("Related competencies")),
        Section("sources", reader.say("Sources")),
    ]
    return {
        **parts.common(reader, "competencies", found, sections),
        "practices": practices,
        "essence": reader.text(found.summary),
        "kind_name": reader.word("competency", found.kind),
        "aliases": [reader.text(alias) for alias in found.aliases],
        "levels": [
            {
                "id": f"level-{level}",
                "level": reader.level(level),
                "about": reader.word("level-about", level),
                "marks": parts.marks(reader, found.levels[level].basis),
                "lines": parts.items(reader, found.levels[level].can),
                "who": [reader.link("roles", role.id) for role, requirement in required if requirement.level == level],
            }
            for level in LEVELS
        ],
        "roles": [
            {
                "role": reader.link("roles", role.id),
                "stage": reader.link("stages", role.stage),
                "level": reader.level(level),
                "need": reader.word("need", requirement.need),
                "useful": requirement.need == "useful",
                "duties": [reader.text(role.duties[group].name) for group in requirement.for_],
            }
            for level in LEVELS
            for role, requirement in required
            if requirement.level == level
        ],
        "methods": reader.links("terms", found.methods),
        "tools": reader.links("terms", found.tools),
        "cautions": parts.items(reader, found.cautions),
        "related": [{"link": reader.link("competencies", one), "summary": reader.text(reader.handbook.competencies[one].summary)} for one in found.related],
    }


def competency_index(reader: Reader) -> dict[str, object]:
    """Competencies by kind, then all of them by pinyin (Chinese) or A–Z (English)."""
    used = reader.handbook.used("competencies")
    by_kind = [
        {
            "id": kind,
            "section": Section(kind, reader.word("competency", kind), str(sum(1 for one in used if one.kind == kind))),
            "entries": [_entry(reader, one) for one in sorted(used, key=lambda one: sort_key(reader.text(one.name), reader.language)) if one.kind == kind],
        }
        for kind in COMPETENCY_KINDS
    ]
    letters: dict[str, list[dict[str, object]]] = {}
    for one in sorted(used, key=lambda one: sort_key(reader.text(one.name), reader.language)):
        letters.setdefault(initial(reader.text(one.name), reader.language), []).append({"link": reader.link("competencies", one.id)})
    sections = {group["id"]: group["section"] for group in by_kind}
    sections["alphabet"] = Section("alphabet", reader.say("From A to Z"))
    return {
        "title": reader.say("Competencies"),
        "essence": reader.say("{n} competencies at four levels. The numbers say how many roles ask for each level.", n=len(used)),
        "level_names": [reader.word("level", level) for level in LEVELS],
        "by_kind": by_kind,
        "letters": [{"letter": letter, "entries": letters.get(letter, [])} for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"],
        "sections": sections,
    }


def _entry(reader: Reader, found: Competency) -> dict[str, object]:
    required = reader.handbook.roles_by_competency.get(found.id, ())
    return {
        "link": reader.link("competencies", found.id),
        "other_name": reader.other_name(found),
        "summary": reader.text(found.summary),
        "counts": [
            {"step": step, "name": reader.word("level", level), "n": sum(1 for _, requirement in required if requirement.level == level)}
            for step, level in enumerate(LEVELS, 1)
        ],
        "roles": len(required),
    }


def sort_key(name: str, language: Language) -> str:
    """The key that puts names in the order of the language's index: pinyin or A–Z."""
    return " ".join(lazy_pinyin(name, style=Style.TONE3)).lower() if language == "zh" else name.lower()


def initial(name: str, language: Language) -> str:
    """The letter a name stands under."""
    return sort_key(name, language)[0].upper()
