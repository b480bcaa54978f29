"""The pair of strings every sentence is, and what every part of the model is made from."""
from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from macros.words.languages import Language

_SAID: dict[frozenset[str], set[str]] = {}


class Frozen(BaseModel):
    """What never changes once it is made, and takes no key that it does not name.

    All that say the same fields share one set of their names: in a large handbook a set for each sentence took a tenth of the memory."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, context: object, /) -> None:
        said = self.model_fields_set
        object.__setattr__(self, "__pydantic_fields_set__", _SAID.setdefault(frozenset(said), said))


class Text(Frozen):
    """One sentence or name in every language; `text["zh"]` is one of them."""

    zh: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en
