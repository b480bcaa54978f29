"""Rules on words: terms.yml is the only authority on how a thing is called."""
from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks.language import sentences
from macros.loading import Loaded
from macros.problems import Problem
from macros.text import LANGUAGES

GLOSSARY = "terms.yml"  # it names the refused forms itself


def refused_forms_are_absent(loaded: Loaded) -> Iterator[Problem]:
    """No sentence uses a form that a term refuses, but inside a phrase that the term exempts."""
    refused = {language: {form.lower(): term for term in loaded.handbook.terms.values() for form in getattr(term.avoid, language)} for language in LANGUAGES}
    # Longest first, so that a refused phrase is found before a shorter one inside it.
    patterns = {
        language: re.compile("|".join(rf"\b{re.escape(form)}\b" if language == "en" else re.escape(form) for form in sorted(forms, key=len, reverse=True)), re.I)
        for language, forms in refused.items()
        if forms
    }
    for name, document in loaded.documents.items():
        for path, language, text in sentences(document) if name != GLOSSARY else ():
            found = patterns[language].search(text) if language in patterns else None
            if not found:
                continue
            term = refused[language][found[0].lower()]
            allowed = (*getattr(term.exempt, language), *getattr(term.allow, language), term.name[language])
            rest = re.sub("|".join(map(re.escape, allowed)), " ", text, flags=re.I)
            if patterns[language].search(rest):
                yield document.problem(path, f"“{found[0]}”不是本手册的叫法；写成“{term.name[language]}”",
                                       f"“{found[0]}” is not this handbook’s word; write “{term.name[language]}”")
