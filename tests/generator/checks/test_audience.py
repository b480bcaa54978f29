"""What two statements share is a figure, and never a number in a name."""
from __future__ import annotations

import shutil

from macros.checks.audience import staff_only_is_so_everywhere
from macros.loading.folder import read_all
from tests.places import BAKERY


def test_a_number_in_the_name_of_a_kpi_is_no_figure(tmp_path):
    data = shutil.copytree(BAKERY, tmp_path / "data")
    file = data / "kpis/burnt-loaves.yml"
    text = file.read_text(encoding="utf-8")
    named = text.replace("{zh: 焦边率, en: Burnt share}", "{zh: 前30炉的焦边率, en: Burnt share of the first 30 batches}")
    assert named != text
    file.write_text(named, encoding="utf-8")
    assert list(staff_only_is_so_everywhere(read_all(data))) == []
