"""Names in pinyin and in traditional characters."""
from __future__ import annotations

from macros.search.readings import reading, traditional_forms


def test_names_are_read_as_people_read_them():
    assert " ".join(reading("行业规矩")) == "háng yè guī jǔ"
    assert " ".join(reading("重点面团")).startswith("zhòng diǎn")
    assert " ".join(reading("口味调研")).endswith("diào yán") and " ".join(reading("调整与改进")).startswith("tiáo zhěng")
    assert " ".join(reading("长期发酵")).startswith("cháng qī") and " ".join(reading("门店增长线")).endswith("zēng zhǎng xiàn")
    assert " ".join(reading("面团成熟度曲线")).endswith("dù qū xiàn") and reading("出炉率")[-1] == "lǜ"
    assert {"經经", "場场"} <= {traditional_forms("经场")[place : place + 2] for place in range(0, 40, 2)}
