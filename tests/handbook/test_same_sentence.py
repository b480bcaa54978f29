"""What rests on one sentence of a document has one mark, wherever the handbook says it."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pytest
from pydantic import BaseModel

from macros.model.figures import FiguredItem
from macros.model.handbook import Handbook
from macros.model.record import BasedText, Basis, Gap, SourceId
from macros.views.marks import SAYS_SO, says_so
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES
from macros.words.texts import Text

Said = tuple[str, BasedText, Basis, tuple[SourceId, ...]]  # the record, the sentence, its basis and its sections, with those of what it stands in


@pytest.fixture(scope="module")
def said(handbook: Handbook) -> list[Said]:
    """Every sentence of a list, with what it stands on."""
    found = [one for kind, record in handbook.records() for one in sentences(f"{kind}/{record.id}", record, "stated", ())]
    assert len(found) > 2000
    return found


def sentences(record: str, part: object, basis: Basis, sources: tuple[SourceId, ...]) -> Iterator[Said]:
    """The sentences inside a part of a record; one that is marked on its own keeps its mark, others have that of their group."""
    if isinstance(part, BaseModel):
        own = getattr(part, "basis", "stated")
        basis, sources = own if own != "stated" else basis, getattr(part, "sources", ()) or sources
        if isinstance(part, BasedText):
            yield record, part, basis, sources
    for one in inside(part):
        if not isinstance(one, Gap):
            yield from sentences(record, one, basis, sources)


def inside(part: object) -> Iterable[object]:
    """What a part of a record is made of."""
    return part.__dict__.values() if isinstance(part, BaseModel) else part.values() if isinstance(part, dict) else part if isinstance(part, tuple) else ()


def test_a_sentence_that_is_an_example_as_a_whole_has_the_mark_of_one(said):
    assert [(record, one.zh) for record, one, basis, _ in said if one.zh.startswith("例如") and basis != "example"] == []


def marked(record: str, part: object) -> Iterator[tuple[str, Text]]:
    """Every sentence inside a part of a record that says of itself that it is an example."""
    if isinstance(part, Text) and getattr(part, "basis", "") == "example":
        yield record, part
    for one in inside(part):
        yield from marked(record, one)


@pytest.fixture(scope="module")
def examples(handbook: Handbook) -> list[tuple[str, Text]]:
    """Every sentence that has the mark of an example, with its record."""
    found = [one for kind, record in handbook.records() for one in marked(f"{kind}/{record.id}", record)]
    assert len(found) > 20
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_that_only_ends_in_an_example_is_not_marked_as_one(handbook, examples, language):
    """What stands before “for example” is then either a document’s word, without a mark, or inferred."""
    reader = Reader(handbook, language, "")
    told = [(record, reader.text(one)) for record, one in examples]
    assert [(record, said) for record, said in told if any(word in said.lower() for word in SAYS_SO[language]) and not says_so(reader, said)] == []


def test_an_example_opens_as_one_in_both_languages_or_in_neither(handbook, examples):
    """So that its mark stands on the English page where it stands on the Chinese."""
    readers = [Reader(handbook, language, "") for language in LANGUAGES]
    assert [(record, one.zh) for record, one in examples if len({says_so(reader, reader.text(one)) for reader in readers}) > 1] == []


def test_a_figure_that_is_an_example_is_nowhere_told_as_a_rule(said):
    """Where one sentence gives a figure as an example, others with the same figure of the same section are marked, or give it after “for example”."""
    told = defaultdict(list)
    for record, one, basis, sources in said:
        for figure in one.figures if isinstance(one, FiguredItem) else ():
            figured = figure.model_copy(update={"of": None, "period": None, "per": None, "baseline": None, "measure": None})
            told[sources, repr(figured)].append((basis, record, one.zh))
    examples = [several for several in told.values() if any(basis == "example" for basis, *_ in several)]
    assert len(examples) > 20
    assert [one for several in examples for one in several if one[0] == "stated" and "例如" not in one[2]] == []
