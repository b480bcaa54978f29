"""`make fuzz`: lets Atheris change bytes of files of data, keeps what reaches new code of the reader, and fails on what it does not expect.

It starts from corpus/, the bad files of the tests and a sound handbook. Whatever breaks the reader is put into found/; once that is mended it
belongs into corpus/, which `make test` reads. `python -m tests.fuzz --renew` makes corpus/ anew: the fewest files that reach as much."""
from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from tests.generator.checks.corpus import MISTAKES
from tests.places import BAKERY, ROOT
from tests.supply.apart import NotRun, environment

HERE = Path(__file__).parent
CORPUS, FOUND = HERE / "corpus", HERE / "found"
LONGEST, SLOWEST, MOST = 4096, 5, 1024  # bytes of a file, seconds and megabytes for reading it


@click.command()
@click.option("--seconds", default=120, show_default=True, help="How long to look.")
@click.option("--renew", is_flag=True, help="Then put the fewest files that reach as much into the corpus.")
def main(seconds: int, renew: bool) -> None:
    """Look for bytes that break the reader; exit code 1 where some do."""
    try:
        python = environment("fuzz", HERE / "fuzz.txt") / "python"
    except NotRun as why:
        sys.exit(f"Atheris cannot be had here: {why}")
    FOUND.mkdir(exist_ok=True)
    with TemporaryDirectory() as grown, TemporaryDirectory() as seeds:
        for number, file in enumerate([*MISTAKES.rglob("*.yml"), *BAKERY.rglob("*.yml")]):
            shutil.copy(file, Path(seeds, f"{number}.yml"))
        bounds = [f"-max_len={LONGEST}", f"-timeout={SLOWEST}", f"-rss_limit_mb={MOST}", f"-artifact_prefix={FOUND}/"]
        code = _run(python, *bounds, f"-max_total_time={seconds}", "-print_final_stats=1", grown, str(CORPUS), seeds)
        if renew and code == 0:
            with TemporaryDirectory() as fewest:
                code = _run(python, *bounds, "-merge=1", fewest, str(CORPUS), grown)
                shutil.rmtree(CORPUS)
                shutil.copytree(fewest, CORPUS)
    sys.exit(bool(code))


def _run(python: Path, *words: str) -> int:
    return subprocess.run([python, "-m", "tests.fuzz.target", *words], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    main()
