"""`confirm` keeps the lock of pairs, and `check` asks about the other half until it is mended or confirmed."""
from __future__ import annotations

from pathlib import Path

import pytest

from tests.generator.commands.confirmed import ROLE, confirmed, edit, run

WRITTEN = ("已写入data/translations.lock：{}，新记0对，去掉不用的1行。\n"
           "Written to data/translations.lock: {} confirmed, 0 new, 1 unused line dropped.\n")


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch) -> Path:
    """A copy of the tiny handbook, all of it confirmed."""
    return confirmed(tmp_path, monkeypatch)


def line_of(data: Path, text: str, name: str = ROLE) -> int:
    return next(number for number, line in enumerate((data / name).read_text(encoding="utf-8").splitlines(), 1) if text in line)


def lock(data: Path) -> list[str]:
    return (data / "translations.lock").read_text(encoding="utf-8").splitlines()


def test_a_change_of_one_half_names_the_other_until_it_is_confirmed(data):
    edit(data / ROLE, "烙在每个面包上。", "烙在每个出炉的面包上。")
    zh, en = line_of(data, "出炉的面包上"), line_of(data, "en: You burn")
    code, said = run("check")
    assert code == 1 and said.startswith(f"data/{ROLE}:{zh}:7  essence.zh\n") and "1 problem in 1 file." in said
    assert f"（data/{ROLE}:{en}:7）" in said and f"handbook confirm data/{ROLE}:{zh}" in said
    assert run("confirm", f"data/{ROLE}:{zh}") == (0, WRITTEN.format("确认1对", "1 pair"))
    assert run("check")[0] == 0


def test_a_change_of_one_half_is_done_with_when_the_other_is_changed_too(data):
    edit(data / ROLE, "每天烙好所有面包", "每天烙好面包")
    assert run("check")[0] == 1
    edit(data / ROLE, "Brand every loaf each day", "Brand the loaves each day")
    code, said = run("check")
    assert code == 0 and "Pairs of new sentences: 1." in said
    assert run("confirm")[0] == 0
    assert "new sentences" not in run("check")[1]
    edit(data / ROLE, "Brand the loaves each day", "Brand loaves each day")
    assert run("check")[0] == 1


def test_the_line_that_the_report_gives_can_be_added_by_hand(data):
    edit(data / ROLE, "烙铁也是火。", "烙铁里也有火。")
    said = run("check")[1]
    with (data / "translations.lock").open("a", encoding="utf-8") as file:
        file.write(said.split("add the line “")[1].split("”")[0] + "\n")
    assert run("check")[0] == 0
    assert run("confirm") == (0, WRITTEN.format("确认0对", "0 pairs"))
    assert lock(data)[2:] == sorted(lock(data)[2:])


def test_what_is_wrong_with_a_sentence_is_said_before_the_question_about_its_other_half(data):
    edit(data / ROLE, "烙铁也是火。", "烙铁也是火.")
    code, said = run("check")
    assert code == 1 and "1 problem in 1 file." in said and "confirm" not in said


def test_a_slip_in_a_chinese_term_is_named_where_it_is_and_not_at_the_english_word(data):
    edit(data / ROLE, "烙铁也是火。", "烙铁也怕老面。")
    edit(data / ROLE, "A branding iron is fire too.", "Leaven spoils a branding iron too.")
    assert run("confirm", "--all")[0] == 0
    edit(data / ROLE, "烙铁也怕老面。", "烙铁也怕老画。")
    code, said = run("check")
    assert code == 1 and said.startswith(f"data/{ROLE}:{line_of(data, '老画')}:9  competencies_basis.why.zh\n") and "1 problem in 1 file." in said


def test_many_changes_are_one_line(data):
    for file in sorted(data.rglob("*.yml")):
        file.write_text(file.read_text(encoding="utf-8").replace("。\n", "哦。\n"), encoding="utf-8")
    code, said = run("check")
    asked = [block for block in said.split("\n\n") if "confirm" in block]
    assert code == 1 and len(asked) == 1 and "handbook confirm --list" in asked[0]
    assert run("confirm", "--list")[1].count("handbook confirm data/") > 40
    assert run("confirm", "--all")[0] == 0 and "confirm" not in run("check")[1]


def test_a_record_or_a_file_is_confirmed_and_no_other(data):
    edit(data / ROLE, "烙铁也是火。", "烙铁里也有火。")
    edit(data / "roles/fire-lighter.yml", "把柴架空", "把柴架高")
    code, said = run("confirm", "roles/crust-brander")
    assert code == 0 and "1 pair changed in one half only" in said
    assert run("confirm", str(data / "roles/fire-lighter.yml"))[1].startswith("已写入data/translations.lock：确认1对")
    assert run("check")[0] == 0


def test_a_line_is_named_as_a_chinese_keyboard_and_windows_write_it(data):
    edit(data / ROLE, "烙铁也是火。", "烙铁里也有火。")
    assert run("confirm", f"data\\roles\\crust-brander.yml：{line_of(data, '烙铁里也有火')}")[1].startswith("已写入data/translations.lock：确认1对")
    assert run("check")[0] == 0


def test_a_dry_run_and_a_list_write_nothing(data):
    before = (data / "translations.lock").read_bytes()
    edit(data / "roles/fire-lighter.yml", "把柴架空", "把柴架高")
    assert "Would write: 1 pair confirmed" in run("confirm", "--all", "--dry-run")[1]
    assert "fire-lighter.yml:15" in run("confirm", "--list")[1]
    assert (data / "translations.lock").read_bytes() == before


def test_a_damaged_lock_and_one_of_two_sides_come_right_by_the_command(data):
    whole = lock(data)
    spoilt = [*whole[:5], "<<<<<<< mine", whole[5], "=======", whole[6], ">>>>>>> theirs", *whole[7:]]
    (data / "translations.lock").write_text("\n".join(spoilt), encoding="utf-8")
    code, said = run("check")
    assert code == 1 and said.startswith("data/translations.lock:6:1") and "1 problem in 1 file." in said
    assert run("confirm")[0] == 0
    assert lock(data) == whole and run("check")[0] == 0


@pytest.mark.parametrize(("words", "said"), [
    (("roles/crust-brandr",), "the nearest is “roles/crust-brander”"),
    (("data/roles/crust-brandr.yml:18",), "the nearest is “data/roles/crust-brander.yml:18”"),
    (("data\\roles\\crust-brandr.yml：18:3",), "the nearest is “data/roles/crust-brander.yml:18”"),
    (("roles/crust-brander:18",), "the nearest is “data/roles/crust-brander.yml:18”"),
    (("nothing",), "There is no “nothing”"),
    ((f"{ROLE}:1",), "No sentence on the line"),
])
def test_what_cannot_be_confirmed_is_said_in_a_sentence(words, said):
    code, output = run("confirm", *words)
    assert code == 2 and said in output


def test_a_handbook_without_a_lock_is_not_asked(data):
    (data / "translations.lock").unlink()
    edit(data / ROLE, "烙铁也是火。", "烙铁里也有火。")
    assert run("check")[0] == 0
    code, said = run("confirm")
    assert code == 2 and "handbook confirm --all" in said


def test_a_pair_with_an_empty_half_is_never_confirmed(data):
    before = lock(data)
    edit(data / ROLE, "zh: 烙铁也是火。", 'zh: ""')
    assert run("confirm", "--all")[1].startswith("没有要记的")
    assert lock(data) == before


def test_a_lock_that_cannot_be_opened_is_never_written_anew(data):
    file = data / "translations.lock"
    file.rename(data.parent / "elsewhere")
    file.symlink_to("nowhere")
    code, said = run("confirm", "--all")
    assert code != 0 and "cannot be opened" in said
    assert file.is_symlink()
