"""How many examples a property is tried on: a few that are always the same in `make test`, many more in `make audit`."""
from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

from tests.audit.selections import AUDIT

EVERY = {"deadline": None, "suppress_health_check": [*HealthCheck], "database": None, "phases": (Phase.explicit, Phase.generate)}
# A site is made of each example: to look for a smaller one that fails as well would take minutes.

settings.register_profile("test", max_examples=10, derandomize=True, **EVERY)
settings.register_profile("audit", max_examples=100, **EVERY)
settings.load_profile("audit" if os.environ.get(AUDIT) else "test")
