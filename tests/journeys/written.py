"""Journeys as they are written: read from YAML with the line of every step, and refused with file and line where something in them is no word of a journey."""
from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.model.handbook import Handbook
from macros.words.languages import LANGUAGES


@dataclass(frozen=True)
class Words:
    """Words as they stand on a page, in each language."""

    zh: str
    en: str


@dataclass(frozen=True)
class Place:
    """A page, named as its address goes on after the language, and a section of it; without a page, a section of the one that is open."""

    path: str | None
    section: str = ""
    query: str = ""


Value = Words | Place | str  # a string is one of the expressions that a verb has of its own


@dataclass(frozen=True)
class Takes:
    """What may follow a verb: places, words, expressions of its own, several of them, and where on the page it is done."""

    places: bool = True
    words: bool = True
    own: tuple[str, ...] = ()
    within: bool = False
    bare: bool = False


COPIED, EDITION, ADDRESS = "what was copied", "the edition", "the address of this page"
VERBS: dict[str, Takes] = {
    "go to": Takes(words=False, own=(COPIED,)),
    "press": Takes(within=True),
    "type": Takes(places=False, within=True),
    "choose": Takes(within=True),
    "arrive at": Takes(words=False),
    "see": Takes(within=True),
    "do not see": Takes(within=True),
    "copy": Takes(within=True),
    "change language": Takes(bare=True),
    "print": Takes(bare=True),
    "see on paper": Takes(own=(EDITION, ADDRESS)),
}
KEYS = ("title", "reader", "scripts", "first", "steps")
HOME = "home"
_PLACE = re.compile(r"(?P<path>(?:[a-z0-9-]+/)*[a-z0-9-]*)(?P<query>\?[^#\s]*)?(?:#(?P<section>[\w-]+))?")
_SHORT = {"r": "roles", "c": "competencies", "k": "kpis"}


class Unclear(Exception):
    """A journey holds something that nobody can follow; says where, and what may be written."""


@dataclass(frozen=True)
class Step:
    """One thing that a reader does or sees, with the line it stands on and how it was written."""

    verb: str
    values: tuple[Value, ...]
    within: tuple[Value, ...]
    line: int
    text: str


@dataclass(frozen=True)
class Journey:
    """What a reader wants and how they go about it; `first` is what is changed in the handbook before they come."""

    file: Path
    title: Words
    reader: Words
    steps: tuple[Step, ...]
    scripts: bool = True
    first: tuple[str | tuple[str, str, dict[str, str]], ...] = field(default=())

    def at(self, step: Step) -> str:
        """Where a step stands."""
        return f"{self.file.name}:{step.line}: {step.text}"


def read(file: Path, handbook: Handbook) -> Journey:
    """A journey from its file. Raises Unclear."""
    return _Reading(file, handbook).journey()


class _Reading:
    def __init__(self, file: Path, handbook: Handbook) -> None:
        self.file, self.handbook, self.known = file, handbook, set[str]()
        self.lines = file.read_text(encoding="utf-8").splitlines()

    def unclear(self, node: yaml.Node, zh: str, en: str) -> Unclear:
        return Unclear(f"{self.file.name}:{node.start_mark.line + 1}: {zh} {en}")

    def journey(self) -> Journey:
        try:
            root = yaml.compose("\n".join(self.lines) + "\n", Loader=yaml.SafeLoader)
        except yaml.MarkedYAMLError as fault:
            line = fault.problem_mark.line + 1 if fault.problem_mark else 1
            raise Unclear(f"{self.file.name}:{line}: 这一行不合YAML的写法。This line is no YAML: {fault.problem}.") from None
        if not isinstance(root, yaml.MappingNode):
            raise Unclear(f"{self.file.name}:1: 这里要有{'、'.join(KEYS)}。A journey has {', '.join(KEYS)}.")
        parts = self.parts(root, KEYS)
        for name in ("title", "reader", "steps"):
            if name not in parts:
                raise self.unclear(root, f"缺{name}。", f"There is no {name}.")
        scripts = parts.get("scripts")
        if scripts is not None and scripts.value != "off":
            raise self.unclear(scripts, "scripts后面只能写off。", "Only “off” can follow scripts.")
        first = tuple(self.change(node) for node in self.listed(parts["first"])) if "first" in parts else ()
        steps = tuple(self.step(node) for node in self.listed(parts["steps"]))
        return Journey(self.file, self.words(parts["title"]), self.words(parts["reader"]), steps, scripts is None, first)

    def parts(self, node: yaml.Node, allowed: Iterable[str]) -> dict[str, yaml.Node]:
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            if key.value not in allowed:
                raise self.stranger(key, allowed)
            if key.value in found:
                raise self.unclear(key, f"“{key.value}”写了两遍。", f"“{key.value}” stands here twice.")
            found[key.value] = value
        return found

    def stranger(self, node: yaml.Node, allowed: Iterable[str]) -> Unclear:
        allowed = list(allowed)
        near = difflib.get_close_matches(str(node.value), allowed, 1)
        zh = f"是不是“{near[0]}”？" if near else f"可以写：{'、'.join(allowed)}。"
        en = f"did you mean “{near[0]}”?" if near else f"one can write: {', '.join(allowed)}."
        return self.unclear(node, f"这里不能写“{node.value}”；{zh}", f"“{node.value}” is no word for this place; {en}")

    def listed(self, node: yaml.Node) -> list[yaml.Node]:
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            raise self.unclear(node, "这里要一行一条，每行以“- ”开头。", "Here lines are wanted that each begin with “- ”.")
        return node.value

    def step(self, node: yaml.Node) -> Step:
        line = node.start_mark.line + 1
        text = self.lines[line - 1].strip().removeprefix("- ")
        if isinstance(node, yaml.ScalarNode):
            bare = [verb for verb, takes in VERBS.items() if takes.bare]
            if node.value in bare:
                return Step(node.value, (), (), line, text)
            if node.value in VERBS:
                raise self.unclear(node, f"“{node.value}”后面要写明是什么。", f"“{node.value}” needs to be told what.")
            raise self.stranger(node, VERBS)
        if not isinstance(node, yaml.MappingNode):
            raise self.unclear(node, "一步是“动词：什么”。", "A step is a verb and what it is done to.")
        parts = self.parts(node, (*VERBS, "in"))
        verbs = [name for name in parts if name != "in"]
        if len(verbs) != 1:
            raise self.unclear(node, "一步只做一件事。", "A step is one thing that is done.")
        (verb,) = verbs
        takes = VERBS[verb]
        if takes.bare:
            raise self.unclear(node, f"“{verb}”后面不写什么。", f"Nothing follows “{verb}”.")
        if "in" in parts and not takes.within:
            raise self.unclear(node, f"“{verb}”不带in。", f"“{verb}” goes without “in”.")
        values = self.values(parts[verb], takes)
        if len(values) > 1 and not verb.startswith(("see", "do not see")):
            raise self.unclear(node, f"“{verb}”一步只能写一个。", f"“{verb}” takes one thing at a time.")
        return Step(verb, values, self.values(parts["in"], Takes()) if "in" in parts else (), line, text)

    def values(self, node: yaml.Node, takes: Takes) -> tuple[Value, ...]:
        return tuple(self.value(one, takes) for one in (self.listed(node) if isinstance(node, yaml.SequenceNode) else [node]))

    def value(self, node: yaml.Node, takes: Takes) -> Value:
        if isinstance(node, yaml.MappingNode):
            if not takes.words:
                raise self.unclear(node, "这里要写网址，例如roles/…。", "Here an address is wanted, such as roles/….")
            return self.words(node)
        if node.value in takes.own:
            return str(node.value)
        place = self.place(node) if takes.places else None
        if place:
            return place
        own = "".join(f"、“{one}”" for one in takes.own), "".join(f", “{one}”" for one in takes.own)
        raise self.unclear(node, f"“{node.value}”不是网址；页面上的字要写成{{zh: …, en: …}}{own[0]}。",
                           f"“{node.value}” is no address; words on a page are written {{zh: …, en: …}}{own[1]}.")

    def words(self, node: yaml.Node) -> Words:
        if not isinstance(node, yaml.MappingNode):
            raise self.unclear(node, "这里要两种语言：{zh: …, en: …}。", "Here both languages are wanted: {zh: …, en: …}.")
        parts = self.parts(node, LANGUAGES)
        for language in LANGUAGES:
            if language not in parts or not parts[language].value:
                raise self.unclear(node, f"缺{language}。", f"There is no {language}.")
        return Words(str(parts["zh"].value), str(parts["en"].value))

    def place(self, node: yaml.Node) -> Place | None:
        """The address that is written; of a record there has to be, now or after what `first` changes."""
        if node.value == HOME:
            return Place("")
        match = _PLACE.fullmatch(str(node.value))
        if not match or not ("/" in match["path"] or match["section"] and not match["path"]):
            return None
        kind, _, id = match["path"].strip("/").partition("/")
        records = self.handbook.of_kind(_SHORT.get(kind, kind)) if _SHORT.get(kind, kind) in self.kinds() else None
        if id and records is not None and id not in records and match["path"].strip("/") not in self.known:
            near = difflib.get_close_matches(id, records, 1)
            zh, en = (f"是不是{kind}/{near[0]}？", f"did you mean {kind}/{near[0]}?") if near else ("", "")
            raise self.unclear(node, f"手册里没有{kind}/{id}。{zh}", f"The handbook has no {kind}/{id}; {en}".rstrip("; "))
        return Place(f"{match['path'].strip('/')}/" if match["path"] else None, match["section"] or "", match["query"] or "")

    def kinds(self) -> set[str]:
        return {kind for kind, _ in self.handbook.records()}

    def change(self, node: yaml.Node) -> str | tuple[str, str, dict[str, str]]:
        """A command of `handbook`, or fields of a record."""
        if isinstance(node, yaml.ScalarNode):
            made = re.search(r"^rename (\S+) \S+ --to-id (\S+)", node.value)
            if made:
                self.known |= {f"{kind}/{made[2]}" for kind in self.kinds()} | {f"{short}/{made[2]}" for short in _SHORT}
            return str(node.value)
        (key, fields), *more = node.value
        place = self.place(key)
        if more or not place or place.path is None or not isinstance(fields, yaml.MappingNode):
            raise self.unclear(node, "一条改动是一个命令，或：记录: {字段: 值}。", "A change is a command, or a record with fields: roles/…: {field: value}.")
        kind, _, id = place.path.strip("/").partition("/")
        return kind, id, {name.value: value.value for name, value in fields.value}


def meaning(value: Any, handbook: Handbook, language: str) -> str:
    """What words say in a language, or what the record at an address is called there; nothing where the address is of no record."""
    if isinstance(value, Words):
        return value.zh if language == "zh" else value.en
    if isinstance(value, Place) and value.path:
        kind, _, id = value.path.strip("/").partition("/")
        record = handbook.of_kind(kind).get(id) if kind in {one for one, _ in handbook.records()} else None
        return str(record.name[language]) if record else ""
    return ""
