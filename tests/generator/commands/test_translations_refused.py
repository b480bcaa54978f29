"""What a translator’s file is refused for, told at its entry: what does not fit, what a rule refuses, what was changed meanwhile."""
from __future__ import annotations

from pathlib import Path

import pytest

from tests.generator.commands.confirmed import ROLE, confirmed, edit, exported, files, run


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch) -> Path:
    """A copy of the tiny handbook, all of it confirmed."""
    return confirmed(tmp_path, monkeypatch)


@pytest.mark.parametrize(("half", "translation", "said"), [
    ("A branding iron is fire too.", r"A branding iron\nis fire.", r"“\n” is shown as it stands"),
    ("[A branding iron]", "A branding iron is fire.", "There is a “en” already"),
])
def test_what_a_file_cannot_take_is_told_at_the_entry_and_the_rest_is_taken_in(data, half, translation, said):
    edit(data / ROLE, "烙铁也是火。", "烙铁里也有火。")
    edit(data / ROLE, "A branding iron is fire too.", half)
    edit(data / ROLE, "每天烙好所有面包", "每天烙好面包")
    file = exported(data, "--to", "en")
    text = file.read_text(encoding="utf-8").replace("#, fuzzy\n", "").replace("Brand every loaf each day", "Brand loaves each day")
    text = f'{text[:text.rindex("msgstr")]}msgstr "{translation}"\n'
    file.write_text(text, encoding="utf-8")
    code, output = run("translations", "import", "--yes", file)
    line = text.splitlines().index('msgid "烙铁里也有火。"') + 1
    assert code == 1 and said in output and f"sentences.po:{line}:1  roles/crust-brander:competencies_basis.why" in output
    assert "Written to data/: 1 entry changed, 0 confirmed, 0 not ready, 1 refused." in output
    assert "Brand loaves each day" in (data / ROLE).read_text(encoding="utf-8") and f"en: {half}\n" in (data / ROLE).read_text(encoding="utf-8")


@pytest.mark.parametrize("left", [1, 4, 12])
def test_a_file_that_was_cut_off_inside_a_sentence_is_refused_with_its_line(data, left):
    edit(data / ROLE, "烙铁也是火。", "烙铁里也有火。")
    file = exported(data, "--to", "en")
    whole = file.read_text(encoding="utf-8").replace("#, fuzzy\n", "").rstrip()
    file.write_text(whole[:-left], encoding="utf-8")
    code, said = run("translations", "import", file)
    assert code == 2 and f"line {len(whole.splitlines())} of “sentences.po” do not pair up" in said and len(said.splitlines()) == 2


@pytest.mark.parametrize("marks", ["“”", "””", '"”'])
def test_curly_marks_round_a_sentence_are_told_from_a_file_that_was_cut_off(data, marks):
    edit(data / ROLE, "烙铁也是火。", "烙铁里也有火。")
    file = exported(data, "--to", "en")
    text = file.read_text(encoding="utf-8").replace("#, fuzzy\n", "")
    said = "A branding iron is fire too."
    assert f'msgstr "{said}"' in text
    file.write_text(text.replace(f'msgstr "{said}"', f"msgstr {marks[0]}{said}{marks[1]}"), encoding="utf-8")
    code, shown = run("translations", "import", file)
    assert code == 2 and "have become curly" in shown and f'use straight ones: msgstr "{said}"' in shown, shown


@pytest.mark.parametrize(("old", "new", "said"), [
    ("烙铁里也有火。", "烙铁就是火。", "The source was changed since the export"),
    ("A branding iron is fire too.", "A branding iron is fire.", "The translation was changed here since"),
    ("  why:\n    zh: 烙铁里也有火。\n    en: A branding iron is fire too.\n", "", "no longer has this sentence"),
])
def test_what_was_changed_meanwhile_is_refused_entry_by_entry(data, old, new, said):
    edit(data / ROLE, "烙铁也是火。", "烙铁里也有火。")
    edit(data / ROLE, "每天烙好所有面包", "每天烙好面包")
    file = exported(data, "--to", "en")
    translated = file.read_text(encoding="utf-8").replace("#, fuzzy\n", "")
    for was, becomes in (("iron is fire too", "iron is hot too"), ("every loaf each", "loaves each")):
        translated = translated.replace(was, becomes)
    file.write_text(translated, encoding="utf-8")
    edit(data / ROLE, old, new)
    code, output = run("translations", "import", "--yes", file)
    line = translated.splitlines().index('msgid "烙铁里也有火。"') + 1
    assert code == 1 and said in output and f"sentences.po:{line}:1  roles/crust-brander:competencies_basis.why" in output
    assert "Brand loaves each day" in (data / ROLE).read_text(encoding="utf-8") and "is hot too" not in (data / ROLE).read_text(encoding="utf-8")


def sent(data: Path) -> Path:
    """A file with two changed sources, both translated."""
    edit(data / ROLE, "烙铁也是火。", "烙铁里也有火。")
    edit(data / ROLE, "每天烙好所有面包", "每天烙好面包")
    file = exported(data, "--to", "en")
    text = file.read_text(encoding="utf-8").replace("#, fuzzy\n", "")
    file.write_text(text.replace("iron is fire too", "iron is hot too").replace("every loaf each", "loaves each"), encoding="utf-8")
    return file


CONTEXT = 'msgctxt "roles/crust-brander:competencies_basis.why"\n'


@pytest.mark.parametrize(("old", "new", "said"), [
    ('msgid "烙铁里也有火。"', 'msgid "烙铁里也有火"', (
        "翻译文件里的原文被改动了，手册里的没有变；改回msgid \"烙铁里也有火。\"，译文不用动，再导入",
        "The source was changed in this file, not in the handbook; put back msgid \"烙铁里也有火。\", leave the translation, and import it again",
    )),
    (CONTEXT, "", (
        "少了msgctxt这一行；在msgid上面补上msgctxt \"roles/crust-brander:competencies_basis.why\"，译文不用动，再导入",
        "The line msgctxt is missing; above msgid put msgctxt \"roles/crust-brander:competencies_basis.why\", leave the translation, and import it again",
    )),
    (f'{CONTEXT}msgid "烙铁里也有火。"', 'msgid "烙铁里也有火"', (
        "少了msgctxt这一行，原文也被改动了；把这一条改成msgctxt \"roles/crust-brander:competencies_basis.why\"、msgid \"烙铁里也有火。\"，译文不用动，再导入",
        "write msgctxt \"roles/crust-brander:competencies_basis.why\" and msgid \"烙铁里也有火。\", leave the translation, and import it again",
    )),
    (CONTEXT, CONTEXT.replace("brander", "branders"), (
        "手册的这个位置没有这一句；msgctxt被改动过的，改回，译文不用动：msgctxt \"roles/crust-brander:competencies_basis.why\"",
        "if msgctxt was changed, put it back and leave the translation: msgctxt \"roles/crust-brander:competencies_basis.why\"; if not,",
    )),
])
def test_what_was_changed_in_the_file_itself_is_told_with_the_way_back_and_the_rest_is_taken_in(data, old, new, said):
    file = sent(data)
    whole = file.read_text(encoding="utf-8")
    edit(file, old, new)
    code, output = run("translations", "import", "--yes", file)
    assert code == 1 and all(one in output for one in said), output
    line = next(number for number, one in enumerate(file.read_text(encoding="utf-8").splitlines(), 1) if one.startswith('msgid "烙铁里也有火'))
    assert f"sentences.po:{line}:1" in output and "1 entry changed, 0 confirmed, 0 not ready, 1 refused" in output
    file.write_text(whole, encoding="utf-8")
    assert "1 entry changed" in run("translations", "import", "--yes", file)[1] and "is hot too" in (data / ROLE).read_text(encoding="utf-8")


def test_a_source_changed_in_the_file_whose_sentence_was_moved_is_told_where_it_belongs(data):
    file = sent(data)
    edit(file, 'msgid "每天烙好面包"', 'msgid "每天烙好面包。"')
    edit(data / ROLE, "    items:\n", "    items:\n      - {zh: 先擦干净烙铁, en: Wipe the iron first}\n")
    code, output = run("translations", "import", file)
    assert code == 1 and 'put back msgid "每天烙好面包", leave the translation' in output


def test_a_source_that_was_emptied_is_told_too(data):
    file = sent(data)
    edit(file, 'msgid "烙铁里也有火。"', 'msgid ""')
    code, output = run("translations", "import", file)
    line = file.read_text(encoding="utf-8").splitlines().index('msgid ""', 10) + 1
    assert code == 1 and f"sentences.po:{line}:1  roles/crust-brander:competencies_basis.why" in output
    assert "1 entry changed, 0 confirmed, 0 not ready, 1 refused" in output
    assert 'put back msgid "烙铁里也有火。" and leave the translation' in output


def test_a_source_changed_on_both_sides_is_translated_anew(data):
    file = sent(data)
    edit(file, 'msgid "烙铁里也有火。"', 'msgid "烙铁里也有火"')
    edit(data / ROLE, "烙铁里也有火。", "烙铁里都是火。")
    code, output = run("translations", "import", file)
    assert code == 1 and "The source was changed since the export; export it again" in output


def test_where_the_line_of_the_export_is_lost_both_ways_are_told(data):
    file = sent(data)
    text = file.read_text(encoding="utf-8").replace('msgid "烙铁里也有火。"', 'msgid "烙铁里也有火"')
    file.write_text("\n".join(line for line in text.splitlines() if not line.startswith("#. handbook:")) + "\n", encoding="utf-8")
    code, output = run("translations", "import", file)
    assert code == 1 and 'if it was changed in this file, put back msgid "烙铁里也有火。" and leave the translation; if in the handbook, export' in output
    assert "The line “#. handbook:” is lost, so it cannot be told" in output and "2 refused" in output


def test_without_a_context_a_sentence_that_stands_twice_is_told_with_its_places_and_one_that_is_gone_is_not_thrown_away(data):
    file = sent(data)
    edit(file, CONTEXT, "")
    edit(data / ROLE, "每天烙好面包", "烙铁里也有火。")
    edit(data / ROLE, "Brand every loaf each day", "A branding iron is fire too.")
    edit(file, 'msgctxt "roles/crust-brander:duties.mark.items[0]"\n', "")
    code, output = run("translations", "import", file)
    assert code == 1 and 'in several places; above msgid put one of them and leave the translation: msgctxt "roles/crust-brander:' in output
    assert "export again and copy the translation to its entry" in output and "delete" not in output and "删" not in output


def test_what_is_not_ready_is_named_beside_what_is_wrong(data):
    edit(data / ROLE, "烙铁也是火。", "烙铁里也有火。")
    edit(data / ROLE, "每天烙好所有面包", "每天烙好面包")
    file = exported(data, "--to", "en", "--all")
    text = file.read_text(encoding="utf-8")
    head, *entries = text.split("\n\n")
    done = next(number for number, one in enumerate(entries) if "#, fuzzy" not in one and "roles/crust-brander" in one and "why" not in one)
    empty = done + 1
    entries[done] = entries[done][: entries[done].rindex("msgstr")] + 'msgstr "Brand， too"'
    entries[empty] = entries[empty][: entries[empty].rindex("msgstr")] + 'msgstr ""'
    changed = [one.replace("iron is fire too", "iron is hot too") for one in entries]
    file.write_text("\n\n".join([head, *changed]), encoding="utf-8")
    code, output = run("translations", "import", "--yes", file)
    lines = file.read_text(encoding="utf-8").splitlines()
    marked, untouched = (lines.index(f'msgid "{one}"') + 1 for one in ("烙铁里也有火。", "每天烙好面包"))
    nothing = lines.index('msgstr ""', 10)
    assert code == 1 and "Nothing is written." in output
    assert f"Changed, but still marked fuzzy and so not taken in: sentences.po:{marked}." in output
    assert f"没有动过、还标着fuzzy：sentences.po:{untouched}。" in output
    assert f"还没有译文：sentences.po:{nothing}。\nWithout a translation yet: sentences.po:{nothing}.\n" in output


@pytest.mark.parametrize("half", ["A branding iron is fire too.", '""'])
def test_what_a_rule_refuses_is_told_at_the_entry_and_nothing_is_written(data, half):
    edit(data / ROLE, "烙铁也是火。", "烙铁里也有火。")
    edit(data / ROLE, "A branding iron is fire too.", half)
    file, before = exported(data, "--to", "en"), files(data)
    text = file.read_text(encoding="utf-8").replace("#, fuzzy\n", "")
    file.write_text(f'{text[:text.rindex("msgstr")]}msgstr "A branding iron， too."\n', encoding="utf-8")
    code, said = run("translations", "import", "--yes", file)
    assert code == 1 and "sentences.po:" in said and "roles/crust-brander:competencies_basis.why" in said and said.endswith("Nothing is written.\n")
    assert files(data) == before


def test_a_figure_that_a_translator_changed_is_told_at_the_entry_alone(data):
    edit(data / ROLE, "烙铁也是火。\n    en: A branding iron is fire too.", "烙铁有600度。\n    en: A branding iron has 600 degrees.")
    assert run("confirm", "--all")[0] == 0
    file = exported(data, "--to", "en", "--all")
    edit(file, "600 degrees", "700 degrees")
    code, said = run("translations", "import", "--yes", file)
    assert code == 1 and "The 700 of the English is missing in the Chinese" in said and "crust-brander.yml:" not in said and "in 1 file." in said


def test_a_translation_left_as_it_was_is_confirmed_only_where_it_agrees_and_is_named(data):
    edit(data / ROLE, "烙铁也是火。\n    en: A branding iron is fire too.", "烙铁有600度。\n    en: A branding iron has 600 degrees.")
    assert run("confirm", "--all")[0] == 0
    edit(data / ROLE, "600度", "700度")
    edit(data / ROLE, "每天烙好所有面包", "每天烙好面包")
    file, before = exported(data, "--to", "en"), (data / "translations.lock").read_text(encoding="utf-8")
    text = file.read_text(encoding="utf-8").replace("#, fuzzy\n", "")
    file.write_text(text, encoding="utf-8")
    code, said = run("translations", "import", "--yes", file)
    lines = text.splitlines()
    left, wrong = (lines.index(f'msgid "{sentence}"') + 1 for sentence in ("每天烙好面包", "烙铁有700度。"))
    assert code == 1 and f"the translation has not and counts as right: sentences.po:{left}.\n" in said
    assert f"sentences.po:{wrong}:1  roles" in said and "does not agree with its source, so it is not confirmed: The " in said
    assert "0 entries changed, 1 confirmed, 0 not ready, 1 refused" in said
    added = {*(data / "translations.lock").read_text(encoding="utf-8").splitlines()} - {*before.splitlines()}
    assert len(added) == 1


def test_an_entry_that_was_changed_and_is_still_marked_is_named(data):
    edit(data / ROLE, "烙铁也是火。", "烙铁里也有火。")
    edit(data / ROLE, "每天烙好所有面包", "每天烙好面包")
    file = exported(data, "--to", "en")
    edit(file, "iron is fire too", "iron is hot too")
    code, said = run("translations", "import", "--yes", file)
    line = file.read_text(encoding="utf-8").splitlines().index('msgid "烙铁里也有火。"') + 1
    assert code == 0 and f"still marked fuzzy and so not taken in: sentences.po:{line}. " in said and "2 not ready" in said


@pytest.mark.parametrize(("raw", "said"), [
    (b"", "names none of our languages"),
    (b"name: {zh: a}\n", "Line 1"),
    (b"\xff\xfe\x00", "PO"),
    (b'msgid ""\nmsgstr "Language: en_GB\\n"\n\nmsgctxt "app:title"\nmsgid "x"\nmsgstr "y"\n', "Nothing in"),
])
def test_a_file_that_is_no_translation_of_this_handbook_is_refused_in_a_sentence(data, raw, said):
    file = data.parent / "wrong.po"
    file.write_bytes(raw)
    code, output = run("translations", "import", file)
    assert code == 2 and said in output and len(output.splitlines()) == 2


def test_a_place_that_is_wrong_for_the_file_is_refused_in_a_sentence(data):
    for name, said in (("a.xlsx", "does not end in .po"), ("data/a.po", "elsewhere"), ("no/where/a.po", "cannot be written")):
        code, output = run("translations", "export", "--to", "en", "--all", data.parent / name)
        assert code == 2 and said in output
    (data / "translations.lock").unlink()
    assert "add --all" in run("translations", "export", "--to", "en", data.parent / "a.po")[1]
    assert "cannot be opened" in run("translations", "import", data.parent / "no.po")[1]
