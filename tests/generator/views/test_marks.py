"""What a mark opens: the note goes on from its name and does not say it again."""
from __future__ import annotations

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.practices import Summary
from macros.model.record import Item, Note
from macros.views import parts
from macros.views.marks import in_words, of_all_levels, why
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES
from macros.words.texts import Text
from tests.places import BAKERY


@pytest.mark.parametrize("kind", ["example", "inferred", "editorial", "internal"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_meaning_of_a_mark_does_not_repeat_its_name(language, kind):
    reader = Reader(load(BAKERY, RULES), language, "")
    assert reader.word("basis", kind).lower() not in reader.word("meaning", kind).lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_editors_add_on_a_subject_of_a_document_is_not_said_to_be_in_none(language):
    reader = Reader(load(BAKERY, RULES), language, "")
    alone, about = (why(reader, "editorial", sources=sources) for sources in ((), ("oven-book#3",)))
    assert alone["said"] == reader.word("meaning", "editorial") != about["said"] and about["cited"]


@pytest.mark.parametrize(("text", "meaning"), [
    (Text(zh="例如每天擦一次", en="For example, clean it every day"), None),
    (Text(zh="擦烤炉，例如每天一次", en="Clean the oven, for example every day"), "within"),
    (Text(zh="某家店每天擦一次", en="One shop cleans it every day"), "example"),
])
@pytest.mark.parametrize("language", LANGUAGES)
def test_only_a_line_that_opens_as_an_example_goes_without_its_mark(language, text, meaning):
    reader = Reader(load(BAKERY, RULES), language, "")
    mark = parts.marks(reader, "example", of=text)["why"]
    assert (mark["said"] if mark else None) == (reader.word("meaning", meaning) if meaning else None)


@pytest.mark.parametrize(("of", "meaning"), [
    (Text(zh="先揉后烤。", en="Knead first, bake later."), "editorial"),
    (Summary(zh="先揉后烤。", en="Knead first, bake later."), "summary"),
    (Text(zh="《食品安全法》要求留样。", en="The Food Safety Law asks for samples to be kept."), "law"),
])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_summary_of_the_editors_and_what_they_say_of_a_law_are_not_called_words_of_their_own(language, of, meaning):
    reader = Reader(load(BAKERY, RULES), language, "")
    assert why(reader, "editorial", of=of)["said"] == reader.word("meaning", meaning)


@pytest.mark.parametrize(("basis", "audience", "names"), [
    ("stated", "internal", ("internal", "note", "inferred")), ("example", "public", ("example", "note", "inferred")),
    ("stated", "public", ("note", "inferred")),
])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_remark_rests_on_is_not_told_as_if_the_statement_did(language, basis, audience, names):
    reader = Reader(load(BAKERY, RULES), language, "")
    mark = why(reader, basis, audience, Note(zh="由此推得。", en="It follows.", basis="inferred"))
    assert mark["name"].lower() == " · ".join(reader.word("basis", name) for name in names).lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_way_says_in_words_what_it_rests_on_where_no_mark_can_open(language):
    reader = Reader(load(BAKERY, RULES), language, "")
    plain = reader.link("roles", next(iter(reader.handbook.roles)))
    assert in_words(reader, plain, ("stated",)) == plain
    said = in_words(reader, plain, ("example", "stated", "inferred", "example")).mark
    assert said == " · ".join((reader.word("basis", "example"), reader.word("basis", "inferred")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reason_of_a_role_for_all_its_levels_is_told_on_its_own_page_alone(language):
    """It speaks of the other competencies too, and nothing beside the heading of one says whose reason it is."""
    reader = Reader(load(BAKERY, RULES), language, "")
    (role, *_) = (one for one in reader.handbook.ordered_roles if one.competencies_basis.basis != "stated")
    said = of_all_levels(reader, [role])["why"]["said"]
    assert reader.text(role.competencies_basis.why) not in said and said.startswith(reader.word("meaning", role.competencies_basis.basis))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_remark_beside_an_example_is_not_told_as_the_example(language):
    reader = Reader(load(BAKERY, RULES), language, "")
    mark = why(reader, "example", note=Text(zh="按每天计。", en="Counted by the day."))
    assert mark["name"].lower() == f"{reader.word('basis', 'example')} · {reader.word('basis', 'note')}".lower()


def test_a_line_from_elsewhere_than_its_heading_has_its_own_mark():
    """Else a reader looks for it in what the heading cites."""
    reader = Reader(load(BAKERY, RULES), "en", "")
    (here, there, *_) = (f"{one.id}#{section}" for one in reader.handbook.documents.values() for section in one.sections)
    same, none, other = (Item(zh="看火", en="Watch the fire", basis="inferred", sources=sources) for sources in ((here,), (), (there,)))
    whole = parts.grouped(reader, [same, none, other], basis="inferred", sources=(here,))
    assert [bool(line["why"]) for line in whole["lines"]] == [False, False, True] and whole["why"]
