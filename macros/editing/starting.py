"""A short file for a new record: what it must say, with … for everything that is to be filled in, and hints in the editor's language."""
from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from macros.checks.references import KIND_NAMES
from macros.editing.change import Wanted
from macros.editing.edits import Add, CannotEdit
from macros.editing.kinds import SINGULAR, ensure_free, home_of
from macros.editing.lines import newline
from macros.editing.written import Value, named
from macros.loading.fitting import UNKNOWN
from macros.loading.folder import Loaded
from macros.loading.unfilled import TO_FILL
from macros.model.handbook import Handbook
from macros.words.languages import LANGUAGES

TEXT: dict[str, Value] = {"zh": TO_FILL, "en": TO_FILL}
Hint = tuple[str, str]  # in Chinese and English
Field = tuple[str, Value, Hint]
NAME: Field = ("name", TEXT, ("名称；英文只大写第一个词", "The name; in English only the first word has a capital"))


def starting(kind: str, id: str, languages: Collection[str]) -> Callable[[Loaded], Wanted]:
    """A new record of a kind, with hints in one language or both. Raises CannotEdit where it is no kind to be started so, or the id is taken."""

    def step(loaded: Loaded) -> Wanted:
        if kind not in _FIELDS:
            choices = [SINGULAR[one] for one in _FIELDS]
            raise CannotEdit(f"这一类直接写在{home_of(loaded, kind, id)[0]}里；可新建：{'、'.join(choices)}",
                             f"Write this kind into {home_of(loaded, kind, id)[0]} by hand; to be started so: {', '.join(choices)}")
        ensure_free(loaded, kind, id)
        fields = [*_FIELDS[kind](loaded.handbook), *_kept(loaded.handbook, kind)]
        name, alone = home_of(loaded, kind, id)
        value = {key: inner for key, inner, _ in fields}
        if alone:
            lines = [line for field in fields for line in _lines(field, languages)]
            return Wanted({}, {name: "\n".join([*_head(kind, languages), *lines, ""])})
        if name in loaded.documents:
            text = loaded.documents[name].raw.decode()
            return Wanted({name: [Add((kind,), id, value)] if f"{kind}:" in text.split(newline(text)) else [Add((), kind, {id: value})]})
        return Wanted({}, {name: "\n".join([*named(kind, {id: value}), ""])})

    return step


def _head(kind: str, languages: Collection[str]) -> list[str]:
    zh, en = KIND_NAMES[kind]
    return _comments((f"新的{zh}：把每个“{TO_FILL}”换成内容；handbook check会列出还缺哪些。",
                      f"A new {en}: put words in place of every “{TO_FILL}”; handbook check lists what is still to be filled in."), languages)


def _lines(field: Field, languages: Collection[str]) -> list[str]:
    key, value, hint = field
    return [*_comments(hint, languages), *named(key, value)]


def _comments(hint: Hint, languages: Collection[str]) -> list[str]:
    """A hint in these languages, a line for each."""
    return [f"# {said}" for language, said in zip(LANGUAGES, hint, strict=True) if said and language in languages]


def _choices(found: Mapping[str, object]) -> Hint:
    zh, en = (mark.join(found) for mark in ("、", ", "))
    return f"可选：{zh}", f"one of: {en}"


def _of(handbook: Handbook, what_zh: str, what_en: str, kind: str) -> Hint:
    zh, en = _choices(getattr(handbook, kind))
    return f"{what_zh}；{zh}", f"{what_en}; {en}"


def _kept(handbook: Handbook, kind: str) -> list[Field]:
    """On what it stands, and who looks after it where the handbook has no defaults."""
    basis: Field = ("basis", "editorial", ("依据：editorial是编者所写；有文件为据就改成stated，加上sources", (
        "What it rests on: editorial is written by the editors; where a document says it, write stated and add sources")))
    if handbook.about and kind in handbook.about.defaults:
        return [basis]
    return [basis, *((key, TO_FILL, ("", "")) for key in UNKNOWN)]


def _role(handbook: Handbook) -> list[Field]:
    return [
        NAME,
        ("essence", TEXT, ("一句话说清这个岗位，用“你”", "The role in one sentence, with “you”")),
        ("purpose", TEXT, ("为什么要有这个岗位，一到三句", "Why the role exists, in 1 to 3 sentences")),
        ("stage", TO_FILL, _of(handbook, "阶段", "The stage", "stages")),
        ("reports_to", "not-stated", ("向谁汇报：{role: 岗位编号}、{post: 职位编号}或{team: 团队编号}",
                                      "Who it reports to: {role: id}, {post: id} or {team: id}")),
        ("works_with", [], ("和谁配合，可先空着", "Whom it works with; may stay empty")),
        ("duties", {TO_FILL: {"name": TEXT, "items": [TEXT]}}, (
            "职责，分几组；组的编号用英文，定了不改，下面的for写同一个", "The duties, in groups; the id of a group never changes, and for below names it")),
        ("competencies", [{"competency": TO_FILL, "level": TO_FILL, "need": "essential", "for": [TO_FILL]}], _of(
            handbook, "要哪些能力，写能力的编号；level", "The competencies it needs, by their ids; level", "levels")),
        ("competencies_basis", {"basis": "editorial", "why": TEXT}, ("凭什么这样要求", "Why it asks for them")),
        ("kpis", [], ("指标，可先空着", "KPIs; may stay empty")),
        ("qualifications", [], ("任职条件，可先空着", "Qualifications; may stay empty")),
        ("authority", {}, ("权限，可先空着", "What it may decide; may stay empty")),
        ("growth_signals", [TEXT], ("怎样算做得好，可以往上走了", "A sign that someone is ready for more")),
    ]


def _competency(handbook: Handbook) -> list[Field]:
    return [
        NAME,
        ("kind", TO_FILL, _of(handbook, "分组", "The group", "competency_groups")),
        ("summary", TEXT, ("一句话说清这项能力", "The competency in one sentence")),
        ("levels", {level: {"can": [TEXT, TEXT]} for level in handbook.levels}, (
            "每一级看得到的表现，两到四条", "What can be seen at each level, 2 to 4 lines")),
        ("related", [], ("相近的能力，写编号，可先空着", "Related competencies, by their ids; may stay empty")),
    ]


def _kpi(handbook: Handbook) -> list[Field]:
    return [
        NAME,
        ("kind", TO_FILL, _of(handbook, "分组", "The group", "kpi_groups")),
        ("definition", TEXT, ("量的是什么", "What it measures")),
        ("measures", {"main": {"name": TEXT, "formula": TEXT, "unit": TO_FILL, "direction": "not-stated"}}, (
            "算式用＝÷×－，英文用= ÷ × −；unit是units.yml里的编号；direction：higher、lower、within、exact或not-stated",
            "The formula, with = ÷ × − in English and full-width signs in Chinese; unit: an id of units.yml; "
            "direction: higher, lower, within, exact or not-stated")),
        ("cadence", "not-stated", ("多久看一次：month、quarter、year等，没有写就留not-stated", "How often: month, quarter, year; or not-stated")),
        ("data_source", TEXT, ("数字从哪里来", "Where the figures come from")),
        ("caution", TEXT, ("看这个数字要当心什么", "What to be careful about")),
    ]


def _practice(handbook: Handbook) -> list[Field]:
    return [
        NAME,
        ("kind", TO_FILL, _of(handbook, "分组", "The group", "practice_groups")),
        ("summary", TEXT, ("一句话说清是什么、给谁", "What it is and whom it is for, in one sentence")),
        ("steps", {TO_FILL: {"name": TEXT, "actors": "not-stated", "does": [TEXT]}}, (
            "步骤，按先后；编号用英文", "The steps in order; each begins with an id")),
    ]


def _move(handbook: Handbook) -> list[Field]:
    return [
        NAME,
        ("kind", TO_FILL, ("", "")),
        ("from", [{"role": TO_FILL}], ("", "")),
        ("to", [{"role": TO_FILL}], ("", "")),
        ("summary", TEXT, ("", "")),
    ]


def _case(handbook: Handbook) -> list[Field]:
    group: list[Field] = [("kind", TO_FILL, ("", ""))] if handbook.case_groups else []
    return [NAME, *group, ("story", TEXT, ("", "")), ("point", TEXT, ("", ""))]


def _post(handbook: Handbook) -> list[Field]:
    return [NAME, ("known", TEXT, ("", ""))]


def _team(handbook: Handbook) -> list[Field]:
    return [NAME]


def _term(handbook: Handbook) -> list[Field]:
    return [NAME, ("kind", TO_FILL, ("", "")), ("definition", TEXT, ("", "")), ("defined_by", "editorial", ("", ""))]


_FIELDS: dict[str, Callable[[Handbook], list[Field]]] = {
    "roles": _role, "competencies": _competency, "kpis": _kpi, "practices": _practice, "moves": _move, "terms": _term, "cases": _case,
    "posts": _post, "titles": _post, "teams": _team,
}
STARTED = tuple(_FIELDS)  # the kinds that can be started so
