"""Names in pinyin and in traditional characters."""
from __future__ import annotations

import pytest

from macros.loading import kept
from macros.search import readings
from macros.search.readings import initials, reading, traditional_forms
from macros.views import pinyin
from macros.views.alphabet import sort_key


def test_names_are_read_as_people_read_them():
    assert " ".join(reading("行业规矩")) == "háng yè guī jǔ"
    assert " ".join(reading("重点面团")).startswith("zhòng diǎn")
    assert " ".join(reading("口味调研")).endswith("diào yán") and " ".join(reading("调整与改进")).startswith("tiáo zhěng")
    assert " ".join(reading("长期发酵")).startswith("cháng qī") and " ".join(reading("门店增长线")).endswith("zēng zhǎng xiàn")
    assert " ".join(reading("面团成熟度曲线")).endswith("dù qū xiàn") and reading("出炉率")[-1] == "lǜ"
    assert {"經经", "場场"} <= {traditional_forms("经场")[place : place + 2] for place in range(0, 40, 2)}


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
