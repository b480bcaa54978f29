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
        "chooseLead": reader.say("Essential first, then the widest gap. Two or three at a time are plenty for half a year."),
        "nothing": reader.say("Nothing that your role or your goal asks is beyond you. You can still plan something below."),
        "rateFirst": reader.say("Rate yourself above first; what your roles ask beyond you then stands here to choose from."),
        "unrated": reader.say_forms("{n} competency is not rated yet.", "{n} competencies are not rated yet."),
        "more": reader.say("More"),
        "other": reader.say("Something else"),
        "add": reader.say("Add to the plan"),
        "step": reader.pattern("{from} → {to}"),
        "notRated": reader.say("not rated"),
        "taken": reader.pattern("“{name}” has been taken out of the plan."),
        "back": reader.say("Put it back"),
    }


def _items(reader: Reader) -> View:
    return {
        "items": reader.say("What I work on"),
        "count": reader.say_forms("{n} item", "{n} items"),
        "to": reader.say("Up to which level"),
        "sign": reader.say("How we will see it"),
        "signLike": reader.say("what you will then be able to do"),
        "how": reader.say("What I will do"),
        "howLike": reader.say("a task, a project, a course"),
        "by": reader.say("By when"),
        "who": reader.say("Who helps"),
        "whoLike": reader.say("manager, mentor, colleague"),
        "means": reader.say("What the level means"),
        "remove": reader.say("Take out"),
        "removeNamed": reader.pattern("Take “{name}” out of the plan"),
        "talk": reader.say("What I want to talk over with my manager"),
    }


def _reviews(reader: Reader) -> View:
    return {
        "reviews": reader.say("Review dates"),
        "reviewOn": reader.say("Day"),
        "reviewNote": reader.say("Note"),
        "addReview": reader.pattern("Add {day}"),
        "removeReview": reader.pattern("Take out {day}"),
    }


def _taking_along(reader: Reader) -> View:
    return {
        "title": reader.say("My development plan"),
        "takeAlong": reader.say("Take it along"),
        "print": reader.say("Print the plan"),
        "fits": reader.say("It fits on one page of A4."),
        "pages": reader.pattern("It takes {n} pages of A4. For one page, plan six at most and keep the texts to two lines."),
        "word": reader.say("Word"),
        "markdown": reader.say("Markdown"),
        "csv": reader.say("Table (CSV)"),
        "calendar": reader.say("Calendar of reviews"),
        "myName": reader.say("My name"),
        "date": reader.say("Date"),
        "role": reader.say("My role"),
        "goal": reader.say("My goal"),
        "handbook": reader.say("Handbook"),
        "edition": reader.pattern("{title}, edition {edition}"),
        "profile": reader.say("Where I stand"),
        "competency": reader.say("Competency"),
        "me": reader.say("Me"),
        "asksMine": reader.say("My role asks"),
        "asksGoal": reader.say("My goal asks"),
        "need": reader.say("Need"),
        "from": reader.say("Now"),
        "unknown": reader.say("do not know"),
        "signMine": reader.say("Myself"),
        "signManager": reader.say("Manager"),
        "colon": reader.say(": "),
        "signatures": reader.say("Signatures"),
        "nextReview": reader.say("Next review of the plan"),
        "notAppraisal": reader.say("Levels are one’s own judgement: no appraisal, and no condition of promotion."),
        "reviewOf": reader.pattern("Review of my development plan ({role})"),
        "file": reader.pattern("development-plan-{day}"),
    }


def _growth(reader: Reader) -> View:
    return {
        "finish": reader.say("Finish this plan"),
        "finishLead": reader.say("What you reached becomes your level above; the plan is kept here, and the next one begins empty."),
        "reached": reader.say("Reached"),
        "notReached": reader.say("Not reached"),
        "shows": reader.say("What shows it"),
        "finishNote": reader.say("What I take from it"),
        "finishDo": reader.say("Finish and keep"),
        "done": reader.pattern("The plan is finished and kept: {n} of {all} reached."),
        "plans": reader.say("Finished plans"),
        "ofThem": reader.pattern("{n} of {all} reached"),
        "noPlans": reader.say("No plan is finished yet. Finished plans and what shows your progress are kept here."),
        "evidence": reader.say("Evidence by competency"),
        "now": reader.say("beside the rating"),
        "addEvidence": reader.say("Add evidence"),
        "evidenceText": reader.say("What I did, and what came of it"),
        "keep": reader.say("Keep"),
        "removeEvidence": reader.pattern("Take out what is noted for {day}"),
        "evidenceTaken": reader.say("The note has been taken out."),
    }
