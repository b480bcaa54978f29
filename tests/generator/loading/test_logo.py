"""A logo brings shapes into every page and nothing else: whatever could run or fetch is refused where it stands."""
from __future__ import annotations

import pytest

from macros.loading.document import read
from macros.loading.logo import LARGEST, logo
from macros.model.appearance import Logo, Shape
from macros.words.problems import Problem

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 24 24">'
PATH = '<path d="M0 0h24v24z"/>'
ABOUT = read(b"\n" * 8 + b"logo: logo.svg", "data/handbook.yml")


def read(svg: str | bytes, name: str = "logo.svg") -> tuple[Logo | None, list[Problem]]:
    """What is made of a drawing, and what is wrong with it."""
    problems: list[Problem] = []
    found = logo("logo.svg", {name: svg if isinstance(svg, bytes) else svg.encode()}, ABOUT, problems)
    return found, problems


def test_shapes_come_in_as_they_are_drawn():
    found, problems = read(f'<?xml version="1.0"?>\n{OPEN}<title>A loaf</title><!-- crust --><g fill="#a33b12">{PATH}</g></svg>')
    assert problems == []
    assert found == Logo("0 0 24 24", (Shape("g", (("fill", "#a33b12"),), (Shape("path", (("d", "M0 0h24v24z"),)),)),))


def test_paint_on_the_outermost_element_is_kept_and_its_size_is_not():
    found, _ = read(OPEN.replace("viewBox", 'width="24px" fill="none" viewBox') + PATH + "</svg>")
    assert found == Logo("0 0 24 24", (Shape("g", (("fill", "none"),), (Shape("path", (("d", "M0 0h24v24z"),)),)),))


def test_ids_inside_are_no_ids_of_the_page():
    found, problems = read(
        f'{OPEN}<linearGradient id="content"><stop offset="0" stop-color="red"/></linearGradient><path fill="url(#content)" d="M0 0"/></svg>'
    )
    assert problems == []
    assert [shape.attributes[0] for shape in found.shapes] == [("id", "logo-content"), ("fill", "url(#logo-content)")]


@pytest.mark.parametrize(("inside", "field"), [
    ("<script>alert(1)</script>", "script"),
    ("<style>@import url(//x)</style>", "style"),
    ("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>", "foreignObject"),
    ('<image href="x.png"/>', "image"),
    ('<use xlink:href="#x"/>', "use"),
    ('<a href="https://example.com/"><path d="M0 0"/></a>', "a"),
    ('<animate attributeName="d"/>', "animate"),
    ("<text>Bread</text>", "text"),
    ('<h:script xmlns:h="http://www.w3.org/1999/xhtml">1</h:script>', "script"),
    ('<path onload="alert(1)" d="M0 0"/>', "onload"),
    ('<path style="fill:red" d="M0 0"/>', "style"),
    ('<path class="top" d="M0 0"/>', "class"),
    ('<path xlink:href="//example.com/" d="M0 0"/>', "href"),
    ('<path data-x="1" d="M0 0"/>', "data-x"),
    ('<path fill="url(//example.com/x.svg#y)" d="M0 0"/>', "fill"),
    ('<path fill="url(https://example.com/x)" d="M0 0"/>', "fill"),
    ('<path fill="u\\72l(x)" d="M0 0"/>', "fill"),
    ('<path fill="image(x)" d="M0 0"/>', "fill"),
    ('<path fill="url(#nothing)" d="M0 0"/>', "fill"),
])
def test_what_could_run_or_fetch_is_refused_where_it_stands(inside, field):
    found, problems = read(f"{OPEN}\n{PATH}\n  {inside}\n</svg>")
    assert found is None
    assert {(problem.file, problem.line, problem.column, problem.field) for problem in problems} == {("data/logo.svg", 3, 3, field)}


@pytest.mark.parametrize("head", [
    "<!DOCTYPE svg>",
    '<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]>',
    '<!DOCTYPE svg SYSTEM "https://example.com/x.dtd">',
])
def test_a_doctype_is_refused_and_nothing_after_it_is_read(head):
    found, problems = read(f"{head}\n{OPEN}<script/></svg>")
    assert found is None
    assert [(problem.line, problem.en) for problem in problems] == [(1, "A <!DOCTYPE> and entities are not let in; delete this part")]


@pytest.mark.parametrize(
    ("svg", "line", "said"),
    [
        (f"{OPEN}\n<path>\n</svg>", 3, "Not well-formed XML at this place; export it again as SVG from the drawing program"),
        ("", 1, "Not well-formed XML at this place; export it again as SVG from the drawing program"),
        (f"{OPEN}<path d='&nbsp;'/></svg>", 1, "Not well-formed XML at this place; export it again as SVG from the drawing program"),
        (b"\x89PNG\r\n", 1, "Not well-formed XML at this place; export it again as SVG from the drawing program"),
        (f'<?xml-stylesheet href="x.css"?>\n{OPEN}{PATH}</svg>', 1, "<?xml-stylesheet?> is not let in; delete it, and put colours on the shapes"),
        ('<svg viewBox="0 0 9 9"/>', 1, 'The outermost element has to be <svg xmlns="http://www.w3.org/2000/svg">'),
        (
            f'<svg xmlns="http://www.w3.org/2000/svg">{PATH}</svg>',
            1,
            'The box of the drawing is missing; write four numbers such as viewBox="0 0 24 24"',
        ),
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 0">{PATH}</svg>',
            1,
            'The box of the drawing is missing; write four numbers such as viewBox="0 0 24 24"',
        ),
        (f"{OPEN}<title>Nothing</title></svg>", 1, "It draws nothing; put shapes such as path or rect into it"),
        (OPEN + "<g>" * 20 + "</g>" * 20 + "</svg>", 1, "Nested more than 16 deep; take needless groups apart"),
        (OPEN + PATH + " " * LARGEST + "</svg>", 1, "The file is larger than 8 kB and every page carries it; draw it more simply"),
    ],
)
def test_what_is_no_drawing_for_a_page_is_refused(svg, line, said):
    found, problems = read(svg)
    assert found is None
    assert [(problem.line, problem.en) for problem in problems] == [(line, said)]


def test_a_logo_that_is_not_there_is_said_where_it_is_named_and_one_that_nothing_names_where_it_is():
    found, problems = read(OPEN + PATH + "</svg>", "sign.svg")
    assert found is None
    assert [(str(problem).split("\n")[0], problem.en) for problem in problems] == [
        ("data/sign.svg:1:1", "Nothing names this file; write logo: sign.svg in handbook.yml, or delete it"),
        ("data/handbook.yml:9:7  logo", "There is no “logo.svg” beside handbook.yml; put the file there, or delete this line"),
    ]


@pytest.mark.parametrize("encoding", ["gbk", "nothing"])
def test_an_encoding_nobody_can_read_is_refused(encoding):
    found, (problem,) = read(f'<?xml version="1.0" encoding="{encoding}"?>{OPEN}{PATH}</svg>'.encode())
    assert found is None and problem.en == "The encoding of the file cannot be read; save it as UTF-8, and write UTF-8 as its encoding on the first line"


@pytest.mark.parametrize(("id", "en"), [
    ("crust", "The id “crust” stands twice; change one"),
    ("a crust", "“a crust” cannot be an id; use letters, digits and hyphens, a letter first"),
])
def test_ids_stand_once_and_are_ids(id, en):
    found, problems = read(f'{OPEN}<path id="crust" d="M0 0"/>\n<path id="{id}" d="M0 0"/></svg>')
    assert found is None and [(problem.line, problem.en) for problem in problems] == [(2, en)]
