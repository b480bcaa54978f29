"""Another name for what stands in a list: a group, a level, a unit, a source document."""
from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from tests.generator.commands.confirmed import ROLE, confirmed, edit, run


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch) -> Path:
    """A copy of the tiny handbook, all of it confirmed."""
    return confirmed(tmp_path, monkeypatch)


@pytest.mark.parametrize("kind", ["level", "levels", "等级"])
def test_a_level_has_another_name_and_sentences_that_quote_the_old_one_are_named(data, kind):
    old = load(data, RULES).levels["plan"].name
    edit(data / ROLE, "烙铁也是火。", f"级别取“{old.zh}”。")
    edit(data / ROLE, "A branding iron is fire too.", f"The level is “{old.en.lower()}”; a {old.en.lower()} is none.")
    number = next(n for n, line in enumerate((data / ROLE).read_text(encoding="utf-8").splitlines(), 1) if "级别取" in line)
    code, said = run("rename", kind, "plan", "--zh", "布局", "--en", "Lay out", "--yes")
    assert code == 0 and f"  data/{ROLE}:{number}  级别取“{old.zh}”。\n  data/{ROLE}:{number + 1}  The level is “plan”; a plan is none.\n" in said
    assert "plan" in (data / "competencies/fire.yml").read_text(encoding="utf-8") and "competencies/fire.yml" not in said, "an ordinary word"
    assert (load(data, RULES).levels["plan"].name.zh, load(data, RULES).levels["plan"].name.en) == ("布局", "Lay out")


def test_a_name_given_anew_in_one_language_is_asked_about_and_in_both_is_not(data):
    code, said = run("rename", "group", "process", "--zh", "新组", "--yes")
    number = (data / "groups.yml").read_text(encoding="utf-8").splitlines().index("    name: {zh: 新组, en: Baking}") + 1
    assert code == 0 and said.endswith("The English name is still “Baking”; run it again with --en to change it, "
                                       f"or handbook confirm data/groups.yml:{number} if it still holds.\n")
    assert run("check")[0] == 1
    assert run("confirm", f"data/groups.yml:{number}")[0] == 0 and run("check")[0] == 0
    assert run("rename", "kpi_groups", "process", "--zh", "又一组", "--en", "Baking", "--yes")[0] == 0 and run("check")[0] == 0


def test_what_sentences_call_a_source_document_by_is_told_to_stand(data):
    edit(data / "sources.yml", "    truncated:\n", "    short: {zh: 短名, en: Short}\n    truncated:\n")
    number = (data / "sources.yml").read_text(encoding="utf-8").splitlines().index("    short: {zh: 短名, en: Short}") + 1
    code, said = run("rename", "source", "oven-book", "--zh", "新文件", "--en", "New Rules", "--yes")
    assert code == 0 and f"Sentences call it “Short”, which has not changed; to change that too, edit data/sources.yml:{number} and" in said
    assert load(data, RULES).documents["oven-book"].title.en == "New Rules"


@pytest.mark.parametrize(("command", "zh", "en"), [
    (["rename", "unit", "loave", "--zh", "个"], "units.yml里没有编号“loave”", "There is no id “loave” in units.yml"),
    (["rename", "level", "plan", "--to-id", "plot"], "编号定了不改；换名称用--zh、--en", "The ids of groups, levels, units and source documents stay"),
    (["rename", "level", "plan"], "写明改成什么", "Say what it becomes"),
    (["retire", "group", "hard", "--by", "soft"], "“group”不是记录，手工写在groups.yml里；命令里只有rename改得了它的名称", "rename alone changes its name"),
])
def test_what_cannot_be_is_refused_in_a_sentence(data, command, zh, en):
    code, said = run(*command, "--yes")
    assert code != 0 and zh in said and en in said


def test_an_id_that_several_lists_have_is_asked_about(data):
    edit(data / "groups.yml", "  return:\n", "  soft:\n")
    for file in (data / "kpis").glob("*.yml"):
        file.write_text(file.read_text(encoding="utf-8").replace("kind: return\n", "kind: soft\n"), encoding="utf-8")
    code, said = run("rename", "group", "soft", "--zh", "甲", "--yes")
    assert code == 1 and "as the kind write competency_groups or kpi_groups" in said
    assert run("rename", "kpi_groups", "soft", "--zh", "甲", "--yes")[0] == 0
