"""Texts of every kind that people type, paste or plant, for a property to be tried on."""
from __future__ import annotations

from hypothesis import strategies as st

from macros.words.languages import Language

# What means something to HTML, Markdown, Jinja, YAML, spreadsheets, JavaScript or a regular expression, and means nothing in a sentence.
PLANTED = (
    "<b>x</b>", "<script>ran()</script>", "</script>", "<!--", "-->", "]]>", "<img src=x onerror=ran()>", "&amp;", "&lt;", "&#60;", "a & b", "x < y > z",
    '"', "'", "{{ 7 * 7 }}", "{% raw %}", "{#", "{n}", "{0}{name}", "%s", "%(a)s", "$&", "$1", "\\", "\\n", "|", "`x`", "*x*", "_x_", "[a](b)", "![a](b)",
    "{: .x }", "# x", "- x", "1. x", "=1+1", "+1", "-1", "@sum(a1)", "javascript:ran()", "../../x", "//x", "?a=b&c=d", "#x", "yes", "no", "null", "1:5", "1e5",
    "0x1f", "a: b", "a;b", "__proto__", "constructor", "$(x)", "x^2", "(a+)+", "C#", "C++", ".NET", "\u200f", "é", "😀", "𠮷", "ف",
)
SENTENCES = {
    "zh": ("每月核对一次预算", "向团队说明进度", "把结果交给上级", "先看数据，再定方案", "二〇二六年的目标", "需要时请同事帮忙"),
    "en": ("check the budget monthly", "tell the team how it goes", "hand the results to a manager", "look at data, and decide", "ask for help when needed"),
}
LETTERS = {"zh": "调重长行率岗位品牌指标", "en": "abcdefghijklmnopqrstuvwxyz "}


def texts(language: Language) -> st.SearchStrategy[str]:
    """A sentence of this language with something planted before, after or within it, and some more letters."""
    apart = "" if language == "zh" else " "
    more = st.text(LETTERS[language], min_size=1, max_size=8).map(str.strip)
    return st.tuples(st.permutations((0, 1, 2)), st.sampled_from(SENTENCES[language]), st.sampled_from(("", *PLANTED)), more).map(
        lambda drawn: apart.join(filter(None, (drawn[1 + place] for place in drawn[0])))
    )


def pairs() -> st.SearchStrategy[dict[str, str]]:
    """The two halves of one sentence."""
    return st.fixed_dictionaries({"zh": texts("zh"), "en": texts("en")})
