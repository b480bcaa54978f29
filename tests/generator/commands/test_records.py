"""Records made, renamed, retired, split and merged by command: what is written, what is said, and what is refused in a sentence."""
from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.checks import RULES
from macros.commands.command_line import main
from macros.editing.renaming import names, says
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.website.page_list import outlines
from macros.words.languages import LANGUAGES
from tests.audit.selections import AUDIT
from tests.edits.moves import outcome, tried
from tests.places import BAKERIES, BAKERY

ON = ["--on", "2026-03-01"]


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    """A copy of the tiny handbook to change."""
    folder = Path(shutil.copytree(BAKERY, tmp_path / "data"))
    monkeypatch.setenv("HANDBOOK_DATA", str(folder))
    return folder


def said(*command: str, code: int = 0) -> str:
    """What a command says, and that it ends as it should."""
    run = CliRunner().invoke(main, list(command))
    assert run.exit_code == code, run.output
    return run.output


def changed(data: Path, *command: str) -> Handbook:
    """The handbook after a command, which is sound."""
    said(*command, "--yes")
    return load(data, RULES)


def lines(data: Path, name: str) -> list[str]:
    return (data / name).read_text(encoding="utf-8").splitlines()


def test_nothing_is_written_unasked(data):
    before = {file: file.read_bytes() for file in data.rglob("*.yml")}
    shown = said("rename", "role", "oven-hand", "--zh", "炉工", "--en", "Stoker hand")
    assert "+  - zh: 看炉工\n" in shown and shown.endswith("什么也没有写；加--yes就写。\nNothing was written; --yes writes it.\n")
    assert {file: file.read_bytes() for file in data.rglob("*.yml")} == before


def test_the_name_it_has_is_nothing_to_change(data):
    assert said("rename", "term", "peel", "--en", "Peel", "--yes", code=1).endswith("It is called that already, and there is nothing to change.\n")


def test_a_new_title_keeps_the_old_one_and_names_every_sentence_that_says_it(data):
    kpi = data / "kpis/burnt-loaves.yml"
    kpi.write_text(kpi.read_text(encoding="utf-8").replace("caution:\n  zh: ", "caution:\n  zh: 看炉工要当心。", 1), encoding="utf-8")
    shown = said("rename", "role", "oven-hand", "--zh", "炉工", "--en", "Stoker hand", "--yes")
    role = load(data, RULES).roles["oven-hand"]
    number = next(number for number, line in enumerate(lines(data, "kpis/burnt-loaves.yml"), 1) if "看炉工要当心" in line)
    assert f"data/kpis/burnt-loaves.yml:{number}  " in shown
    assert (role.name.zh, role.name.en) == ("炉工", "Stoker hand")
    assert [(alias.zh, alias.en) for alias in role.aliases] == [("火夫", "Fireman"), ("看炉工", "Oven hand")]


def test_one_language_alone_is_kept_among_the_words_for_the_search(data):
    term = changed(data, "rename", "term", "peel", "--en", "Long peel").terms["peel"]
    assert (term.name.zh, term.name.en, term.keywords.en, term.keywords.zh) == ("长柄铲", "Long peel", ("Peel",), ())


def test_a_name_that_stands_for_several_in_a_remark_on_an_alias_and_among_examples_is_named_too(data):
    role, about, kpi = data / "roles/oven-hand.yml", data / "handbook.yml", data / "kpis/burnt-loaves.yml"
    remark = "note: {zh: 也叫看炉工。, en: Oven hands are called so.}"
    role.write_text(role.read_text(encoding="utf-8").replace("note: {zh: 老说法。, en: An old word.}", remark), encoding="utf-8")
    about.write_text(about.read_text(encoding="utf-8") + "search_examples: {zh: [看炉工], en: [oven hand]}\n", encoding="utf-8")
    kpi.write_text(kpi.read_text(encoding="utf-8").replace("caution:\n", "caution:\n  # two oven hands, no ovenhandy\n", 1), encoding="utf-8")
    shown = said("rename", "role", "oven-hand", "--zh", "炉工", "--en", "Stoker hand", "--yes")
    assert "  Oven hands are called so.\n" in shown and "  也叫看炉工。\n" in shown and "  # two oven hands" in shown
    last = len(lines(data, "handbook.yml"))
    assert f"data/handbook.yml:{last}  看炉工\n" in shown and f"data/handbook.yml:{last}  oven hand\n" in shown


def test_how_the_old_name_is_read_goes_with_it(data):
    role = data / "roles/oven-hand.yml"
    role.write_text("reading: kān lú gōng\n" + role.read_text(encoding="utf-8"), encoding="utf-8")
    assert changed(data, "rename", "role", "oven-hand", "--en", "Stoker hand").roles["oven-hand"].reading == "kān lú gōng"
    assert changed(data, "rename", "role", "oven-hand", "--zh", "火炉工", "--en", "Fire keeper").roles["oven-hand"].reading is None


@pytest.mark.parametrize(("text", "name", "found"), [
    ("two deputy heads of marketing", "Deputy head of marketing", True), ("our policies", "Policy", True), ("a new user", "New users", True),
    ("Businesses", "business", True), ("scripted", "script", False), ("user-made", "user", False),
    ("the glass", "glas", False), ("品牌经理们", "品牌经理", True),
])
def test_a_name_is_found_in_the_singular_and_the_plural(text, name, found):
    assert says(text, name) == found


def test_an_id_is_found_only_as_it_is():
    assert names("# oven-hand here", "oven-hand") and not names("# oven-hands, oven-hand-b", "oven-hand")


def test_of_a_name_given_anew_in_one_language_the_other_is_asked_about(data):
    said("confirm", "--all")
    shown = said("rename", "role", "oven-hand", "--zh", "炉工", "--yes")
    assert shown.endswith("The English name is still “Oven hand”; run it again with --en to change it, "
                          "or handbook confirm roles/oven-hand if it still holds.\n")
    assert "roles/oven-hand.yml:3:12  name.zh\n" in said("check", code=1)
    said("confirm", "roles/oven-hand")
    said("check")


def test_of_a_name_given_anew_in_both_languages_nothing_is_asked(data):
    said("confirm", "--all")
    said("rename", "role", "oven-hand", "--zh", "炉工", "--en", "Stoker hand", "--yes")
    said("check")


def test_a_new_id_takes_everything_along_and_the_old_address_leads_on(data):
    text = (data / "roles/oven-hand.yml").read_bytes()
    handbook = changed(data, "rename", "role", "oven-hand", "--to-id", "oven-keeper", *ON)
    assert (data / "roles/oven-keeper.yml").read_bytes() == text
    assert handbook.roles["oven-hand"].retired.replaced_by == handbook.roles["fire-lighter"].retired.replaced_by == ("oven-keeper",)
    assert handbook.tracks["bread"].rungs[0].roles == ("oven-keeper",)


def test_the_page_at_the_old_address_leads_to_the_new_one(data):
    handbook = changed(data, "rename", "role", "oven-hand", "--to-id", "oven-keeper", *ON)
    pages = {page.address: page for page in outlines(handbook)}
    for language in LANGUAGES:
        assert '<a href="../../../' + f'{language}/roles/oven-keeper/">' in pages[f"{language}/roles/oven-hand/"].made(handbook).content.body


def test_a_record_without_sources_moves_too(data):
    practice = data / "practices/baking-again.yml"
    text = "".join(line for line in practice.read_text(encoding="utf-8").splitlines(keepends=True) if not line.startswith("sources: "))
    practice.write_text("".join(line for line in text.splitlines(keepends=True) if not line.startswith("basis: ")) + "basis: example\n", encoding="utf-8")
    assert changed(data, "rename", "practice", "baking-again", "--to-id", "batch-again", *ON).practices["baking-again"].basis == "editorial"


def test_comments_that_say_the_old_id_are_named(data):
    with (data / "tracks.yml").open("a", encoding="utf-8") as file:
        file.write("# oven-hand 在第一级\n")
    last = len(lines(data, "tracks.yml"))
    assert f"data/tracks.yml:{last}  # oven-hand 在第一级" in said("rename", "role", "oven-hand", "--to-id", "oven-keeper", *ON)


def test_several_follow_and_each_part_is_with_one_of_them(data):
    into = ["--into", "mixing=和面|Mixing", "--into", "folding=折叠|Folding", *ON]
    assert "--went execute=mixing" not in (shown := said("split", "competency", "dough", *into, "--yes", code=1)) and "--went execute=…" in shown
    levels = list(load(data, RULES).levels)
    went = [option for number, level in enumerate(levels) for option in ("--went", f"{level}={'folding' if number else 'mixing'}")]
    handbook = changed(data, "split", "competency", "dough", *into, *went)
    assert handbook.competencies["dough"].retired.replaced_by == ("mixing", "folding")
    assert [one.competency for one in handbook.roles["oven-hand"].competencies] == ["fire", "mixing"], "by the level that is asked for"


def test_a_split_role_gives_each_its_duties(data):
    into = ["--into", "fire-keeper=守火人|Fire keeper", "--into", "crust-keeper=守皮人|Crust keeper",
            "--went", "fire=fire-keeper", "--went", "crust=crust-keeper"]
    handbook = changed(data, "split", "role", "oven-hand", *into, *ON)
    assert [list(handbook.roles[id].duties) for id in ("fire-keeper", "crust-keeper")] == [["fire"], ["crust"]]
    assert [[(one.competency, one.for_) for one in handbook.roles[id].competencies] for id in ("fire-keeper", "crust-keeper")] == [
        [("fire", ("fire",))], [("fire", ("crust",)), ("dough", ("crust",))]]
    assert handbook.roles["oven-hand"].retired.went == {"fire": "fire-keeper", "crust": "crust-keeper"}
    assert handbook.tracks["bread"].rungs[0].roles == ("fire-keeper", "crust-keeper")


def test_what_is_merged_is_found_by_its_old_name(data):
    handbook = changed(data, "merge", "competency", "fire", "--into", "dough", *ON)
    assert "fire" not in [one.competency for one in handbook.roles["oven-hand"].competencies]
    assert handbook.competencies["fire"].name.en in [alias.en for alias in handbook.competencies["dough"].aliases]


def test_a_role_that_asks_for_both_asks_for_what_the_greater_of_them_did(data):
    role = data / "roles/oven-hand.yml"
    text = role.read_text(encoding="utf-8")
    role.write_text(text.replace("{competency: fire, level: execute,", "{competency: fire, level: plan,"), encoding="utf-8")
    handbook = changed(data, "merge", "competency", "fire", "--into", "dough", *ON)
    assert [(one.competency, one.level, one.need, one.for_) for one in handbook.roles["oven-hand"].competencies] == [
        ("dough", "plan", "essential", ("crust", "fire"))]


def test_nobody_works_with_themselves_after_a_merger(data):
    role = data / "roles/crust-brander.yml"
    with_nobody_else = "works_with:\n  - {roles: [oven-hand], on: {zh: 出炉的时间, en: When a batch is done}}"
    role.write_text(role.read_text(encoding="utf-8").replace("works_with: []", with_nobody_else), encoding="utf-8")
    assert "\n+works_with: []\n" in said("merge", "role", "oven-hand", "--into", "crust-brander", *ON, code=1)  # other lines want a person’s answer


def test_line_ends_of_windows_stay(data):
    for file in data.rglob("*.yml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    for command in (["rename", "role", "oven-hand", "--to-id", "oven-keeper"], ["retire", "term", "peel", "--by", "sourdough"]):
        assert outcome(data, command, "2026-03-01") == "green"
    assert all(file.read_bytes().count(b"\n") == file.read_bytes().count(b"\r\n") for file in data.rglob("*.yml"))


@pytest.mark.parametrize(("source", "kinds"), [
    (BAKERY, ("competencies", "practices", "moves", "terms", "teams", "layers")), (BAKERIES, ("roles", "competencies", "posts", "tracks")),
])
def test_many_such_commands_leave_the_handbook_sound_and_other_lines_as_they_were(source, kinds, tally):
    every = 1 if AUDIT in os.environ else 3
    found = [what for _, what in tried(source, "2026-03-01", seed=1, kinds=kinds, every=every)]
    tally["commands"] += len(found)
    assert all(what == "green" or what.startswith("refused: ") for what in found)
    assert found.count("green") >= 20 / every


@pytest.mark.parametrize(("command", "zh", "en"), [
    (["rename", "roll", "oven-hand", "--zh", "炉工"], "没有“roll”这一类", "the nearest is “role”"),
    (["rename", "role", "看炉工", "--zh", "炉工"], "“看炉工”是名称，命令里写编号：oven-hand", "write the id in the command: oven-hand"),
    (["rename", "kpi", "oven-hand", "--zh", "炉工"], "“oven-hand”不是指标，是岗位", "“oven-hand” is no KPI; it is a role"),
    (["rename", "role", "oven-han", "--zh", "炉工"], "没有编号为“oven-han”的岗位", "the nearest is “oven-hand”"),
    (["rename", "岗位", "oven-hand"], "写明改成什么", "Say what it becomes"),
    (["rename", "role", "oven-hand", "--to-id", "Oven Hand"], "编号“Oven Hand”不合规", "such as oven-hand"),
    (["rename", "role", "oven-hand", "--to-id", "crust-brander"], "已有编号为“crust-brander”的岗位", "There is a role “crust-brander” already"),
    (["retire", "role", "fire-lighter", "--by", "oven-hand"], "“fire-lighter”已停用", "is retired already"),
    (["retire", "role", "oven-hand", "--by", "oven-hand"], "不能由自己接替", "cannot follow itself"),
    (["retire", "role", "crust-brander", "--by", "oven-hand"], "会指向自己", "would point at itself"),
    (["split", "term", "peel", "--into", "a=甲"], "两个名称", "two names"),
    (["retire", "role", "oven-hand", "--by", "crust-brander", "--went", "fire"], "少了等号", "lacks an equals sign"),
    (["new", "role", "x", "--language", "fr"], "只写zh或en", "is zh or en"),
    (["retire", "role", "oven-hand"], "用--by写明由谁接替；没有接替的不能停用", "where nothing does, the record stays"),
    (["merge", "role", "oven-hand"], "用--into写明并入哪一条", "Say with --into which one stays"),
    (["rename", "role", "看炉人", "--zh", "炉工"], "最接近的是“看炉工”：oven-hand", "the nearest is “看炉工”: oven-hand"),
    (["new", "stage", "x"], "这一类直接写在stages.yml里", "Write this kind into stages.yml"),
    (["new", "role", "oven-hand"], "已有编号为“oven-hand”的岗位", "choose another id"),
])
def test_what_cannot_be_done_is_said_in_a_sentence(data, command, zh, en):
    before = {file: file.read_bytes() for file in data.rglob("*.yml")}
    shown = said(*command, "--yes", code=1)
    assert zh in shown and en in shown and "Traceback" not in shown
    assert {file: file.read_bytes() for file in data.rglob("*.yml")} == before


@pytest.mark.parametrize("day", ["2026-13-40", "2026-02-30", "tomorrow"])
def test_a_day_that_is_none_is_told_by_its_option(data, day):
    shown = said("retire", "term", "peel", "--by", "sourdough", "--on", day, "--yes", code=2)
    assert f"没有“{day}”这一天。\n--on needs a date, such as --on 2026-11-29; “{day}” is none.\n" in shown


@pytest.mark.parametrize("day", ["2026-12-01", "2026/12/1", "2026.12.1", "2026年12月1日"])
def test_a_day_is_taken_in_the_ways_people_write_it(data, day):
    said("retire", "term", "peel", "--by", "sourdough", "--on", day, "--yes")
    assert "2026-12-01" in (data / "terms.yml").read_text(encoding="utf-8")


def test_nothing_is_changed_in_a_handbook_with_mistakes(data):
    role = data / "roles/oven-hand.yml"
    role.write_bytes(role.read_bytes().replace(b"stage: ", b"stage: no-such-", 1))
    assert "handbook check" in said("rename", "term", "peel", "--en", "Long peel", "--yes", code=1)


def test_a_name_that_comes_back_is_no_other_name_besides_and_new_capitals_are_no_new_name(data):
    file = data / "roles/oven-hand.yml"
    before = file.read_text(encoding="utf-8")
    assert "Oven Hand" not in before
    for zh, en in (("守炉工", "Oven keeper"), ("看炉工", "Oven hand")):
        assert CliRunner().invoke(main, ["rename", "role", "oven-hand", "--zh", zh, "--en", en, "--yes"]).exit_code == 0
    again = file.read_text(encoding="utf-8")
    assert again.count("Oven hand") == before.count("Oven hand") and again.count("Oven keeper") == 1
    assert CliRunner().invoke(main, ["rename", "role", "oven-hand", "--en", "Oven Hand", "--yes"]).exit_code == 0
    assert file.read_text(encoding="utf-8") == again.replace("en: Oven hand", "en: Oven Hand", 1)
