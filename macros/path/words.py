"""What the scripts of the page say; {names} stand for what they fill in, and what counts has its forms by plural."""
from __future__ import annotations

from macros.path.plan_words import plan_words
from macros.views.page import View
from macros.views.reader import Reader


def words(reader: Reader) -> View:
    """The words of the whole page."""
    return {
        **_rating(reader),
        **_keeping(reader),
        "told": {**_faults(reader), **_changes(reader)},
        "right": _right(reader),
        "comma": reader.say(", "),
        "plan": plan_words(reader),
    }


def _rating(reader: Reader) -> View:
    return {
        "first": reader.say("Choose your role above."),
        "led": reader.say("Where documents lead from your role"),
        "rated": reader.pattern("{n} of {all} rated"),
        "next": reader.say("Next section"),
        "none": reader.say("Not yet"),
        "level": reader.pattern("{step} {name}"),
        "unknown": reader.say("I do not know"),
        "asksMine": reader.say("my role asks this"),
        "asks": reader.pattern("{name} asks this"),
        "aside": reader.pattern(" ({said})"),
        "evidence": reader.say("What shows it (a piece of work, a figure, a date)"),
        "evidenceLike": reader.say("one line is enough"),
        "restsOn": reader.say("What these levels rest on"),
        "signals": reader.say("Signs of readiness"),
        "ticked": reader.say_forms("{n} ticked", "{n} ticked"),
        "noCondition": reader.say("To look at yourself by: ticking them all is no condition of promotion and promises none."),
        "signsOf": reader.pattern("{name}: signs"),
    }


def _keeping(reader: Reader) -> View:
    return {
        "blocked": reader.say(
            "This browser keeps nothing for this page (a private window, or storage is switched off). "
            "You can work here, but save to a file before you close it."
        ),
        "full": reader.say("This browser’s storage is full: what you write now is not kept. Save to a file, then make room."),
        "emptied": reader.say("The browser’s storage was emptied. What you see here is still here, and is kept again with your next change."),
        "elsewhere": reader.say("Changed in another tab; shown here, too."),
    }


def _faults(reader: Reader) -> View:
    """Why something cannot be opened, by the kinds of state.js."""
    return {
        "broken": reader.say("This is no file of this page, or it is damaged: it cannot be read. Nothing was changed."),
        "foreign": reader.say("This is not a development plan saved here. Nothing was changed."),
        "newer": reader.say("This was saved by a later edition of this page. Open it there; nothing was changed."),
        "large": reader.pattern("This is larger than anything that is saved here ({n} characters at most). Nothing was changed."),
        "field": reader.pattern("It has a field that is not known here, {field}. Nothing was changed."),
        "missing": reader.pattern("The field {field} is missing. Nothing was changed."),
        "wrong": reader.pattern("The field {field} should be {right}. Nothing was changed."),
        "long": reader.pattern("The text in {field} is longer than {n} characters. Nothing was changed."),
        "many": reader.pattern("In {field} there may be {n} entries at most. Nothing was changed."),
        "other": reader.pattern("This is from another handbook, “{found}”. Nothing was changed."),
        "cut": reader.say("The link is incomplete: a chat or a mail has cut it. Ask for it again, or for the file. Nothing was changed."),
    }


def _changes(reader: Reader) -> View:
    """What has changed since something was kept, by the kinds of follow.js."""
    return {
        "edition": reader.pattern("Saved with edition {from}; today’s is {to}."),
        "role": reader.pattern("Your role “{name}” is out of use; in its place: {by}."),
        "goal": reader.pattern("Your goal “{name}” is out of use; in its place: {by}."),
        "role-lost": reader.pattern("Your role “{name}” is out of use or not known here. Choose it anew."),
        "goal-lost": reader.pattern("Your goal “{name}” is out of use or not known here. Choose it anew."),
        "renamed": reader.pattern("“{name}” is {by} today; what you wrote has gone along."),
        "split": reader.pattern("“{name}” has been divided into {by}; your level has gone along where it is clear which part has it. Please look at both."),
        "unsaid": reader.pattern("“{name}” has been divided into {by}. Rate these anew; what you wrote is kept in the growth file."),
        "stranger": reader.pattern("“{id}” is not known to this handbook; what you wrote about it is kept."),
        "level": reader.pattern("The level “{level}” is not known to this handbook; it is kept and counts as “I do not know”."),
    }


def _right(reader: Reader) -> View:
    """What a field should be."""
    return {
        "text": reader.say("text"),
        "id": reader.say("an id of the handbook, such as creative-planning"),
        "signal": reader.say("the id of a sign, such as stage/first-plan"),
        "flag": reader.say("true or false"),
        "day": reader.say("a day, such as 2026-11-30"),
        "table": reader.say("a table of fields"),
        "list": reader.say("a list"),
    }
