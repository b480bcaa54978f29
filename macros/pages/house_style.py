"""What the house style refuses and asks for, for the page that tells how to write."""
from __future__ import annotations

from collections.abc import Iterator

from macros.model.house_style import ABBREVIATIONS, SENTENCE_LENGTH, StyleRule
from macros.views.page import View
from macros.views.reader import Reader


def house_style(reader: Reader) -> View:
    """The rules in force that concern the reader's language: refused words with what to write instead, and what else is checked."""
    style = reader.handbook.style
    rules = [(rule, lines) for rule in style.rules if (lines := list(_lines(reader, rule)))]
    notes = []
    if rules:
        notes.append(reader.say("Words in quotation marks, titles and the names of records do not count."))
    if any(word.endswith("*") for rule, _ in rules for refused in rule.refused for word in refused.words(reader.language)):
        notes.append(reader.say("… stands for any ending."))
    if style.holds(SENTENCE_LENGTH):
        notes.append(reader.say("No sentence has more than {n} words; a colon or a semicolon ends one here.", n=getattr(style.longest, reader.language)))
    if style.holds(ABBREVIATIONS):
        notes.append(reader.say("An abbreviation stands in the glossary or in the name of a record, or in brackets after its full form in the same data file."))
        if style.known:
            notes.append(reader.say("Every reader knows: ") + reader.listed(list(style.known)))
    return {"name": "house-style", "rules": [{"name": reader.text(rule.name), "lines": lines} for rule, lines in rules], "notes": notes}


def _lines(reader: Reader, rule: StyleRule) -> Iterator[View]:
    for refused in rule.refused:
        if words := refused.words(reader.language):
            yield {"words": [f"{word.removesuffix('*')}…" if word.endswith("*") else word for word in words], "instead": reader.text(refused.instead)}
    for shaped in rule.shapes if reader.language == "zh" else ():
        yield {"words": [shaped.shown], "instead": reader.text(shaped.instead)}
