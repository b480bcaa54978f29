"""What rests on one sentence of a document has one mark, wherever the handbook says it."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from macros.model.figures import FiguredItem
from macros.model.handbook import Handbook
from macros.model.record import BasedText, Basis, Gap, SourceId

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
    inside = part.__dict__.values() if isinstance(part, BaseModel) else part.values() if isinstance(part, dict) else part if isinstance(part, tuple) else ()
    for one in inside:
        if not isinstance(one, Gap):
            yield from sentences(record, one, basis, sources)


def test_a_sentence_that_is_an_example_as_a_whole_has_the_mark_of_one(said):
    assert [(record, one.zh) for record, one, basis, _ in said if one.zh.startswith("例如") and basis != "example"] == []


def test_one_figure_of_one_section_has_one_mark(said):
    """Its name, its period and what it is measured against may be told in different words; number, unit and indicator are what the document says."""
    marks = defaultdict(dict)
    for record, one, basis, sources in said:
        for figure in one.figures if isinstance(one, FiguredItem) else ():
            figured = figure.model_copy(update={"of": None, "period": None, "per": None, "baseline": None, "measure": None})
            if basis != "stated" or "例如" not in one.zh:  # one that says “for example” itself may stand for either
                marks[sources, repr(figured)].setdefault(basis, (record, one.zh))
    assert [sorted(found.values()) for found in marks.values() if len(found) > 1] == []
