"""Rules on words: terms.yml is the only authority on how a thing is called."""
from __future__ import annotations

import re
from collections.abc import Iterator

from macros.loading import Loaded
from macros.model.sources import Term
from macros.problems import Path, Problem
from macros.reading import Document
from macros.text import LANGUAGES, Language

GLOSSARY = "terms.yml"  # it names the refused forms itself


def refused_forms_are_absent(loaded: Loaded) -> Iterator[Problem]:
    """No sentence uses a form that a term refuses, but inside a phrase that the term exempts."""
    texts = [(document, path, language, text) for name, document in loaded.documents.items() if name != GLOSSARY for path, language, text in document.sentences]
    for language in LANGUAGES:
        whole = "\n".join(text for _, _, of, text in texts if of == language).lower()
        for term in loaded.handbook.terms.values():
            for form in getattr(term.avoid, language):
                if form.lower() in whole:  # most forms occur nowhere, and one look at the whole is quick
                    yield from _uses(texts, term, form, language)


def _uses(texts: list[tuple[Document, Path, str, str]], term: Term, form: str, language: Language) -> Iterator[Problem]:
    """Every sentence that uses a refused form outside the phrases that may hold it."""
    refused = re.compile(rf"\b{re.escape(form)}\b" if language == "en" else re.escape(form), re.I)
    allowed = re.compile("|".join(map(re.escape, (*getattr(term.exempt, language), *getattr(term.allow, language), term.name[language]))), re.I)
    for document, path, of, text in texts:
        if of == language and refused.search(text) and (found := refused.search(allowed.sub(" ", text))):
            yield document.problem(path, f"“{found[0]}”不是本手册的叫法；写成“{term.name[language]}”",
                                   f"“{found[0]}” is not this handbook’s word; write “{term.name[language]}”")
