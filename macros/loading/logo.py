"""Reads a logo: an SVG comes into pages as text, so only shapes are let in and everything that runs or fetches is refused."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from macros.loading.document import Document
from macros.model.appearance import Logo, Shape
from macros.words.problems import Problem

LARGEST = 8 * 1024  # bytes; every page carries it
DEEPEST = 16
SVG = "http://www.w3.org/2000/svg"
SHAPES = ("g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "linearGradient", "radialGradient", "stop", "clipPath")
PASSED_OVER = ("title", "desc", "metadata")  # words about the drawing
# On the root: pages decide.
FRAME = ("width", "height", "x", "y", "version", "id", "viewBox", "preserveAspectRatio", "role", "aria-label", "aria-hidden", "focusable")
PAINT = (
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray",
    "stroke-dashoffset", "stroke-opacity", "opacity", "transform", "clip-path", "clip-rule", "stop-color", "stop-opacity",
)
FORM = (
    "id", "d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "width", "height", "offset", "pathLength",
    "gradientUnits", "gradientTransform", "spreadMethod", "clipPathUnits",
)
NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)"
VIEW_BOX = re.compile(rf"\s*{NUMBER}[\s,]+{NUMBER}[\s,]+(?P<width>{NUMBER})[\s,]+(?P<height>{NUMBER})\s*")
ID = re.compile(r"[A-Za-z][\w-]*")
OWN = re.compile(rf"url\(#({ID.pattern})\)")
# What a value may be made of once references to the drawing itself are taken out: words, numbers, and functions that only reckon.
FUNCTIONS = "rgba?|hsla?|translate|scale|rotate|skewX|skewY|matrix"
PLAIN = re.compile(rf"(?:\b(?:{FUNCTIONS})\s*\([\d.,%+\-\se]*\)|[\w#.,%+\-\s])*")


def logo(name: str | None, drawings: Mapping[str, bytes | None], about: Document, problems: list[Problem]) -> Logo | None:
    """The logo that handbook.yml names, from the drawings beside it; what is wrong is added to `problems`."""
    folder = about.file.rpartition("/")[0]
    problems += [
        Problem(f"{folder}/{other}", 1, 1, "", f"没有写到这个文件；在handbook.yml里写logo: {other}，或删掉它",
                f"Nothing names this file; write logo: {other} in handbook.yml, or delete it")
        for other in drawings
        if other != name
    ]
    if name is None:
        return None
    if name not in drawings:
        problems.append(about.problem(("logo",), f"handbook.yml旁边没有“{name}”；把文件放进来，或删掉这一行",
                                      f"There is no “{name}” beside handbook.yml; put the file there, or delete this line"))
        return None
    drawing = drawings[name]
    if drawing is None:  # said where it is opened
        return None
    read = _Drawing(f"{folder}/{name}")
    read.run(drawing)
    problems += read.problems
    return None if read.problems else Logo(read.view_box, tuple(read.shapes))


class _Refused(Exception):
    """The file is not read any further."""


@dataclass
class _Open:
    """An element whose end has not come yet; `name` is empty when it is left out with all that is in it."""

    name: str
    attributes: tuple[tuple[str, str], ...] = ()
    inside: list[Shape] = field(default_factory=list)


class _Drawing:
    """Builds shapes from the parser's events. A class because the handlers share the parser and what is open."""

    def __init__(self, file: str) -> None:
        self.file, self.view_box = file, ""
        self.problems: list[Problem] = []
        self.shapes: list[Shape] = []
        self.open: list[_Open] = []
        self.ids: set[str] = set()
        self.asked: list[tuple[str, Problem]] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler, self.parser.EndElementHandler = self.start, self.end
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.ProcessingInstructionHandler = self.instruction

    def run(self, raw: bytes) -> None:
        if len(raw) > LARGEST:
            self.problems.append(Problem(self.file, 1, 1, "", f"文件超过{LARGEST // 1024}KB；每一页都带着它，画得简单些",
                                         f"The file is larger than {LARGEST // 1024} kB and every page carries it; draw it more simply"))
            return
        try:
            self.parser.Parse(raw, True)
        except expat.ExpatError as error:
            self.problems.append(Problem(self.file, error.lineno, error.offset + 1, "", "到这里不是完整的XML；从画图软件重新导出成SVG",
                                         "Not well-formed XML at this place; export it again as SVG from the drawing program"))
            return
        except (LookupError, ValueError):  # an encoding that the parser does not know, or does not take
            self.problems.append(Problem(self.file, 1, 1, "", "文件的编码读不了；另存为UTF-8，第一行的encoding也写UTF-8",
                                         "The encoding of the file cannot be read; save it as UTF-8, and write UTF-8 as its encoding on the first line"))
            return
        except _Refused:
            return
        self.problems += [problem for id, problem in self.asked if id not in self.ids]
        if not self.problems and not self.shapes:
            self.problems.append(Problem(self.file, 1, 1, "", "里面没有图形；画上path、rect这样的图形",
                                         "It draws nothing; put shapes such as path or rect into it"))

    def problem(self, name: str, zh: str, en: str) -> Problem:
        return Problem(self.file, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1, name, zh, en)

    def mistake(self, name: str, zh: str, en: str) -> None:
        self.problems.append(self.problem(name, zh, en))

    def doctype(self, *_: object) -> None:
        self.mistake("", "不能有<!DOCTYPE>和实体；删掉这一段", "A <!DOCTYPE> and entities are not let in; delete this part")
        raise _Refused

    def instruction(self, target: str, _: str) -> None:
        self.mistake("", f"不能有<?{target}?>；删掉它，颜色写在图形上", f"<?{target}?> is not let in; delete it, and put colours on the shapes")

    def start(self, full: str, given: dict[str, str]) -> None:
        space, _, name = full.rpartition(" ")
        attributes = {key.rpartition(" ")[2]: value for key, value in given.items() if not key.startswith("http://www.w3.org/XML/1998/namespace ")}
        if len(self.open) > DEEPEST:
            self.mistake("", f"嵌套超过{DEEPEST}层；拆掉多余的组", f"Nested more than {DEEPEST} deep; take needless groups apart")
            raise _Refused
        if not self.open:
            self.root(space, name, attributes)
        elif not self.open[-1].name or name in PASSED_OVER:
            self.open.append(_Open(""))
        elif space != SVG or name not in SHAPES:
            self.mistake(name, f"标志里不能有<{name}>；只放图形：{'、'.join(SHAPES)}。文字先转成路径",
                         f"A logo cannot hold <{name}>; keep to shapes: {', '.join(SHAPES)}. Turn letters into paths first")
            self.open.append(_Open(""))
        else:
            self.open.append(_Open(name, tuple(self.kept(attributes, (*PAINT, *FORM)))))

    def root(self, space: str, name: str, attributes: dict[str, str]) -> None:
        if space != SVG or name != "svg":
            self.mistake(name, f"最外层要写成<svg xmlns=\"{SVG}\">", f"The outermost element has to be <svg xmlns=\"{SVG}\">")
            raise _Refused
        box = VIEW_BOX.fullmatch(attributes.get("viewBox", ""))
        if not box or float(box["width"]) <= 0 or float(box["height"]) <= 0:
            self.mistake("viewBox", "缺少画面范围；写成viewBox=\"0 0 24 24\"这样的四个数",
                         "The box of the drawing is missing; write four numbers such as viewBox=\"0 0 24 24\"")
        self.view_box = " ".join(attributes.get("viewBox", "").replace(",", " ").split())
        painted = {key: value for key, value in attributes.items() if key not in FRAME}
        self.open.append(_Open("g", tuple(self.kept(painted, PAINT))))

    def kept(self, attributes: dict[str, str], known: tuple[str, ...]) -> list[tuple[str, str]]:
        found = []
        for name, value in attributes.items():
            if name not in known:
                self.mistake(name, *_unknown(name))
                continue
            for id in OWN.findall(value):
                self.asked.append((id, self.problem(name, f"没有编号为“{id}”的图形；补上它，或改掉引用",
                                                    f"Nothing in the drawing has the id “{id}”; add it, or change the reference")))
            if not PLAIN.fullmatch(OWN.sub("", value)):
                self.mistake(name, f"“{value}”不能用：标志不引用外面的东西，只能写url(#编号)、颜色和数",
                             f"“{value}” is not let in: a logo refers to nothing outside; write url(#id), colours and numbers only")
                continue
            if name == "id":
                if not ID.fullmatch(value) or value in self.ids:
                    self.mistake(name, *_odd_id(value))
                    continue
                self.ids.add(value)
                value = f"logo-{value}"  # or it could be an id of the page
            found.append((name, OWN.sub(r"url(#logo-\1)", value)))
        return found

    def end(self, _: str) -> None:
        done = self.open.pop()
        if not done.name or (not self.open and not done.inside):
            return
        if self.open:
            self.open[-1].inside.append(Shape(done.name, done.attributes, tuple(done.inside)))
        else:
            self.shapes = [Shape("g", done.attributes, tuple(done.inside))] if done.attributes else done.inside


def _odd_id(id: str) -> tuple[str, str]:
    if not ID.fullmatch(id):
        return f"“{id}”不能作编号；用字母、数字和连字符，以字母开头", f"“{id}” cannot be an id; use letters, digits and hyphens, a letter first"
    return f"编号“{id}”用了两次；改掉一个", f"The id “{id}” stands twice; change one"


def _unknown(name: str) -> tuple[str, str]:
    if name.startswith("on"):
        return f"“{name}”会运行代码；删掉它", f"“{name}” runs code; delete it"
    if name in ("href", "src"):
        return f"“{name}”引用别的东西；标志要自己完整，删掉它", f"“{name}” refers to something else; a logo stands by itself, so delete it"
    if name in ("style", "class"):
        return f"不能用“{name}”；颜色写成fill=\"#0b5394\"这样的属性", f"“{name}” is not let in; write colours as attributes such as fill=\"#0b5394\""
    return f"不能用“{name}”这个属性；删掉它", f"The attribute “{name}” is not let in; delete it"
