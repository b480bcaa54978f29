from __future__ import annotations

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.handbook import Handbook
from tests.places import BAKERY


@pytest.fixture(scope="module")
def tiny() -> Handbook:
    """Two roles in use one stage apart on one track, and a retired one at the lower stage."""
    return load(BAKERY, RULES)
