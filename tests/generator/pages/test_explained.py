"""What an editor explains is told: every field that a kind may explain has its mark, with the reason, on the page that shows the record."""
from __future__ import annotations

import re
from dataclasses import replace

import pytest

from macros.checks import RULES
from macros.loading.folder import FILES, FOLDERS, load
from macros.model.handbook import Handbook
from macros.model.reasons import Explaining
from macros.model.record import Reason
from macros.views.reader import Reader
from macros.website.page_list import outlines
from macros.words.languages import LANGUAGES, Language
from tests.generator.loading.test_samples import gathered

WHY = Reason(basis="inferred", why={"zh": "从别处看出来的。", "en": "It follows from something else."})
MARK = re.compile(r'<details class="why" id="why-[a-z0-9-]+">.*?</details>', re.DOTALL)
ALIASES = {"from": "from_"}
KINDS = {**FOLDERS, **{kind: model for kinds in FILES.values() for kind, model in kinds.items()}}
FIELDS = [(kind, field) for kind, model in KINDS.items() if issubclass(model, Explaining) for field in model.explainable()]


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """The handbook that the samples make together, whose records say all that can be said."""
    return load(gathered(tmp_path_factory.mktemp("sampled") / "data"), RULES)


def explained(handbook: Handbook, kind: str, field: str) -> tuple[Handbook, str]:
    """The handbook with one record that explains the field, and the id of that record."""
    found = next(one for one in handbook.used(kind) if getattr(one, ALIASES.get(field, field)) not in (None, (), ""))
    reasoned = found.model_copy(update={"basis_of": {field: WHY}})
    return replace(handbook, **{kind: {**handbook.of_kind(kind), found.id: reasoned}}), found.id


def page_of(handbook: Handbook, kind: str, id: str, language: Language) -> str:
    """The body of the page that shows a record."""
    path = Reader(handbook, language, "").address(kind, id).partition("#")[0]
    outline = next(one for one in outlines(handbook, (language,)) if one.address == path)
    return outline.made(handbook).content.body


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_what_is_explained_has_its_mark_with_the_reason(sampled, kind, field, language):
    handbook, id = explained(sampled, kind, field)
    told = [mark for mark in MARK.findall(page_of(handbook, kind, id, language)) if WHY.why[language] in mark]
    assert len(told) == 1, told
