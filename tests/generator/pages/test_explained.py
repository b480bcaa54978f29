"""What an editor explains or remarks is told: every field that a kind may explain has its mark, with the reason, on the page that shows the record."""
from __future__ import annotations

import re
from dataclasses import replace
from html import escape

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

MARK = re.compile(r'<details class="why" id="why-[a-z0-9-]+">.*?</details>', re.DOTALL)
KINDS = {**FOLDERS, **{kind: model for kinds in FILES.values() for kind, model in kinds.items()}}
FIELDS = [(kind, field) for kind, model in KINDS.items() if issubclass(model, Explaining) for field in model.explainable()]


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    """The handbook that the samples make together, whose records say all that can be said."""
    return load(gathered(tmp_path_factory.mktemp("sampled") / "data"), RULES)


def why(id: str) -> Reason:
    """Why a record says what it says."""
    return Reason(basis="inferred", why={"zh": f"从别处看出来的（{id}）。", "en": f"It follows from something else ({id})."})


def explaining(handbook: Handbook, kind: str, field: str) -> tuple[Handbook, list[str]]:
    """The handbook with every record of a kind in use explaining the field, where it says anything, and their ids."""
    every = {one.id: one.model_copy(update={"basis_of": {field: why(one.id)}}) for one in handbook.used(kind)}
    found = {id: one for id, one in every.items() if not one.explained_in_vain}
    return replace(handbook, **{kind: {**handbook.of_kind(kind), **found}}), list(found)


def page_of(handbook: Handbook, kind: str, id: str, language: Language) -> str:
    """The body of the page that shows a record."""
    path = Reader(handbook, language, "").address(kind, id).partition("#")[0]
    outline = next(one for one in outlines(handbook, (language,)) if one.address == path)
    return outline.made(handbook).content.body


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_what_is_explained_has_one_mark_with_the_reason(sampled, kind, field, language):
    handbook, ids = explaining(sampled, kind, field)
    marks = {id: [mark for mark in MARK.findall(page_of(handbook, kind, id, language)) if why(id).why[language] in mark] for id in ids}
    assert ids and {id: len(told) for id, told in marks.items()} == dict.fromkeys(ids, 1)


def test_a_sentence_keeps_its_own_mark_beside_the_explanation(sampled):
    handbook, (id, *_) = explaining(sampled, "competencies", "summary")
    found = handbook.competencies[id]
    own = found.model_copy(update={"summary": found.summary.model_copy(update={"basis": "editorial"})})
    head = page_of(replace(handbook, competencies={id: own}), "competencies", id, "en").partition("</header>")[0]
    assert [name in head for name in ("Added by the editors", why(id).why.en)] == [True, True]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_remark_of_a_record_stands_on_its_page(sampled, language):
    noted = [(kind, one) for kind, one in sampled.records() if one.note and not one.retired]
    assert {"cases", "layers", "posts", "roles", "terms"} <= {kind for kind, _ in noted}
    assert [one.id for kind, one in noted if escape(one.note[language], quote=False) not in page_of(sampled, kind, one.id, language)] == []
