"""The steps of a practice of which nothing says by when or how often they are taken, or who takes them."""
from __future__ import annotations

from collections.abc import Iterator

from macros.model.handbook import Handbook
from macros.model.practices import Practice, PracticeStep
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES
from macros.words.times import says_when

FEW = 3  # more names than these are counted first


def of_steps(reader: Reader, practice: Practice) -> Iterator[str]:
    """What is unsaid, as phrases of one line: of every step, or of those named. A step is named only where neither its fields nor any of its own
    sentences say it, an example included, so that nothing on the page can be read against the line; or where its file says `deadline: not-stated`,
    since the times in its sentences are of something else, such as another company's step or what follows this one."""
    steps = list(practice.steps.values())
    people = list(_people(reader.handbook))
    untimed = [step for step in steps if not _timed(step) and (_has_no_time(step) or not any(map(says_when, _sentences(step))))]
    unclaimed = [step for step in steps if not (step.actors or any(_does(name, sentence) for sentence in _sentences(step) for name in people))]
    names, n = _called(reader, untimed), len(untimed)
    yield from _unsaid_of(
        n, len(steps), reader.say("by when or how often the steps are taken"),
        reader.say("by when or how often {n} of the steps are taken ({names})", n=n, names=names),
        reader.say_n("by when or how often the step {names} is taken", "by when or how often the steps {names} are taken", n, names=names),
    )
    names, n = _called(reader, unclaimed), len(unclaimed)
    yield from _unsaid_of(
        n, len(steps), reader.say("who is in charge of each step"),
        reader.say("who is in charge of {n} of the steps ({names})", n=n, names=names),
        reader.say_n("who is in charge of the step {names}", "who is in charge of the steps {names}", n, names=names),
    )


def _unsaid_of(n: int, of: int, each: str, many: str, few: str) -> Iterator[str]:
    """The phrase that fits as many of the steps; none where nothing is unsaid."""
    if n:
        yield each if n == of else many if n > FEW else few


def _sentences(step: PracticeStep) -> list[str]:
    """What a step says, in the first language, which decides for both."""
    return [text[LANGUAGES[0]] for text in (step.name, *step.does)]


def _people(handbook: Handbook) -> Iterator[str]:
    """What roles, posts, titles and teams go by, in the first language."""
    for records in (handbook.roles, handbook.posts, handbook.titles, handbook.teams):
        for record in records.values():
            yield from (name[LANGUAGES[0]] for name in (record.name, *getattr(record, "aliases", ())))


def _does(name: str, sentence: str) -> bool:
    """Whether a sentence names somebody who may do what it tells; whom others join (加入) is not named for that."""
    return name in sentence.replace(f"加入{name}", "")


def _called(reader: Reader, steps: list[PracticeStep]) -> str:
    """The names of a few steps, in quotation marks."""
    names = [f"“{reader.text(step.name)}”" for step in steps]
    return "".join(names) if reader.language == "zh" else reader.listed(names)


def _has_no_time(step: PracticeStep) -> bool:
    """Whether its file says that no document sets a time for the step."""
    return "deadline" in step.model_fields_set and step.deadline is None


def _timed(step: PracticeStep) -> bool:
    """Whether the fields say, if only in an example, by when or how often the step is taken; how long a thing in it lasts or reaches back is no limit."""
    figures = [figure for action in step.does for figure in action.figures]
    return bool(
        step.deadline or step.frequency or any(action.deadline for action in step.does)
        or any((figure.deadline and not figure.of) or figure.lead_time or figure.frequency for figure in figures)
    )
