"""The real site as files: both languages alike, nothing dead, nothing empty, everything near."""
from __future__ import annotations

import filecmp
import os.path
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html

from macros.checks import RULES
from macros.loading.folder import load
from macros.website.dead_links import dead_ends
from macros.website.page_list import KINDS
from macros.words.catalog import word
from macros.words.languages import LANGUAGES
from tests.places import DATA, ROOT


@pytest.fixture(scope="module")
def trees(site: Path) -> dict[str, html.HtmlElement]:
    """Every page of both languages, parsed, by its address."""
    pages = {path.parent.relative_to(site).as_posix(): path for language in LANGUAGES for path in sorted((site / language).rglob("index.html"))}
    return {name: html.parse(str(path), parser=html.HTMLParser(encoding="utf-8")).getroot() for name, path in pages.items()}


def main_text(tree: html.HtmlElement) -> str:
    return " ".join(tree.xpath("//article")[0].text_content().split())


def test_both_languages_have_the_same_pages_and_ids_in_the_same_order(trees):
    zh, en = ({name[3:]: tree for name, tree in trees.items() if name[:2] == language} for language in LANGUAGES)
    assert zh.keys() == en.keys() and len(zh) > 200
    for path in zh:
        ids = [tree.xpath("//article//@id") for tree in (zh[path], en[path])]
        # An index that is sorted by the alphabet of its language has the same entries in another order.
        assert (ids[0] == ids[1]) or (path in ("competencies", "methods", "terms") and {i for i in ids[0] if not i.startswith("letter-")} == {i for i in ids[1] if not i.startswith("letter-")}), path


def test_every_record_has_its_page(trees):
    handbook = load(DATA, RULES)
    for kind in KINDS:
        for id in handbook.of_kind(kind):
            for language in LANGUAGES:
                assert f"{language}/{kind}/{id}" in trees


def test_every_link_anchor_and_asset_leads_somewhere(site):
    assert dead_ends(site) == []


@pytest.mark.parametrize("broken", ['<a href="../nowhere/">', '<a href="#nowhere">', '<a href="other.html#nowhere">', '<img src="a.png">', '<script src="a.js"></script>',
                                    '<link href="a.css">', '<a href="/absolute">', '<a href="//en/">', '<img srcset="a.png 1x, b.png 2x">'])
def test_a_dead_link_is_found(tmp_path, broken):
    (tmp_path / "index.html").write_text(f"<p id=here>{broken}")
    (tmp_path / "other.html").write_text("<p id=there>")
    (tmp_path / "sheet.css").write_text("p { color: red }")
    assert dead_ends(tmp_path)


def test_the_404_page_may_link_from_the_root_but_only_under_its_base(tmp_path):
    (tmp_path / "index.html").write_text("<p>")
    for link, dead in (("/hr/", False), ("/", True), ("/hr/gone/", True), ("//hr/", True)):
        (tmp_path / "404.html").write_text(f'<a href="{link}">')
        assert bool(dead_ends(tmp_path, "/hr/")) == dead, link


def test_a_dead_reference_in_a_stylesheet_is_found(tmp_path):
    (tmp_path / "sheet.css").write_text("p { background: url(gone.png) }")
    assert dead_ends(tmp_path) == ["sheet.css: gone.png"]


def test_no_page_shows_what_only_a_program_would_say(trees):
    for name, tree in trees.items():
        text = main_text(tree)
        for word in ("{{", "{%", "Macro Rendering Error", "data-handbook", "Undefined", "not-stated"):
            assert word not in text, (name, word)
        said = [*(one.strip() for one in tree.xpath("//article//text()")), *tree.xpath("//@*")]
        assert not {"None", "True", "False", "[]", "{}", "()"} & set(said), name


def test_no_section_is_empty(trees):
    for name, tree in trees.items():
        for heading in tree.xpath("//article//h2 | //article//h3"):
            after = heading.xpath("following-sibling::*[1]")
            holder = heading.getparent()
            said = " ".join(holder.text_content().split()).replace(" ".join(heading.text_content().split()), "", 1) if holder.tag in ("section", "aside", "li") else ""
            assert said.strip() or (after and after[0].tag not in ("h1", "h2") and " ".join(after[0].text_content().split())), (name, heading.get("id"), heading.text_content())


def test_every_heading_of_a_section_has_an_english_id_and_a_link_to_itself(trees):
    for name, tree in trees.items():
        for heading in tree.xpath("//article//h2"):
            assert re.fullmatch(r"[a-z0-9-]+", heading.get("id") or ""), (name, heading.text_content())
        if name.count("/") == 2:
            assert tree.xpath("//article//h2/a[@class='headerlink']"), name


def test_every_record_is_at_most_three_clicks_from_home(trees):
    for language in LANGUAGES:
        near, edge = {language}, {language}
        for _ in range(3):
            edge = {target for page in edge for target in links(page, trees[page]) if target in trees} - near
            near |= edge
        assert {name for name in trees if name.startswith(language)} == {name for name in near if name.startswith(language)}


def links(page: str, tree: html.HtmlElement) -> set[str]:
    """The pages a page's own links lead to, the language switch left out."""
    found = set()
    for href in tree.xpath("//a[not(@hreflang)]/@href"):
        if not urlsplit(href).scheme:
            found.add(os.path.normpath(os.path.join(page, urlsplit(href).path)))
    return found


def test_a_page_shows_the_other_language_only_where_it_is_marked(trees):
    for name, tree in trees.items():
        article = tree.xpath("//article")[0]
        for marked in article.xpath(".//*[@lang]"):
            marked.drop_tree() if marked.tag != "article" else None
        for code in article.xpath(".//code"):
            code.drop_tree()
        text = main_text(tree)
        if name.startswith("en"):
            assert not re.search(r"[\u4e00-\u9fff]", text), (name, re.search(r".{20}[\u4e00-\u9fff].{0,20}", text))


def test_the_frame_is_right(trees, site):
    for name in ("zh/roles/brand-manager", "en/roles/brand-manager"):
        tree = trees[name]
        language, other = (name[:2], "en" if name[:2] == "zh" else "zh")
        assert tree.get("lang") == {"zh": "zh-Hans", "en": "en-GB"}[language]
        switch = tree.xpath("//a[contains(@class, 'language-link')]/@href")
        assert switch == [f"../../../{other}/roles/brand-manager/"]
        current = tree.xpath("//nav[contains(@class, 'md-nav--primary')]//a[@aria-current='page']")
        assert len(current) == 1 and current[0].text_content().strip() == tree.xpath("//h1/text()")[0].strip()
        assert tree.xpath("//li[contains(@class, 'md-tabs__item--active')]/a/@href") == [f"../../../{language}/roles/"]
        edit = tree.xpath("//a[contains(@href, 'edit/main/data/roles/brand-manager.yml')]")
        assert len(edit) == len(tree.xpath("//p[contains(@class, 'edit')]")) == bool(os.environ.get("HANDBOOK_REPOSITORY")), "no place to edit, no link"
        assert len(tree.xpath("//h1")) == 1
        assert {link.get("hreflang") for link in tree.xpath("//link[@hreflang]")} == {"zh-Hans", "en-GB", "x-default"}
    assert (site / "sitemap.xml").is_file() and (site / "404.html").is_file() and (site / "index.html").is_file()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_that_a_page_shows_is_explained_and_none_says_what_no_mark_says(trees, language):
    shown = {
        one.strip()
        for name, tree in trees.items() if name.startswith(language)
        for mark in tree.xpath("//*[contains(concat(' ', @class, ' '), ' basis ') or @class = 'flag']")
        for one in re.split("[,、]", mark.text_content())
    }
    explained = [mark.lower() for mark in trees[f"{language}/how-to-read"].xpath("//h2[@id='basis']/following-sibling::ul[position() < 3]//strong/text()")]
    assert {mark.lower() for mark in shown} <= set(explained) and len(shown) >= 8
    assert word(language, "basis", "stated") not in shown


def test_contents_list_names_every_section_and_previous_and_next_stay_in_the_language(trees):
    for name, tree in trees.items():
        if name.count("/") != 2:
            continue
        contents = [href.lstrip("#") for href in tree.xpath("//nav[contains(@class, 'md-nav--secondary')]//a/@href")]
        headings = [one for one in tree.xpath("//article//h2/@id") if one != "caution"]
        assert contents == (headings if len(headings) > 1 else []), name
        for href in tree.xpath("//a[@rel='prev' or @rel='next']/@href"):
            assert os.path.normpath(os.path.join(name, href)).startswith(name[:2] + "/")


def test_related_roles_are_derived_from_shared_competencies():
    handbook = load(DATA, RULES)
    for role in handbook.roles.values():
        own = {one.competency for one in role.competencies}
        for other, shared in handbook.related_roles(role):
            assert set(shared) == own & {one.competency for one in other.competencies} and shared


def test_the_same_input_gives_the_same_bytes(site, tmp_path):
    again = tmp_path / "again"
    subprocess.run([sys.executable, "-m", "macros", "build", "--site", str(again)], cwd=ROOT, check=True, capture_output=True)
    compared = filecmp.dircmp(site, again)
    assert not differing(compared)


def differing(compared: filecmp.dircmp) -> list[str]:
    """Names that differ between two folders, by content."""
    _, unequal, odd = filecmp.cmpfiles(compared.left, compared.right, compared.common_files, shallow=False)
    below = [name for inner in compared.subdirs.values() for name in differing(inner)]
    return [*compared.left_only, *compared.right_only, *unequal, *odd, *below]


def strictly(root: Path, *arguments: str) -> subprocess.CompletedProcess:
    mkdocs = Path(sys.executable).with_name("mkdocs")
    return subprocess.run([str(mkdocs), "build", "--strict", *arguments], cwd=root, capture_output=True, text=True)


def test_macros_in_a_written_page_equal_the_generated_page_byte_for_byte(project):
    handbook = load(project / "data", RULES)
    ids = list(handbook.roles)
    for language in LANGUAGES:
        folder = project / "docs" / language / "notes"
        folder.mkdir()
        for id in ids:
            (folder / f"{id}.md").write_text(f'---\ntitle: A note\nrender_macros: true\n---\n{{{{ role_page("{id}", "{language}") }}}}\n')
    # Bare `mkdocs build --strict` must do, not only our command.
    built = strictly(project)
    assert built.returncode == 0, built.stderr
    for language in LANGUAGES:
        for id in ids:
            bodies = []
            for kind in ("roles", "notes"):
                page = (project / "site" / language / kind / id / "index.html").read_text(encoding="utf-8")
                bodies.append(re.search(r'<article[^>]*id="content">\n(.*?)\n(?:<p class="actions edit">.*?)?\n?</article>', page, re.S)[1].strip())
            assert bodies[0] == bodies[1] and len(bodies[0]) > 500
    whole = "".join(path.read_text(encoding="utf-8") for path in (project / "site/en").rglob("index.html"))
    for hostile in ("|", "*", "{: .x }", "{{ 7*7 }}", "&lt;b&gt;", "&amp;amp;"):
        assert hostile in whole, hostile


def test_every_macro_fills_its_place_and_a_wrong_id_stops_the_build(project):
    handbook = load(project / "data", RULES)
    first = {kind: next(iter(handbook.of_kind(kind))) for kind in KINDS}
    calls = [f'{{{{ {name}_index("en") }}}}' for name in ("role", "competency", "kpi", "move", "practice")]
    calls += [f'{{{{ ladder("{first["tracks"]}", "en") }}}}', f'{{{{ kpi_table("{first["roles"]}", "en") }}}}']
    page = project / "docs/en/notes/all.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("---\ntitle: All\nrender_macros: true\n---\n" + "\n\n".join(calls))
    assert strictly(project).returncode == 0
    shown = (project / "site/en/notes/all/index.html").read_text(encoding="utf-8")
    assert "data-handbook" not in shown and shown.count("<h1") >= 4
    page.write_text('---\ntitle: All\nrender_macros: true\n---\n{{ role_page("nobody", "en") }}\n')
    assert strictly(project).returncode != 0
    page.unlink()


def test_a_mistake_in_data_stops_bare_mkdocs_without_a_traceback(project):
    file = project / "data/stages.yml"
    text = file.read_text()
    file.write_text(text + "surprise: yes\n")
    built = strictly(project)
    file.write_text(text)
    assert built.returncode != 0 and "surprise" in built.stderr and "Traceback" not in built.stderr


