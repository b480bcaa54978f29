"""What is said in several places is said in the same words: quotations, and sentences about the same section of a document."""
from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

import pytest
from babel.messages.pofile import read_po

from macros.checks.house_style import finders
from macros.loading.folder import read_all
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES
from macros.words.problems import Path
from tests.places import DATA, ROOT

APART = ("sources.yml", "style.yml", "terms.yml", "handbook.yml")  # headings, the rules and meanings of words, what stands once
QUOTED = re.compile("“([^”]+)”")
QUOTED_OR_TITLE = re.compile("[“《]([^”》]+)[”》]")  # English puts titles in quotation marks too
MARKS = re.compile(r"[\s，。；：、“”‘’（）《》]")
CATALOGS = {language: ROOT / f"macros/words/catalogs/{language}.po" for language in LANGUAGES}
SHORT, LONG = 4, 10  # Chinese characters: a quotation worth comparing, and a sentence
CHINESE_ALIKE, ENGLISH_ALIKE = 0.7, 0.4  # shares of characters and words that two sentences have in common
LITTLE = {
    *"a an the of for to and or in on at with by as is are was be that this it its their from into than so for example which who whose what when how".split()
}


class Said(NamedTuple):
    """A sentence in both languages, where it stands and what it rests on."""

    place: str
    zh: str
    en: str
    sources: tuple[str, ...]


@pytest.fixture(scope="module")
def said() -> list[Said]:
    """Every sentence of the handbook."""
    return [one for name, document in read_all(DATA).documents.items() if name not in APART for one in sentences(document.data, name, (), ())]


def sentences(value: object, file: str, path: Path, sources: tuple[str, ...]) -> Iterator[Said]:
    """The pairs in a file, with the sources of the nearest part that names some."""
    if isinstance(value, dict):
        sources = tuple(value["sources"]) if isinstance(value.get("sources"), list) else (value["source"],) if "source" in value else sources
        if all(isinstance(value.get(language), str) for language in LANGUAGES):
            yield Said(f"{file} {'.'.join(map(str, path))}", value["zh"], value["en"], sources)
    if isinstance(value, (dict, list)):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from sentences(inner, file, (*path, key), sources)


def words(text: str) -> set[str]:
    """The words of an English sentence that carry its meaning, without their endings."""
    found = re.findall(r"[a-z0-9][\w’'-]*", re.sub("[“”]", "", text.lower()))
    return {re.sub("(ing|ed|es|s)$", "", word) if len(word) > 4 else word for word in found} - LITTLE


def test_a_quotation_has_one_wording(said):
    """Where both halves quote equally often, quotations answer each other in their order."""
    ways: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in said:
        chinese, english = QUOTED_OR_TITLE.findall(one.zh), [quoted.rstrip(".,").lower() for quoted in QUOTED.findall(one.en)]
        if len(chinese) == len(english):
            for zh, en in zip(chinese, english, strict=True):
                ways["zh", zh][en].append(one.place)
                ways["en", en][zh].append(one.place)
    assert [f"{quoted}: {dict(others)}" for (_, quoted), others in ways.items() if len(others) > 1] == []


def test_what_is_quoted_in_several_places_has_words_in_common(said):
    """English may leave out the marks of a quotation, and then its words show that it is the same."""
    places: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        for quoted in set(QUOTED.findall(one.zh)):
            places[quoted].append(one)
    strangers = [
        f"{quoted}: {[(one.place, one.en) for one in several]}"
        for quoted, several in places.items()
        if len(quoted) >= SHORT and len(several) > 1 and not set.intersection(*(words(one.en) for one in several))
    ]
    assert strangers == []


def test_what_one_section_says_has_one_english(said):
    """Two sentences that cite the same section and are much alike in Chinese are alike in English."""
    by_section: dict[str, list[tuple[Said, set[str], set[str]]]] = defaultdict(list)
    for one in said:
        if len(one.zh) >= LONG:
            for section in one.sources:
                by_section[section].append((one, set(MARKS.sub("", one.zh)), words(one.en)))
    apart = {
        f"{first.place}: {first.en}\n{second.place}: {second.en}"
        for several in by_section.values()
        for (first, a, x), (second, b, y) in combinations(several, 2)
        if len(a & b) >= CHINESE_ALIKE * len(a | b) and len(x & y) < ENGLISH_ALIKE * len(x | y)
    }
    assert apart == set(), "\n\n".join(sorted(apart))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rules_are_headed_like_the_part_they_stand_in(handbook, language):
    """A page that says “How other companies do it” twice, one under the other, looks broken."""
    reader = Reader(handbook, language, "")
    headings = {reader.say(heading) for heading in ("What applies", "How other companies do it")}
    named = [(id, reader.text(group.name)) for id, practice in handbook.practices.items() for group in practice.groups.values()]
    assert [one for one in named if one[1] in headings] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_the_interface_keep_the_house_style(handbook, language):
    """What every sentence of the data is held to, the sentences around them keep too; the marks alone may be abbreviations."""
    shown = "\n".join(interface(language))
    found = [*finders(handbook.style, language, shown)]
    broken = [f"{word}: {one}" for one in interface(language) for finder in found for word in finder.found(one)]
    assert [line for line in broken if not line.startswith("e.g.:")] == []


def interface(language: str) -> list[str]:
    """Every message as readers of a language see it; what the English catalog does not translate is its own English."""
    with CATALOGS["zh"].open("rb") as every, CATALOGS[language].open("rb") as own:
        translated = {(message.id, message.context): message.string for message in read_po(own) if message.id}
        found = [translated.get((message.id, message.context)) or message.id for message in read_po(every) if message.id]
    return [QUOTED.sub("“”", form) for one in found for form in ((one,) if isinstance(one, str) else one) if form]


def test_a_document_goes_by_its_short_name(said, handbook):
    """The name in full stands in the lists of sources; a sentence uses the short one."""
    titles = {one.title[language] for one in handbook.documents.values() if one.short for language in LANGUAGES}
    full = titles - {one.short[language] for one in handbook.documents.values() if one.short for language in LANGUAGES}
    assert [(one.place, title) for one in said for title in full.intersection(QUOTED_OR_TITLE.findall(one.zh + one.en))] == []


def test_a_line_of_practice_for_a_competency_stands_alone(handbook):
    """Comparisons show such a line without those before it, so it begins with no pronoun and no “another”."""
    begun = re.compile("(?:They|Them|These|This|For another|Then|The same)\\b|[再又还也]|同是|然后")
    lines = [text for practice in handbook.practices.values() for group in practice.groups.values() for item in group.items if item.competencies
             for text in (item.zh, item.en)]
    assert lines and [line for line in lines if begun.match(line)] == []
    offered = [line for practice in handbook.practices.values() if handbook.practice_groups[practice.kind].helps_growth
               for group in practice.groups.values() for item in group.items if item.competencies for line in (item.zh, item.en)]
    assert offered and [line for line in offered if re.match("例如|For example", line)] == [], "an example of what, a plan does not say"


def test_a_post_without_a_page_goes_by_one_name(said, handbook):
    """A post is known by its name alone, so another word for it looks like another post."""
    names = [([form for form in re.split("[（）]", post.name.zh) if form], post.name.en.lower()) for post in handbook.posts.values()]
    assert [(one.place, name) for one in said for forms, name in names if name in one.en.lower() and not any(form in one.zh for form in forms)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_group_of_competencies_has_a_name_of_its_own(said, handbook, language):
    """A name that a document gives to other abilities stands in quotation marks; a group of that name would look like the same set."""
    names = [name for _, name in Reader(handbook, language, "").groups("competencies")]
    assert names and [(one.place, name) for one in said for name in names if name in QUOTED.findall(getattr(one, language))] == []


def test_no_level_begins_with_in_the_time_of(said):
    """Chinese needs no 在 before a clause of time that opens a line: “收到任务后马上回应”, not “在收到任务后马上回应”."""
    opening = re.compile("在[^，。]{1,22}?(?:(?<!小)时(?![期间])|[之以]?[前后])")
    assert [one.zh for one in said if one.place.startswith("competencies/") and opening.match(one.zh)] == []


def test_whom_a_practice_applies_to_answers_its_label(said):
    """The line stands after “适用：” and “Applies to:”: it names people, and as part of a line it has no full stop."""
    lines = [one for one in said if one.place.startswith("practices/") and one.place.endswith(" applies_to")]
    assert lines
    assert [one.zh for one in lines if re.search("写的是|适用于|^写在|。$", one.zh) or one.en.endswith(".")] == []


def test_what_a_role_does_by_its_duties_stands_no_higher_than_the_level_it_lists(handbook):
    """A level is read as what the role must do: its own duty, nearly word for word, cannot stand in a level that no role or a higher one has."""
    order = list(handbook.levels)
    for role in handbook.ordered_roles:
        duties = [_pairs(line["zh"]) for duty in role.duties.values() for line in duty.items]
        for listed in role.competencies:
            levels = handbook.competencies[listed.competency].levels
            for level in order[order.index(listed.level) + 1:]:
                for line in levels[level].can:
                    said = _pairs(line["zh"])
                    close = max(len(said & duty) / min(len(said), len(duty)) for duty in duties)
                    assert close < 0.7, (role.id, listed.competency, level, line["zh"])


def test_no_level_above_the_one_a_role_lists_is_made_of_its_duties(handbook):
    """Were much of a level in the words of what a role already does, the role would be at that level."""
    order = list(handbook.levels)
    shares = {}
    for role in handbook.ordered_roles:
        duties = set().union(*(_pairs(line["zh"]) for duty in role.duties.values() for line in duty.items))
        for listed in role.competencies:
            for level in order[order.index(listed.level) + 1:]:
                lines = [_pairs(line["zh"]) for line in handbook.competencies[listed.competency].levels[level].can]
                shares[role.id, listed.competency, level] = sum(len(line & duties) / len(line) for line in lines) / len(lines)
    assert {one: round(share, 2) for one, share in shares.items() if share >= 0.45} == {}


def test_no_duty_is_another_company_s_case(handbook):
    """A duty opens with what this role does; what someone else did may illustrate it, and the cases have a page of their own."""
    duties = [(role.id, line["zh"]) for role in handbook.ordered_roles for duty in role.duties.values() for line in duty.items]
    assert len(duties) > 400
    assert [one for one in duties if one[1].startswith("例如")] == []


def test_a_sign_of_readiness_is_told_of_what_someone_has_done(handbook):
    """One list in one tense: what has been seen, not what is hoped for."""
    signs = [*(one.en for role in handbook.ordered_roles for one in role.growth_signals),
             *(one.en for stage in handbook.used("stages") for one in stage.promotion_signals)]
    assert len(signs) > 60
    assert [one for one in signs if not one.startswith("Has ")] == []


def test_a_level_addresses_nobody(said):
    """A level reads on from “Can” and, on an interview sheet, from what an answer shows of somebody else."""
    levels = [one.en for one in said if one.place.startswith("competencies/") and ".can." in one.place]
    assert len(levels) > 500
    assert [one for one in levels if re.search(r"\byou\b", QUOTED.sub("", one))] == []


def _pairs(sentence: str) -> set[str]:
    """The pairs of characters of a sentence, without punctuation and “例如”."""
    bare = re.sub(r"[^\w]|例如", "", sentence)
    return {bare[at:at + 2] for at in range(len(bare) - 1)}


def test_what_documents_say_goes_by_no_title_of_the_editors(handbook):
    """Where documents differ, each is told in its own words: a title that the editors chose is in none of them."""
    titles = [text for role in handbook.roles.values() if "name" in role.basis_of for text in (role.name.zh, role.name.en.lower())]
    says = {text for found in handbook.differs_by_record.values() for one in found for said in one.says for text in (said.zh, said.en)}
    assert titles and [text for text in says if any(title in text.lower() for title in titles)] == []


def test_the_name_of_a_group_of_duties_is_no_list(handbook):
    """Competencies name the groups that use them, with 、 between: one within a name makes two of it."""
    names = [duty.name.zh for role in handbook.ordered_roles for duty in role.duties.values()]
    assert names and [name for name in names if "、" in name] == []


def test_people_are_neither_he_nor_she(said):
    """Chinese needs no pronoun for a person: 本人, 对方, 成员 stand for everyone; 其他 and 吉他 are no persons."""
    assert [(one.place, one.zh) for one in said if re.search("(?<![其吉])[他她]", QUOTED.sub("“”", one.zh))] == []
