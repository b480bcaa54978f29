"""The rule on what editions tell applicants: nothing that only staff may read."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.checks.statements import Statement, quantities, statements, units
from macros.loading.folder import Loaded
from macros.model.editions import Told
from macros.model.handbook import Handbook
from macros.model.left_out import left_out
from macros.model.public import is_public, public
from macros.model.record import Places
from macros.model.references import inside
from macros.words.languages import LANGUAGES, Language
from macros.words.problems import Path, Problem
from macros.words.texts import Text

SHORTEST: Mapping[Language, int] = {"zh": 6, "en": 16}  # letters by which a sentence is known again inside another
FIGURES = ("target", "limit", "condition", "amount")  # of statements that are no sentences
Place = tuple[str, str, Path]  # kind, id and path
Paths = Mapping[tuple[str, str], tuple[Path, ...]]  # kind and id to places in the record


def applicants_are_told_nothing_that_is_for_staff(loaded: Loaded) -> Iterator[Problem]:
    """What an edition tells applicants is about records that they see, and repeats no sentence and no figure that is left out for them."""
    handbook = loaded.handbook
    told = [(edition.id, number, one) for edition in handbook.editions.values() for number, one in enumerate(edition.changes) if one.audience == "public"]
    if loaded.problems or loaded.absent or not told:
        return
    inner = _for_staff(handbook)
    for edition, number, one in told:
        for kind in Places.model_fields:
            for place, id in enumerate(getattr(one.about, kind)):
                if not is_public(kind, handbook.of_kind(kind)[id]):
                    yield loaded.problem("editions", edition, ("changes", number, "about", kind, place),
                                         f"“{id}”只给员工看，这一句却给应聘者看；about里不写它，或者去掉audience: public",
                                         f"“{id}” is for staff only, and this sentence is for applicants; leave it out of about, or leave out audience: public")
        if found := _sentence(inner, one) or _figure(inner, handbook, one):
            there = loaded.problem(*found, "", "")
            yield loaded.problem("editions", edition, ("changes", number),
                                 f"{there.file}:{there.line}的内容不在公开版里，这一句却告诉了应聘者；去掉那句话或那个数，或者去掉audience: public",
                                 f"This tells applicants what {there.file}:{there.line} says, which the public edition leaves out; "
                                 "take that sentence or figure out, or leave out audience: public")


@dataclass(frozen=True)
class Inner:
    """What the public edition leaves out: the paths by record, and the sentences there; and every statement with a figure, with what follows numbers."""

    paths: Paths
    sentences: Sequence[tuple[Place, Text]]
    figures: Sequence[Statement]
    numbers: Mapping[Language, tuple[tuple[str, str], ...]]


def _for_staff(handbook: Handbook) -> Inner:
    paths = {(kind, record.id): tuple(path for path, _ in gone) for kind, record, gone in left_out(handbook)
             if gone[0][0] or not is_public(kind, record)}  # or nothing names it
    shown = {one[language] for _, record in public(handbook).records() for _, one in inside(record, Text) for language in LANGUAGES}
    sentences = [
        ((kind, record.id, path), one) for kind, record in handbook.records() for path, one in inside(record, Text)
        if _is_gone(paths, (kind, record.id, path)) and not {one[language] for language in LANGUAGES} & shown
    ]
    return Inner(paths, sentences, [*statements(handbook)], {language: units(handbook, language) for language in LANGUAGES})


def _is_gone(paths: Paths, place: Place) -> bool:
    """Whether what stands at a place is left out."""
    kind, id, path = place
    return any(path[:len(gone)] == gone for gone in paths.get((kind, id), ()))


def _sentence(inner: Inner, told: Told) -> Place | None:
    """Where a sentence stands that is repeated, and left out; None where there is none."""
    return next((place for place, one in inner.sentences for language in LANGUAGES
                 if len(said := one[language].rstrip("。.")) >= SHORTEST[language] and said in told[language]), None)


def _figure(inner: Inner, handbook: Handbook, told: Told) -> Place | None:
    """Where a figure of the records that are told of stands that is repeated, and that nothing says of them to everybody."""
    of = [one for one in inner.figures if _is_of(one, handbook, told)]
    hidden = [one for one in of if any(_is_gone(inner.paths, (one.kind, one.record, path)) for path in (one.path, *((*one.path, name) for name in FIGURES)))]
    known = {fact for one in of if one not in hidden for fact in _facts(inner, one.text)}
    said = _facts(inner, {language: told[language] for language in LANGUAGES}) - known
    return next(((one.kind, one.record, one.path) for one in hidden if said & _facts(inner, one.text)), None)


def _facts(inner: Inner, text: Mapping[Language, str]) -> set[tuple[Language, object]]:
    """Every figure of a text, as one language gives it."""
    return {(language, one) for language in LANGUAGES for one in quantities(text.get(language, ""), language, inner.numbers[language])}


def _is_of(one: Statement, handbook: Handbook, told: Told) -> bool:
    """Whether a statement belongs to a record that is told of, or is the target of such a KPI."""
    if one.kind == "roles" and one.path[:1] == ("kpis",) and handbook.roles[one.record].kpis[int(one.path[1])].kpi in told.about.kpis:
        return True
    return one.kind in Places.model_fields and one.record in getattr(told.about, one.kind)
