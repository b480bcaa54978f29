"""Rules on every sentence: the right language, the right punctuation, plain characters."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from macros.checks.by_file import Files, file_by_file
from macros.words.languages import LANGUAGES, Language
from macros.words.problems import Problem

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
FULL_WIDTH = {"zh": "，；：？！（）～－＋％＝…", "en": "，；：？！（）～"}  # left to the rules below, although NFKC would fold it
WITHOUT = {language: {ord(mark): None for mark in marks} for language, marks in FULL_WIDTH.items()}
STRAIGHT = re.compile("[\"']")
SPACED = re.compile(f"[{HAN}，。；：？！、）”》] +[^ ]|[^ ] +[{HAN}（“《]")
HALF_MARK = re.compile(rf"(?<=[{HAN}”》）])[,;:?!()]|[,;:?!()](?=[{HAN}“《（])|(?<=[{HAN}])\.(?![A-Za-z0-9])")
SPAN = re.compile("[0-9]+[-~–—][0-9]+")
CHINESE = re.compile(f"[{HAN}]+")
FULL_MARK = re.compile("[，。；：？！（）、《》～]")
JOINING = re.compile("[\u0300-\u036f\u1160-\u11ff\u3099\u309a]")
CLUSTER = re.compile(f"(?s:.){JOINING.pattern}*")
BLANKS = {"\u00a0": ("不换行空格", "a no-break space"), "\u3000": ("全角空格", "an ideographic space")}  # of those that look like a plain one
PAIRS = {"zh": ("（）", "《》", "“”", "‘’", "「」"), "en": ("()", "“”")}  # ’ is the apostrophe of English, too
AS_PAIRED = {"zh": str.maketrans("()", "（）"), "en": str.maketrans("", "")}  # of which width they are, another fault says
NUMBERED = re.compile(r"(?:^|(?<=[\s，。；：、]))[0-9A-Za-z]{1,2}[)）]", re.M)  # the bracket of 1) and a)
HALF_WIDTH = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）", ".": "。"}


@file_by_file(lambda _: ())
def sentences_are_clean(files: Files, _: tuple[()]) -> Iterator[Problem]:
    """Each sentence is in its own language, with that language's punctuation and plain characters."""
    for language in LANGUAGES:
        own = [(document, path, text) for document in files.values() for path, of, text in document.sentences if of == language]
        doubtful = _doubtful("\n".join(text for _, _, text in own), language)
        for document, path, text in own:
            if doubtful or not text or text != text.strip() or "\n" in text or (language == "zh" and not CHINESE.search(text)):
                for zh, en in _faults(text, language):
                    yield document.problem(path, zh, en)


def _doubtful(whole: str, language: Language) -> bool:
    """Whether any character of all sentences together could be at fault; one look at the whole is much quicker than one at each."""
    marks = (STRAIGHT, SPACED, HALF_MARK, SPAN) if language == "zh" else (STRAIGHT, CHINESE, FULL_MARK)
    plain = "".join(sorted(set(whole))).translate(WITHOUT[language])
    odd = not unicodedata.is_normalized("NFKC", plain) or JOINING.search(plain)  # what joins the character before it can be odd together only
    return bool(odd) or "  " in whole or any(pattern.search(whole) for pattern in marks) or any(_without_partner(whole, language))


def _faults(text: str, language: str) -> Iterator[tuple[str, str]]:
    if not text.strip():
        yield f"{language}是空的；补上这句话", f"{language} is empty; write the sentence"
        return
    if text != text.strip():
        yield "首尾有空格或换行；删掉", "A space or line break at the start or end; delete it"
    yield from character_faults(text, language)
    for sign, pair in _without_partner(text, language):
        if not (pair == "“”" and STRAIGHT.search(text)):  # which is its partner, as is said
            yield f"{sign}没有另一半；成对写：{pair[0]}…{pair[1]}", f"{sign} has no partner; write {pair[0]}…{pair[1]}"
    yield from _chinese_faults(text) if language == "zh" else _english_faults(text)


def _without_partner(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Every bracket or quotation mark whose other half is not on its line, with the pair."""
    text = text.translate(AS_PAIRED[language])
    for pair in PAIRS[language]:
        left, within = text, re.compile(rf"[{re.escape(pair)}]")
        while (fewer := re.sub(rf"{re.escape(pair[0])}([^{re.escape(pair)}\n]*){re.escape(pair[1])}", r"\1", left)) != left:
            left = fewer
        if found := within.search(NUMBERED.sub("", left)):
            yield found[0], pair


def character_faults(text: str, language: str) -> Iterator[tuple[str, str]]:
    """What may stand in no text, be it a sentence or a word: line breaks, characters that only look like plain ones, straight quotes."""
    if "\n" in text.strip():
        yield "句子里有换行；一句写成一行", "A line break inside the sentence; keep it on one line"
    for odd in _odd_characters(text, language):
        plain, codes = unicodedata.normalize("NFKC", odd), " ".join(f"U+{ord(one):04X}" for one in odd)
        if odd.isspace():
            zh, en = BLANKS.get(odd, ("特殊的空格", "a special space"))
            yield f"有{zh}（{codes}），看起来像普通空格；换成普通空格，不需要就删掉", f"The space here is {en} ({codes}); type a plain one, or none"
        elif len(odd) == 1:
            yield f"有兼容字符“{odd}”（{codes}）；写成“{plain}”", f"A compatibility character “{odd}” ({codes}); write “{plain}”"
        else:
            yield f"“{odd}”是拼起来的（{codes}）；重新输入成“{plain}”", f"“{odd}” is put together from pieces ({codes}); type “{plain}” anew"
    for mark in _every(STRAIGHT, text):
        yield f"有直引号{mark}；用弯引号“”‘’", f"A straight quotation mark {mark}; use “ ” ‘ ’"


def _every(pattern: re.Pattern[str], text: str) -> dict[str, None]:
    """What a pattern finds, each once, in the order of the text."""
    return dict.fromkeys(found[0] for found in pattern.finditer(text))


def _odd_characters(text: str, language: str) -> Iterable[str]:
    """What the normal forms C and KC would change, but for full-width marks."""
    if unicodedata.is_normalized("NFKC", text.translate(WITHOUT[language])):
        return []
    clusters = _every(CLUSTER, text)
    odd = [one for one in clusters if one not in FULL_WIDTH[language] and unicodedata.normalize("NFKC", one) != one]
    return odd or [text]


def _chinese_faults(text: str) -> Iterator[tuple[str, str]]:
    if not CHINESE.search(text) and len(re.findall(r"[A-Za-z]{2,}", text)) >= 4:
        yield "zh里是英文句子；写成中文", "An English sentence in zh; write it in Chinese"
        return
    for spaced in _every(SPACED, text) if " " in text else ():
        yield (f"“{spaced}”里有空格（常因折行）；删掉空格，一句写成一行",
               f"A space in “{spaced}” (often from a folded line); delete it and keep the sentence on one line")
    for mark in _every(HALF_MARK, text):
        yield f"中文句子里有半角“{mark}”；写成“{HALF_WIDTH[mark]}”", f"A half-width “{mark}” in a Chinese sentence; write “{HALF_WIDTH[mark]}”"
    for span in _every(SPAN, text):
        right = re.sub("[-~–—]", "～", span)
        yield f"“{span}”的区间号不对；写成“{right}”", f"The range “{span}” is written “{right}” in Chinese"


def _english_faults(text: str) -> Iterator[tuple[str, str]]:
    for han in _every(CHINESE, text):
        yield f"en里有汉字“{han}”；译成英文", f"Chinese characters “{han}” in en; translate them"
    for mark in _every(FULL_MARK, text):
        yield f"英文句子里有全角“{mark}”；改用英文标点", f"A full-width “{mark}” in an English sentence; use English punctuation"
    if "  " in text:
        yield "有两个连续的空格；删掉一个", "Two spaces in a row; delete one"
