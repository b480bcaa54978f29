"""What the comparison page reads in the browser: an index, a sheet for each role and stage, and what helps on some way.

Nothing is made for pairs: any two sheets are put together by `docs/assets/comparison/way.js`. Cells and lines are printed by the
same templates as the static pages, so that no script formats a figure or chooses a word."""
from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from macros.comparison.gap import forms, placed
from macros.comparison.help import Lesson, Offer, offers
from macros.comparison.help_view import entry
from macros.comparison.help_view import titles as help_titles
from macros.comparison.plan import basis, conditions, endings, headings, titles
from macros.comparison.plan import words as plan_words
from macros.comparison.rows import Row
from macros.comparison.sheet import Group, Sheet, competency_key, role_sheet
from macros.comparison.stage_sheet import stage_sheet
from macros.comparison.standing import by_move, by_step, in_doubt, no_way, on_track, sentences, signs_of_role, signs_of_stage, staged, unwritten, where
from macros.comparison.table import words as table_words
from macros.comparison.transition import reached, ways
from macros.model.handbook import Handbook
from macros.model.moves import takes_in
from macros.model.record import Record
from macros.model.roles import Role
from macros.views import retirement
from macros.views.file import Export
from macros.views.marks import why
from macros.views.page import View
from macros.views.reader import Link, Reader
from macros.views.templates import printed
from macros.words.languages import LANGUAGES, Language
from macros.words.texts import Text

ROOT = "../../"  # from /zh/compare/, where everything in these files is shown
LARGEST = 100_000  # characters of help in one file; above that each competency has a file of its own


def comparison_files(handbook: Handbook, language: Language) -> Iterator[Export]:
    """The index, the sheets and what helps, in one language."""
    if "compare" not in handbook.present:
        return
    reader = Reader(handbook, language, ROOT)
    offered = _offered([{"place": n, **_offer(reader, one)} for n, one in enumerate(offers(handbook))])
    yield from (_file(reader, name, found) for name, found in offered.items())
    yield _file(reader, "index", _index(reader, list(offered)))
    pages: dict[str, list[str]] = {}
    for way in ways(handbook):
        pages.setdefault(way.origin.id, []).append(way.target.id)
    for role in handbook.ordered_roles:
        yield _file(reader, f"roles/{role.id}", {**_sheet(reader, role_sheet(reader, role.id)), **_end(reader, role, pages.get(role.id, []))})
    for stage in handbook.used("stages"):
        yield _file(reader, f"stages/{stage.id}", _sheet(reader, stage_sheet(reader, stage.id)))


def _file(reader: Reader, name: str, value: object) -> Export:
    return Export(f"{reader.language}/compare/{name}.json", _json(value))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _set(macro: str, *arguments: object) -> str:
    """A piece of HTML as the static pages show it."""
    return printed("comparison/pieces.html", macro, *arguments).strip()


def _index(reader: Reader, helping: list[str]) -> View:
    handbook, levels = reader.handbook, reader.levels()
    return {
        "words": _words(reader),
        "titles": titles(reader),
        "lists": headings(reader),
        "endings": {**{id: section.title for id, section in endings(reader).items()}, "help": reader.say("Training and practice that help")},
        "here": reader.href("compare/"),
        "spans": {f"{own}-{one.step}": _set("span", own, one.step, levels) for own in range(len(levels) + 1) for one in levels},
        "needs": "".join(printed("views/parts.html", "need", one).strip() for one in plan_words(reader)["needs"]),
        "help": helping,
        "roles": {role.id: {"name": reader.text(role.name), "names": _names(role.name, *role.aliases), "stage": role.stage} for role in handbook.ordered_roles},
        "stages": {stage.id: {"name": reader.text(stage.name), "names": _names(stage.name)} for stage in handbook.used("stages")},
        "tracks": {
            track.id: {
                "name": reader.text(track.name), "within": on_track(reader, track.id),
                "steps": [_link(by_step(reader, step)) for step in handbook.steps(track)],
            }
            for track in handbook.used("tracks") if not track.is_of_stages
        },
        "moves": {
            move.id: {"link": _link(by_move(reader, move)), "conditions": _set("conditions", conditions(reader, [move]))}
            for move in handbook.used("moves")
        },
        "retired": {
            kind: {one.id: _retired(reader, kind, one, one.retired.replaced_by) for one in handbook.of_kind(kind).values() if one.retired}
            for kind in ("roles", "stages", "tracks")
        },
        "posts": {post.id: {"name": reader.text(post.name), "href": reader.address("posts", post.id)} for post in handbook.used("posts")},
    }


def _link(link: Link) -> str:
    return printed("views/parts.html", "link", link).strip()


def _names(*texts: Text) -> list[str]:
    return [text[language] for text in texts for language in LANGUAGES]


def _retired(reader: Reader, kind: str, record: Record, successors: Sequence[str]) -> View:
    """What a retired record is replaced by, and the sentence that says so."""
    said = retirement.notice(reader, kind, record)
    assert said
    names = said["comma"].join(link.name for link in said["links"])
    notice = reader.say("“{name}”: {notice} {successor}.", name=reader.text(record.name), notice=said["notice"], successor=names)
    return {"by": list(successors), "notice": notice}


def _sheet(reader: Reader, sheet: Sheet) -> View:
    groups = [_group(reader, group) for group in sheet.groups]
    return {"id": sheet.id, "name": sheet.link.name, "href": sheet.link.href, "about": sheet.about, "groups": groups}


def _group(reader: Reader, group: Group) -> View:
    rows = [_row(reader, row) for row in group.rows]
    return {"id": group.id, "title": group.title, "kind": group.kind, "folded": group.folded, "unknown": group.unknown, "empty": group.empty, "rows": rows}


def _row(reader: Reader, row: Row) -> View:
    shown = {"key": row.key, "name": row.name, "head": _set("name", row), "cell": _set("cell", row.cell), "same": row.same}
    return {**shown, **({"long": True} if row.long else {}), **_used(row), **(_asked(reader, row) if row.means else {})}


def _used(row: Row) -> View:
    """Whether a document gives an indicator a figure, or it only informs; and what it is taken by and rests on where its name stands alone."""
    used: View = {key: True for key, holds in (("figured", row.figured), ("informs", row.informs)) if holds}
    return {**used, "marks": _set("behind", row)} if row.aside or row.marks else used


def _asked(reader: Reader, row: Row) -> View:
    """What a plan shows of a competency: its step, how much it is needed, what the level means, and the levels before it."""
    return {
        "step": row.step,
        "need": printed("views/parts.html", "need", row.cell).strip(),
        "useful": row.cell["useful"],
        "means": _set("lower", row.means),
        "more": _set("all_levels", row, plan_words(reader)["levels"]),
        "below": [{"step": one["level"].step, "html": _set("lower", one)} for one in row.below],
    }


def _end(reader: Reader, role: Role, pages: list[str]) -> View:
    """What a plan needs of a role, whichever end of a way it is, and the roles it has a page of a way to or stands below on a track."""
    over = reached(reader.handbook, role).keys() | in_doubt(reader.handbook, role).keys()
    handbook, signs = reader.handbook, {"role": signs_of_role(reader, role), "stage": signs_of_stage(reader, role)}
    return {
        "basis": _set("bases", [basis(reader, role)]),
        "mark": printed("views/parts.html", "reason", why(reader, role.competencies_basis.basis)).strip(),
        "placed": "".join(printed("views/parts.html", "reason", one).strip() for one in placed(reader, role)),
        "stage": {"id": role.stage, "place": list(handbook.stages).index(role.stage), "name": where(reader, role)},
        "rungs": [[track.id, number] for track, number in handbook.tracks_of(role.id)],
        "leaves": [move.id for move in handbook.used("moves") if takes_in(move.from_, role)],
        "enters": [move.id for move in handbook.used("moves") if takes_in(move.to, role)],
        "pages": pages,
        "over": {
            other.id: no_way(reader, role, other)
            for other in handbook.ordered_roles
            if other.id in over
        },
        "signs": {of: "".join(_set("sign", one) for one in found) for of, found in signs.items()},
    }


def _offer(reader: Reader, one: Offer) -> View:
    """Something that helps, as a line in pieces, with the rows of a sheet that it builds and whom it is meant for."""
    shown = entry(reader, one, one.builds)
    items = one.of.items if isinstance(one.of, Lesson) else ()
    said = [[competency_key(id) for id in item.competencies] for item in items]
    building: Sequence[list[str] | None] = said or [None] * len(shown["lines"])
    return {
        "name": one.name,
        "head": _set("offer_head", shown),
        "lines": [{"html": _set("offer_line", line), "builds": keys} for line, keys in zip(shown["lines"], building)],
        "builds": [competency_key(id) for id in one.builds],
        "fits": [asdict(audience) for audience in one.fits],
        "along": [asdict(audience) for audience in one.along],
        "moves": one.moves,
    }


def _offered(every: list[View]) -> dict[str, list[View]]:
    """What helps, by file: all of it in one, or what goes along with ways in one and what builds a competency in a file for each."""
    if len(_json(every)) <= LARGEST:
        return {"help": every}
    along = [one for one in every if one["along"] or one["moves"]]
    keys = dict.fromkeys(key for one in every for key in one["builds"])
    return {"help": along, **{f"help/{key}": [one for one in every if key in one["builds"]] for key in keys}}


def _words(reader: Reader) -> View:
    """What the scripts say; {names} stand for what they fill in, and what counts has its forms by plural."""
    return {
        **table_words(reader),
        **{key: value for key, value in plan_words(reader).items() if isinstance(value, str)},
        "choose": reader.say("Choose at least 2 to compare."),
        "chooseOne": reader.pattern("{name} is chosen. Choose another to compare it with."),
        "missing": {
            "roles": reader.pattern("These roles were not found: {names}."),
            "stages": reader.pattern("These stages were not found: {names}."),
            "track": reader.pattern("This track was not found: {names}. All tracks are shown."),
        },
        "quoted": reader.pattern("“{name}”"),
        "named": reader.pattern("{name} has no page in this handbook, so it cannot be compared."),
        "offTrack": reader.pattern("{name}: no step of this track is at these stages."),
        "near": reader.say("Did you mean: "),
        "tooMany": {
            "roles": reader.pattern("At most 4 roles fit. Left out: {names}."),
            "stages": reader.pattern("At most 2 stages fit. Left out: {names}."),
        },
        "compared": reader.pattern("Compared: {names}."),
        "beside": {"roles": reader.pattern("{n} roles side by side"), "stages": reader.pattern("{n} stages side by side")},
        "hidden": reader.say_forms("{n} equal row hidden", "{n} equal rows hidden"),
        "sentence": forms(reader),
        "way": sentences(reader),
        "unknown": unwritten(reader),
        "staged": staged(reader),
        **help_titles(reader),
        "builds": reader.say("Builds: "),
        "listed": reader.word("list", "names"),
        "curated": reader.say("There is a page for this step: "),
    }
