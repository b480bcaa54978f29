"""How far it is from one role to another: in a sentence, in a count, and on what the levels rest."""
from __future__ import annotations

from collections.abc import Iterable

from macros.comparison.transition import Transition, transition
from macros.model.record import Basis
from macros.model.roles import Role
from macros.views.marks import why
from macros.views.page import View
from macros.views.reader import Reader


def sentence(reader: Reader, change: Transition) -> str:
    """What to add, what to raise, and what is there already, for someone who goes this way."""
    words, new, raised, there = forms(reader), len(change.to_learn), len(change.to_raise), len(change.stays)
    if not new and not raised:
        return _counted(words["nothing"], there) if there else str(words["silent"])
    wanted = [_counted(words["add"], new)] if new else []
    wanted += [_counted(words["also" if new else "raise"], raised)] if raised else []
    said = [words["comma"].join(wanted), *([_counted(words["there"], there)] if there else [])]
    return str(words["whole"].replace("{said}", words["semicolon"].join(said)))


def _counted(form: dict[str, str], n: int) -> str:
    return form["one" if n == 1 else "other"].replace("{n}", str(n))


def forms(reader: Reader) -> View:
    """The pieces that sentence is put together from, here and in the browser."""
    return {
        "add": reader.say_forms("{n} competency to add", "{n} competencies to add"),
        "also": reader.say_forms("{n} to raise", "{n} to raise"),
        "raise": reader.say_forms("{n} competency to raise", "{n} competencies to raise"),
        "there": reader.say_forms("{n} already there", "{n} already there"),
        "nothing": reader.say_forms("The {n} competency listed is already there.", "The {n} competencies listed are already there."),
        "silent": reader.say("No competencies are listed for this role."),
        "comma": reader.say(", "),
        "semicolon": reader.say("; "),
        "whole": reader.pattern("{said}."),
    }


def gap(reader: Reader, origin: Role, target: Role) -> View:
    """The size of the gap, the basis of the levels it is counted from, and the page that sets it out."""
    change = transition(reader.handbook, origin, target)
    return {
        "from": reader.link("roles", origin.id),
        "to": reader.link("roles", target.id),
        "sentence": sentence(reader, change),
        "count": count(reader, change),
        "bases": bases(reader, change),
        "href": reader.href(way_path(origin, target)),
    }


def count(reader: Reader, change: Transition) -> str:
    """How many competencies to add and to raise, without what is none."""
    new, raised = len(change.to_learn), len(change.to_raise)
    said = [*([reader.say("{n} to add", n=new)] if new else []), *([reader.say_n("{n} to raise", "{n} to raise", raised)] if raised else [])]
    return reader.say(", ").join(said) or reader.say("nothing to add or raise")


def way_path(origin: Role, target: Role) -> str:
    """The address of the page that compares two roles some step or move joins."""
    return f"compare/{origin.id}/{target.id}/"


def bases(reader: Reader, change: Transition) -> list[View]:
    """On what the levels of both roles rest, a mark for each that is not stated."""
    return _marks(reader, change.bases)


def placed(reader: Reader, *roles: Role) -> list[View]:
    """On what the stages of roles rest, a mark for each that is not stated."""
    return _marks(reader, [role.basis_of["stage"].basis for role in roles if "stage" in role.basis_of])


def _marks(reader: Reader, bases: Iterable[Basis]) -> list[View]:
    return [found for basis in dict.fromkeys(bases) if (found := why(reader, basis))]
