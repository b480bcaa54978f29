"""The full-text index of the finished site."""
from __future__ import annotations

import pytest

from macros.search.full_text import NoIndex, add_search


def test_a_build_without_the_library_says_what_to_do(tmp_path):
    with pytest.raises(NoIndex, match="make setup"):
        add_search(tmp_path, tmp_path)
