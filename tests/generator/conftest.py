"""The small handbook the generator is tried on, and its site."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.handbook import Handbook
from tests.browser import serving
from tests.building import built, copied
from tests.places import BAKERIES, BAKERY


@pytest.fixture(scope="session")
def data() -> Path:
    """The handbook that the generator’s pages are walked on."""
    return BAKERIES


@pytest.fixture(scope="session")
def handbook(data: Path) -> Handbook:
    """The handbook of this house, read once."""
    return load(data, RULES)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, data: Path) -> Path:
    """The folder of its site."""
    return built(tmp_path_factory, data)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address under which its site is served."""
    with serving(site) as found:
        yield found


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with the small handbook in it, to build in."""
    return copied(tmp_path_factory.mktemp("project"), BAKERY)
