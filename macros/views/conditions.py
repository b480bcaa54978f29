"""What a move asks before it: how its conditions hold together and on what they rest, said alike wherever their number is."""
from __future__ import annotations

from macros.model.figures import FiguredItem
from macros.model.moves import Move
from macros.model.roles import Role
from macros.views import parts
from macros.views.page import View
from macros.views.reader import Reader


def number(reader: Reader, move: Move) -> str:
    """How many conditions there are, with whatever keeps them from being plain conditions that must all be met; empty where there are none."""
    n = len(move.asks)
    bases = {one.basis for one in move.asks}
    rests = [
        *([reader.say_n("a document’s example", "a document’s examples", n)] if bases == {"example"} else []),
        *([reader.word("basis", basis).lower() for basis in ("inferred", "editorial") if bases == {basis}]),
    ]
    return reader.say_n("{n} condition", "{n} conditions", n) + _in_brackets(reader, [*rests, *_together(reader, move)]) if n else ""


def aside(reader: Reader, move: Move) -> str:
    """What is said before conditions, where they need not all be met."""
    return _in_brackets(reader, _together(reader, move))


def _together(reader: Reader, move: Move) -> list[str]:
    n, others = len(move.always), _of_others(reader, move)
    return [*([reader.say_n("{n} always required", "{n} always required", n)] if n and others else []), *others]


def _of_others(reader: Reader, move: Move) -> list[str]:
    if _unsettled(move) and move.always:
        return [reader.say("whether the others must all be met is yet to be confirmed")]
    if _unsettled(move):
        return [reader.say("whether all must be met is yet to be confirmed")]
    if move.needed == "where-they-apply":
        return [reader.say("each only where it applies")]
    return [reader.say("any one is enough")] if len(move.conditions_any_of) > 1 and not _examples_only(move) else []


def _in_brackets(reader: Reader, remarks: list[str]) -> str:
    return reader.say(" ({aside})", aside=reader.say("; ").join(remarks)) if remarks else ""


def lists(reader: Reader, move: Move) -> list[tuple[str, tuple[FiguredItem, ...]]]:
    """The conditions, each list after what is said of it: those that must be met in any case apart from the others."""
    if not (move.conditions_any_of or _of_others(reader, move)):
        return [(_lead(reader, move), move.asks)] if move.asks else []
    always = reader.say("Always required:")
    return [(said, items) for said, items in ((always, move.always), (_lead(reader, move), move.others)) if items]


def _lead(reader: Reader, move: Move) -> str:
    """Whether all of these conditions must be met or any of them, or that this is not settled; where there is only one, it needs no such line."""
    if len(move.asks) < 2:
        return ""
    if _unsettled(move):
        return (
            reader.say("Whether the others must all be met is yet to be confirmed:") if move.always
            else reader.say("Whether all of these must be met is yet to be confirmed:")
        )
    if move.conditions_any_of:
        return reader.say("For example:") if _examples_only(move) else reader.say("Any one of these:")
    return reader.say("Whichever of these apply:") if move.needed == "where-they-apply" else reader.say("All of these:")


def for_promotion_by(reader: Reader, move: Move) -> str:
    """What a list of the conditions of a promotion is called where its name stands alone."""
    return reader.say("For promotion: {move}; {conditions}", move=reader.inside(reader.text(move.name)), conditions=number(reader, move))


def for_promotion(reader: Reader, role: Role) -> list[View]:
    """What a promotion to a role asks, by the move that leads to it: it stands in the move alone, and is all of it wherever it is shown;
    `always` are those that are required whatever holds of the others, where that is said of them."""
    return [
        {
            "move": move, "link": reader.link("moves", move.id), "asks": move.asks, "always": move.always if _of_others(reader, move) else (),
            "lists": [{"lead": said, **parts.listed(reader, items)} for said, items in lists(reader, move)],
            "note": parts.based(reader, move.note) if move.note else None,
        }
        for move in reader.handbook.promotions_to(role)
    ]


def _examples_only(move: Move) -> bool:
    """Whether a document only gives examples of what is enough: then meeting one of them promises nothing."""
    return {one.basis for one in move.conditions_any_of} == {"example"}


def _unsettled(move: Move) -> bool:
    return move.needed == "not-settled" and bool(move.others) and len(move.asks) > 1
