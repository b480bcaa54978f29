"""The layers of the design: imports point down only, and what only one module may do is done by that module only."""
from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.text import LANGUAGES

MACROS = Path(__file__).resolve().parent.parent / "macros"
# From the top down. A module may import from its own layer and from those below. A new module gets its place here.
LAYERS = {
    "edge": {"__init__", "__main__", "hook", "building", "cli", "serving", "searching"},
    # formatting shows the model's figures, so it stands above the model, and only views and frames need it.
    "output": {
        "views", "pages", "rendering", "explaining", "embedding", "frames", "formatting", "walking", "exports", "layout", "gridding", "lettering",
    },
    "input": {"loading", "reading", "shapes", "checks"},
    "meaning": {"model"},
    "words": {"text", "problems", "words"},
}
EDGE_ONLY = {"mkdocs", "click", "material", "mkdocs_macros"}
OPENERS = {"loading": "data/", "words": "catalogs/", "walking": "the finished site", "serving": "the finished site", "searching": "the finished site"}
TREES = {path.relative_to(MACROS).with_suffix("").as_posix().replace("/", "."): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(MACROS.rglob("*.py"))}


def imports(tree: ast.Module) -> Iterator[str]:
    """Every module a module imports, also inside functions; `from macros import frames` is `macros.frames`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide the layer"
            yield from (f"macros.{name.name}" for name in node.names) if node.module == "macros" else (node.module,)


def top(module: str) -> str:
    """`views.reader` is kept under `views`."""
    return module.partition(".")[0]


def layer(module: str) -> str:
    """The layer a module stands in."""
    return next(name for name, modules in LAYERS.items() if top(module) in modules)


def test_every_module_has_a_layer():
    homeless = {top(module) for module in TREES} - set().union(*LAYERS.values())
    assert not homeless, f"give {homeless} a place in LAYERS"


@pytest.mark.parametrize("module", TREES)
def test_imports_point_down_only(module):
    order = list(LAYERS)
    upward = [
        found for found in imports(TREES[module])
        if found.startswith("macros.") and order.index(layer(found.removeprefix("macros."))) < order.index(layer(module))
    ]
    assert not upward


def test_only_the_edge_knows_the_site_builder_and_the_command_line():
    assert {layer(module) for module, tree in TREES.items() if EDGE_ONLY & set(map(top, imports(tree)))} == {"edge"}


def test_only_loading_opens_files_under_data():
    opening = {
        module
        for module, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in ("open", "read_text", "read_bytes")
    }
    assert opening <= OPENERS.keys(), "only loading opens data/; a module that opens something else is named in OPENERS"


def test_only_text_lists_the_languages():
    listing = {
        module
        for module, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, (ast.Tuple, ast.List, ast.Set)) and {getattr(one, "value", None) for one in node.elts} == set(LANGUAGES)
    }
    assert listing == {"text"}


def test_no_module_bears_a_name_of_the_standard_library():
    """MkDocs puts the hook's folder first on the path while it loads the hook."""
    names = {part for module in TREES for part in module.split(".")}
    assert not names & sys.stdlib_module_names
