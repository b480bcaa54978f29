"""Names in pinyin and in traditional characters."""
from __future__ import annotations

import json
from dataclasses import replace

import pytest

from macros.loading import kept
from macros.search import readings
from macros.search.readings import initials, reading, traditional_forms
from macros.search.records import search_records
from macros.views import pinyin
from macros.views.alphabet import initial, sort_key
from macros.words.texts import Text


def test_names_are_read_as_people_read_them():
    assert " ".join(reading("行业规矩")) == "háng yè guī jǔ"
    assert " ".join(reading("重点面团")).startswith("zhòng diǎn")
    assert " ".join(reading("口味调研")).endswith("diào yán") and " ".join(reading("调整与改进")).startswith("tiáo zhěng")
    assert " ".join(reading("长期发酵")).startswith("cháng qī") and " ".join(reading("门店增长线")).endswith("zēng zhǎng xiàn")
    assert " ".join(reading("面团成熟度曲线")).endswith("dù qū xiàn") and reading("出炉率")[-1] == "lǜ"
    assert {"經经", "場场"} <= {traditional_forms("经场")[place : place + 2] for place in range(0, 40, 2)}


def test_a_name_has_a_syllable_for_each_of_its_chinese_characters_whatever_they_are():
    assert reading("二〇二六门店") == ("èr", "líng", "èr", "liù", "mén", "diàn") and initials("〇号门店") == "lhmd"
    assert len(reading("龘〇㐀AB品牌")) == 5 == len(readings.HAN.findall("龘〇㐀AB品牌"))


TRADE = """
行研 háng yán; 总行 zǒng háng; 同行 tóng háng; 行情 háng qíng; 执行 zhí xíng; 排行榜 pái háng bǎng; 行为 xíng wéi
长约 cháng yuē; 长尾流量 cháng wěi liú liàng; 长视频 cháng shì pín; 观看时长 guān kàn shí cháng
店长 diàn zhǎng; 市场部部长 shì chǎng bù bù zhǎng; 增长 zēng zhǎng
调薪 tiáo xīn; 调权重 tiáo quán zhòng; 调优 tiáo yōu; 调价 tiáo jià; 调预算 tiáo yù suàn; 微调 wēi tiáo
调研 diào yán; 调性 diào xìng; 尽调 jìn diào; 强调 qiáng diào; 调岗 diào gǎng
重购率 chóng gòu lǜ; 重塑品牌 chóng sù pǐn pái; 重构 chóng gòu; 重定向 chóng dìng xiàng
去重 qù chóng; 重投 chóng tóu; 重点 zhòng diǎn; 权重 quán zhòng; 重大 zhòng dà
差旅 chāi lǚ; 出差 chū chāi; 差评 chà píng; 差异化 chā yì huà
弹窗 tán chuāng; 弹性 tán xìng; 弹幕 dàn mù; 乐评 yuè píng; 音乐营销 yīn yuè yíng xiāo
转化率 zhuǎn huà lǜ; 转载 zhuǎn zǎi; 下载量 xià zài liàng; 曝光量 bào guāng liàng; 种子用户 zhǒng zǐ yòng hù; 种草 zhòng cǎo
应收账款 yīng shōu zhàng kuǎn; 还款 huán kuǎn
"""


@pytest.mark.parametrize("said", [one for line in TRADE.strip().splitlines() for one in line.split("; ")])
def test_words_of_the_trade_are_read_as_the_trade_reads_them(said):
    word, _, read = said.partition(" ")
    assert " ".join(reading(word)) == read


def test_a_name_is_read_as_the_data_say(handbook):
    term = handbook.used("terms")[0].model_copy(update={"name": Text(zh="行研C", en="Trade notes"), "reading": "háng yán"})
    other = term.model_copy(update={"id": "other", "name": Text(zh="乐", en="Glee"), "reading": "yuè"})
    assert sort_key("乐", "zh") == "le4" and sort_key("乐", "zh", "yuè") == "yue4" and initial("乐", "zh", "yuè") == "Y" and initial("Glee", "en", "yuè") == "G"
    assert sort_key("女C行", "zh", "nǚ háng") == "nv3 c hang2"
    many = replace(handbook, terms={one.id: one for one in (term, other)})
    index = json.loads(next(search_records(many, "zh", [], str)).text)
    place = index["names"].index("乐")
    assert index["characters"].find("乐yuè") >= 0 or index["readings"][place] == {"乐": "yuè"}


@pytest.fixture
def again(tmp_path, monkeypatch):
    """Begins anew with what is kept of earlier runs, as another run would."""
    monkeypatch.setattr(kept, "FOLDER", tmp_path / "cache")

    def anew() -> None:
        pinyin._table().save()
        for function in (pinyin._table, reading, readings._pairs, sort_key):
            function.cache_clear()

    for function in (pinyin._table, reading, readings._pairs, sort_key):
        function.cache_clear()
    yield anew
    anew()


def test_a_name_is_looked_up_once(again, monkeypatch):
    first = reading("行业规矩"), initials("行业报告"), traditional_forms("经场"), sort_key("CRM与话术", "zh")
    again()
    monkeypatch.setattr(pinyin, "_dictionary", None)
    monkeypatch.setattr(readings, "_simplified", None)
    assert (reading("行业规矩"), initials("行业报告"), traditional_forms("经场"), sort_key("CRM与话术", "zh")) == first
    assert first[-1] == "crm yu3 hua4 shu4"
    with pytest.raises(TypeError):
        reading("面团")


def test_names_of_another_handbook_stay(again, monkeypatch):
    reading("行业规矩")
    again()
    reading("面团")
    again()
    monkeypatch.setattr(pinyin, "_dictionary", None)
    assert reading("行业规矩") and reading("面团")
