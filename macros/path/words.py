"""What the scripts of the page say; {names} stand for what they fill in, and what counts has its forms by plural."""
from __future__ import annotations

from macros.path.plan_words import plan_words
from macros.views.page import View
from macros.views.reader import Reader


def words(reader: Reader) -> View:
    """The words of the whole page."""
    return {
        **_rating(reader),
        **_result(reader),
        **_keeping(reader),
        **_handing_on(reader),
        "told": {**_faults(reader), **_changes(reader)},
        "right": _right(reader),
        "comma": reader.say(", "),
        "plan": plan_words(reader),
    }


def _rating(reader: Reader) -> View:
    return {
        "first": reader.say("Choose your role above."),
        "led": reader.say("Routes listed from your role"),
        "rated": reader.pattern("{n} of {all} rated"),
        "next": reader.say("Next section"),
        "none": reader.say("Not yet"),
        "level": reader.pattern("{step} {name}"),
        "unknown": reader.say("Not sure"),
        "asks": reader.pattern("{name} asks for this"),
        "wanted": reader.pattern("{name}: {level}"),
        "aside": reader.pattern(" ({said})"),
        "evidence": reader.say("Evidence (a piece of work, a figure, a date)"),
        "evidenceLike": reader.say("one line is enough"),
        "means": reader.say("What each level means"),
        "more": reader.say("More"),
        "fromRole": reader.say("Start from what my role asks for"),
        "fromRoleLead": reader.say("Some are not rated yet: choose level by level, or start from what your role asks for and change what differs."),
        "signals": reader.say("Signs of readiness"),
        "ticked": reader.say_forms("{n} ticked", "{n} ticked"),
        "noCondition": reader.say("For your own reflection: ticking them here is no appraisal, and ticking them all does not guarantee promotion."),
        "signsOf": reader.pattern("{name}: signs"),
    }


def _result(reader: Reader) -> View:
    return {
        "tally": {
            "reached": reader.pattern("{n} reached"), "one": reader.pattern("{n} short by 1 level"), "more": reader.pattern("{n} short by 2 levels or more"),
        },
        "against": reader.pattern("compared with {name}: {tally}"),
        "picture": reader.say("Levels: mine, of my role, of my goal"),
        "competency": reader.say("Competency"),
        "me": reader.say("Me"),
        "notRated": reader.say("not rated"),
        "notListed": reader.say("not listed"),
        "strengths": reader.say("Strengths: meets or exceeds"),
        "noStrengths": reader.say("Nothing rated so far meets the requirement."),
        "beyond": reader.say_forms("{n} level above", "{n} levels above"),
        "roleAsks": reader.pattern("Gaps for my role: {name}"),
        "goalAsks": reader.pattern("Gaps for my goal: {name}"),
        "order": reader.say("Essential first, then the widest gap."),
        "noGap": reader.say("None among those rated so far."),
        "asMyRole": reader.say("My role asks for the same; see above for what helps."),
        "beyondMyRole": reader.say("My role asks for the first step towards it; see above for what helps."),
        "reachFirst": reader.say("Start with: "),
        "allOf": reader.pattern("{n} more"),
        "helps": reader.say("What helps: "),
        "help": reader.say("Show"),
        "moreHelp": reader.say("More"),
        "noHelp": reader.pattern("No training or support is set out for {names}; talk to your manager about it."),
        "unknownTitle": reader.say("What I’m not sure about"),
        "unknownNames": reader.pattern("These count neither as a level nor as a gap. Ask your manager, or see what each level means: {names}."),
        "unratedNames": reader.pattern("Not rated yet ({n}): {names}."),
        "kpis": reader.pattern("{name}: what the role is measured by"),
        "kpisLead": reader.say("The documents do not link KPIs to individual competencies; these measure the role as a whole."),
        "kpisNew": reader.say_forms("{n} of them is new to you.", "{n} of them are new to you."),
        "kpisAllNew": reader.say("None of them is measured in your present role."),
        "fresh": reader.say("new to you"),
        "semicolon": reader.say("; "),
        "bases": reader.say("What these levels are based on"),
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
        "unread": reader.say("What this browser has kept for this page cannot be read. It is left as it is until you decide."),
        "saveUnread": reader.say("Save it as a file"),
        "unreadFile": reader.say("unreadable plan"),
        "startAnew": reader.say("Start anew"),
        "savedAs": reader.pattern("Saved as {name}, where your browser puts downloads."),
        "mineFile": reader.pattern("My development plan {day}"),
        "cleared": reader.say("Everything of yours in this browser is deleted."),
        "bringBack": reader.say("Bring it back"),
        "clearedAll": reader.say_forms(
            "Everything in this browser is deleted: yours, and the sheet that was handed to you.",
            "Everything in this browser is deleted: yours, and the {n} sheets that were handed to you.",
        ),
        "begun": reader.say("What could not be read is given up; you begin anew."),
        "opened": reader.say("Opened; it is kept in this browser now."),
        "openedInstead": reader.say("Opened in place of what was here; your growth file and finished plans are kept."),
        "openedFile": reader.say("Opened in place of what was here."),
        "openedOnly": reader.say("Opened, but not kept in this browser."),
        "saveFile": reader.say("Save to a file"),
        "otherRole": reader.pattern("You came from the page of {name}; your role here is {mine}."),
        "takeRole": reader.pattern("My role is {name}"),
        "takeGoal": reader.pattern("{name} is my goal"),
    }


def _handing_on(reader: Reader) -> View:
    """What is said where a sheet goes to the manager and comes back."""
    return {
        "arrived": reader.say("A plan has been opened"),
        "arrivedOf": reader.pattern("A plan saved on {day}: {way}."),
        "noRole": reader.say("no role chosen"),
        "replaces": reader.say("You have a plan of your own here. It stays as it is until you choose."),
        "holdsJudged": reader.say_forms("A manager has assessed {n} competency in it.", "A manager has assessed {n} competencies in it."),
        "putBeside": reader.say("My manager has returned this: show it beside my plan"),
        "besideNow": reader.say("Your manager’s assessment stands beside yours now; nothing else was changed."),
        "sheetAgain": reader.say_forms(
            "You have this sheet already, with {n} competency assessed; that is kept.",
            "You have this sheet already, with {n} competencies assessed; that is kept.",
        ),
        "asMine": reader.say("It is mine: go on with it"),
        "replaceMine": reader.say("It is mine: put it in place of what is here"),
        "asManager": reader.say("I’m the manager: add my assessment"),
        "saveMine": reader.say("First save mine to a file"),
        "leaveIt": reader.say("Leave it"),
        "handOn": reader.say(
            "Before your one-to-one, send your sheet to your manager as a file or a link. Your manager opens it on this page and adds an assessment, "
            "and the differences are listed. The link itself contains everything; nothing goes to a server. Your growth file and finished plans stay with you."
        ),
        "handBack": reader.say("When you have finished, send the sheet back as a file or a link, or go through it together here."),
        "toFile": reader.say("Save the sheet to a file"),
        "toLink": reader.say("Copy a link"),
        "link": reader.say("Link"),
        "linkLength": reader.pattern("{n} characters long. Whoever has the link can read the sheet."),
        "linkLong": reader.pattern("{n} characters long: some chats cut links above about 8,000. The file is safer. Whoever has the link can read the sheet."),
        "linkCopied": reader.say("The link is copied."),
        "linkShown": reader.say("The browser refused to copy; select the link below."),
        "sheetFile": reader.pattern("One-to-one sheet {day}"),
        "sheetsKept": reader.say("Handed to you, to assess"),
        "sheetOf": reader.pattern("{way}, saved on {day}"),
        "judgedOf": reader.say_forms("{n} competency assessed", "{n} competencies assessed"),
        "judgeTitle": reader.say("A colleague’s sheet: my assessment"),
        "myJudging": reader.say("My assessment"),
        "theirPlan": reader.say("Their plan"),
        "goOnJudging": reader.say("Continue my assessment"),
        "dropSheet": reader.say("Delete the sheet"),
        "sheetDropped": reader.say("The sheet is deleted."),
        "leaveSheet": reader.say("Back to my own plan"),
        "whose": reader.pattern("Handed to you, saved on {day}: {way}."),
        "judgeFirst": reader.say("Give your own assessment first; differences are then listed below."),
        "theirTalk": reader.say("What they would like to discuss"),
        "they": reader.say("Employee"),
        "manager": reader.say("Manager"),
        "apart": reader.say("Levels apart"),
        "higher": reader.say_forms("manager {n} level higher", "manager {n} levels higher"),
        "lower": reader.say_forms("manager {n} level lower", "manager {n} levels lower"),
        "differences": reader.say("Where the assessments differ"),
        "forTalk": reader.say("Worth discussing first: what has each of you seen?"),
        "noDifference": reader.say("No differences in anything you have both rated."),
        "oneSays": reader.pattern("Only one of you has rated these, or is not sure: {names}."),
        "alike": reader.say("Rated the same"),
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
        "wrong": reader.pattern("The field {field} needs to be {right}. Nothing was changed."),
        "long": reader.pattern("The text in {field} is longer than {n} characters. Nothing was changed."),
        "many": reader.pattern("In {field} there may be {n} entries at most. Nothing was changed."),
        "other": reader.pattern("This is from another handbook, “{found}”. Nothing was changed."),
        "heavy": reader.pattern("With this, more would be kept than fits into one file ({n} bytes). Save to a file, then delete what you no longer need."),
        "old": reader.say("This browser is too old for such links. Use a file."),
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
        "level": reader.pattern("The level “{level}” is not known to this handbook; it is kept and counts as “Not sure”."),
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
