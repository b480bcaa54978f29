"""Which characters a language is written with: letters, marks and signs that anyone can type, read and look for. All others are named for what they are."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from macros.words.languages import Language

# Letters of other scripts that look like Latin ones: Cyrillic, Greek, those of phonetics and of their kind.
LOOK_ALIKES = dict(zip(
    "авсԁеёһіјкӏмнорԛѕтухԝАВЕЅІЈКМНОРСТУХԚԜЗЧЬ" "αβεικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" "ɑɡıȷᴀᴄᴇᴏᴠᴡᴢօսոһԁ",
    "abcdeehijklmhopqstyxwABESIJKMHOPCTYXQW34b" "abeiknoptuxABEZHIKMNOPTYX" "agijaceovwzounhd", strict=True,
))
LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0130\u0132-\u0137\u0139-\u017e\u01a0\u01a1\u01af\u01b0\u01cd-\u01dc\u0218-\u021b\u1e00-\u1ef9"
GREEK = "\u0391-\u03a9\u03b1-\u03c9"
EVERYWHERE = (
    "\n -~" + "\u00a1-\u00ac\u00ae-\u00bf\u00d7\u00f7" + LATIN + GREEK
    + "–—‘’“”†‡•…‰′″" + "\u20a0-\u20bf\u2190-\u22ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff"
)
HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002a6df\U0002a700-\U000323af〇"
MARKS = "、。〈〉《》「」『』【】〔〕！％（）＋，－：；＝？～"
FOREIGN = {  # in English, Chinese characters and marks are told of elsewhere
    "zh": re.compile(f"[^{EVERYWHERE}{HAN}{MARKS}]+"),
    "en": re.compile(f"[^{EVERYWHERE}\u3400-\u4dbf\u4e00-\u9fff，。；：？！（）、《》～【】「」『』〔〕〈〉]+"),
}
GREEK_ALIKE = "".join(one for one in LOOK_ALIKES if "\u0391" <= one <= "\u03c9")
# A letter of Greek stands alone, as in a formula, and not in a word, nor beside a Latin letter that it looks like.
GREEK_WORD = re.compile(f"[{GREEK}]{{2,}}|(?<=[A-Za-z])[{GREEK_ALIKE}]|[{GREEK_ALIKE}](?=[A-Za-z])")
ANY_GREEK = re.compile(f"[{GREEK}]")
WORD = re.compile(rf"[^\W\d_{HAN}]+")
# Signs of other languages that are typed for one of Chinese.
MEANT = {"ー": "一", "・": "·", "〜": "～", "‐": "-", "‒": "–", "―": "—"}
NAMES = {  # how the Unicode name of a character begins, and what its script is called
    "CYRILLIC": ("西里尔字母", "Cyrillic"), "GREEK": ("希腊字母", "Greek"), "HIRAGANA": ("日文假名", "Japanese"), "KATAKANA": ("日文假名", "Japanese"),
    "HANGUL": ("韩文", "Korean"), "BOPOMOFO": ("注音符号", "Bopomofo"), "ARABIC": ("阿拉伯文", "Arabic"), "HEBREW": ("希伯来文", "Hebrew"),
    "THAI": ("泰文", "Thai"), "DEVANAGARI": ("天城文", "Devanagari"), "ARMENIAN": ("亚美尼亚文", "Armenian"), "CHEROKEE": ("切罗基文", "Cherokee"),
    "CJK": ("汉字或部首", "Chinese"),
}
BLANK = "\u2800\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0\u115f\u1160\u1680"  # letters and signs that show nothing


@dataclass(frozen=True)
class Strange:
    """Something in a text that its language is not written with, and what to say of it in both languages; `unseen` where it shows nothing anybody can read."""

    found: str
    zh: str
    en: str
    unseen: bool = False


def suspicious(text: str, language: Language) -> bool:
    """Whether a text may hold something strange: told quickly, of very long texts too."""
    return bool(FOREIGN[language].search(text) or ANY_GREEK.search(text) and GREEK_WORD.search(text))


def strange(text: str, language: Language) -> Iterator[Strange]:
    """What of a text its language is not written with, each once. What the normal forms tell from a plain character is not asked."""
    if not suspicious(text, language):
        return
    told: set[str] = set()
    for word in WORD.findall(text):
        if plain := _as_latin(word):
            alike = dict.fromkeys(one for one in word if one in LOOK_ALIKES)
            told.update(alike)
            codes = " ".join(f"U+{ord(one):04X}" for one in alike)
            yield Strange(word, f"“{word}”里有只是看起来像拉丁字母的字符（{codes}）；重新输入成“{plain}”",
                          f"“{word}” has letters that only look like Latin ones ({codes}); type “{plain}” anew")
    for found in dict.fromkeys(one[0] for pattern in (FOREIGN[language], GREEK_WORD) for one in pattern.finditer(text)):
        left = "".join(one for one in found if one not in told and unicodedata.normalize("NFKC", one) == one)
        if left:
            yield _said(left, language)


def _as_latin(word: str) -> str | None:
    """A word in plain Latin letters, where some of its letters only look like them: beside Latin ones, or all of several."""
    others = [one for one in word if one not in LOOK_ALIKES]
    if len(others) == len(word) or (len(word) == 1 and word in GREEK_ALIKE) or not all(re.fullmatch(f"[{LATIN}]", one) for one in others):
        return None
    return "".join(LOOK_ALIKES.get(one, one) for one in word)


def _said(found: str, language: Language) -> Strange:
    first = found[0]
    code, category = f"U+{ord(first):04X}", unicodedata.category(first)
    if first == "\t":
        return Strange(found, "里面有制表符（Tab）；换成空格或删掉", "A tab inside the text; type a space, or none")
    if first in BLANK or category in ("Cf", "Cc", "Zs", "Zl", "Zp"):
        return Strange(found, f"有看不见的字符{code}；删掉它", f"An invisible character, {code}; delete it", unseen=True)
    if category == "Co":
        return Strange(found, f"字符{code}是私用区的，只有某些字体认得，别处显示成空框；重新输入要写的字",
                       f"The character {code} is a private one that some fonts know and others show as a box; type what is meant", unseen=True)
    if category == "Cn":
        return Strange(found, f"{code}不是字符，什么字体都显示不出来；删掉，重新输入要写的字",
                       f"{code} is no character, and no font shows it; delete it, and type what is meant", unseen=True)
    if category.startswith("M"):
        return Strange(found, f"有叠在别的字上的符号{code}；删掉它", f"A mark that is laid over another character, {code}; delete it")
    if found in MEANT:
        return Strange(found, f"“{found}”（{code}）不是这里用的符号；写成“{MEANT[found]}”",
                       f"“{found}” ({code}) is not the sign used here; write “{MEANT[found]}”")
    script = re.split("[ -]", unicodedata.name(first, ""))[0]
    if script == "CJK" and language == "zh":
        return Strange(found, f"“{found}”（{code}）是部首或兼容汉字，看着像另一个字；重新输入要写的字",
                       f"“{found}” ({code}) is a radical or a variant that looks like another character; type what is meant")
    if script in NAMES:
        zh, en = NAMES[script]
        right = ("写成中文", "write it in Chinese") if language == "zh" else ("写成英文", "write it in English")
        return Strange(found, f"“{found}”（{code}）是{zh}；{right[0]}", f"“{found}” ({code}) is {en}; {right[1]}")
    zh, en = ("中文", "Chinese") if language == "zh" else ("英文", "English")
    return Strange(found, f"“{found}”（{code}）不是{zh}里用的字符；换成常用的，或删掉",
                   f"“{found}” ({code}) is no character of {en}; put a usual one in its place, or delete it")
