"""The layers of the design: imports point down only, and what only one module may do is done by that module only."""
from __future__ import annotations

import ast
import sys
from collections.abc import Iterator

import pytest

from macros.words.languages import LANGUAGES
from tests.places import ROOT

MACROS = ROOT / "macros"
# From the top down. A module may import from its own package and from those below; what stands beside the packages is
# what MkDocs and Python need there, and belongs to the commands.
PACKAGES = (
    "commands", "releasing", "book", "website", "exporting", "pages", "path", "search", "comparison", "career_map", "views", "editing", "checks", "changes",
    "loading", "model", "words",
)
BESIDE = {"__init__", "__main__", "hook"}
EDGE_ONLY = {"mkdocs", "click", "material", "mkdocs_macros"}
OPENERS = {
    "commands.command_line": "the version of the project", "editing.schema_files": "schemas/",
    "commands.records": "pages by hand and tests that may name a record",
    "loading.house_style": "the style that stands beside it",
    "loading.contents": "data/", "loading.kept": "the code, and what is kept of earlier runs",
    "words.catalog": "its catalogs", "website.dead_links": "the finished site",
    "editing.sheets.reading": "a workbook that comes back", "commands.translations": "a catalog that comes back",
    "website.changed_pages": "two finished sites",
    "website.styles": "docs/assets/ and the theme", "website.publishing": "what MkDocs has copied",
    "website.cards": "its fonts, and pictures drawn before",
    "website.books": "the books that have been made", "book.made": "the font and the styles of books", "book.pdf": "what a browser has printed",
    "website.scripts": "docs/assets/", "career_map.text_width": "the widths of the font", "views.printing": "itself",
}
TREES = {
    path.relative_to(MACROS).with_suffix("").as_posix().replace("/", "."): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(MACROS.rglob("*.py"))
}


def imports(tree: ast.Module) -> Iterator[str]:
    """Every module a module imports, also inside functions; `from macros import frames` is `macros.frames`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the layer"
            yield from (f"macros.{name.name}" for name in node.names) if node.module == "macros" else (node.module,)


def package(module: str) -> str:
    """`views.reader` is kept in `views`."""
    return "commands" if module in BESIDE else module.partition(".")[0]


def test_every_module_stands_in_a_package():
    assert {package(module) for module in TREES} == set(PACKAGES)


@pytest.mark.parametrize("name", PACKAGES)
def test_every_package_says_what_lives_there_and_what_it_may_import(name):
    said = ast.get_docstring(TREES[f"{name}.__init__"])
    assert said and "\n" not in said and "mport" in said


@pytest.mark.parametrize("module", TREES)
def test_imports_point_down_only(module):
    upward = [
        found for found in imports(TREES[module])
        if found.startswith("macros.") and PACKAGES.index(package(found.removeprefix("macros."))) < PACKAGES.index(package(module))
    ]
    assert not upward


def test_only_the_commands_know_the_site_builder_and_the_command_line():
    knowing = {package(module) for module, tree in TREES.items() if EDGE_ONLY & {found.partition(".")[0] for found in imports(tree)}}
    assert knowing == {"commands"}


def test_only_loading_opens_files_under_data():
    opening = {
        module
        for module, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in ("open", "read_text", "read_bytes")
    }
    elsewhere = {module for module in opening if package(module) != "releasing"}  # which writes and reads finished sites
    assert elsewhere <= OPENERS.keys(), "only loading.contents opens data/; a module that opens something else is named in OPENERS"


def test_only_text_lists_the_languages():
    listing = {
        module
        for module, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, (ast.Tuple, ast.List, ast.Set)) and {getattr(one, "value", None) for one in node.elts} == set(LANGUAGES)
    }
    assert listing == {"words.languages"}


def test_no_module_bears_a_name_of_the_standard_library():
    """MkDocs puts the hook's folder first on the path while it loads the hook."""
    names = {part for module in TREES for part in module.split(".")}
    assert not names & sys.stdlib_module_names
