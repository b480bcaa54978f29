"""The house style in force: what stands beside this module, and what a department's style.yml says otherwise."""
from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path as FilePath

from pydantic import ValidationError

from macros.loading.document import Document, read
from macros.loading.misfits import shape_problems
from macros.model.house_style import OWN_WORDS, HouseStyle, Lengths, OwnStyle, StyleRule
from macros.words.languages import LANGUAGES
from macros.words.problems import Problem
from macros.words.texts import Text

STYLE = "style.yml"
DEFAULT = FilePath(__file__).with_name("house-style.yml")
OWN = Text(zh="本部门的用词", en="Words of this department")


@cache
def default() -> HouseStyle:
    """The style that holds unless a department says otherwise."""
    data = read(DEFAULT.read_bytes(), DEFAULT.name).data
    assert isinstance(data, dict)
    return HouseStyle.model_validate({**data, "rules": [{"id": id, **rule} for id, rule in data["rules"].items()]})


def in_force(document: Document | None, problems: list[Problem]) -> HouseStyle:
    """The style a handbook is held to. Where its style.yml cannot be read, nobody knows what it would say, and nothing is asked."""
    if document is None:
        return default()
    if document.data is None:
        return HouseStyle()
    try:
        return _with(OwnStyle.model_validate(document.data))
    except ValidationError as error:
        problems += shape_problems(error, OwnStyle, document, (), {})
        return HouseStyle()


def _with(own: OwnStyle) -> HouseStyle:
    rules: Iterable[StyleRule] = (rule for rule in default().rules if rule.id not in own.off)
    if own.refused:
        rules = (*rules, StyleRule(id=OWN_WORDS, name=OWN, refused=own.refused))
    longest = {language: getattr(own.longest, language) or getattr(default().longest, language) for language in LANGUAGES}
    return HouseStyle(rules=tuple(rules), longest=Lengths(**longest), known=(*default().known, *own.known))
