"""What is said of each slip. A slip's name is also the name of the rule in reports that programs read."""
from __future__ import annotations

from dataclasses import dataclass

SAID: dict[str, tuple[str, str]] = {
    "colon": ("冒号要用半角，后面空一格：写成“{0}: ”", "The colon is a half-width one with a space after it: write “{0}: ”"),
    "no-space-after-colon": ("冒号后面要空一格：写成“{0}: ”", "A space is needed after the colon: write “{0}: ”"),
    "colon-in-name": ("冒号写到字段名里去了：写成“{0}: ”", "The colon got into the field name: write “{0}: ”"),
    "stray-colon": ("这一行不该以冒号开头；删掉", "A line does not begin with a colon; delete it"),
    "no-colon": ("“{0}”后面少了冒号：写成“{0}: ”", "The colon after “{0}” is missing: write “{0}: ”"),
    "no-name": ("这里少了“名称: ”，例如“zh: ”", "A “name: ” is missing here, such as “zh: ”"),
    "name-in-full-width": ("字段名要用半角字母：写成“{0}”", "The field name takes half-width letters: write “{0}”"),
    "name-with-a-capital": ("字段名用小写字母：写成“{0}”", "The field name is in lower case: write “{0}”"),
    "name-in-chinese": (
        "字段名用英文，不写“{0}”；中文内容写在zh: 后面，英文写在en: 后面",
        "Field names are English, not “{0}”; Chinese stands after zh: and English after en:",
    ),
    "comma": ("这里的逗号要用半角，后面空一格：“, ”", "The comma here is a half-width one with a space after it: “, ”"),
    "no-comma": ("“{0}”前面少了逗号：写成“, {0}: ”", "A comma is missing before “{0}”: write “, {0}: ”"),
    "bracket": ("括号要用半角：{0}", "The brackets are half-width ones: {0}"),
    "dash": ("列表每项以“- ”开头：半角连字符加一个空格", "Each item of a list starts with “- ”: a hyphen and a space"),
    "quotes": ("把{0}…{1}改成半角双引号，或直接去掉", "Put straight double quotes in place of {0}…{1}, or none"),
    "sign-of-comment": ("注释以半角的#开头", "A comment starts with a half-width #"),
    "ideographic-space": ("这里是全角空格（{0}），看起来像空格；换成普通空格", "An ideographic space ({0}) that looks like one; use a plain space"),
    "no-break-space": (
        "这里是不换行空格（{0}），看起来像空格，多半是从Word或网页粘来的；换成普通空格",
        "A no-break space ({0}) that looks like one, often pasted from Word or a web page; use a plain space",
    ),
    "tab": ("有制表符（Tab）；改用空格", "A tab; use spaces"),
    "tabs": (
        "从这一行起有{0}行用制表符（Tab）缩进；在编辑器里把缩进都换成空格，一级两格",
        "From here on, {0} lines are indented by tabs; turn them all into spaces in your editor, two for each step",
    ),
    "odd-space": ("这里是特殊空格（{0}）；换成普通空格", "A special space ({0}); use a plain space"),
    "conflict": (
        "Git合并时留下的标记，到第{0}行为止：两个版本留一个，三行标记都删掉",
        "Marks of a Git conflict, down to line {0}: keep one of the two versions and delete all three marks",
    ),
    "conflict-without-end": (
        "Git合并时留下的标记；两个版本留一个，标记都删掉",
        "A mark of a Git conflict; keep one of the two versions and delete the marks",
    ),
    "two-lines-in-one": (
        "两行连成了一行：“{0}:”从这里另起一行，与上面同一层的对齐",
        "Two lines have become one: “{0}:” starts a new line here, in line with its neighbours above",
    ),
    "several-lines": (
        "这一行接着上一行，少了“名称: ”；一句话写在一行里，不换行",
        "This line goes on from the one above and lacks “name: ”; keep a sentence on one line",
    ),
    "lines-below": (
        "“名称:”的内容从下一行开始，冒号后面就不写字；把这里的文字移下去，或者删掉",
        "What this names begins on the line below, so nothing stands after the colon; move these words down, or delete them",
    ),
    "block-of-text": (
        "“{0}”后面不能换行写；一句话直接写在冒号后面，不换行",
        "No text on the lines after “{0}”; write the sentence behind the colon, on one line",
    ),
    "open-quote": ("引号从这里开始，到行末没有收尾；补上另一半", "The quotation mark that opens here is not closed on this line; add the other half"),
    "stop-behind": ("行末多了“{0}”；删掉", "“{0}” does not belong at the end of the line; delete it"),
    "after-quote": (
        "引号收尾以后还有文字；句子里的引号用“”，外面再加半角双引号",
        "Text follows the closing quotation mark; use “ ” inside a sentence, and straight double quotes around the whole",
    ),
    "open-bracket": ("括号从这里开始，没有收尾；补上另一半", "The bracket that opens here is not closed; add the other half"),
    "after-bracket": ("括号收尾以后还有文字；整句加双引号", "Text follows the closing bracket; put the whole in double quotes"),
    "after-bracket-below": ("括号收尾以后要换行，缩进与上面同一层的对齐", "A new line is needed after the closing bracket, in line with its neighbours above"),
    "fence": ("这是代码块的标记，多半是随网页或文档粘来的；删掉这一行", "A mark of a code block, likely pasted from a page or a document; delete this line"),
    "sign-in-front": ("字段名前面多了“{0}”；删掉", "“{0}” does not belong in front of a field name; delete it"),
    "stray-bracket": ("多了一个“{0}”；删掉，或把整句放进双引号", "One “{0}” too many; delete it, or put the whole in double quotes"),
    "wrong-bracket": ("这里要用“{0}”收尾", "Close with “{0}” here"),
    "first-sign": ("内容不能以“{0}”开头；整句加双引号", "A value cannot begin with “{0}”; put the whole in double quotes"),
    "markdown": ("“{0}”是Markdown的写法，会原样显示；去掉这些符号，只写文字", "“{0}” is Markdown and would be shown as it stands; leave the signs out"),
    "list-in-line": (
        "列表要另起一行，每项以“- ”开头；是文字就整句加双引号",
        "A list starts on a new line, each item after “- ”; a text is put in double quotes",
    ),
    "colon-in-text": ("文字里有“: ”；整句加双引号", "The text holds “: ”; put the whole in double quotes"),
    "comment-glued": (
        "“ #”后面会被当成注释丢掉；是内容就加双引号，是注释就在#前空两格",
        "What follows “ #” is dropped as a comment; quote the text, or put two spaces before a comment",
    ),
    "comment-in-sentence": (
        "#后面的话会被当成注释丢掉；是内容就整句加双引号，是注释就另写一行",
        "What follows # is dropped as a comment; quote the whole text, or put the comment on a line of its own",
    ),
    "comment-in-brackets": (
        "#后面的话连同收尾的括号会被当成注释丢掉；是内容就加双引号，是注释就移到行末或另写一行",
        "What follows #, closing bracket and all, is dropped as a comment; quote the text, or put a comment at the end or on a line of its own",
    ),
    "no-braces": ("写在一行里的字段外面要有花括号：{{…}}", "Fields in one line stand in braces: {{…}}"),
    "comma-in-text": ("这里的逗号会把句子切断；整句加双引号", "The comma here cuts the text in two; put the whole in double quotes"),
    "thousands": ("数字里不写逗号：{0}", "No comma in a number: {0}"),
    "backslash": (
        "“{0}”会原样显示或读成别的字符；删掉，直接写出要的字",
        "“{0}” is shown as it stands or read as another character; delete it and write the character itself",
    ),
    "indentation": ("缩进不对：这一行前面要空{0}格", "Wrong indentation: this line needs {0} spaces before it"),
    "indentation-between": (
        "缩进不对：这一行前面空{0}格或{1}格，与上面同一层的对齐",
        "Wrong indentation: {0} or {1} spaces are needed before this line, in line with its neighbours above",
    ),
    "indentation-of-a-dash": ("缩进不对：“- ”前面要空{0}格", "Wrong indentation: the “- ” needs {0} spaces before it"),
    "tab-in-front": ("行首有制表符（Tab）；改用空格，这一行前面空{0}格", "A tab before this line; use spaces, {0} of them"),
    "no-list-above": (
        "这一项上面少了一行“{0}:”；在它上面加一行“{0}:”，前面空{1}格，这一项的“- ”前面空{2}格",
        "The line “{0}:” is missing above this item; add it, with {1} spaces before it, and {2} spaces before the “- ” of this item",
    ),
    "list-is-closed": (
        "上面的“{0}: []”说明列表是空的；那一行只留“{0}:”，这一项的“- ”前面空{1}格",
        "“{0}: []” above says that the list is empty; leave only “{0}:” there, and put {1} spaces before the “- ” of this item",
    ),
    "braces-alone": (
        "花括号前面少了东西：列表里的一项前面加“- ”，一个字段的内容接在“名称: ”后面写在一行里",
        "Something is missing before the brace: an item of a list takes “- ”, and the value of a field stands on one line with its “name: ”",
    ),
    "no-dash": ("列表里少了“- ”", "The “- ” of the list is missing"),
    "dash-among-names": (
        "这里不是列表，“- ”放错了地方；与上面的“名称: ”对齐，去掉“- ”",
        "This is no list, so “- ” does not belong here; take it out, in line with the “name: ” above",
    ),
}


@dataclass(frozen=True)
class Slip:
    """A slip in one line: where it begins, counted from 0, and the line as it would be right, where there is one answer."""

    column: int
    name: str
    words: tuple[str, ...] = ()
    mended: str | None = None

    def said(self) -> tuple[str, str]:
        """What is wrong and what would be right, in Chinese and English."""
        zh, en = SAID[self.name]
        return zh.format(*self.words), en.format(*self.words)
