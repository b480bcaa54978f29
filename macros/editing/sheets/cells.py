"""Whether the text of a changed cell can be taken as it stands, whatever it comes to."""
from __future__ import annotations

import re
import unicodedata

from macros.editing.sheets.reading import is_stray, stray
from macros.editing.sheets.settings import meant
from macros.editing.sheets.table import Column
from macros.editing.sheets.wording import NOT_STATED, RETIRED
from macros.editing.sheets.workbook import editable
from macros.loading.characters import FORBIDDEN, forbidden
from macros.loading.in_full import sign_of

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?|[0-9]+:[0-9]+")
SHARE = ("这个数在0和1之间，也许是表格软件把百分数改成的；单元格设成文本，80%写成80",
         "This number lies between 0 and 1; a spreadsheet may have made it of a percentage. Set the cell to text and write 80 for 80 %, or the number itself")
TO_COME = re.compile(r"…+|\.{3,}|。{3,}")
WITH_UNIT = re.compile(r"([0-9]+(?:\.[0-9]+)?)(?=[^0-9.:~～—–-])[^0-9]+")  # “48小时”
RETIRED_HALVES = {*RETIRED.split(" · "), RETIRED}


def in_words(text: str, column: Column) -> str:
    """One half of a choice, of the word that takes something away, or of that which says nothing is stated, is as good as both; so is a sign such as ≥."""
    if text in RETIRED_HALVES:
        return RETIRED
    if column.key == "target.value" and text in NOT_STATED.split(" · "):
        return NOT_STATED
    by_sign = {value: words for words, value in column.choices.items()} if column.key == "target.comparator" else {}
    return by_sign.get(sign_of(text) or text) or meant(text, column.choices)


def refused_for(text: str, was: str, column: Column) -> tuple[str, str] | None:
    """Why a text cannot be taken from a cell, if it cannot."""
    if not editable(column) and not was:
        return "这一栏只供查看；清空这一格", "This column is for reading; empty the cell"
    if not editable(column):
        return f"这一栏只供查看；改回“{was}”", f"This column is for reading; change it back to “{was}”"
    if not text.strip():
        way_zh, way_en = (f"，要去掉就写“{RETIRED}”", f", or write “{RETIRED}” to take it away") if column.optional else ("", "")
        return f"这一格原来是“{was}”，现在空了，是要去掉吗？写回来{way_zh}", f"This cell held “{was}” and is empty now. Is it to go? Put it back{way_en}"
    if is_to_come(text):
        back_zh, back_en = (f"改回“{was}”", f"put “{was}” back") if was else ("清空这一格", "empty the cell")
        return f"“{text}”不是内容；写上内容，还不知道就{back_zh}", f"“{text}” says nothing; write what belongs here, or {back_en} while it is not known"
    if hidden := FORBIDDEN.search(text.replace("\n", " ")):
        return forbidden(hidden[0])
    if is_stray(text):
        return stray(text)
    if column.numbers and text not in (RETIRED, NOT_STATED) and not NUMBER.fullmatch(text):
        plain = _plain(text)
        if found := WITH_UNIT.fullmatch(plain):
            plain = found[1]
        if not NUMBER.fullmatch(plain):
            return f"“{text}”不是数字；写成80、1.5这样，比值写成1:5", f"“{text}” is no number; write one such as 80 or 1.5, and a ratio as 1:5"
        return (f"数字写成“{plain}”；不用全角、千分位和百分号，单位另有一栏",
                f"Write the number as “{plain}”: no full-width digits, no thousands separators, no per cent; the unit has a column of its own")
    return None


def is_to_come(text: str) -> bool:
    """Whether a text only holds a place: “…”, as new records have it, or dots."""
    return TO_COME.fullmatch(text.strip()) is not None


def _plain(text: str) -> str:
    """A number as the files write it."""
    return unicodedata.normalize("NFKC", text).replace(",", "").replace(" ", "").rstrip("%")
