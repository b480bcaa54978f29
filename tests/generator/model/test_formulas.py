"""A formula falls into the parts a fraction is set from, and a calculation comes to its result exactly."""
from __future__ import annotations

from fractions import Fraction

import pytest

from macros.model.formulas import Equation, Formula, numbers, result, tokens


@pytest.mark.parametrize("text, parts", [
    ("ROI＝产出÷投入", Equation("ROI", "产出", "投入")),
    ("ROI = return ÷ spend", Equation("ROI", "return", "spend")),
    ("幅度＝（今年－去年）÷去年", Equation("幅度", "今年－去年", "去年")),
    ("Rise = (this year − last) ÷ last", Equation("Rise", "this year − last", "last")),
    ("NPS＝（愿意－不愿）÷份数×100", Equation("NPS", "愿意－不愿", "份数", "× 100")),
    ("率＝报名÷受邀，没有邀请的不算", Equation("率", "报名", "受邀", remark="没有邀请的不算")),
    ("Uplift = a ÷ b, where b = c ÷ d", Equation("Uplift", "a", "b", remark="where b = c ÷ d")),
    ("坪效＝销售额÷面积（平方米）", Equation("坪效", "销售额", "面积（平方米）")),
    ("(a) + (b) ÷ c", Equation("", "(a) + (b)", "c")),
    ("用时＝结束－开始", Equation("用时", "结束－开始")),
    ("数一数", Equation("", "数一数")),
    ("a ÷ b ÷ c", Equation("", "a ÷ b ÷ c")),
])
def test_a_formula_falls_into_its_parts(text, parts):
    assert Formula(zh=text, en=text).equation("en") == parts


@pytest.mark.parametrize("calculation, value", [
    ("3000 / 2000", Fraction(3, 2)), ("(3600 - 3000) / 3000", Fraction(1, 5)), ("(110 − 30) ÷ 200 × 100", Fraction(40)), ("1 / 3", Fraction(1, 3)),
    ("2 + 3 * 4", Fraction(14)), ("0.5 * 3", Fraction(3, 2)), ("8600 - 8000", Fraction(600)),
    ("1 / 0", None), ("", None), ("two", None), ("2 +", None), ("(2", None), ("2 3", None), ("2)", None), ("__import__", None),
])
def test_a_calculation_comes_to_its_result(calculation, value):
    assert result(calculation) == value


def test_a_calculation_is_written_with_the_signs_of_a_page():
    assert tokens("(3600 - 3000) / 3000 * 100") == ["(", "3600", "−", "3000", ")", "÷", "3000", "×", "100"]
    assert [str(number) for number in numbers("(309 - 300) / 300")] == ["309", "300", "300"]
