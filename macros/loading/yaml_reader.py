"""Reads one YAML file strictly: every scalar stays the text that was written, and every value knows its place.

Plain PyYAML turns `1:5` into 65, `no` into False and `010` into 8, lets a second key win in silence and follows
anchors into a bomb. This reader takes PyYAML's event stream and refuses all of that.
"""
from __future__ import annotations

import sys

import yaml
from yaml import Mark
from yaml._yaml import Mark as CMark

from macros.loading.characters import FORBIDDEN, forbidden
from macros.words.problems import MOST_OF_A_FILE, Path, Problem, Problems, field_name, first_of_a_file

DEEPEST_VALUE = 16
Place = tuple[int, int]

# libyaml's messages that editors meet, and what to do about them.
UNREADABLE = ("YAML写法有误；检查这一行和上一行的缩进、引号和括号",
              "Not valid YAML; check indentation, quotation marks and brackets here and on the line above")
UNCLOSED = ("这里的引号或括号没有收尾；补上另一半", "This quotation mark or bracket is not closed; add the other half")
SYNTAX = {
    "mapping values are not allowed in this context": (
        "这里多了一个冒号，或缩进不对。文字里有“: ”时，整句加双引号",
        "A colon too many, or wrong indentation. Put a text that holds “: ” in double quotes",
    ),
    "did not find expected key": (
        "缩进与上一行不一致，或引号没有成对",
        "The indentation differs from the line above, or a quotation mark has no partner",
    ),
    "could not find expected ':'": ("这一行缺冒号：写成“名称: 内容”", "This line lacks a colon: write “name: value”"),
    "found character that cannot start any token": (
        "值不能以这个符号开头；整句加双引号",
        "A value cannot start with this character; put it in double quotes",
    ),
    "block sequence entries are not allowed in this context": ("列表要另起一行，每项以“- ”开头", "Start a list on a new line, each item after “- ”"),
    "found unknown escape character": (
        "引号里的\\后面不能这样写；写成\\\\，或改用单引号",
        "A \\ cannot stand here in double quotes; write \\\\, or use single quotes",
    ),
    "did not find expected '-' indicator": ("列表里少了“- ”，或缩进不对", "A “- ” is missing in the list, or the indentation is wrong"),
    "found unexpected end of stream": UNCLOSED,
    "did not find expected ',' or ']'": UNCLOSED,
    "did not find expected ',' or '}'": UNCLOSED,
}


def _refuse(file: str, line: int, column: int, zh: str, en: str, path: Path = ()) -> Problems:
    return Problems([Problem(file, line, column, field_name(path), zh, en)])


def _place(mark: Mark | CMark | None) -> Place:
    """Line and column of a mark, counted from 1. What stands in a text always has one."""
    assert mark is not None
    return mark.line + 1, mark.column + 1


class Reader:
    """Builds values from events. A class because the walk shares its place in the stream with every call."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.values: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}
        self.events = yaml.parse(text, Loader=yaml.CSafeLoader)
        self.problems: list[Problem] = []
        self.is_yaml = True  # until an event says otherwise

    def run(self) -> object:
        """What stands in the file."""
        try:
            self.take()  # stream start
            self.take()  # document start
            first = self.take()
            data = self.value(first, ())
            self.take()  # document end
            after = self.take()
            if isinstance(after, yaml.DocumentStartEvent):
                self.mistake(after, (), "文件里有两份文档（---）；一个文件只放一份", "Two documents in one file (---); keep one per file")
        except yaml.MarkedYAMLError as error:
            self.is_yaml = False
            zh, en = SYNTAX.get(error.problem or "", UNREADABLE)
            # What is not closed is found missing at the end of the file; the editor needs the place where it opens.
            mark = error.context_mark if (zh, en) == UNCLOSED else error.problem_mark
            raise _refuse(self.file, *_place(mark), zh, en) from None
        except yaml.YAMLError:  # a character that it does not take
            self.is_yaml = False
            raise _refuse(self.file, 1, 1, *UNREADABLE) from None
        if self.problems:
            raise Problems(self.problems)
        return data

    def take(self) -> yaml.Event:
        return next(self.events)

    def mistake(self, event: yaml.Event, path: Path, zh: str, en: str) -> None:
        self.problems.append(Problem(self.file, *_place(event.start_mark), field_name(path), zh, en))
        if len(self.problems) > MOST_OF_A_FILE:
            raise Problems(first_of_a_file(self.problems))

    def refuse_shortcuts(self, event: yaml.Event, path: Path) -> None:
        """What makes a text mean something that does not stand there."""
        if isinstance(event, yaml.AliasEvent):
            self.mistake(event, path, "不能用别名（*）；把内容写出来，文字以*开头时加双引号",
                         "Aliases (*) are not allowed; write the content out, and put a text that starts with * in double quotes")
        elif isinstance(event, yaml.NodeEvent) and event.anchor:
            self.mistake(event, path, "不能用锚点（&）；文字以&开头时加双引号", "Anchors (&) are not allowed; put a text that starts with & in double quotes")
        elif isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)) and event.tag:
            self.mistake(event, path, f"不能用标签（{event.tag}）；文字以!开头时加双引号",
                         f"Tags ({event.tag}) are not allowed; put a text that starts with ! in double quotes")

    def value(self, event: yaml.Event, path: Path) -> object:
        self.values[path] = _place(event.start_mark)
        self.refuse_shortcuts(event, path)
        if isinstance(event, yaml.AliasEvent):
            return ""
        if len(path) > DEEPEST_VALUE:
            raise _refuse(self.file, *_place(event.start_mark), f"嵌套超过{DEEPEST_VALUE}层；检查缩进",
                          f"Nested more than {DEEPEST_VALUE} deep; check the indentation", path)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(path)
        assert isinstance(event, yaml.ScalarEvent)
        found = FORBIDDEN.search(event.value)  # written as an escape, such as "\u202e"
        if found:
            self.mistake(event, path, *forbidden(found[0]))
        return event.value

    def mapping(self, path: Path) -> dict[str, object]:
        found: dict[str, object] = {}
        while not isinstance(event := self.take(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self.mistake(event, path, "字段名只能是文字；以*、[或{开头时加双引号",
                             "A field name is plain text; put one that starts with *, [ or { in double quotes")
                self.value(event, (*path, "?"))
                self.value(self.take(), (*path, "?"))
                continue
            here = (*path, event.value)
            self.refuse_shortcuts(event, here)
            if event.value in found:
                first = self.keys[here][0]
                self.mistake(event, here, f"“{event.value}”写了两次（第{first}行已有）；合并或删掉一个",
                             f"“{event.value}” stands twice (first on line {first}); merge them or delete one")
                self.value(self.take(), (*path, f"{event.value} (2)"))
                continue
            if event.value == "<<":
                self.mistake(event, here, "不能合并（<<）；把内容写出来", "Merge keys (<<) are not allowed; write the content out")
            self.keys[here] = _place(event.start_mark)
            found[sys.intern(event.value)] = self.value(self.take(), here)
        return found

    def sequence(self, path: Path) -> list[object]:
        found: list[object] = []
        while not isinstance(event := self.take(), yaml.SequenceEndEvent):
            found.append(self.value(event, (*path, len(found))))
        return found
