"""Whatever bytes stand in a file, reading ends in a document or in problems that say where, in both languages."""
from __future__ import annotations

from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st

from macros.loading.folder import read_contents
from macros.words.languages import HAN
from tests.fuzz.__main__ import CORPUS
from tests.fuzz.reading import ends_well
from tests.generator.properties.sites import documents

WRITTEN = ("name", "zh", "en", "品牌", "levels", ": ", ":", "- ", "\n", "\n  ", "  ", "{", "}",
           "[", "]", ",", '"', "'", "“", "#", "&a", "*a", "!x", "|", ">", "?",
           "%", "---", "...", "\t", "\r", "\x00", "\ufeff", "\u3000", "<<: ", "1", "1:5", "~", "null", "yes", "=======", "<<<<<<< x", ">>>>>>> x")
NAMES = [*documents(), "roles/x.yaml", "roles/x.yml~", "x.yml", "roles/a/b.yml", "roles/.yml", "Roles/x.yml"]
anything = st.one_of(st.binary(max_size=200), st.lists(st.sampled_from(WRITTEN), max_size=60).map("".join).map(str.encode))


@given(anything)
@example(b"\xff\xfe\x00\x00n")
@example(b"{" * 2000)
@example("en: “".encode() * 500)
def test_any_bytes_end_in_a_document_or_in_problems(tally: Counter[str], raw: bytes):
    tally["examples"] += 1
    ends_well(raw)


def test_bytes_that_once_reached_something_new_still_end_well(tally: Counter[str]):
    for file in sorted(CORPUS.iterdir()):
        tally["examples"] += 1
        ends_well(file.read_bytes())
    assert tally["examples"]


@given(st.dictionaries(st.sampled_from(NAMES), anything, min_size=1, max_size=3))
def test_any_files_end_in_a_handbook_or_in_problems(tally: Counter[str], files: dict[str, bytes]):
    tally["examples"] += 1
    whole = {name: document.raw for name, document in documents().items()}
    loaded = read_contents({**whole, **files}, "data")
    assert all(HAN.search(problem.zh) and problem.en for problem in loaded.problems)
