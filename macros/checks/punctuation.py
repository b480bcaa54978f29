"""Rules on every sentence: the right language, the right punctuation, plain characters."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from macros.checks.by_file import Files, file_by_file
from macros.checks.links import in_title
from macros.words.languages import LANGUAGES, Language
from macros.words.problems import RESTORE, Problem
from macros.words.scripts import strange, suspicious
from macros.words.simplified import OTHER_FORM, SIMPLIFIED

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
FULL_WIDTH = {"zh": "，；：？！（）～－＋％＝…", "en": "，；：？！（）～"}  # left to the rules below, although NFKC would fold it
WITHOUT = {language: {ord(mark): None for mark in marks} for language, marks in FULL_WIDTH.items()}
STRAIGHT = re.compile("[\"']")
SPACED = re.compile(f"[{HAN}，。；：？！、）”》] +[^ ]|[^ ] +[{HAN}（“《]")
HALF_MARK = re.compile(rf"(?<=[{HAN}”》）])[,;:?!()]|[,;:?!()](?=[{HAN}“《（])|(?<=[{HAN}])\.(?![A-Za-z0-9])")
SPAN = re.compile("[0-9]+[-~–—][0-9]+")
CHINESE = re.compile(f"[{HAN}]+")
FULL_MARK = re.compile("[，。；：？！（）、《》～【】「」『』〔〕〈〉]")
JOINING = re.compile("[\u0300-\u036f\u1160-\u11ff\u3099\u309a]")
CLUSTER = re.compile(f"(?s:.){JOINING.pattern}*")
BLANKS = {"\u00a0": ("不换行空格", "a no-break space"), "\u3000": ("全角空格", "an ideographic space")}  # of those that look like a plain one
PAIRS = {"zh": ("（）", "《》", "“”", "‘’", "「」"), "en": ("()", "“”")}  # ’ is the apostrophe of English, too
AS_PAIRED = {"zh": str.maketrans("()", "（）"), "en": str.maketrans("", "")}  # of which width they are, another fault says
NUMBERED = re.compile(r"(?:^|(?<=[\s，。；：、]))[0-9A-Za-z]{1,2}[)）]", re.M)  # the bracket of 1) and a)
LATIN = re.compile(r"[^\W\d_]+")
SYLLABLES = re.compile("(?:" + "|".join((  # every syllable of pinyin, by how it begins
    "[bpm](?:a|o|ai|ei|ao|an|en|ang|eng|i|ie|iao|ian|in|ing|u)", "[pmf]ou", "m(?:e|iu)", "f(?:a|o|ei|an|en|ang|eng|u)",
    "[dt](?:a|e|ai|ao|ou|an|ang|eng|ong|i|ie|iao|ian|ing|u|uo|ui|uan|un)", "d(?:ei|iu)",
    "[nl](?:a|e|ai|ei|ao|ou|an|ang|eng|ong|i|ie|iao|iu|ian|in|iang|ing|u|uo|uan|v|ve)", "nen", "l(?:ia|un)",
    "[gkh](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)", "[jqx](?:i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ue|uan|un)",
    "[zcs]h?(?:a|e|ai|ao|ou|an|en|ang|eng|ong|i|u|uo|ui|uan|un)", "[zcs]h(?:ua|uai|uang)", "(?:sh|z)ei",
    "r(?:e|ao|ou|an|en|ang|eng|ong|i|u|uo|ui|uan|un)", "y(?:a|e|ao|ou|an|ang|i|in|ing|ong|u|ue|uan|un)", "w(?:a|o|ai|ei|an|en|ang|eng|u)",
    "a|o|e|ai|ei|ao|ou|an|en|ang|er",
)) + ")+")
LONGEST_READ = 24  # letters of a word; one without an end could be parted in endless ways
TONED = re.compile("[\u0304\u030c]")  # tones that hardly another language of Latin letters writes
CONVERTED = re.compile("锟斤拷|烫烫|屯屯屯|â€|Ã[\u0080-\u00bf]|[äåæçè][\u0080-\u00bfœŒšŠžŸ€‚ƒ„†‡ˆ‰‹˜™›]|ï¼")  # what one encoding read as another leaves
HALF_WIDTH = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）", ".": "。"}


@file_by_file(lambda _: ())
def sentences_are_clean(files: Files, _: tuple[()]) -> Iterator[Problem]:
    """Each sentence is in its own language, with that language's punctuation and plain characters."""
    for language in LANGUAGES:
        own = [(name, document, path, text) for name, document in files.items() for path, of, text in document.sentences if of == language]
        doubtful = _doubtful("\n".join(text for *_, text in own), language)
        for name, document, path, text in own:
            if doubtful or not text or text != text.strip() or "\n" in text or (not CHINESE.search(text) if language == "zh" else _pinyin(text)):
                named = path[-2] in ("name", "title") and (name == "terms.yml" or name.startswith("terms/")) or "aliases" in path or "sections" in path
                for zh, en in _faults(text, language, named, theirs=name == "sources.yml" or in_title(path)):
                    yield document.problem(path, zh, en)


def _doubtful(whole: str, language: Language) -> bool:
    """Whether any character of all sentences together could be at fault; one look at the whole is much quicker than one at each."""
    marks = (STRAIGHT, SPACED, HALF_MARK, SPAN) if language == "zh" else (STRAIGHT, CHINESE, FULL_MARK)
    plain = "".join(sorted(set(whole))).translate(WITHOUT[language])
    odd = not unicodedata.is_normalized("NFKC", plain) or JOINING.search(plain)  # what joins the character before it can be odd together only
    marked = any(pattern.search(whole) for pattern in marks) or (language == "zh" and OTHER_FORM.search(whole)) or suspicious(whole, language)
    return bool(odd or marked or CONVERTED.search(whole)) or "  " in whole or any(_without_partner(whole, language))


def _faults(text: str, language: Language, named: bool, theirs: bool) -> Iterator[tuple[str, str]]:
    if not text.strip():
        yield f"{language}是空的；补上这句话", f"{language} is empty; write the sentence"
        return
    if text != text.strip():
        yield "首尾有空格或换行；删掉", "A space or line break at the start or end; delete it"
    yield from character_faults(text, language, theirs)
    for sign, pair in _without_partner(text, language):
        if not (pair == "“”" and STRAIGHT.search(text)):  # which is its partner, as is said
            yield f"{sign}没有另一半；成对写：{pair[0]}…{pair[1]}", f"{sign} has no partner; write {pair[0]}…{pair[1]}"
    yield from _chinese_faults(text, named) if language == "zh" else _english_faults(text)


def _without_partner(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Every bracket or quotation mark whose other half is not on its line, with the pair."""
    text = text.translate(AS_PAIRED[language])
    for pair in PAIRS[language]:
        left, within = text, re.compile(rf"[{re.escape(pair)}]")
        while (fewer := re.sub(rf"{re.escape(pair[0])}([^{re.escape(pair)}\n]*){re.escape(pair[1])}", r"\1", left)) != left:
            left = fewer
        if found := within.search(NUMBERED.sub("", left)):
            yield found[0], pair


def character_faults(text: str, language: Language, theirs: bool = False) -> Iterator[tuple[str, str]]:
    """What may stand in no text, be it a sentence or a word: line breaks, other scripts, what only looks like plain characters, straight quotes.

    Of titles that others chose, `theirs`, no more is asked than that they can be seen."""
    if wrong := CONVERTED.search(text):
        yield (f"“{wrong[0]}”是编码转错留下的乱码；重新写上，或{RESTORE[0]}",
               f"“{wrong[0]}” is what a wrong encoding left of other characters; write them again, or {RESTORE[1]}")
        return
    if "\n" in text.strip():
        yield "句子里有换行；一句写成一行", "A line break inside the sentence; keep it on one line"
    odd_ones = list(_odd_characters(text, language))
    for odd in odd_ones:
        plain, codes = unicodedata.normalize("NFKC", odd), " ".join(f"U+{ord(one):04X}" for one in odd)
        if odd.isspace():
            zh, en = BLANKS.get(odd, ("特殊的空格", "a special space"))
            yield f"有{zh}（{codes}），看起来像普通空格；换成普通空格，不需要就删掉", f"The space here is {en} ({codes}); type a plain one, or none"
        elif len(odd) == 1:
            yield f"有兼容字符“{odd}”（{codes}）；写成“{plain}”", f"A compatibility character “{odd}” ({codes}); write “{plain}”"
        else:
            yield f"“{odd}”是拼起来的（{codes}）；重新输入成“{plain}”", f"“{odd}” is put together from pieces ({codes}); type “{plain}” anew"
    told = "".join(odd_ones)
    yield from ((one.zh, one.en) for one in strange(text, language) if one.found not in told and (one.unseen or not theirs))
    if language == "zh" and not theirs and (old := list(_every(OTHER_FORM, text))):
        new = [SIMPLIFIED[one] for one in old]
        yield (f"“{'、'.join(old)}”是繁体字或日文里的写法；写成“{'、'.join(new)}”",
               f"Not the form used on the mainland: “{', '.join(old)}”; write “{', '.join(new)}”")
    for mark in _every(STRAIGHT, text):
        yield f"有直引号{mark}；用弯引号“”‘’", f"A straight quotation mark {mark}; use “ ” ‘ ’"


def _pinyin(text: str) -> str:
    """A text that is nothing but syllables of Chinese; else empty. With tones, two words tell; without, some English words look so, too."""
    bare: list[str] = []
    for found in LATIN.finditer(text):
        word = "".join(one for one in unicodedata.normalize("NFD", found[0]) if not unicodedata.combining(one)).lower()
        if len(word) > LONGEST_READ or not SYLLABLES.fullmatch(word):
            return ""
        bare.append(word)
    toned = len(bare) > 1 and TONED.search(unicodedata.normalize("NFD", text))
    return text if toned or (len(bare) > 3 and any(len(word) > 6 for word in bare)) else ""


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


def _chinese_faults(text: str, named: bool) -> Iterator[tuple[str, str]]:
    """What is wrong with a Chinese text. What a tool or somebody else is `named` may well be English."""
    words = re.findall(r"[A-Za-z]{2,}", text)
    if not CHINESE.search(text) and (len(words) >= 4 or not named and len([one for one in words if len(one) > 2]) > 1):
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
    if pinyin := _pinyin(text):
        yield f"en里是拼音“{pinyin}”；译成英文", f"“{pinyin}” is pinyin; write it in English"
        return
    for han in _every(CHINESE, text):
        yield f"en里有汉字“{han}”；译成英文", f"Chinese characters “{han}” in en; translate them"
    if marks := "".join(_every(FULL_MARK, text)):
        yield f"英文句子里有全角“{marks}”；改用英文标点", f"Full-width “{marks}” in an English sentence; use English punctuation"
    if "  " in text:
        yield "有两个连续的空格；删掉一个", "Two spaces in a row; delete one"
