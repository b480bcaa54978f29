"""What helps on a way as values: for whom it is meant, what it builds, and when it comes."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from macros.comparison.help import Help, Lesson, Offer, helping
from macros.comparison.help_view import help_view
from macros.comparison.transition import transition, ways
from macros.model.handbook import Handbook
from macros.model.moves import Move
from macros.model.practices import Practice
from macros.model.record import Concerns, Party
from macros.views.reader import Reader
from tests.generator.comparison.sharing import asked

ROOT = "../../"


def growth(handbook: Handbook, id: str, **values: object) -> Practice:
    return handbook.practices["baking-again"].model_copy(update={"id": id, "kind": "growth", "applies_to": None, "concerns": Concerns(), **values})


def helped(handbook: Handbook, *practices: Practice, moves: tuple[Move, ...] = ()):
    """What helps the oven hand, who lacks nothing but a higher level of “fire”, become crust brander."""
    helping_group = handbook.practice_groups["work"].model_copy(update={"id": "growth", "helps_growth": True})
    groups = {**handbook.practice_groups, "growth": helping_group}
    other = replace(handbook, practices={one.id: one for one in practices}, practice_groups=groups)
    (way,) = ways(other)
    return helping(other, transition(other, way.origin, way.target), moves)


def called(found: Iterable[Offer]) -> list[str]:
    return [one.name for one in found]


def built(found: Help, when: str = "offers") -> dict[str, list[Offer]]:
    """Competencies to the offers that build them on the way, or `later`."""
    offers = getattr(found, when)
    every = dict.fromkeys(id for _, builds in offers for id in builds)
    return {id: [one for one, builds in offers if id in builds] for id in every}


def test_a_lesson_helps_with_the_competency_its_sentences_build(tiny):
    found = helped(tiny, growth(tiny, "open"), tiny.practices["baking-again"])
    ((competency, (lesson,)),) = built(found).items()
    assert competency == "fire" and lesson.name == "practices/open", "only practices of growth"
    assert isinstance(lesson.of, Lesson) and lesson.of.group == "how-many" and [item.competencies for item in lesson.of.items] == [("fire",)]
    assert found.along == ()


def test_only_lessons_meant_for_either_role_help(tiny):
    for_nobody = {"how-many": tiny.practices["baking-again"].groups["how-many"].model_copy(update={"for_": (Party(outside=tiny.about.title),)})}
    for_bakers = {"how-many": for_nobody["how-many"].model_copy(update={"for_": (Party(stage="baker"),)})}
    assert built(helped(tiny, growth(tiny, "x", groups=for_nobody))) == {}
    believed = helped(tiny, growth(tiny, "x", groups=for_bakers, concerns=Concerns(stages=("apprentice",))))
    assert built(believed, "later").keys() == {"fire"}, "a group that says for whom is believed"
    assert built(helped(tiny, growth(tiny, "x", concerns=Concerns(stages=("apprentice",))))) == {}, "for newcomers only"
    assert built(helped(tiny, growth(tiny, "x", concerns=Concerns(stages=("apprentice", "baker"))))).keys() == {"fire"}
    some = {"applies_to": tiny.practices["baking-again"].applies_to}
    assert built(helped(tiny, growth(tiny, "x", **some))) == {}, "for certain people, and neither role is among them"
    assert built(helped(tiny, growth(tiny, "x", **some, concerns=Concerns(roles=("oven-hand",))))).keys() == {"fire"}


def test_a_practice_as_a_whole_goes_along_only_where_it_belongs(tiny):
    (way,) = ways(tiny)
    whole = {"groups": {}}
    family = growth(tiny, "family", **whole, concerns=Concerns(roles=("oven-hand",), moves=("summer-in-the-shop",)))
    mentoring = growth(tiny, "mentoring", **whole, concerns=Concerns(stages=("apprentice", "baker"), competencies=("dough",)))
    trial = growth(tiny, "trial", **whole, concerns=Concerns(competencies=("fire",)))
    fast = growth(tiny, "fast", **whole, concerns=Concerns(moves=(way.moves[0].id,)))
    found = helped(tiny, family, mentoring, trial, fast, moves=way.moves)
    assert called(found.along) == ["practices/mentoring", "practices/fast"]
    assert called(built(found)["fire"]) == ["practices/trial"]


def test_a_rotation_helps_by_what_is_learnt_on_it(tiny):
    shop = tiny.moves["summer-in-the-shop"]
    other = replace(tiny, moves={**tiny.moves, shop.id: shop.model_copy(update={"to_learn": ("fire",)})})
    assert called(built(helped(other))["fire"]) == ["moves/summer-in-the-shop"]
    assert helped(tiny).along == (), "open to a whole stage, with nothing to learn for this way"
    from_there = shop.model_copy(update={"from_": (Party(role="crust-brander"),), "to_learn": ("fire",)})
    assert called(built(helped(replace(tiny, moves={**tiny.moves, shop.id: from_there})), "later")["fire"]) == ["moves/summer-in-the-shop"]
    named = replace(tiny, moves={**tiny.moves, shop.id: shop.model_copy(update={"from_": (Party(role="oven-hand"),)})})
    assert called(helped(named).along) == ["moves/summer-in-the-shop"]


def test_how_another_organisation_teaches_is_offered_to_nobody_here(tiny):
    theirs = {"how-many": tiny.practices["baking-again"].groups["how-many"].model_copy(update={"elsewhere": True})}
    assert built(helped(tiny, growth(tiny, "x", groups=theirs))) == {}


def test_what_is_for_newcomers_is_offered_to_nobody_who_changes_roles_and_what_is_for_a_new_post_to_those_who_come_to_it(tiny):
    def group(**values: object):
        return {"how-many": tiny.practices["baking-again"].groups["how-many"].model_copy(update=values)}

    assert built(helped(tiny, growth(tiny, "x", new_to="company"))) == {} == built(helped(tiny, growth(tiny, "x", groups=group(new_to="company"))))
    crust, oven = (Party(role=one) for one in ("crust-brander", "oven-hand"))
    for_holders = helped(tiny, growth(tiny, "x", groups=group(for_=(crust,))))
    assert built(for_holders) == {} and built(for_holders, "later").keys() == {"fire"}, "for those who hold the post, and so once one is there"
    assert built(helped(tiny, growth(tiny, "x", groups=group(for_=(crust,), new_to="post"))), "later").keys() == {"fire"}
    assert built(helped(tiny, growth(tiny, "x", groups=group(for_=(oven,))))).keys() == {"fire"}
    assert built(helped(tiny, growth(tiny, "x", groups=group(for_=(oven,), new_to="post")))) == {}, "who is new there is not on the way from there"


@pytest.mark.parametrize(("whom", "when"), [
    ((Party(stage="apprentice"),), "offers"), ((Party(stage="baker"),), "later"), ((Party(stage="apprentice"), Party(stage="baker")), "offers"),
    ((Party(any=True),), "offers"), ((Party(role="oven-hand"),), "offers"),
])
def test_what_is_for_the_stage_one_goes_to_comes_only_there(tiny, whom, when):
    lesson = {"how-many": tiny.practices["baking-again"].groups["how-many"].model_copy(update={"for_": whom})}
    found = helped(tiny, growth(tiny, "x", groups=lesson))
    assert {name: list(built(found, name)) for name in ("offers", "later")} == {"offers": [], "later": []} | {when: ["fire"]}


def test_help_that_comes_only_in_the_new_role_is_said_to(tiny):
    lesson = {"how-many": tiny.practices["baking-again"].groups["how-many"].model_copy(update={"for_": (Party(stage="baker"),)})}
    other = replace(tiny, practices={"x": growth(tiny, "x", groups=lesson)}, practice_groups={
        **tiny.practice_groups, "growth": tiny.practice_groups["work"].model_copy(update={"id": "growth", "helps_growth": True}),
    })
    (way,) = ways(other)
    for language, title in (("zh", "到了新岗位以后才有的"), ("en", "Only once you are in the new role")):
        shown = help_view(Reader(other, language, ROOT), transition(other, way.origin, way.target), ())
        assert shown and shown["entries"] == [] and len(shown["later"]) == 1 and shown["section"].count == "1" and shown["later_title"] == title


def test_an_offer_stands_once_and_names_all_that_it_builds(tiny):
    lesson = tiny.practices["baking-again"].groups["how-many"]
    both = {"how-many": lesson.model_copy(update={"items": tuple(one.model_copy(update={"competencies": ("dough", "fire")}) for one in lesson.items)})}
    reader = Reader(replace(tiny, practices={"x": growth(tiny, "x", groups=both)}, practice_groups={
        **tiny.practice_groups, "growth": tiny.practice_groups["work"].model_copy(update={"id": "growth", "helps_growth": True}),
    }), "en", ROOT)
    change = transition(
        reader.handbook,
        tiny.roles["oven-hand"].model_copy(update={"competencies": ()}),
        tiny.roles["crust-brander"].model_copy(update={"competencies": asked("fire", "dough")}),
    )
    (one,) = help_view(reader, change, ())["entries"]
    assert [link.name for link in one["built"]["links"]] == [reader.link("competencies", id).name for id in ("fire", "dough")]
    assert len(one["lines"]) == len(lesson.items)
