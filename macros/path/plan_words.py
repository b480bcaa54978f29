"""What the scripts say about the plan, its exports and the growth file."""
from __future__ import annotations

from macros.views.page import View
from macros.views.reader import Reader


def plan_words(reader: Reader) -> View:
    """The words of both parts."""
    return {**_choosing(reader), **_items(reader), **_reviews(reader), **_taking_along(reader), **_growth(reader)}


def _choosing(reader: Reader) -> View:
    return {
        "choose": reader.say("Choose what to work on"),
        "chooseLead": reader.say("Essential first, then the widest gap. 2 or 3 at a time are plenty for half a year."),
        "chooseLeadGoal": reader.say(
            "What is essential in your own role first, then what is essential for your goal, the widest gap first. 2 or 3 at a time are plenty for half a year."
        ),
        "asking": {"role": reader.say("my role"), "goal": reader.say("my goal"), "both": reader.say("my role and goal")},
        "nothing": reader.say("You meet everything your role and goal ask for. You can still add something to your plan below."),
        "rateFirst": reader.say("Rate yourself above first; your gaps are then listed here to choose from."),
        "unrated": reader.say_forms("{n} competency is not rated yet.", "{n} competencies are not rated yet."),
        "more": reader.say("More"),
        "other": reader.say("Another competency"),
        "add": reader.say("Add to the plan"),
        "step": reader.pattern("{from} → {to}"),
        "stepwise": reader.pattern("{from} → {to} (first {next})"),
        "stepMet": reader.pattern("{to} (reached)"),
        "met": reader.say("You have already reached this level."),
        "raise": reader.pattern("Set the target to {to}"),
        "notRated": reader.say("not rated"),
        "taken": reader.pattern("“{name}” has been removed from the plan."),
        "back": reader.say("Put it back"),
    }


def _items(reader: Reader) -> View:
    return {
        "items": reader.say("What I’m working on"),
        "count": reader.say_forms("{n} item", "{n} items"),
        "to": reader.say("Target level"),
        "sign": reader.say("How we’ll know"),
        "signLike": reader.say("what you will then be able to do"),
        "how": reader.say("What I will do"),
        "howLike": reader.say("a task, a project, a course"),
        "by": reader.say("Target date"),
        "who": reader.say("Who can help"),
        "whoLike": reader.say("manager, mentor, colleague"),
        "means": reader.say("What the level means"),
        "remove": reader.say("Remove"),
        "removeNamed": reader.pattern("Remove “{name}” from the plan"),
        "talk": reader.say("What I’d like to discuss with my manager"),
    }


def _reviews(reader: Reader) -> View:
    return {
        "reviews": reader.say("Review dates"),
        "reviewOn": reader.say("Day"),
        "reviewNote": reader.say("Note"),
        "due": reader.pattern("The review of {day} is due. Once you have talked, make a note beside its date."),
        "addReview": reader.pattern("Add {day}"),
        "removeReview": reader.pattern("Remove {day}"),
    }


def _taking_along(reader: Reader) -> View:
    return {
        "title": reader.say("My development plan"),
        "takeAlong": reader.say("Take it along"),
        "print": reader.say("Print the plan"),
        "fits": reader.say("It fits on one page of A4."),
        "pages": reader.pattern("It prints on {n} pages of A4. To fit 1 page, plan no more than 6 items and keep each text to 2 lines."),
        "word": reader.say("Word"),
        "markdown": reader.say("Markdown"),
        "csv": reader.say("Table (CSV)"),
        "calendar": reader.say("Calendar (reviews and target dates)"),
        "myName": reader.say("My name"),
        "date": reader.say("Date"),
        "role": reader.say("My role"),
        "goal": reader.say("My goal"),
        "handbook": reader.say("Handbook"),
        "edition": reader.pattern("{title}, edition {edition}"),
        "profile": reader.say("Where I stand"),
        "competency": reader.say("Competency"),
        "me": reader.say("Me"),
        "asksMine": reader.say("My role asks for"),
        "asksGoal": reader.say("My goal asks for"),
        "need": reader.say("Requirement"),
        "from": reader.say("Now"),
        "unknown": reader.say("Not sure"),
        "signMine": reader.say("Myself"),
        "signManager": reader.say("Manager"),
        "colon": reader.say(": "),
        "signatures": reader.say("Signatures"),
        "nextReview": reader.say("Next review of the plan"),
        "notAppraisal": reader.say("This is a self-assessment, not an appraisal, and not a condition of promotion."),
        "reviewOf": reader.pattern("Review of my development plan ({role})"),
        "dueTitle": reader.pattern("Target date: {name} ({to})"),
        "barsMean": reader.pattern("Boxes from left: {levels}"),
        "file": reader.pattern("development-plan-{day}"),
    }


def _growth(reader: Reader) -> View:
    return {
        "finish": reader.say("Finish this plan"),
        "finishLead": reader.say("What you reached becomes your level above. The plan is kept here with its reviews and notes, and the next one begins empty."),
        "reached": reader.say("Reached"),
        "notReached": reader.say("Not reached"),
        "shows": reader.say("Evidence"),
        "carry": reader.say("Carry what I haven’t reached over to my next plan"),
        "finishNote": reader.say("What I’ve learned"),
        "finishDo": reader.say("Finish and keep"),
        "done": reader.pattern("The plan is finished and kept: {n} of {all} reached."),
        "plans": reader.say("Finished plans"),
        "removeFinished": reader.pattern("Remove the plan finished on {day}"),
        "finishedTaken": reader.pattern("The plan finished on {day} has been removed."),
        "ofThem": reader.pattern("{n} of {all} reached"),
        "noPlans": reader.say("No finished plans yet. Finished plans and evidence of your progress are kept here."),
        "evidence": reader.say("Evidence by competency"),
        "now": reader.say("noted with the rating"),
        "addEvidence": reader.say("Add evidence"),
        "evidenceText": reader.say("What I did, and what came of it"),
        "keep": reader.say("Keep"),
        "removeEvidence": reader.pattern("Remove the note of {day}"),
        "evidenceTaken": reader.say("The note has been removed."),
    }
