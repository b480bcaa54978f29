"""Where the tests find things: the project, the handbook in it, and the small handbooks that the generator is tried on."""
from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
BAKERY = ROOT / "tests/generator/tiny/data"
BAKERIES = ROOT / "examples/bakery/data"
SMALLEST = ROOT / "examples/smallest/data"
