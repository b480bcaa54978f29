"""Rules on gaps and differences: a gap completes the sentence of its page; what other pages show too is clear there."""
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
# What points at the page where one reads, and so at another page wherever else the words stand.
HERE = {
    "zh": re.compile("[本这]一?(?:页|(?:个|条|项)?(?:指标|岗位|能力|制度))"),
    "en": re.compile(r"\bthis (?:page|indicator|KPI|role|post|competency|policy)\b", re.I),
}
TOLD = {"zh": re.compile("^(?:本手册|手册)"), "en": re.compile("^(?:This|The) handbook\\b")}  # what “How this handbook treats it:” has said
# That someone has still to confirm something: who, and what, is for `to_confirm` to say.
WAITS = {
    "zh": re.compile("待[^，。；]{0,12}(?:确认|确定|核定|裁定|定)(?=[。；，]|$)|由[^，。；]{1,8}(?:自定|来定|定|确认)(?=[。；，]|$)"),
    "en": re.compile(r"\b(?:has|have) yet to\b|\bwill confirm\b|\bto be confirmed\b|\b(?:is|are) for [^.;]+ to (?:confirm|decide|settle|set)\b", re.I),
}
NAMED = re.compile("待([^，。；]{1,10})确认")
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


def words_shown_elsewhere_name_their_page(loaded: Loaded) -> Iterator[Problem]:
    """How the handbook reads a difference, and the note of a gap, stand on other pages too: they name what they are about."""
    for kind, record in loaded.handbook.records():
        told = [(("differs", number, "reading"), differ.reading) for number, differ in enumerate(record.differs)]
        told += [(("gaps", number, "note"), gap.note) for number, gap in enumerate(record.gaps) if gap.note]
        for path, text in told:
            for language in LANGUAGES:
                if found := HERE[language].search(text[language]):
                    yield loaded.problem(kind, record.id, (*path, language),
                                         f"这句话也显示在别的页面上，“{found[0]}”到那里指的就是别的；写出名称，或写“本手册”",
                                         f"Other pages show this too, where “{found[0]}” means something else; give the name, or write “this handbook”")


def readings_go_on_from_their_heading(loaded: Loaded) -> Iterator[Problem]:
    """After “How this handbook treats it:” comes what it does, without naming the handbook again."""
    for kind, record in loaded.handbook.records():
        for number, differ in enumerate(record.differs):
            for language in LANGUAGES:
                if found := TOLD[language].match(differ.reading[language]):
                    yield loaded.problem(kind, record.id, ("differs", number, "reading", language),
                                         f"前面有“本手册的处理：”，不再以“{found[0]}”开头，例如“分开记录：……”",
                                         f"“How this handbook treats it:” stands before it, so begin without “{found[0]}”, as in “Kept apart. …”")


def readings_leave_what_is_open_to_its_field(loaded: Loaded) -> Iterator[Problem]:
    """How a difference is treated does not say who has still to confirm what: the page says it from `to_confirm`, and counts the point as open."""
    for kind, record in loaded.handbook.records():
        for number, differ in enumerate(record.differs):
            for language in LANGUAGES:
                if found := WAITS[language].search(differ.reading[language]):
                    yield loaded.problem(kind, record.id, ("differs", number, "reading", language),
                                         f"“{found[0]}”写进to_confirm：由谁确认（by），确认什么；这里只写现在怎么处理",
                                         f"“{found[0]}” goes into to_confirm, which says by whom and what; write here only how it is treated now")


def notes_of_gaps_wait_for_their_owner(loaded: Loaded) -> Iterator[Problem]:
    """Whoever the note of a gap waits for is who settles the gap."""
    for kind, record in loaded.handbook.records():
        for number, gap in enumerate(record.gaps):
            team = loaded.handbook.teams.get(gap.owner or record.owner)
            found = NAMED.search(gap.note.zh) if gap.note else None
            if team and found and found[1] != team.name.zh:
                yield loaded.problem(kind, record.id, ("gaps", number, "note", "zh"),
                                     f"这里等的是“{found[1]}”，由谁定写的却是“{team.name.zh}”；两处改成一样",
                                     f"This waits for “{found[1]}”, yet the gap is settled by “{team.name.zh}”; make the two agree")


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
