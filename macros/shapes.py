"""Turns what pydantic finds into problems an editor can act on."""
from __future__ import annotations

import difflib
import typing
from collections.abc import Iterator

from pydantic import BaseModel, ValidationError

from macros.problems import Path, Problem
from macros.reading import Document

# pydantic's names for a mistake, in the editor's words. {…} is filled from pydantic's context.
MESSAGES = {
    "string_type": ("这里要一段文字", "Text is needed here"),
    "string_pattern_mismatch": (
        "编号只用小写英文字母、数字和单个连字符，例如brand-manager",
        "An id has lower-case letters, digits and single hyphens only, such as brand-manager",
    ),
    "tuple_type": ("这里要一个列表：每项一行，以“- ”开头；没有就写[]", "A list is needed here: one item per line after “- ”; write [] when there is none"),
    "dict_type": ("这里要下一层内容：换行缩进写“名称: 内容”", "Indented “name: value” lines are needed here"),
    "model_type": ("这里要下一层内容：换行缩进写“名称: 内容”", "Indented “name: value” lines are needed here"),
    "model_attributes_type": ("这里要下一层内容：换行缩进写“名称: 内容”", "Indented “name: value” lines are needed here"),
    "bool_parsing": ("这里写true或false", "Write true or false"),
    "number": ("这里要一个数，例如30或4.5；不带单位、逗号和开头的0", "A number is needed here, such as 30 or 4.5, without unit, comma or leading 0"),
    "figure_form": (
        "一个数字只能有一种写法：value、reference、from/to、before/after、deadline、lead_time、frequency、threshold选一种",
        "A figure takes one form only: value, reference, from/to, before/after, deadline, lead_time, frequency or threshold",
    ),
    "figure_comparator": (
        "缺少比较号；加comparator，例如comparator: \">=\"，或加change: increase",
        "The comparator is missing; add one, such as comparator: \">=\", or change: increase",
    ),
    "figure_unit": ("缺少单位；加unit，例如unit: percent", "The unit is missing; add one, such as unit: percent"),
    "figure_pair": ("from与to、before与after要成对", "from needs to, and before needs after"),
    "figure_period": (
        "没有写按多久或按什么算；加period（例如quarter、not-stated）或per（例如case）",
        "Nothing says over what the figure counts; add period (such as quarter or not-stated) or per (such as case)",
    ),
    "empty_rung": ("阶梯的一级至少要有roles、posts或stage", "A rung needs roles, posts or a stage"),
}
DATES = ("日期写成2026-11-22这样", "Write the date like 2026-11-22")
LANGUAGE_NAMES = {"zh": ("中文", "Chinese"), "en": ("英文", "English")}


def shape_problems(error: ValidationError, model: type[BaseModel], document: Document, prefix: Path) -> Iterator[Problem]:
    """One problem for each thing in which `document` at `prefix` does not fit `model`."""
    for mistake in error.errors(include_url=False):
        path = (*prefix, *(part for part in mistake["loc"] if part != "[key]"))
        kind, context = mistake["type"], mistake.get("ctx", {})
        last = str(path[-1]) if path else ""
        if kind == "missing" and last in LANGUAGE_NAMES:
            zh, en = LANGUAGE_NAMES[last]
            yield document.problem(path, f"缺少{zh}；补上{last}: 一行", f"The {en} is missing; add a line {last}:")
        elif kind == "missing":
            yield document.problem(path, f"缺少必填的“{last}”；照data/_examples里的样本补上",
                                   f"“{last}” is required; add it as in the sample in data/_examples")
        elif kind == "extra_forbidden":
            yield document.problem(path, *_unknown_key(last, _known_keys(model, mistake["loc"][:-1])), at_key=True)
        elif kind == "literal_error":
            expected = context["expected"].replace("'", "").replace(" or ", ", ")
            yield document.problem(path, f"“{_shown(mistake['input'])}”不在可选值里；可选：{expected.replace(', ', '、')}",
                                   f"“{_shown(mistake['input'])}” is not one of the choices: {expected}")
        elif kind in ("too_short", "too_long"):
            limit = context.get("min_length") if kind == "too_short" else context.get("max_length")
            least, most = ("至少", "at least") if kind == "too_short" else ("最多", "at most")
            yield document.problem(path, f"这里{least}要{limit}项", f"{most.capitalize()} {limit} are needed here")
        elif kind.startswith("date"):
            yield document.problem(path, *DATES)
        else:
            yield document.problem(path, *MESSAGES[kind])


def _unknown_key(key: str, known: list[str]) -> tuple[str, str]:
    near = difflib.get_close_matches(key, known, 1, 0.6)
    if near:
        return f"没有“{key}”这个字段；是不是“{near[0]}”？", f"There is no field “{key}”; did you mean “{near[0]}”?"
    return (f"没有“{key}”这个字段；这里可以写：{'、'.join(known)}", f"There is no field “{key}”; fields here: {', '.join(known)}")


def _shown(value: object) -> str:
    return value if isinstance(value, str) else "…"


def _known_keys(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that may stand where `path` leads, following the model's own types."""
    for part in path:
        if part in _names(model):
            inner = _model_in(model.model_fields[_names(model)[part]].annotation)
            model = inner or model
    hidden = {"id", "file"} if "file" in model.model_fields else set()
    return [name for name in _names(model) if name not in hidden]


def _names(model: type[BaseModel]) -> dict[str, str]:
    return {info.alias or name: name for name, info in model.model_fields.items()}


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in typing.get_args(annotation):
        found = _model_in(inner)
        if found:
            return found
    return None
