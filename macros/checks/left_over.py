"""Rules on what is no text of a page: words that hold a place, signs of HTML, Markdown and programs, and what a word alone may hold."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from macros.checks.by_file import Files, file_by_file
from macros.checks.punctuation import HAN, character_faults
from macros.loading.document import FORMS
from macros.words.languages import LANGUAGES
from macros.words.problems import IS_ALL, Path, Problem

# Whole texts that only hold the place of one, without the signs around them.
HOLDS_A_PLACE = re.compile(
    "待(?:补充?|定|完善|填写?|写|译|翻译|更新|确认|核实|编)|暂[无缺空]|未填写?|未翻译|占位符?|(?:请|此处|这里|在此)填写?(?:内容|文字|说明|描述|职责|名称)?|略|[同如见]上|某{2,}"
    "|tb[dacn]|to ?do|to be (?:added|announced|completed|confirmed|decided|defined|determined|done|translated|written)"
    "|fix ?me|n a|null|undefined|x{2,}|placeholder|coming soon|ditto|(?:same )?as above|see above"
    "|(?:description|text|name|title|content|words?) (?:here|goes here)|(?:add|insert|enter|write) (?:text|description|name|title|content) here"
    "|not (?:yet )?translated|lorem ipsum.*|asdf", re.I,
)
# What may be a name or an abbreviation, and is no sentence.
NO_SENTENCE = re.compile(r"[无空]|测试(?:一下|文字|内容|数据)?|test(?:ing)?|none|nil|wip|foo|bar|foo ?bar|blah(?: blah)*|.|(.)\1{2,}|[\W\d_]+", re.I)
SIGNS = re.compile(r"[\W_]+")
NOTHING_SAID = re.compile(r"[\s.…。?？!！\-—–_*#=~～、,，;；]+")
# What a page shows as it stands, though it was meant to do something. Each with what it is.
MARKUP = (
    (re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>|<!--"), "HTML标签", "an HTML tag"),
    (re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});"), "HTML字符代码", "an HTML character code"),
    (re.compile(r"\*\*(?=\S)[^*]+\*\*|(?<!\w)__(?=\S)[^_]+__(?!\w)|~~(?=\S)[^~]+~~|!?\[[^\]]+\]\([^)]+\)|`[^`]+`|^#{1,6} |^> "), "Markdown的写法", "Markdown"),
    (re.compile(r"\\[abfnrtvxuU0](?![A-Za-z])|\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}"), "转义写法", "an escape of programs"),
)
NAMING = frozenset({"name", "title", "short", "short_title", "department", "aliases", "sections", "after", "unit_name", "outside", "scope"})
ANY_MARKUP = re.compile(r"[<&*_~`\\\[]|^[#>] ?", re.M)
WORDS = frozenset({*FORMS, "edition", "short", "sign", "plural", "search_examples"})  # fields of words that are no sentences
LONGEST_WORD = 60
WHOLLY_QUOTED = re.compile("“[^“”]{8,}”")
APART = re.compile(f"[{HAN}]+ [{HAN}]+")


@file_by_file(lambda _: ())
def texts_say_something(files: Files, _: tuple[()]) -> Iterator[Problem]:
    """No text only holds the place of one still to be written, and none has signs that a page would show as they stand."""
    for document in files.values():
        for path, _language, text in document.sentences:
            own = not (path[-2:-1] in (("name",), ("title",)) or "aliases" in path)  # what others called something may hold any sign
            if path[0] == "duties" and WHOLLY_QUOTED.fullmatch(text):
                yield document.problem(path, f"整句放在引号里，像是引别人的话；去掉外面的引号：{text[1:-1]}",
                                       f"The whole sentence stands in quotation marks, as if somebody else said it; leave them out: {text[1:-1]}")
            for zh, en in _empty(text, not NAMING.intersection(path)):
                yield replace(document.problem(path, zh, en), cause=IS_ALL)
            for zh, en in _markup(text) if own else ():
                yield document.problem(path, zh, en)


def holds_a_place(text: str) -> bool:
    """Whether a whole text says nothing yet."""
    return bool(HOLDS_A_PLACE.fullmatch(SIGNS.sub(" ", unicodedata.normalize("NFKC", text)).strip()) or NOTHING_SAID.fullmatch(text) and text.strip())


def _empty(text: str, sentence: bool) -> Iterator[tuple[str, str]]:
    """What to say of a text without a word in it. A name may be a sign or a number, and a sentence may not."""
    if holds_a_place(text) or (sentence and text.strip() and NO_SENTENCE.fullmatch(text.strip().rstrip(".。!！?？"))):
        yield (f"“{text}”只是占个位置，会原样显示；写上这句话，文件没有写的删掉这一项，或写进gaps",
               f"“{text}” only holds a place and would be shown as it stands; write the text, delete the entry, or put what no document says under gaps")


def _markup(text: str) -> Iterator[tuple[str, str]]:
    if not ANY_MARKUP.search(text):
        return
    for pattern, zh, en in MARKUP:
        if found := pattern.search(text):
            yield f"“{found[0]}”是{zh}，会原样显示；去掉这些符号，只写文字", f"“{found[0]}” is {en} and would be shown as it stands; leave the signs out"


@file_by_file(lambda _: ())
def fields_say_something(files: Files, _: tuple[()]) -> Iterator[Problem]:
    """No field ends with its colon: what is empty is left out."""
    for document in files.values():
        for path in _blank(document.data, ()):
            problem = document.problem(path, "冒号后面是空的；写上内容，没有就删掉这一行",
                                       "Nothing stands after the colon; write it, or leave the line out", at_key=True)
            yield problem.following(f"{problem.file}:{problem.field}")  # where the model says what is wanted


def _blank(value: object, path: Path) -> Iterator[Path]:
    """Every field, but for texts of a language, in which nothing stands."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if inner == "" and key not in LANGUAGES:
                yield (*path, key)
            yield from _blank(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _blank(inner, (*path, number))


@file_by_file(lambda _: ())
def words_are_clean(files: Files, _: tuple[()]) -> Iterator[Problem]:
    """Words that are no sentences, such as an edition or what people search for, hold plain characters, no spaces at their ends, and are not long."""
    for document in files.values():
        for path, text in _words(document.data, (), False):
            for zh, en in _faults(text, a_sign="sign" in path or "avoid" in path or "exempt" in path):
                yield document.problem(path, zh, en)


def _words(value: object, path: Path, within: bool) -> Iterator[tuple[Path, str]]:
    """Every such word with its path: what stands under one of the fields, at whatever depth."""
    if isinstance(value, str):
        if within:
            yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            sentence = key == "short" and isinstance(inner, dict)  # of a source document, in both languages
            yield from _words(inner, (*path, key), (within or key in WORDS) and not sentence)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _words(inner, (*path, number), within)


def _faults(text: str, a_sign: bool) -> Iterator[tuple[str, str]]:
    if not text.strip():
        return  # said where the model refuses it
    if text != text.strip():
        yield "首尾有空格或换行；删掉", "A space or line break at the start or end; delete it"
    yield from character_faults(text, LANGUAGES[0] if re.search(f"[{HAN}]", text) else LANGUAGES[1])
    if "  " in text:
        yield "有两个连续的空格；删掉一个", "Two spaces in a row; delete one"
    elif apart := APART.search(text):
        yield f"“{apart[0]}”中间有空格；删掉", f"A space within “{apart[0]}”; delete it"
    if len(text) > LONGEST_WORD:
        yield (f"这里只写一个词或短语，最多{LONGEST_WORD}个字符，现在有{len(text)}个；缩短",
               f"A word or a short phrase is needed here, at most {LONGEST_WORD} characters, and {len(text)} stand here; shorten it")
    if SIGNS.sub("", text):
        yield from (*_empty(text, False), *_markup(text))
    elif not a_sign:
        yield (f"“{text}”不是词，没有人会这样写、这样找；写上词，没有就删掉这一项",
               f"“{text}” is no word, and nobody writes or looks for it; write a word, or delete the entry")
