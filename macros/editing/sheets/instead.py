"""What is said of files, and of cells instead: a rule speaks of the fields of YAML, an editor of a workbook has columns."""
from __future__ import annotations

import re
from dataclasses import dataclass

from macros.editing.sheets.wording import NOT_STATED


@dataclass(frozen=True)
class Instead:
    """A sentence of a rule, as it begins in either language, what to say of cells, and the column that is meant, if it is another than was changed."""

    zh: str
    en: str
    in_cells_zh: str
    in_cells_en: str
    column: str = ""


SAID = (
    Instead("^整个写成target: .*", "^Write it in full, target: .*", f"目标要写全：比较、数值、单位和时间一起填；没有规定时间的，“时间”一栏选“{NOT_STATED}”",
            f"Fill in the whole target: comparison, value, unit and period; where none is laid down, choose “{NOT_STATED}” under Period"),
    Instead("^缺少单位；.*", "^The unit is missing; .*", "缺少单位；在“单位”一栏选一个", "The unit is missing; choose one under Unit", "target.unit"),
    Instead("^缺少比较号；.*", "^The comparator is missing; .*", "缺少比较；在“比较”一栏选一个，例如“不低于（≥）”，说变化的就在“变化”一栏选",
            "The comparison is missing; choose one under Comparison, such as “at least”, or under Change for a change", "target.comparator"),
    Instead("^没有写按多久或按什么算；.*", "^Nothing says over what the figure counts; .*",
            f"没有写按多久算；在“时间”一栏选，文件没有规定的选“{NOT_STATED}”，按次算的在“每……”一栏选",
            f"Nothing says over how long it counts; choose under Period (“{NOT_STATED}” where no document says), or under Per where it counts by occasion",
            "target.period"),
    Instead("^from与to、before与after要成对.*", "^from needs to, and before needs after.*", "“范围从”和“范围到”、“原来”和“之后”要成对；补上另一个",
            "“Range from” needs “Range to”, and “Before” needs “After”; add the other"),
    Instead("^一个数字要有一种写法.*", "^A figure takes one form and no other.*",
            "目标只有一种写法；“数值”、“参照”、“范围从”和“范围到”、“次数”里留一种，别的写“停用”",
            "A target takes one form: keep one of Value, Measured against, Range from and to, or Times, and write “retired” into the others"),
    Instead("^没有写多久一次；.*", "^Nothing says how often; .*", "没有写多久一次；在“多久一次”一栏选",
            "Nothing says how often; choose under Every", "target.frequency.every"),
    Instead("^out_of与value一起写；.*", "^out_of stands beside value; .*", "“满分或总数”要与“数值”一起写；补上数值",
            "“Out of” stands beside a value; write the value", "target.value"),
    Instead("写change: decrease", "write change: decrease", "在“变化”一栏选“降低”", "choose “decrease” under Change"),
    Instead("^to要大于from", "^to must be above from", "“范围到”要大于“范围从”", "“Range to” must be above “Range from”"),
    Instead("只有一个数就写value", "or write value where there is one number", "只有一个数就写进“数值”", "or write it under Value where there is one number"),
    Instead("^after与before一样", "^after equals before", "“之后”与“原来”一样", "“After” equals “Before”"),
    Instead("超过了out_of的", "of out_of;", "超过了“满分或总数”的", "of “Out of”;"),
    Instead("，“[<>]=?”方向相反；.*", ", and “[<>]=?” points the other way; .*", "，这里选的比较方向相反；在“比较”一栏改选反方向的",
            ", and this comparison points the other way; choose the opposite under Comparison"),
    Instead("超过了scale的", "of scale;", "超过了“量表”的", "of “Scale”;"),
)


def instead(zh: str, en: str) -> tuple[str, str, str]:
    """What to say of a cell, in both languages, and the key of the column that is meant, if it is another."""
    column = ""
    for one in SAID:
        if re.search(one.zh, zh):
            zh, en, column = re.sub(one.zh, one.in_cells_zh, zh), re.sub(one.en, one.in_cells_en, en), column or one.column
    return zh, en, column
