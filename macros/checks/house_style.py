"""Rules on style: what the writing guide asks of a sentence and a machine can see. The guide's pages explain each of them."""
from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks import names
from macros.loading.folder import Loaded
from macros.words.problems import Problem

# A document's own words and headings are not ours to mend: quoted words, titles, and the file that lists the documents.
QUOTED = re.compile("“[^”]*”|《[^》]*》")
DOCUMENTS = "sources.yml"
LONGEST = {"zh": 60, "en": 35}  # characters of a Chinese sentence, not counting what follows 例如; words of an English one
PAUSE = {"zh": re.compile("[。；？]|例如"), "en": re.compile(r"[.;:?](?: |$)")}
ASIDE = re.compile("（[^）]*）")
LATIN = re.compile("[A-Za-z0-9.%+/]+")  # a word or figure counts as one character of a Chinese sentence

Advice = tuple[str, str, str]
SEEN = ("写出看得见的动作或产物", "write an action or a result that people can see")
# (pattern, what to do in Chinese, what to do in English)
REFUSED: dict[str, tuple[Advice, ...]] = {
    "zh": (
        ("赋能|抓手|闭环|打造|引领|深耕|卓越|全方位|保驾护航|高度重视|积极推动|心智|具备良好", *SEEN),
        ("您", "写成“你”", "write “你”"),
        ("他/她|她/他|该岗位|员工应", "去掉主语，或写“本人”“对方”“成员”", "drop the subject, or write 本人, 对方 or 成员"),
        ("(?<![推存引走跟迈改跃])进行(?![业情程])", "去掉它，直接用后面的动词", "drop it and use the verb that follows"),
        ("当[^，。；]{1,20}的时候", "写成“……时”", "write “……时”"),
        ("负责[^，。；、]{1,20}工作(?=[，。；]|$)", "去掉“负责……工作”，直接说做什么", "drop “负责……工作” and say what is done"),
        ("例如[^。；，、]*、[^。；，]*等(?=[，。；]|$)", "“例如”和“等”不并用，删掉“等”", "例如 and 等 do not go together; delete 等"),
        ("被期望|被要求", "改成主动的说法", "put it in the active voice"),
        ("[！…]", "改用句号，或把话说完", "use a full stop, or finish the sentence"),
    ),
    "en": (
        (r"ensur(?:e|es|ed|ing)|leverag\w+|empower\w*|utili[sz]\w+|facilitat\w+|synerg\w+|seamless\w*|holistic\w*|best-in-class|world-class", *SEEN),
        (r"responsible for|involved in", "用动词写做什么", "say with a verb what is done"),
        (r"should|shall", "必须做的写must，可以做的写can，其余用现在时", "write “must” for a rule, “can” for a right, or the plain present"),
        (r"he|she|his|her|him|he/she|chairman|manpower", "写they、the candidate或staff", "write “they”, “the candidate” or “staff”"),
        (r"e\.g\.|i\.e\.|etc\b\.?|and/or", "写for example，或把话说全", "write “for example”, or say it in full"),
        (r"(?:optimi|(?:re)?organi|reali|recogni|prioriti|personali|summari|standardi|categori|emphasi|customi|maximi|minimi|visuali)z\w*|analyz\w*|colors?|behaviors?|centers?|favor\w*|judgment", "用英式拼法", "use British spelling"),
        (r"!", "改用句号", "use a full stop"),
    ),
}
EACH = {
    "zh": [(re.compile(pattern), zh, en) for pattern, zh, en in REFUSED["zh"]],
    "en": [(re.compile(rf"(?<![\w’-])(?:{pattern})(?!\w)", re.I), zh, en) for pattern, zh, en in REFUSED["en"]],
}
ANY = {language: re.compile("|".join(pattern.pattern for pattern, _, _ in found), found[0][0].flags) for language, found in EACH.items()}
WORD = re.compile("[a-z./!-]+")


def sentences_follow_the_guide(loaded: Loaded) -> Iterator[Problem]:
    """No sentence of ours uses a word or form that the writing guide refuses, or runs on for too long."""
    sentences = [
        (document, path, language, text)
        for document in loaded.documents.values() if not document.file.endswith(f"/{DOCUMENTS}")
        for path, language, text in document.sentences if path[-2:-1] != ("name",)
    ]
    called = {*(record.name.zh for _, record in loaded.handbook.records()), *names.of_misfits(loaded)}
    exempt = tuple(sorted((name for name in called if ANY["zh"].search(name)), key=len, reverse=True)) if names.are_known(loaded) else None
    suspects = _suspects("\n".join(text for _, _, language, text in sentences if language == "en").lower())
    for document, path, language, text in sentences:
        if ANY["zh"].search(text) if language == "zh" else suspects and suspects.search(text):
            for zh, en in _refused(text, language, exempt) if exempt is not None or language == "en" else ():
                yield document.problem(path, zh, en)
        for zh, en in _too_long(text, language):
            yield document.problem(path, zh, en)


def _suspects(whole: str) -> re.Pattern[str] | None:
    """What makes an English sentence worth a look; there are far fewer different words than sentences."""
    found = [word for word in set(WORD.findall(whole)) if any(ANY["en"].search(form) for form in (word, f"{word} for", f"{word} in"))]
    return re.compile("|".join(map(re.escape, sorted(found))), re.I) if found else None


def _refused(text: str, language: str, exempt: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The refused words of a sentence, outside quotes, titles and the names of records that hold one."""
    ours = QUOTED.sub("“”", text)
    for name in exempt or ():
        ours = ours.replace(name, "“”")
    for pattern, zh, en in EACH[language]:
        for word in dict.fromkeys(match[0] for match in pattern.finditer(ours)):
            yield f"不写“{word}”；{zh}", f"Not “{word}”; {en}"


def _too_long(text: str, language: str) -> Iterator[tuple[str, str]]:
    longest = LONGEST[language]
    if (len(text) if language == "zh" else text.count(" ")) <= longest - 1:
        return
    for part in PAUSE[language].split(text):
        if language == "zh" and (length := len(LATIN.sub("x", ASIDE.sub("", part)))) > longest:
            yield (f"“{part[:12]}”这一句有{length}字，最多{longest}；拆成两句，或把例子挪到“例如”之后",
                   f"The sentence that begins “{part[:12]}” has {length} characters, at most {longest}; make it two, or put examples after 例如")
        elif language == "en" and (length := len(part.split())) > longest:
            begins = " ".join(part.split()[:5])
            yield (f"“{begins}”这一句有{length}个词，最多{longest}；拆成两句",
                   f"The sentence that begins “{begins}” has {length} words, at most {longest}; make it two")
