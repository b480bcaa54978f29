"""What the comparison page reads in the browser: an index, and a sheet for each role and stage with its cells as HTML.

Cells are printed by the same templates as the static pages, so that no script formats a figure or chooses a word."""
from __future__ import annotations

import json
from collections.abc import Iterator

from macros.comparison.gap import forms, way_path
from macros.comparison.plan import around, basis, endings, headings, levels_mark
from macros.comparison.sheet import Row, Sheet, role_sheet, stage_sheet
from macros.comparison.table import differences, same_line
from macros.comparison.transition import Way, transition, ways
from macros.model.handbook import Handbook
from macros.model.record import Record, Retired
from macros.model.roles import Role
from macros.views import parts
from macros.views.file import Export
from macros.views.page import View
from macros.views.reader import Reader
from macros.views.templates import printed
from macros.words.languages import LANGUAGES, Text

ROOT = "../../"  # from /zh/compare/, where everything in these files is shown


def comparison_files(handbook: Handbook) -> Iterator[Export]:
    """The index and the sheets, in both languages."""
    for language in LANGUAGES if "compare" in handbook.present else ():
        reader = Reader(handbook, language, ROOT)
        yield _file(reader, "index", _index(reader))
        known = {(way.origin.id, way.target.id): way for way in ways(handbook)}
        for role in handbook.ordered_roles:
            yield _file(reader, f"roles/{role.id}", {**_sheet(role_sheet(reader, role.id)), **_levels(reader, role)})
            others = [other for other in handbook.ordered_roles if other is not role]
            yield _file(reader, f"plans/{role.id}", {other.id: _plan(reader, known.get((role.id, other.id)) or Way(role, other, (), ())) for other in others})
        for stage in handbook.used("stages"):
            yield _file(reader, f"stages/{stage.id}", _sheet(stage_sheet(reader, stage.id)))


def _file(reader: Reader, name: str, value: object) -> Export:
    return Export(f"{reader.language}/compare/{name}.json", json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _set(macro: str, *arguments: object) -> str:
    """A piece of HTML as the static pages show it."""
    return printed("comparison/pieces.html", macro, *arguments).strip()


def _index(reader: Reader) -> View:
    handbook = reader.handbook
    return {
        "words": _words(reader),
        "parts": endings(reader),
        "roles": {role.id: {"name": reader.text(role.name), "names": _names(role.name, *role.aliases), "stage": role.stage} for role in handbook.ordered_roles},
        "stages": {stage.id: {"name": reader.text(stage.name), "names": _names(stage.name)} for stage in handbook.used("stages")},
        "tracks": {track.id: reader.text(track.name) for track in handbook.used("tracks")},
        "retired": {
            kind: {one.id: _retired(reader, kind, one, one.retired) for one in handbook.of_kind(kind).values() if one.retired}
            for kind in ("roles", "stages")
        },
        "posts": {post.id: {"name": reader.text(post.name), "href": reader.address("posts", post.id)} for post in handbook.used("posts")},
    }


def _names(*texts: Text) -> list[str]:
    return [text[language] for text in texts for language in LANGUAGES]


def _retired(reader: Reader, kind: str, record: Record, gone: Retired) -> dict[str, str]:
    """What a retired record is replaced by, and the sentence that says so."""
    said = parts.retirement(reader, kind, gone)
    notice = reader.say("“{name}”: {notice} {successor}.", name=reader.text(record.name), notice=said["notice"], successor=said["link"].name)
    return {"by": gone.replaced_by, "notice": notice}


def _sheet(sheet: Sheet) -> View:
    groups = [{"id": group.id, "title": group.title, "absent": group.absent, "rows": [_row(row) for row in group.rows]} for group in sheet.groups]
    return {"id": sheet.id, "name": sheet.link.name, "href": sheet.link.href, "about": sheet.about, "groups": groups}


def _row(row: Row) -> View:
    shown = {"key": row.key, "name": row.name, "head": _set("name", row), "cell": _set("cell", row.cell), "same": row.same}
    step, long = {"step": row.step} if row.step else {}, {"long": True} if row.long else {}
    return {**shown, **step, **long, **({"lines": _set("lines", row.lines)} if row.lines else {}), **_below(row)}


def _below(row: Row) -> View:
    """The levels before the one asked for, each with its step."""
    return {"below": [{"step": one["level"].step, "html": _set("lower", one)} for one in row.below]} if row.below else {}


def _levels(reader: Reader, role: Role) -> View:
    """On what the levels of a role rest."""
    return {"basis": _set("bases", [basis(reader, role)]), "mark": levels_mark(reader, role)}


def _plan(reader: Reader, way: Way) -> View:
    """What a plan says beside the lists that the browser draws from two sheets; `href` is the page of a way that has one."""
    found = around(reader, transition(reader.handbook, way.origin, way.target), way.moves)
    return {
        "href": reader.href(way_path(way.origin, way.target)) if way.steps or way.moves else "",
        "direction": found["direction"],
        "note": _set("note", found["note"]),
        "titles": {part["id"]: part["title"] for part in headings(reader, way.target)},
        "conditions": _set("conditions", found["conditions"], reader.say("No document gives conditions.")),
        "signs": _set("signs", found["signs"], reader.say("Signs to measure yourself by. They are no condition.")) if found["signs"] else "",
        "help": _set("help", found["help"]),
    }


def _words(reader: Reader) -> View:
    """What the scripts say; {names} stand for what they fill in, and what counts has its forms by plural."""
    name, names = {"name": "{name}"}, {"names": "{names}"}
    return {
        "choose": reader.say("Choose at least two to compare."),
        "chooseOne": reader.say("{name} is chosen. Choose another to compare it with.", **name),
        "unknown": {
            "roles": reader.say("No role has the id {names}.", **names),
            "stages": reader.say("No stage has the id {names}.", **names),
            "track": reader.say("No track has the id “{name}”; all tracks are shown.", **name),
        },
        "quoted": reader.say("“{name}”", **name),
        "named": reader.say("{name} is only named in the documents, so it cannot be compared.", **name),
        "offTrack": reader.say("No rung of the {name} stands at these stages.", **name),
        "near": reader.say("Did you mean: "),
        "tooMany": {
            "roles": reader.say("At most four roles fit. Left out: {names}.", **names),
            "stages": reader.say("At most two stages fit. Left out: {names}.", **names),
        },
        "compared": reader.say("Compared: {names}.", **names),
        "folded": reader.say_forms("{n} row folded", "{n} rows folded"),
        "same": same_line(reader),
        "show": reader.say("Show"),
        "pick": reader.say("Show first"),
        "differences": differences(reader),
        "comma": reader.say(", "),
        "sentence": forms(reader),
        "nothingNew": reader.say("The documents ask for no further competency at this step."),
        "uncurated": reader.say("No document describes this move. What follows is computed from the two roles."),
        "curated": reader.say("This way has a page of its own: "),
        "below": reader.say("The levels before it"),
    }
