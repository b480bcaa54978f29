"""Rules on the glossary itself: what a term allows, refuses and is found by do not gainsay each other."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from macros.checks.glossary import refusing
from macros.loading.folder import Loaded
from macros.model.sources import Term
from macros.words.languages import LANGUAGES, Language
from macros.words.problems import Problem

# Words that stand in every other sentence: a term of that name would be linked there.
COMMON = {
    "zh": frozenset("我们 你们 他们 可以 以及 如果 因为 所以 一个 这个 那个 什么 没有 需要 进行 并且 或者 但是 就是".split()),
    "en": frozenset("the an as at by for from in is it of on or and to be are was were with you your we our they this that has have not all".split()),
}


def terms_agree_with_each_other(loaded: Loaded) -> Iterator[Problem]:
    """No term refuses a form that it, or another record, allows or is called, and no form is allowed for two."""
    for language in LANGUAGES:
        allowed: dict[str, tuple[str, str]] = {}  # a form, in lower case, to the id of its term and the field that has it
        for term in loaded.handbook.terms.values():
            for field, forms in (("name", (term.name[language],)), ("allow", getattr(term.allow, language))):
                for number, form in enumerate(forms):
                    id, where = allowed.setdefault(form.casefold(), (term.id, field))
                    if field == "allow" and (id, where) != (term.id, field) and not (id == term.id and form != term.name[language]):
                        yield loaded.problem("terms", term.id, ("allow", language, number), *_twice(form, id, term))
        named = {record.name[language].casefold(): record.id for kind, record in loaded.handbook.records() if kind != "terms"}
        for term in loaded.handbook.terms.values():
            for number, form in enumerate(getattr(term.avoid, language)):
                id, where = allowed.get(form.casefold()) or (named.get(form.casefold(), ""), "name")
                if id:
                    problem = loaded.problem("terms", term.id, ("avoid", language, number), f"“{form}”又不让用，又是“{id}”的{where}；两处留一处",
                                             f"“{form}” is refused here and stands in {where} of “{id}”; keep one of the two")
                    yield replace(problem, cause=refusing(form))


def _twice(form: str, id: str, term: Term) -> tuple[str, str]:
    if id == term.id:
        return f"“{form}”就是这个术语的名称，不用再写；删掉", f"“{form}” is the name of the term, which needs no leave; delete it"
    return f"“{form}”已经是“{id}”的叫法，读者分不清指哪一个；改掉一处", f"“{form}” already goes for “{id}”, and readers cannot tell which is meant; change one"


def terms_can_be_told_from_plain_words(loaded: Loaded) -> Iterator[Problem]:
    """No term goes by one letter or character, or by a word of every other sentence: pages would link it everywhere."""
    for term in loaded.handbook.terms.values():
        for language in LANGUAGES:
            if _plain(term.name[language], language):
                yield loaded.problem("terms", term.id, ("name", language), *_everywhere(term.name[language]))
            for number, form in enumerate(getattr(term.allow, language)):
                if _plain(form, language):
                    yield loaded.problem("terms", term.id, ("allow", language, number), *_everywhere(form))
            for number, form in enumerate(getattr(term.avoid, language)):
                if _plain(form, language):
                    problem = loaded.problem("terms", term.id, ("avoid", language, number), f"“{form}”太常见，处处都会被当成不该用的；写出整个说法",
                                             f"“{form}” stands everywhere and would be refused everywhere; give the whole expression")
                    yield replace(problem, cause=refusing(form))
        if term.short and len(term.short.strip()) == 1:
            yield loaded.problem("terms", term.id, ("short",), *_everywhere(term.short))


def _plain(form: str, language: Language) -> bool:
    return len(form.strip()) == 1 or form.strip().casefold() in COMMON[language]


def _everywhere(form: str) -> tuple[str, str]:
    return (f"“{form}”处处都有，每一页都会当作这个术语；写得长一些",
            f"“{form}” stands everywhere, and every page would take it for this term; write a longer name")
