"""Moves, cases and terms stand in one file or in a folder of files; whichever it is, the handbook is the same."""
from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.checks import RULES
from macros.loading.folder import load, read_all
from macros.loading.homes import EITHER, FILES
from macros.website.page_list import outlines
from macros.words.problems import Problem, Problems
from tests.bodies import bodies
from tests.places import BAKERY
from tests.spread import records, spread


@pytest.fixture
def data(tmp_path) -> Path:
    """A copy of the tiny handbook."""
    return Path(shutil.copytree(BAKERY, tmp_path / "data"))


@pytest.fixture
def apart(data) -> Path:
    """The same with a file for each move, case and term."""
    for kind in EITHER:
        spread(data, kind)
    return data


def problems(data: Path) -> list[str]:
    with pytest.raises(Problems) as caught:
        load(data, RULES)
    return list(map(str, caught.value.problems))


def test_kinds_of_either_home_have_a_file_to_themselves():
    assert all(FILES[f"{kind}.yml"] == {kind: model} for kind, model in EITHER.items())


def test_the_pages_are_the_same_in_the_order_of_ids(data):
    for kind in EITHER:
        lines = "".join(f"  {id}:\n{lines.rstrip()}\n" for id, lines in sorted(records(data, kind).items()))
        (data / f"{kind}.yml").write_text(f"{kind}:\n{lines}", encoding="utf-8")
    together = bodies(load(data, RULES))
    for kind in EITHER:
        spread(data, kind)
    assert bodies(load(data, RULES)) == together


def test_records_are_edited_where_they_stand(data):
    def edited() -> dict[str, str]:
        return {page.path: page.source for page in outlines(load(data, RULES), ("zh",))}

    assert edited()["terms/"] == "data/terms.yml" and edited()["moves/own-bakery/"] == "data/moves.yml"
    for kind in EITHER:
        spread(data, kind)
    found = edited()
    assert found["moves/own-bakery/"] == "data/moves/own-bakery.yml"
    assert not (found["terms/"] or found["methods/"] or found["map/"]), "no one file holds what these pages show"


def test_a_mistake_is_told_of_in_its_own_file(apart):
    move = apart / "moves/own-bakery.yml"
    move.write_text(move.read_text(encoding="utf-8").replace("name:", "nmae:"), encoding="utf-8")
    assert problems(apart) == [
        "data/moves/own-bakery.yml:2:1  nmae\n  没有“nmae”这个字段；是不是“name”？\n  There is no field “nmae”; did you mean “name”?",
    ]


@pytest.mark.parametrize("kind", EITHER)
def test_a_kind_cannot_stand_in_both(data, kind):
    whole = (data / f"{kind}.yml").read_text(encoding="utf-8")
    spread(data, kind)
    files = sorted((data / kind).iterdir())
    for file in files[1:]:
        file.unlink()
    (data / f"{kind}.yml").write_text(whole.replace(f"  {files[0].stem}:", "  another-one:"), encoding="utf-8")
    said = [one for one in problems(data) if "stand here and in files" in one]
    assert said == [
        f"data/{kind}.yml:1:1  {kind}\n  “{kind}”的记录既写在这里，又各有文件（如data/{kind}/{files[0].name}）；只留一处\n"
        f"  Records of “{kind}” stand here and in files of their own, such as data/{kind}/{files[0].name}; keep them in one of the two"
    ]


@pytest.mark.parametrize("kind", EITHER)
def test_ids_that_stand_in_both_are_no_mistakes_of_their_own(data, kind):
    whole = (data / f"{kind}.yml").read_text(encoding="utf-8")
    spread(data, kind)
    (data / f"{kind}.yml").write_text(whole, encoding="utf-8")
    (said,) = problems(data)
    assert said.startswith(f"data/{kind}.yml:1:1  {kind}\n")


def test_a_move_that_has_gone_is_missed_as_a_file(apart):
    case = apart / "cases/black-monday.yml"
    case.write_text(case.read_text(encoding="utf-8").replace("  roles:", "  moves: [gone]\n  roles:"), encoding="utf-8")
    kpi = apart / "kpis/flour-return.yml"
    kpi.write_text(kpi.read_text(encoding="utf-8").replace("also: {", "also: {moves: [gone], "), encoding="utf-8")
    (said,) = problems(apart)
    assert said.startswith("data/moves/gone.yml:1:1\n  没有这个数据文件（类别：晋升与转岗），可是有2处用到它")


def test_a_word_unknown_to_the_glossary_is_sent_to_the_folder(apart):
    case = apart / "cases/black-monday.yml"
    case.write_text(case.read_text(encoding="utf-8").replace("early word", "early RTX"), encoding="utf-8")
    assert [one for one in problems(apart) if "add it to terms/, or" in one]


def test_a_file_too_large_is_to_be_taken_apart(data):
    (data / "moves.yml").write_bytes(b"#" * (512 * 1024 + 1))
    assert problems(data)[0] == (
        "data/moves.yml:1:1\n  文件超过512KB；每条记录存成一个文件，放进moves/\n"
        "  The file is larger than 512 kB; save each record as a file of its own in moves/"
    )


def test_a_file_beside_the_records_belongs_nowhere(apart):
    (apart / "moves/own.yaml").write_text("name: x", encoding="utf-8")
    assert isinstance(read_all(apart).problems[0], Problem)
    assert problems(apart)[0].endswith("rename it to “moves/own.yml”")
