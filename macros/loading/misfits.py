"""Turns what pydantic finds into problems an editor can act on."""
from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.loading import meant
from macros.loading.document import Document
from macros.loading.in_full import Documents, InFull, comparator, figure_in_full, in_full, missing_of_figure, number_alone
from macros.loading.typed import known_keys, type_at
from macros.model.record import Concerns
from macros.model.references import model_in
from macros.words.problems import MOST_OF_A_FILE, RESTORE, Path, Problem
from macros.words.spelling import nearest

NUMBER = ("这里要一个数，例如30或4.5；不带单位、逗号和开头的0", "A number is needed here, such as 30 or 4.5, without unit, comma or leading 0")
HALF = 4  # required fields that are missing at once, from which on a part of the file may have got lost
WANTS_FIELDS = {"model_type", "model_attributes_type"}
INCOMPLETE = {"figure_unit", "figure_comparator", "figure_period"}
NESTED = ("这里要下一层内容：换行缩进写“名称: 内容”", "Indented “name: value” lines are needed here")
# pydantic's names for a mistake, and the model's own, in the editor's words.
MESSAGES = {
    "string_type": ("这里要一段文字", "Text is needed here"),
    "string_pattern_mismatch": (
        "编号只用小写英文字母、数字和单个连字符，例如first-aid",
        "An id has lower-case letters, digits and single hyphens only, such as first-aid",
    ),
    "reading_form": (
        "读音写成带声调的小写拼音，一个汉字一个音节，中间空一格，例如háng yán",
        "A reading is pinyin in lower case with its tones, one syllable for each character, one space between, such as háng yán",
    ),
    "blank": ("这里是空的；写上一个词，或删掉这一项", "This is empty; write a word here, or delete the entry"),
    "tuple_type": ("这里要一个列表：每项一行，以“- ”开头；没有就写[]", "A list is needed here: one item per line after “- ”; write [] when there is none"),
    "dict_type": NESTED,
    "model_type": NESTED,
    "model_attributes_type": NESTED,
    "bool_parsing": ("这里写true或false", "Write true or false"),
    "bool_type": ("这里写true或false", "Write true or false"),
    "decimal_type": NUMBER,
    "number": NUMBER,
    "long_number": ("这个数太长，多半多打了几位；小数点前最多12位，后面最多6位",
                    "The number is too long, and some digits were likely typed twice; at most 12 stand before the point and 6 behind it"),
    "string_too_long": ("编号太长；最多60个字符", "The id is too long; it has at most 60 characters"),
    "year": ("年份不对，多半打错了；写2000到2099之间的日期", "The year is likely a slip; write a date from 2000 to 2099"),
    "figure_form": (
        "一个数字要有一种写法，也只能有一种：value、reference、from/to、before/after、deadline、lead_time、frequency、threshold",
        "A figure takes one form and no other: value, reference, from/to, before/after, deadline, lead_time, frequency or threshold",
    ),
    "figure_comparator": (
        "缺少比较号；加comparator，例如comparator: \">=\"，或加change: increase",
        "The comparator is missing; add one, such as comparator: \">=\", or change: increase",
    ),
    "figure_unit": ("缺少单位；加unit，写units.yml里的编号", "The unit is missing; add unit, an id of units.yml"),
    "figure_pair": ("from与to、before与after要成对；补上另一个", "from needs to, and before needs after; add the other"),
    "figure_period": (
        "没有写按多久或按什么算；加period（例如quarter、not-stated）或per（units.yml里occasions的编号）",
        "Nothing says over what the figure counts; add period (such as quarter or not-stated) or per (an id of the occasions in units.yml)",
    ),
    "calculation": (
        "这里要一道算式，只写数、+ - * / 和括号，例如3000 / 2000",
        "A calculation is needed here, of numbers, + - * / and brackets only, such as 3000 / 2000",
    ),
    "unit_form": ("数字后面只接一样；sign（符号）和after（词）留一个", "One thing follows a number; keep either sign or after"),
    "one_party": (
        "这里要写一个人或一处，只写一项，例如team: reception",
        "One person or place is needed here, under one key only, such as team: reception",
    ),
    "gap_form": (
        "about改成了missing：写接在“文件没有写：”后面的名词短语，例如missing: {zh: 试用期多长, en: how long probation lasts}",
        "about has become missing: a phrase that completes “The documents do not say: …”, such as "
        "missing: {zh: 试用期多长, en: how long probation lasts}",
    ),
    "colour_form": (
        "这里要一个颜色：#后面3位或6位十六进制数，加双引号，例如\"#0b5394\"",
        "A colour is needed here: # and 3 or 6 hexadecimal digits in double quotes, such as \"#0b5394\"",
    ),
    "logo_form": (
        "这里写handbook.yml旁边的SVG文件名：小写英文字母、数字和单个连字符，例如logo.svg",
        "The name of an SVG file beside handbook.yml is needed here: lower-case letters, digits and single hyphens, such as logo.svg",
    ),
    "empty_rung": ("阶梯的一级至少要有roles、posts或stage；补上一样", "A rung needs roles, posts or a stage; add one"),
}
MESSAGES |= {  # style.yml
    "sentence_length": ("一句最多多长写成10到300的整数；要不限长度，在off里写sentence-length",
                        "The longest sentence is a whole number from 10 to 300; to set no limit, put sentence-length under off"),
    "refused_word_zh": ("这里要一个词，照字面找，不能空着，也不用*", "A word is needed here; it is looked for as it stands, without *, and cannot be empty"),
    "refused_word_en": ("这里要一个英文词或词组，照字面找；*只能放在末尾，代表任何词尾，前面至少两个字母，例如leverag*",
                        "An English word or phrase is needed here, looked for as it stands; * may stand at its end only, for any ending, "
                        "after two letters or more, as in leverag*"),
    "no_refused_words": ("没有写不用哪些词；加zh或en，例如en: [client]", "Nothing says which words are refused; add zh or en, such as en: [client]"),
    "abbreviation": ("缩写由两个以上大写字母或数字组成，例如KPI", "An abbreviation has two or more capitals or digits, such as KPI"),
}
DATES = ("日期写成2026-11-22这样", "Write the date like 2026-11-22")
SHADES = {"light": ("浅色", "light"), "dark": ("深色", "dark")}
LANGUAGE_NAMES = {"zh": ("中文", "Chinese"), "en": ("英文", "English")}


def shape_problems(error: ValidationError, model: type[BaseModel], document: Document, prefix: Path, documents: Documents) -> Iterator[Problem]:
    """One problem for each place at which `document`, from `prefix` down, does not fit `model`; names are looked for in all `documents`."""
    places: dict[Path, list[ErrorDetails]] = {}
    for mistake in error.errors(include_url=False):
        if mistake["type"] == "too_short" and len(mistake["input"]) >= mistake["ctx"]["min_length"]:
            continue  # long enough, but some of it does not fit, which is said elsewhere
        places.setdefault(_place(mistake, document, prefix), []).append(mistake)
    for path in list(places)[MOST_OF_A_FILE:]:  # who has mended these sees the others
        del places[path]
    for path in _misspelt(places):
        del places[path]
    for lacking in _lacking_together(places):
        for path in lacking:
            del places[path]
        yield document.problem(lacking[0], *_all_missing([str(path[-1]) for path in lacking]))
    for path, mistakes in places.items():
        at_key = mistakes[0]["type"] == "extra_forbidden" or mistakes[0]["loc"][-1:] == ("[key]",)
        wanted = type_at(model, path[len(prefix):])
        told = _in_full(mistakes, path, model_in(wanted) or model, document, documents) or _meant(mistakes, path, wanted, document, documents)
        if told is None:
            yield document.problem(path, *_message(mistakes, model), at_key)
            continue
        mended = document.line_with(path, told.value) if told.value is not None else None
        yield dataclasses.replace(document.problem(path, told.zh, told.en), mended=mended)


def _misspelt(places: Mapping[Path, list[ErrorDetails]]) -> set[Path]:
    """The required fields that are missing because they stand beside it under a name that is not theirs: of that one it is said."""
    missing: dict[Path, list[str]] = {}
    for path, mistakes in places.items():
        if mistakes[0]["type"] == "missing":
            missing.setdefault(path[:-1], []).append(str(path[-1]))
    unknown = [path for path, mistakes in places.items() if mistakes[0]["type"] == "extra_forbidden" and path[:-1] in missing]
    return {(*path[:-1], meant) for path in unknown if (meant := nearest(str(path[-1]), missing[path[:-1]], 0.6))}


def _lacking_together(places: Mapping[Path, list[ErrorDetails]]) -> list[list[Path]]:
    """The required fields that are missing side by side, where several are: they have one cause."""
    found: dict[Path, list[Path]] = {}
    for path, mistakes in places.items():
        if mistakes[0]["type"] == "missing" and path[-1] not in (*LANGUAGE_NAMES, *SHADES):
            found.setdefault(path[:-1], []).append(path)
    return [paths for paths in found.values() if len(paths) > 1]


def _all_missing(fields: list[str]) -> tuple[str, str]:
    zh, en = f"缺少必填的“{'”“'.join(fields)}”；照samples里的样本补上", f"Required and missing: {', '.join(fields)}; add them as in the sample in samples/"
    if len(fields) < HALF:
        return zh, en
    return f"{zh}；内容丢了就{RESTORE[0]}", f"{en}, or {RESTORE[1]} if they got lost"


def _in_full(
    mistakes: list[ErrorDetails], path: Path, wanted: type[BaseModel], document: Document, documents: Documents,
) -> InFull | None:
    """What to say where a short value stands for more, or a figure lacks several of its fields: all of it at once."""
    kinds, given = {mistake["type"] for mistake in mistakes}, mistakes[0]["input"]
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    if kinds & WANTS_FIELDS and isinstance(given, str):
        told = in_full(wanted, key, given, documents)
        choices = [one for mistake in mistakes if mistake["type"] == "literal_error" for one in _choices(mistake)]
        if told and choices:
            return dataclasses.replace(told, zh=f"{told.zh}；也可以写{'、'.join(choices)}", en=f"{told.en}; or {', '.join(choices)}")
        return told
    if kinds & INCOMPLETE and isinstance(given, dict) and len(missing_of_figure(wanted, given)) > 1:
        return InFull(*figure_in_full(key, wanted, given))
    if kinds == {"number"} and isinstance(given, str):
        return number_alone(key, given, document.at(path[:-1]), documents)
    if kinds == {"literal_error"} and key == "comparator" and isinstance(given, str):
        return comparator(given)
    return None


def _meant(mistakes: list[ErrorDetails], path: Path, annotation: object, document: Document, documents: Documents) -> InFull | None:
    """What to say where a word of the pages, a name or an id without its brackets or kind stands in place of what is wanted."""
    kinds, given = {mistake["type"] for mistake in mistakes}, mistakes[0]["input"]
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    wanted, duties = model_in(annotation), meant.duties_around(document.data, path)
    if kinds <= WANTS_FIELDS and wanted and issubclass(wanted, Concerns):
        return meant.places(wanted, key, given, documents)
    if kinds == {"tuple_type"} and isinstance(given, str):
        return meant.a_list(annotation, key, given, duties, documents)
    if kinds == {"literal_error"} and isinstance(given, str):
        return meant.choice(given, [one for mistake in mistakes for one in _choices(mistake)])
    if kinds == {"string_pattern_mismatch"} and duties:
        return meant.duty_group(given, duties)
    return meant.day(str(given)) if kinds == {"date_form"} else None


def _place(mistake: ErrorDetails, document: Document, prefix: Path) -> Path:
    """Where in the file a mistake stands. pydantic also names the members of a union, which no file holds."""
    value: Any = document.at(prefix)
    path = prefix
    parts = [part for part in mistake["loc"] if part != "[key]"]
    for number, part in enumerate(parts, 1):
        held = part in value if isinstance(value, dict) else isinstance(value, list) and part in range(len(value))
        if not held:
            return (*path, part) if mistake["type"] == "missing" and number == len(parts) else path
        path, value = (*path, part), value[part]
    return path


def _message(mistakes: list[ErrorDetails], model: type[BaseModel]) -> tuple[str, str]:
    """What is wrong at one place. There are several mistakes where several types would do, and none of them fits."""
    choices = [one for mistake in mistakes if mistake["type"] == "literal_error" for one in _choices(mistake)]
    mistake = next((one for one in mistakes if one["type"] != "literal_error"), None)
    if mistake is None:
        return unlisted(mistakes[0]["input"] if isinstance(mistakes[0]["input"], str) else "…", choices)
    zh, en = _single(mistake, model)
    return (f"{zh}；也可以写{'、'.join(choices)}", f"{en}; or {', '.join(choices)}") if choices else (zh, en)


def _choices(mistake: ErrorDetails) -> list[str]:
    expected: str = mistake["ctx"]["expected"]
    return expected.replace("'", "").replace(" or ", ", ").split(", ")


def _single(mistake: ErrorDetails, model: type[BaseModel]) -> tuple[str, str]:
    kind, last = mistake["type"], str(mistake["loc"][-1]) if mistake["loc"] else ""
    if kind == "missing" and last in LANGUAGE_NAMES:
        zh, en = LANGUAGE_NAMES[last]
        return f"缺少{zh}；补上{last}: 一行", f"The {en} is missing; add a line {last}:"
    if kind == "missing" and last in SHADES:
        zh, en = SHADES[last]
        return f"颜色要成对：补上{zh}页面用的{last}: 一行", f"Colours come in pairs: add a line {last}: with the one for {en} pages"
    if kind == "missing":
        return f"缺少必填的“{last}”；照samples里的样本补上", f"“{last}” is required; add it as in the sample in samples/"
    if kind == "extra_forbidden":
        return unknown_key(last, known_keys(model, mistake["loc"][:-1]))
    if kind == "too_short":
        least = mistake["ctx"]["min_length"]
        return f"这里至少要{least}项；补上缺的", f"{least} or more are needed here; add what is missing"
    if kind == "too_long":
        most = mistake["ctx"]["max_length"]
        return f"这里最多写{most}项；合并或删去多的", f"No more than {most} may stand here; merge some or leave some out"
    if kind == "web_address":
        return mistake["ctx"]["zh"], mistake["ctx"]["en"]
    if kind.startswith("date"):
        return DATES
    return MESSAGES[kind]


def unlisted(value: str, choices: Iterable[str]) -> tuple[str, str]:
    """What to say of a value that is not among the choices, with the nearest one and all of them."""
    listed = list(choices)
    near = nearest(value, listed, 0.6)
    zh, en = (f"，是不是“{near}”？", f"; did you mean “{near}”? Choices") if near else ("；", "")
    return f"“{value}”不在可选值里{zh}可选：{'、'.join(listed)}", f"“{value}” is not one of the choices{en}: {', '.join(listed)}"


def unknown_key(key: str, known: Iterable[str]) -> tuple[str, str]:
    """What to say of a key that no model names, with the nearest one that there is."""
    if near := nearest(key, known, 0.6):
        return f"没有“{key}”这个字段；是不是“{near}”？", f"There is no field “{key}”; did you mean “{near}”?"
    return f"没有“{key}”这个字段；这里可以写：{'、'.join(known)}", f"There is no field “{key}”; fields here: {', '.join(known)}"
