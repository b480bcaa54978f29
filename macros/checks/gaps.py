"""Rules on gaps: each completes the sentence that names what the documents do not say, in a line that its page has."""
from __future__ import annotations

import re
from collections.abc import Iterator

from macros.loading.folder import Loaded
from macros.words.languages import LANGUAGES, Language
from macros.words.problems import Problem

LEADS = {"zh": "文件没有写：", "en": "The documents do not say: "}
# A whole sentence, or the lead once more: in Chinese also at the end, “学历没有写”.
WHOLE = {
    "zh": re.compile("。|(?:文件|守则|手册|制度)[^，。；]{0,4}(?:没有?|未)[给写说提定规]|(?:没有写|未写|没有说明|没有给出)$"),
    "en": re.compile(r"\.$|\b(?:documents?|rules?|handbook) (?:does|do|did|gives?|says?|names?|states?|sets?|explains?)\b|^(?:no|nothing|nobody|none) ", re.I),
}
JOINED = {"zh": "；", "en": "; "}  # what stands between the phrases of a line


def gaps_are_phrases(loaded: Loaded) -> Iterator[Problem]:
    """What is missing is a phrase that completes “The documents do not say: …”, not a sentence, and one thing for each gap."""
    for kind, record in loaded.handbook.records():
        for number, gap in enumerate(record.gaps):
            for language in LANGUAGES:
                for said in _faults(gap.missing[language], language):
                    yield loaded.problem(kind, record.id, ("gaps", number, "missing", language), *said)


def _faults(text: str, language: Language) -> Iterator[tuple[str, str]]:
    if found := WHOLE[language].search(text):
        yield (f"“{found[0].strip()}”使这里成了整句；只写接在“{LEADS['zh']}”后面的名词短语，例如“学历和工作年限”",
               f"“{found[0].strip()}” makes this a sentence; write only what completes “{LEADS['en'].strip()} …”, such as “the degree required”")
    if JOINED[language].strip() in text:
        yield ("分号用来隔开各项空缺；拆成两项，或改用逗号", "Semicolons stand between gaps; make two of them, or use commas")
    if language == "en" and re.match("(?:The|A|An|How|What|Who|When|Where|Which|Whether|Why|If) ", text):
        yield ("接在冒号后面，首字母小写", "It follows a colon, so it begins with a small letter")


def gaps_name_sections(loaded: Loaded) -> Iterator[Problem]:
    """The section that a gap names has a line of its own on the page."""
    for kind, record in loaded.handbook.records():
        for number, gap in enumerate(record.gaps):
            if gap.section and gap.section not in record.SAYS_WHAT_IS_MISSING:
                known = record.SAYS_WHAT_IS_MISSING
                yield loaded.problem(
                    kind, record.id, ("gaps", number, "section"),
                    f"“{gap.section}”一节没有这样一行；" + (f"可选：{'、'.join(known)}，或删掉section" if known else "删掉section，这一项就写在整页那一行"),
                    f"The section “{gap.section}” has no such line; " +
                    (f"choose from {', '.join(known)}, or leave section out" if known else "leave section out, and the gap stands in the line of the page"),
                )
