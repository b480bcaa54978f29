"""Rules on style: what the house style refuses and a machine can see. They are the only ones that a department may switch off."""
from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from macros.checks import names
from macros.checks.by_file import Files, file_by_file
from macros.checks.left_over import holds_a_place
from macros.checks.links import in_title
from macros.loading.document import Document
from macros.loading.folder import Loaded, Rule
from macros.loading.house_style import STYLE, default
from macros.model.house_style import SENTENCE_LENGTH, HouseStyle, Refused
from macros.words.languages import LANGUAGES, Language
from macros.words.problems import Path, Problem

# A document's own words and headings are not ours to mend: quoted words, titles, and the file that lists the documents.
QUOTED = re.compile("“[^”]*”|《[^》]*》")
DOCUMENTS = "sources.yml"
PAUSE = {"zh": re.compile("[。；？]|例如"), "en": re.compile(r"[.;:?](?: |$)")}  # the length of a sentence ends here
ASIDE = re.compile("（[^）]*）")
ALSO_LETTERS = str.maketrans("ıİſK", "iisk")  # what an expression takes for a letter in the other case, and `lower` does not
LATIN = re.compile("[A-Za-z0-9.%+/]+")  # a word or figure counts as one character of a Chinese sentence
SHAPES = {
    "responsible-for-work": "负责[^，。；、]{1,20}工作(?=[，。；]|$)",
    "at-the-time-when": "当[^，。；]{1,20}的时候",
    "for-example-and-so-on": "例如[^。；，、]*、[^。；，]*等(?=[，。；]|$)",
}


@dataclass(frozen=True)
class Finder:
    """Finds some refused words of one language, outside the phrases that may hold one."""

    pattern: re.Pattern[str]
    exempt: re.Pattern[str] | None
    zh: str
    en: str

    def found(self, text: str) -> Iterator[str]:
        """Each refused word in a sentence, once."""
        if self.exempt:
            text = self.exempt.sub("“”", text)
        yield from dict.fromkeys(match[0] for match in self.pattern.finditer(text))


def finders(style: HouseStyle, language: Language, whole: str) -> tuple[Finder, ...]:
    """What finds the words that a style refuses in the sentences of one language, which are `whole` together.

    Only words whose letters stand somewhere are looked for: most occur nowhere, and to look for letters is much quicker than for words.
    No expression comes from the data: its words are looked for as they stand."""
    letters = whole.translate(ALSO_LETTERS).lower() if language == "en" else whole
    found = [_finder(one, words, language) for rule in style.rules for one in rule.refused if (words := _met(one.words(language), letters))]
    if language == "zh":
        found += [Finder(re.compile(SHAPES[one.shape]), None, one.instead.zh, one.instead.en) for rule in style.rules for one in rule.shapes]
    return tuple(one for one in found if one.pattern.search(whole))


def _met(words: Iterable[str], letters: str) -> tuple[str, ...]:
    return tuple(word for word in words if word.removesuffix("*").lower() in letters)


def _finder(refused: Refused, words: tuple[str, ...], language: Language) -> Finder:
    written = _literal if language == "zh" else _whole_word
    flags = re.I if language == "en" else 0
    exempt = getattr(refused.exempt, language)
    return Finder(
        re.compile(_any(written, words), flags), re.compile(_any(_literal, exempt), flags) if exempt else None,
        refused.instead.zh, refused.instead.en,
    )


def _any(written: Callable[[str], str], words: Iterable[str]) -> str:
    return "|".join(map(written, sorted(words, key=len, reverse=True)))


def _literal(word: str) -> str:
    return re.escape(word)


def _whole_word(word: str) -> str:
    """An English word where no other letter stands beside it; after * any ending may follow."""
    stem = word.removesuffix("*")
    before = r"(?<![\w’-])" if stem[0].isalnum() else ""
    after = r"\w*" if word.endswith("*") else r"(?!\w)" if stem[-1].isalnum() else ""
    return f"{before}{re.escape(stem)}{after}"


def _guide(loaded: Loaded) -> tuple[HouseStyle, tuple[str, ...] | None]:
    """The style, and the Chinese names of records that hold a refused word, the longest first; None where not every name is known."""
    if not names.are_known(loaded):
        return loaded.handbook.style, None
    called = {*(record.name.zh for _, record in loaded.handbook.records()), *names.of_misfits(loaded)}
    suspects = finders(loaded.handbook.style, "zh", "\n".join(called))
    return loaded.handbook.style, tuple(
        sorted((name for name in called if any(one.pattern.search(name) for one in suspects)), key=lambda name: (-len(name), name))
    )


@file_by_file(_guide)
def sentences_follow_the_guide(files: Files, guide: tuple[HouseStyle, tuple[str, ...] | None]) -> Iterator[Problem]:
    """No sentence of ours uses a word or form that the house style refuses, or runs on for too long."""
    style, exempt = guide
    for language in LANGUAGES:
        sentences = list(_sentences(files, language))
        suspects = finders(style, language, "\n".join(text for _, _, text in sentences)) if exempt is not None or language == "en" else ()
        longest = getattr(style.longest, language) if style.holds(SENTENCE_LENGTH) else None
        for document, path, text in sentences:
            if holds_a_place(text):  # which is told of as what it is
                continue
            for zh, en in _refused(text, suspects, exempt or () if language == "zh" else ()):
                yield document.problem(path, zh, en)
            for zh, en in _too_long(text, language, longest) if longest is not None else ():
                yield document.problem(path, zh, en)


def _sentences(files: Files, language: Language) -> Iterator[tuple[Document, Path, str]]:
    for name, document in files.items():
        if name != DOCUMENTS:
            yield from ((document, path, text) for path, of, text in document.sentences if of == language and not _is_name(path) and not in_title(path))


def _is_name(path: Path) -> bool:
    """Whether a text is a name, or another name by which documents or people call the same thing."""
    return path[-2:-1] == ("name",) or path[-3:-2] == ("aliases",)


def _refused(text: str, refusing: tuple[Finder, ...], exempt: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The refused words of a sentence, outside quotes, titles and the names of records that hold one."""
    if not any(one.pattern.search(text) for one in refusing):
        return
    ours = QUOTED.sub("“”", text)
    for name in exempt:
        ours = ours.replace(name, "“”")
    for one in refusing:
        for word in one.found(ours):
            yield f"不写“{word}”；{one.zh}", f"Not “{word}”; {one.en}"


def _too_long(text: str, language: Language, longest: int) -> Iterator[tuple[str, str]]:
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


def only_style_is_switched_off(others: Iterable[Rule]) -> Rule:
    """The rule that style.yml switches off rules of style alone, by their names; `others` are the rules of truth and safety."""
    fixed = {rule.__name__.replace("_", "-") for rule in others}

    def switches_name_rules_of_style(loaded: Loaded) -> Iterator[Problem]:
        """What style.yml switches off is a rule of style, named once."""
        document, free = loaded.documents.get(STYLE), [rule.id for rule in default().rules]
        if document is None or not isinstance(document.data, dict):
            return
        off = document.data.get("off")
        if not isinstance(off, list):
            return
        for number, id in enumerate(off):
            if isinstance(id, str) and id not in free:
                yield document.problem(("off", number), *_not_free(id, free, fixed))
            elif id in off[:number]:
                yield document.problem(("off", number), f"“{id}”写了两次；删掉一个", f"“{id}” stands twice; delete one")

    return switches_name_rules_of_style


def _not_free(id: str, free: list[str], fixed: set[str]) -> tuple[str, str]:
    if id.replace("_", "-") in fixed:
        return (f"“{id}”管的是对不对、安不安全，不能关；能关的有：{'、'.join(free)}",
                f"“{id}” guards truth and safety and cannot be switched off; these can: {', '.join(free)}")
    near = difflib.get_close_matches(id, free, 1, 0.6)
    if near:
        return f"没有“{id}”这条规则；是不是“{near[0]}”？", f"There is no rule “{id}”; did you mean “{near[0]}”?"
    return f"没有“{id}”这条规则；能关的有：{'、'.join(free)}", f"There is no rule “{id}”; these can be switched off: {', '.join(free)}"
