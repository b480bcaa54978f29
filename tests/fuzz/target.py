"""What libFuzzer runs, in an environment that has Atheris: `python -m tests.fuzz.target` with libFuzzer’s own options and folders."""
from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["macros", "yaml"]):
    from tests.fuzz.reading import ends_well

if __name__ == "__main__":
    atheris.Setup([f"{sys.executable} -m tests.fuzz.target", *sys.argv[1:]], ends_well)  # by which it calls itself where it merges
    atheris.Fuzz()
