"""The rule on documents: whoever reads a page that rests on several must know which one a sentence speaks of."""
from __future__ import annotations

import re
from collections.abc import Iterator

from macros.loading.folder import Loaded
from macros.words.languages import LANGUAGES
from macros.words.problems import Problem

ONE = {
    "zh": re.compile("(?:该|[这那本原]份?|[有另同]一份|另外一份|其中一份)文件"),
    "en": re.compile(r"\b(?:the|this|that|one|another|the other|the same) document\b", re.I),
}
BESIDE = "says"  # what one document says, where they differ: its name stands beside it


def documents_are_named(loaded: Loaded) -> Iterator[Problem]:
    """Where a record rests on several documents, a sentence that speaks of one of them says which."""
    called = {
        language: [name for one in loaded.handbook.documents.values() for name in (one.called[language], one.title[language])] for language in LANGUAGES
    }
    example = next(iter(loaded.handbook.documents.values()), None)
    for (kind, id), (document, prefix) in loaded.homes.items():
        if len({section.partition("#")[0] for section in loaded.handbook.cited.get((kind, id), ())}) < 2:
            continue
        for path, pair in document.pairs():
            if path[: len(prefix)] != prefix or BESIDE in path:
                continue
            for language in LANGUAGES:
                text = pair.get(language, "")
                if example and (found := ONE[language].search(text)) and not any(name in text for name in called[language]):
                    yield document.problem(
                        (*path, language),
                        f"这条记录依据几份文件，“{found[0]}”没有说是哪一份；写出名称，例如《{example.called.zh}》，或改成“各文件”",
                        f"This record rests on several documents, so “{found[0]}” does not say which; name it, such as “{example.called.en}”, "
                        "or write “no document” or “the documents”",
                    )
