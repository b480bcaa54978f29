"""The marks of this handbook’s site, held to what marks of every site must be."""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from macros.model.practices import Summary
from macros.model.record import BasedText, Note
from macros.words.languages import LANGUAGES
from tests.generator.website.test_marks import *  # noqa: F403  (the same tests, on this house’s site)

DOCUMENT = {"zh": "(?:^|[，。；：、是凡])文件", "en": r"\b(?:the|a) documents?\b"}


def own_statements(model: object, place: str, record: bool = True) -> Iterator[tuple[str, BasedText | Note]]:
    """Every statement with a mark of its own: sentences, and the notes of records; other remarks stand inside the mark of what they explain."""
    if isinstance(model, BasedText):
        yield place, model
    if isinstance(model, BaseModel):
        note = getattr(model, "note", None)
        if record and isinstance(note, Note):
            yield f"{place}.note", note
        for name in type(model).model_fields:
            yield from own_statements(getattr(model, name), f"{place}.{name}", record=False)
    elif isinstance(model, Mapping):
        for name, one in model.items():
            yield from own_statements(one, f"{place}.{name}", record=False)
    elif isinstance(model, tuple):
        for one in model:
            yield from own_statements(one, place, record=False)


def test_no_statement_that_tells_what_a_document_says_is_marked_as_if_none_did(handbook):
    titles = [document.called for document in handbook.documents.values()]
    named = {language: re.compile("|".join([DOCUMENT[language], *(re.escape(getattr(title, language)) for title in titles)])) for language in LANGUAGES}
    denied = [
        (place, said.zh)
        for id, record in handbook.records()
        for place, said in own_statements(record, id)
        if said.basis == "inferred" or (said.basis == "editorial" and not said.sources and not isinstance(said, Summary))
        if any(named[language].search(getattr(said, language)) for language in LANGUAGES)
    ]
    assert not denied
