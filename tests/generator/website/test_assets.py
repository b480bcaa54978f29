"""Files are named by what they hold, pages ask for them by these names, and no page asks for more than it needs."""
from __future__ import annotations

import gzip
import re
from pathlib import Path

import material
import pytest
from lxml.html import parse

from macros.website.assets import FOLDER, MORE, Assets, published
from macros.website.css import rules
from macros.website.scripts import LIBRARY, SOURCE, NoLibrary, bundled
from macros.website.styles import PANEL, SHEET
from tests import examples
from tests.generator.website.test_theme_styles import MET, at_rest, selectors
from tests.places import ROOT

THEME = Path(material.__file__).parent / "templates"


@pytest.fixture(scope="module")
def assets() -> Assets:
    return published(ROOT / "docs", THEME, ROOT / "overrides", ROOT)


@pytest.fixture
def small(tmp_path) -> Path:
    """A project with a script that loads one module, which loads another."""
    for path, text in {
        f"docs/assets/{SHEET}": "a { top: 0 }", f"docs/assets/{PANEL}": "b { top: 0 }", SOURCE: "export default 1;",
        "docs/assets/handbook.js": '// all\nimport "./site/one.js";\n', "docs/assets/site/one.js": 'const x = import("../search/two.js");\n',
        "docs/assets/site/first-paint.js": "paint();\n", "docs/assets/site/worker.js": "work();\n",
        "docs/assets/search/two.js": 'import { y } from "../more/three.js";\nnew URL("./panel.css", y);\n',
        "docs/assets/more/three.js": "export const y = 1;\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def made(project: Path) -> Assets:
    return published(project / "docs", project / "theme", project / "overrides", project)


def test_a_name_changes_with_what_a_file_holds_and_with_what_it_loads(small):
    before, again = made(small), made(small)
    assert before == again and set(before.paths.values()) == set(before.texts)
    (small / "docs/assets/more/three.js").write_text("export const y = 2;\n")
    after = made(small)
    changed = {path for path, name in after.paths.items() if name != before.paths[path]}
    assert changed == {"assets/more/three.js", "assets/search/two.js", "assets/handbook.js"}
    assert before.first_paint == after.first_paint == "paint();"


def test_scripts_load_each_other_by_the_published_names(small):
    found = made(small)
    texts, [two, three, panel] = found.texts, [Path(found.paths[f"assets/{path}"]).name for path in ("search/two.js", "more/three.js", PANEL)]
    assert texts[found.script] == f'"use strict";{{const x=import("./search/{two}");}}'
    assert texts[found.paths["assets/search/two.js"]] == f'import{{y}}from"./../more/{three}";new URL("./{panel}",y);'


def test_scripts_that_load_each_other_in_a_circle_or_nothing_are_refused(small):
    (small / "docs/assets/more/three.js").write_text('import "../search/two.js";\n')
    with pytest.raises(ValueError, match="in a circle: .*two.js → more/three.js → search/two.js"):
        made(small)
    (small / "docs/assets/more/three.js").write_text('import "./gone.js";\n')
    with pytest.raises(ValueError, match="more/three.js names ./gone.js, which is not there"):
        made(small)


def test_without_the_library_the_build_says_what_to_run(small):
    (small / SOURCE).unlink()
    with pytest.raises(NoLibrary, match="make setup"):
        made(small)


def test_no_part_knows_the_names_of_another():
    assert bundled('import "./a.js";\nimport "./b.js";\n', {"a.js": "const x = 1;\n", "b.js": "const x = 2;\n"}).count("{\nconst x") == 2


def test_a_page_asks_for_the_published_names_and_the_sheets_it_needs(assets):
    html = '<script type="module" src="../../assets/comparison/page.js"></script><p>assets/comparison/page.js "assets/gone.js"</p>'
    name = assets.paths["assets/comparison/page.js"]
    assert assets.named(html) == html.replace('assets/comparison/page.js"', f'{name}"')
    assert assets.sheets("<p>") == [assets.paths[FOLDER + SHEET]]
    assert assets.sheets(html) == [assets.paths[FOLDER + SHEET], assets.paths["assets/comparison.css"]]


def test_the_library_keeps_its_licence(assets):
    assert all("MIT licence" in assets.texts[assets.paths[FOLDER + path]][:150] for path in (LIBRARY, SHEET))


def test_of_the_theme_no_file_is_published_and_all_ours_have_their_names(site, assets):
    there = {file.relative_to(site).as_posix() for file in (site / "assets").rglob("*.*") if file.suffix in (".css", ".js")}
    assert there - {"assets/colours.css", "assets/front-colours.css"} == set(assets.texts)
    assert not list(site.rglob("*.map")) and not (site / "assets/images").exists()


def test_a_page_is_one_sheet_and_one_script_and_those_that_it_alone_needs(site, handbook):
    for path in examples.paths(handbook, site):
        tree = parse(str(site / "zh" / path / "index.html"))
        asked = [re.sub(r"^.*/assets/|\.\w{10}(?=\.)", "", one) for one in tree.xpath("//link[@rel='stylesheet']/@href | //script/@src")]
        assert asked[0] == SHEET and "handbook.js" in asked
        assert {*asked} <= {SHEET, "colours.css", "handbook.js", "comparison/page.js", "comparison/table.js", "path/page.js", "indexes/filters.js", *MORE}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_rule_for_some_pages_finds_anything_on_others(visit, address, handbook, site, assets, language):
    """What the sheets of some pages say of an element is said on every page that has it."""
    everywhere = set(selectors(rules(assets.texts[assets.paths[FOLDER + SHEET]])))
    page, found = visit(f"{language}/"), []
    for path in examples.paths(handbook, site):
        page.goto(f"{address}{language}/{path}")
        linked = page.evaluate("[...document.querySelectorAll('link[rel=stylesheet]')].map(one => one.href)")
        said = {one for sheet in MORE if any(assets.paths[FOLDER + sheet] in href for href in linked) for one in of(assets, sheet)} | everywhere
        unsaid = {at_rest(one) for sheet in MORE for one in of(assets, sheet) if one not in said}
        found += [(path, one) for one in page.evaluate(MET, sorted(one for one in unsaid if ":has()" not in one))]
    assert not found


def of(assets: Assets, sheet: str) -> set[str]:
    """The selectors of a sheet."""
    return set(selectors(rules(assets.texts[assets.paths[FOLDER + sheet]])))


def weight(site: Path, file: Path) -> int:
    """What a first visit to a page loads, packed, without the font."""
    tree = parse(str(file))
    asked = [(file.parent / one).resolve() for one in tree.xpath("//link[@rel='stylesheet']/@href | //script/@src")]
    return sum(len(gzip.compress(one.read_bytes())) for one in (file, *asked))


def test_a_first_visit_to_a_role_is_light(site):
    assert max(weight(site, file) for file in site.glob("*/roles/*/index.html")) < 45_000
