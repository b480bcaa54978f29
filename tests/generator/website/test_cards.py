"""The pictures that chats show of a link to a role: what is in them, how their lines break, and that they are equal to the byte."""
from __future__ import annotations

import struct
from dataclasses import replace

import pytest
import resvg_py
from fontTools.ttLib import TTFont
from lxml import etree

from macros.model.public import public
from macros.views.reader import Reader
from macros.website import cards
from macros.website.card_font import FAMILIES, FILES, FOLDER, has, lacking
from macros.words.languages import LANGUAGES
from macros.words.texts import Text
from tests import examples

URL = "https://handbook.example.com/"
SVG = "{http://www.w3.org/2000/svg}"
LONG = {
    "zh": "负责华东与华南大区重点客户全生命周期经营管理以及渠道伙伴联合营销推广与数据分析支持工作的高级市场营销专家兼客户成功负责人组长",
    "en": "Senior specialist for key accounts, dealer marketing and data",
}


@pytest.fixture(scope="module")
def shown(handbook):
    return public(handbook)


@pytest.fixture(autouse=True)
def nothing_drawn_before(monkeypatch, tmp_path):
    monkeypatch.setattr(cards, "CACHE", tmp_path / "cards")


def lines(handbook, role, language):
    tree = etree.fromstring(cards.svg(Reader(handbook, language, ""), role))
    return [(one.text, float(one.get("y")), int(one.get("font-size"))) for one in tree.iter(f"{SVG}text")]


def called(role, name):
    return role.model_copy(update={"name": Text(zh=name, en=name)})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_card_says_handbook_stage_both_names_and_essence(shown, language):
    role = examples.role(shown)
    said = [text for text, _, _ in lines(shown, role, language)]
    names = [role.name[language], role.name[LANGUAGES[1 - LANGUAGES.index(language)]]]
    assert said[:4] == [shown.about.title[language], shown.stages[role.stage].name[language], *names]
    assert "".join(said[4:]).replace(" ", "") == role.essence[language].replace(" ", "")


def test_what_names_hold_is_text_and_no_markup(shown):
    said = [text for text, _, _ in lines(shown, called(examples.role(shown), "<b>R&D</b> “A”"), "en")]
    assert "<b>R&D</b> “A”" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_of_sixty_characters_has_room_with_all_its_letters(shown, language):
    assert len(LONG[language]) >= 60
    whole = lines(shown, called(examples.role(shown), LONG[language]), language)
    parts = [text for text, _, size in whole if text in LONG[language] and size in dict(cards.NAME)]
    assert "".join(parts).replace(" ", "") == LONG[language].replace(" ", "") and len(parts) <= 3
    assert all(cards.TOP < y < cards.HIGH - 40 for _, y, _ in whole[1:])
    assert [y for _, y, _ in whole[1:]] == sorted(y for _, y, _ in whole[1:])


def test_a_text_without_end_is_cut_where_room_ends():
    size, found = cards.fitted("很" * 400, cards.ESSENCE)
    assert size == cards.ESSENCE[-1][0] and len(found) == 3 and found[-1].endswith("…")


@pytest.mark.parametrize("text", [
    "把公司战略变成市场战略，管好预算和团队，让市场、产品、销售朝一个目标走。",
    "你说：“早上好！”然后（轻轻地）把门关上，开始一天的工作；别忘了水。",
])
def test_no_line_begins_with_a_mark_and_none_is_much_longer_than_the_rest(text):
    _, found = cards.fitted(text, ((60, 3),))
    assert len(found) > 1 and "".join(found) == text
    assert not [line for line in found if line[0] in "，。、；：！？）”"] and not [line for line in found if line[-1] in "（“"]
    assert min(map(len, found)) > max(map(len, found)) / 2


def test_the_fonts_have_what_the_code_says_and_bear_names_of_their_own():
    there: set[int] = set()
    for name in FILES:
        font = TTFont(FOLDER / name, lazy=True)
        there |= font.getBestCmap().keys()
        assert font["name"].getDebugName(1) in FAMILIES.values()
    promised = {code for code in range(0x20, 0x10000) if not 0xD800 <= code < 0xE000 and has(chr(code))}
    assert promised <= there and len(there) < len(promised) + 10, "run make font"
    assert all(map(has, "品牌经理→≥≤“”Šž"))


def test_a_character_that_the_fonts_lack_is_left_out_and_told(shown):
    role = called(examples.role(shown), "堃面师")
    assert lacking(["堃面师", "堃堃"]) == "堃"
    assert "面师" in [text for text, _, _ in lines(shown, role, "zh")]
    assert cards.undrawn(replace(shown, roles={role.id: role}), URL) == "堃" and cards.undrawn(shown, URL) == ""


def test_cards_are_of_the_size_that_chats_want_and_the_same_bytes_with_and_without_those_kept(shown, monkeypatch):
    role = examples.role(shown)
    drawing = cards.svg(Reader(shown, "zh", ""), role)
    first = cards.drawn(drawing)
    assert struct.unpack(">II", first[16:24]) == (1200, 630) and 10_000 < len(first) < 60_000
    (kept,) = cards.CACHE.iterdir()
    assert kept.read_bytes() == cards.drawn(drawing) == first
    kept.write_bytes(first[:1000])  # half a picture
    assert cards.drawn(drawing) == first == kept.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(resvg_py, "svg_to_bytes", None)
        assert cards.drawn(drawing) == first


def test_only_roles_in_use_of_the_public_edition_with_an_address_have_one(shown, handbook):
    assert [*cards.cards(handbook, "zh", URL)] == [*cards.cards(shown, "zh", "")] == []
    used = [role for role in shown.roles.values() if cards.with_card(shown, URL, role)]
    assert used and not [role for role in used if role.retired]
    assert not cards.with_card(shown, URL, next(iter(shown.competencies.values())))
