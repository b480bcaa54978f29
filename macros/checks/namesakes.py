"""Rules on names: records that go by one name, or by names that only a careful eye tells apart, are one thing, or readers take one for the other."""
from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from macros.checks.twice import WHO
from macros.checks.vocabularies import LISTS
from macros.loading.folder import Loaded
from macros.model.record import Record
from macros.model.records import RECORD_KINDS
from macros.words.languages import LANGUAGES
from macros.words.problems import Problem, anything_in
from macros.words.texts import Text

SIGNS = re.compile(r"""[\s_\-‐-―～~·•・./\\,;:!?'"‘’“”「」『』()\[\]【】《》、，。；：！？（）]+""")
# Letters of other scripts that look like Latin ones, as they are after case is folded: Cyrillic, then Greek.
LOOK_ALIKES = str.maketrans("авсԁеёһіјкӏмнорԛѕтухԝαβεικνορτυχ", "abcdeehijklmhopqstyxwabeiknoptux")


def names_tell_records_apart(loaded: Loaded) -> Iterator[Problem]:
    """Where records of two kinds go by one name in a language, they do in the other too; within a kind, and with terms, translations agree anyway."""
    for language, other in (LANGUAGES, LANGUAGES[::-1]):
        seen: dict[str, tuple[str, Record]] = {}
        for kind, record in loaded.handbook.records():
            if kind == "terms":
                continue
            home, first = seen.setdefault(record.name[language].casefold(), (kind, record))
            if home != kind and first.name[other].casefold() != record.name[other].casefold():
                yield loaded.problem(kind, record.id, ("name", language),
                                     f"“{first.id}”（{home}）也叫这个名称，另一种语言却不同名，读者分不清；改掉一个",
                                     f"“{first.id}” ({home}) has this name too, and another one in the other language; readers mix them up, so change one")


def names_of_a_kind_differ_at_a_glance(loaded: Loaded) -> Iterator[Problem]:
    """Within a kind, no two names in use differ by nothing, or only by width, case, spaces, signs or a letter of another script."""
    for kind in (*RECORD_KINDS, *LISTS):
        seen: dict[tuple[str, str], tuple[str, Text]] = {}
        for id, one in getattr(loaded.handbook, kind).items():
            if getattr(one, "retired", None):
                continue
            for language in LANGUAGES:
                first, name = seen.setdefault((language, glance(one.name[language])), (id, one.name))
                if first == id:
                    continue
                if name[language] != one.name[language]:
                    problem = loaded.problem(kind, id, ("name", language),
                                             f"与“{first}”的“{name[language]}”只差大小写、宽窄、空格、标点或一个形似的字母；改掉一个，或合成一条",
                                             f"Told from “{name[language]}” of “{first}” only by case, width, spaces, signs or a look-alike letter; "
                                             "change one, or make them one record")
                    yield problem.following(f"{problem.file}:{problem.field}")  # the space or the letter that should not be there is enough
                elif kind not in LISTS and (language == "zh") == (name == one.name):  # what is left out here is told of elsewhere
                    yield loaded.problem(kind, id, ("name", language), f"与“{first}”叫同一个名称；改掉一个，或合成一条",
                                         f"The same name as “{first}”; change one, or make them one record")


def other_names_are_others(loaded: Loaded) -> Iterator[Problem]:
    """What else a record is called is not the name that it has, nor that of another of its kind."""
    named = {(kind, language, record.name[language].casefold()): record
             for kind, record in loaded.handbook.records() if not record.retired for language in LANGUAGES}
    for kind, record in loaded.handbook.records():
        for number, alias in enumerate(getattr(record, "aliases", ())):
            if all(alias[language] == record.name[language] for language in LANGUAGES):
                yield loaded.problem(kind, record.id, ("aliases", number), "这个别名就是现在的名称；删掉这一项，或写回原来的叫法",
                                     "This other name is the name itself; delete the entry, or put back what it was called")
                continue
            for language in LANGUAGES:
                others = (named.get((of, language, alias[language].casefold())) for of in (WHO if kind in WHO else (kind,)))
                if other := next((one for one in others if one and one is not record), None):
                    yield loaded.problem(kind, record.id, ("aliases", number, language), f"“{alias[language]}”是“{other.id}”的名称，读者分不清；改掉一个",
                                         f"“{alias[language]}” is the name of “{other.id}”, and readers mix them up; change one")
                    break


def short_names_tell_records_apart(loaded: Loaded) -> Iterator[Problem]:
    """No two records of a kind have one short name, and none is the name of another."""
    seen: dict[tuple[str, str], str] = {(kind, record.name.en.casefold()): record.id for kind, record in loaded.handbook.records() if not record.retired}
    for kind, record in loaded.handbook.records():
        if (short := getattr(record, "short", None)) and not record.retired:
            first = seen.setdefault((kind, short.casefold()), record.id)
            if first != record.id:
                problem = loaded.problem(kind, record.id, ("short",), f"“{short}”已经是“{first}”的名称或简称；改掉一个",
                                         f"“{short}” is the name or short name of “{first}” already; change one")
                yield problem.following(*names_of(loaded, kind, record.id, first))


def roles_posts_titles_and_teams_have_names_of_their_own(loaded: Loaded) -> Iterator[Problem]:
    """No post, title or team has the name of a role, nor of each other: sentences name them side by side."""
    seen: dict[str, tuple[str, str]] = {}
    for kind, record in loaded.handbook.records():
        if kind in WHO and not record.retired:
            home, first = seen.setdefault(record.name.zh, (kind, record.id))
            if home != kind:
                problem = loaded.problem(kind, record.id, ("name", "zh"), f"“{first}”（{home}）也叫这个名称，读者分不清；改掉一个，或合成一条",
                                         f"“{first}” ({home}) has this name too, and readers mix them up; change one, or make them one record")
                yield problem.following(f"{problem.file}:{problem.field}")


def names_of(loaded: Loaded, kind: str, *ids: str) -> list[str]:
    """The causes that something is wrong with the names of these records: one that is a copy of another is told by its name."""
    names = [loaded.problem(kind, id, ("name",), "", "") for id in ids]
    return [anything_in(one.file, one.field) for one in names]


def glance(name: str) -> str:
    """What of a name is left to an eye in a hurry."""
    return SIGNS.sub("", unicodedata.normalize("NFKC", name).casefold().translate(LOOK_ALIKES)) or name
