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
TERMS = "terms"  # whose definitions stand on many pages, whatever those rest on
WHY = {"zh": "这条记录依据几份文件", "en": "This record rests on several documents"}
WHY_TERMS = {"zh": "术语的解释会出现在许多页上", "en": "The definition of a term stands on many pages"}
IN_A_FILE = tuple(word.encode() for word in ("文件", "document", "Document", "DOCUMENT"))  # one of them, wherever a sentence speaks of a document
OF_TERMS = {"zh": re.compile(f"{ONE['zh'].pattern}|文件(?=的例子|举|用|称|把|认为|点名|也用|自用)"), "en": ONE["en"]}


def documents_are_named(loaded: Loaded) -> Iterator[Problem]:
    """Where a record rests on several documents, or stands on many pages, a sentence that speaks of one of them says which."""
    called = {
        language: [name for one in loaded.handbook.documents.values() for name in (one.called[language], one.title[language])] for language in LANGUAGES
    }
    example = next(iter(loaded.handbook.documents.values()), None)
    for (kind, id), (document, prefix) in loaded.homes.items():
        if not any(word in document.raw for word in IN_A_FILE):
            continue
        cited = {section.partition("#")[0] for section in loaded.handbook.cited.get((kind, id), ())}
        if kind != TERMS and len(cited & loaded.handbook.documents.keys()) < 2:
            continue
        speaks = OF_TERMS if kind == TERMS else ONE
        for path, pair in document.pairs(prefix):
            if BESIDE in path:
                continue
            for language in LANGUAGES:
                text = pair.get(language, "")
                if example and (found := speaks[language].search(text)) and not any(name in text for name in called[language]):
                    why = WHY_TERMS if kind == TERMS else WHY
                    yield document.problem(
                        (*path, language),
                        f"{why['zh']}，“{found[0]}”没有说是哪一份；写出名称，例如《{example.called.zh}》，或改成“各文件”",
                        f"{why['en']}, so “{found[0]}” does not say which; name it, such as “{example.called.en}”, or write “no document” or “the documents”",
                    )
