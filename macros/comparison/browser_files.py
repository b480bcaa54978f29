"""What the comparison page reads in the browser: an index, a sheet for each role and stage, and what helps on some way.

Nothing is made for pairs: any two sheets are put together by `docs/assets/comparison/way.js`. Cells and lines are printed by the
same templates as the static pages, so that no script formats a figure or chooses a word."""
from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from macros.comparison.gap import forms, way_path
from macros.comparison.help import Offer, offers
from macros.comparison.help_view import entry
from macros.comparison.help_view import sentences as helping
from macros.comparison.plan import basis, conditions, endings, headings, levels_mark
from macros.comparison.rows import Row
from macros.comparison.sheet import Sheet, competency_key, role_sheet, stage_sheet
from macros.comparison.standing import left, open_points, sentences, signs_of_role, signs_of_stage, where
from macros.comparison.table import differences, same_line
from macros.comparison.transition import Way, ways
from macros.model.handbook import Handbook
from macros.model.record import Record, Retired
from macros.model.roles import Role
from macros.views import parts
from macros.views.file import Export
from macros.views.page import View
from macros.views.reader import Reader
from macros.views.templates import printed
from macros.words.languages import LANGUAGES, Language, Text

ROOT = "../../"  # from /zh/compare/, where everything in these files is shown
LARGEST = 100_000  # characters of help in one file; above that each competency has a file of its own


def comparison_files(handbook: Handbook, language: Language) -> Iterator[Export]:
    """The index, the sheets and what helps, in one language."""
    if "compare" not in handbook.present:
        return
    reader = Reader(handbook, language, ROOT)
    offered = _offered([_offer(reader, one) for one in offers(handbook)])
    yield from (_file(reader, name, found) for name, found in offered.items())
    yield _file(reader, "index", _index(reader, list(offered)))
    onward: dict[str, list[Way]] = {}
    for way in ways(handbook):
        onward.setdefault(way.origin.id, []).append(way)
    for role in handbook.ordered_roles:
        yield _file(reader, f"roles/{role.id}", {**_sheet(role_sheet(reader, role.id)), **_end(reader, role, onward.get(role.id, ()))})
    for stage in handbook.used("stages"):
        yield _file(reader, f"stages/{stage.id}", _sheet(stage_sheet(reader, stage.id)))


def _file(reader: Reader, name: str, value: object) -> Export:
    return Export(f"{reader.language}/compare/{name}.json", _json(value))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _set(macro: str, *arguments: object) -> str:
    """A piece of HTML as the static pages show it."""
    return printed("comparison/pieces.html", macro, *arguments).strip()


def _index(reader: Reader, helping: list[str]) -> View:
    handbook = reader.handbook
    return {
        "words": _words(reader),
        "lists": headings(reader, ""),  # a list without a title has that of the new role's sheet
        "parts": endings(reader),
        "help": helping,
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


def _end(reader: Reader, role: Role, onward: Iterable[Way]) -> View:
    """What a plan needs of a role, whichever end of a way it is, and the steps and moves from it that are known."""
    handbook, signs = reader.handbook, {"role": signs_of_role(reader, role), "stage": signs_of_stage(reader, role)}
    link = open_points(reader, role)
    return {
        "basis": _set("bases", [basis(reader, role)]),
        "mark": levels_mark(reader, role),
        "left": left(reader, role),
        "open": printed("views/parts.html", "link", link) if link else "",
        "stage": {"id": role.stage, "place": list(handbook.stages).index(role.stage), "name": where(reader, role)},
        "rungs": [[track.id, number] for track, number in handbook.tracks_of(role.id)],
        "signs": {of: "".join(_set("sign", one) for one in found) for of, found in signs.items()},
        "ways": [_way(reader, way) for way in onward],
    }


def _way(reader: Reader, way: Way) -> View:
    asked = conditions(reader, way.moves)
    return {
        "to": way.target.id,
        "href": reader.href(way_path(way.origin, way.target)),
        "moves": [move.id for move in way.moves],
        "conditions": _set("conditions", asked, "") if asked else "",
    }


def _offer(reader: Reader, one: Offer) -> View:
    """Something that helps, as a line, with the rows of a sheet that it builds and whom it is meant for."""
    return {
        "name": one.name,
        "html": _set("offer", entry(reader, one)),
        "builds": [competency_key(id) for id in one.builds],
        "fits": [asdict(audience) for audience in one.fits],
        "along": [asdict(audience) for audience in one.along],
        "moves": one.moves,
    }


def _offered(every: list[View]) -> dict[str, list[View]]:
    """What helps, by file: all of it in one, or what goes along with ways in one and what builds a competency in a file for each."""
    if len(_json(every)) <= LARGEST:
        return {"help": every}
    along = [{**one, "builds": [], "fits": []} for one in every if one["along"] or one["moves"]]
    keys = dict.fromkeys(key for one in every for key in one["builds"])
    return {"help": along, **{f"help/{key}": [{**one, "builds": [key], "along": [], "moves": []} for one in every if key in one["builds"]] for key in keys}}


def _words(reader: Reader) -> View:
    """What the scripts say; {names} stand for what they fill in, and what counts has its forms by plural."""
    return {
        "choose": reader.say("Choose at least two to compare."),
        "chooseOne": reader.pattern("{name} is chosen. Choose another to compare it with."),
        "unknown": {
            "roles": reader.pattern("No role has the id {names}."),
            "stages": reader.pattern("No stage has the id {names}."),
            "track": reader.pattern("No track has the id “{name}”; all tracks are shown."),
        },
        "quoted": reader.pattern("“{name}”"),
        "named": reader.pattern("{name} is only named in the documents, so it cannot be compared."),
        "offTrack": reader.pattern("No rung of the {name} stands at these stages."),
        "near": reader.say("Did you mean: "),
        "tooMany": {
            "roles": reader.pattern("At most four roles fit. Left out: {names}."),
            "stages": reader.pattern("At most two stages fit. Left out: {names}."),
        },
        "compared": reader.pattern("Compared: {names}."),
        "folded": reader.say_forms("{n} row folded", "{n} rows folded"),
        "same": same_line(reader),
        "show": reader.say("Show"),
        "pick": reader.say("Show first"),
        "differences": differences(reader),
        "comma": reader.say(", "),
        "sentence": forms(reader),
        "way": sentences(reader),
        "help": helping(reader),
        "silent": reader.say("No document gives conditions."),
        "signs": reader.say("Signs to measure yourself by. They are no condition."),
        "nothingNew": reader.say("The documents ask for no further competency at this step."),
        "uncurated": reader.say("No document describes this move. What follows is computed from the two roles."),
        "curated": reader.say("This way has a page of its own: "),
        "below": reader.say("The levels before it"),
    }
