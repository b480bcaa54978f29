"""What sheets, columns and choices are called: Chinese and English in one, as a workbook serves both languages."""
from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, get_args, get_origin

from macros.loading.folder import Loaded
from macros.model.vocabularies import CHOICES
from macros.words.catalog import word
from macros.words.texts import Text

READ_ME = "说明 Read me"
MATRIX = "岗位×能力 Roles × competencies"
TARGETS = "指标目标 KPI targets"
TITLES = {
    "roles": "岗位 Roles", "competencies": "能力 Competencies", "kpis": "指标 KPIs", "stages": "阶段 Stages", "layers": "层级 Layers",
    "tracks": "发展通道 Tracks",
    "moves": "晋升与转岗 Moves", "practices": "制度与流程 Practices", "cases": "案例 Cases", "posts": "职位 Posts", "titles": "头衔 Titles",
    "teams": "团队 Teams",
    "terms": "术语 Terms",
}  # a title has 31 characters at most
RETIRED = "停用 · retired"  # the one word that takes something away
RETIRED_BY = ("停用 → 编号", "retired → id")  # with what follows a record
NOT_STATED = "没有写 · not stated"

HEADINGS = {
    "id": ("编号", "Id"), "role": ("岗位编号", "Role id"), "kpi": ("指标编号", "KPI id"), "measure": ("量法编号", "Measure id"), "line": ("第几行", "Line"),
    "role-name": ("岗位", "Role"), "kpi-name": ("指标", "KPI"), "competency": ("能力编号", "Competency id"), "competency-name": ("能力", "Competency"),
    "retired": ("停用", "Retired"), "name": ("名称", "Name"), "short": ("缩写", "Abbreviation"), "kind": ("类别", "Kind"),
    "essence": ("一句话定位", "In a sentence"), "purpose": ("宗旨", "Purpose"), "stage": ("阶段", "Stage"), "layer": ("层级", "Layer"),
    "posts": ("职位", "Posts"), "level": ("级别", "Level"), "positioning": ("定位", "Positioning"), "summary": ("概述", "Summary"),
    "suits": ("适合谁", "Suits"), "definition": ("定义", "Definition"), "cadence": ("统计频率", "How often"), "data_source": ("数据来源", "Data source"),
    "caution": ("注意", "Caution"), "story": ("经过", "Story"), "point": ("要点", "Point"), "known": ("已知内容", "What is known"),
    "comparator": ("比较", "Comparison"), "value": ("数值", "Value"), "out_of": ("满分或总数", "Out of"), "unit": ("单位", "Unit"),
    "from": ("范围从", "Range from"), "to": ("范围到", "Range to"), "reference": ("参照", "Measured against"), "change": ("变化", "Change"),
    "baseline": ("与什么比", "Compared with"), "period": ("时间", "Period"), "per": ("每……", "Per"), "times": ("次数", "Times"), "every": ("多久一次", "Every"),
    "scale": ("量表", "Scale"), "before": ("原来", "Before"), "after": ("之后", "After"), "goal": ("目标值", "Goal"), "scope": ("管哪些", "Covers"),
    "serves": ("用途", "Serves"), "note": ("附注", "Remark"), "basis": ("依据", "Basis"), "sources": ("出处", "Sources"),
}
HALVES = {"zh": ("中文", "Chinese"), "en": ("英文", "English")}
VALUES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "comparator": {
        ">=": ("不低于（≥）", "at least"), ">": ("高于（>）", "more than"), "<=": ("不超过（≤）", "at most"), "<": ("低于（<）", "less than"),
        "=": ("等于", "exactly"), "within": ("上下不超过", "within"),
    },
    "change": {
        "increase": ("提高", "increase"), "decrease": ("降低", "decrease"), "shorten": ("缩短", "shorten"), "net": ("净增", "net gain"), "above": ("高出",
                                                                                                                                           "above"),
    },
    "serves": {"appraisal": ("考核", "appraisal"), "reference": ("只作参考", "reference only")},
    "baseline": {"not-stated": ("没有写", "not stated")},
    "reference": {"goal": ("目标", "goal")},
}
CONTEXTS = {"moves": "move", "terms": "term"}  # where the catalog has the words for the kinds of a kind


def both(zh: str, en: str) -> str:
    """Chinese and English beside each other."""
    return zh if zh == en else f"{zh} · {en}"


def named(text: Text) -> str:
    """A text in both languages."""
    return both(text.zh, text.en)


def heading(*path: str) -> str:
    """What a column is called: 名称（中文） · Name (Chinese)."""
    *fields, last = path
    if last in HALVES:
        zh, en = HEADINGS[fields[-1]]
        return both(f"{zh}（{HALVES[last][0]}）", f"{en} ({HALVES[last][1]})")
    return both(*HEADINGS[last])


def literal_words(field: str, context: str, annotation: object) -> Mapping[str, str]:
    """The choices of a field whose values the model names."""
    return _apart((_said(field, context, value), value) for value in _values(annotation))


def _values(annotation: object) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return tuple(value for inner in get_args(annotation) for value in _values(inner))


def _said(field: str, context: str, value: str) -> str:
    own = VALUES.get(field, {}).get(value)
    return both(*own) if own else both(word("zh", context, value), word("en", context, value))


def pointed_words(loaded: Loaded, kind: str) -> Mapping[str, str]:
    """The choices of a field that points at a kind: the names of its records, and words of its own."""
    choice = CHOICES.get(kind)
    words = [(_said("period", "cadence" if kind == "cadences" else "period", value), value) for value in choice.words] if choice else []
    kinds = choice.lists if choice else (kind,)
    return _apart([*((named(record.name), id) for one in kinds for id, record in getattr(loaded.handbook, one).items()), *words])


def _apart(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Words that tell the values apart: those that several share have the value behind them."""
    known = list(pairs)
    shown = [said for said, _ in known]
    return {f"{said} [{value}]" if shown.count(said) > 1 else said: value for said, value in known}
