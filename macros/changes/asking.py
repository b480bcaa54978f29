"""What of a record asks something of people, and what the words of a fixed list ask."""
from __future__ import annotations

from macros.words.problems import Path

ASKS = {  # what asks something of people; more there is more that is asked
    "roles": {"duties", "competencies", "kpis", "qualifications", "growth_signals", "manages"},
    "stages": {"core_tasks", "abilities", "promotion_signals", "level"},
    "competencies": {"levels"},
    "kpis": {"thresholds"},
    "moves": {"always", "conditions", "needed"},
    "practices": {"steps", "groups"},
}
FORBIDS = ("needs_approval", "must_not")  # of a role's authority
ALLOWS = {"moves": {"conditions_any_of"}}  # where one more is a way more, so less is asked
GIVES = {"roles": {"decides", "proposes"}, "moves": {"results", "support", "carries_over"}, "kpis": {"rewards"}}  # what asks nothing, and is there for people
BESIDE = {"note", "sources", "basis", "why", "basis_of", "links", "related", "for", "measure", "questions"}  # what stands beside
ELSEWHERE = {"related", "concerns", "links"}  # what only leads to other pages
SCOPE = {"applies_to", "scope"}  # sentences on how far something goes: in other words it may go further
NARROWS = {"new_to"}  # what says that a part is for fewer than the rest
BREACHES = ("alert", "stop-loss", "report")  # lines that nobody should come to, so that one drawn nearer asks for more
GRADES = {  # words of a fixed list, those first that ask the least
    "need": ("preferred", "useful", "required", "essential"), "serves": ("reference", "appraisal"), "needed": ("where-they-apply", "not-settled", "all"),
    "basis": ("example", "stated"), "elsewhere": ("true", "false"),
}
UNSAID = {"serves": "appraisal", "needed": "all", "basis": "stated", "elsewhere": "false"}  # what is meant where nothing is written
SOFT = {"need": ("preferred",), "serves": ("reference",), "basis": ("example",), "elsewhere": ("true", True)}  # parts that ask nothing of anybody yet


def asks(kind: str, path: Path) -> int:
    """1 where what stands at a path asks something, -1 where it allows something, 0 otherwise."""
    top = path[0] if path else ""
    if top in ASKS.get(kind, ()) or (top == "authority" and len(path) > 1 and path[1] in FORBIDS):
        return 1
    return -1 if top in ALLOWS.get(kind, ()) else 0


def gives(kind: str, path: Path) -> bool:
    """Whether what stands at a path is there for people, such as what they may decide and what they get."""
    return bool(GIVES.get(kind, set()) & {*path[:2]})


def is_soft(part: object) -> bool:
    """Whether a part asks nothing of anybody yet."""
    return isinstance(part, dict) and any(part.get(key) in values for key, values in SOFT.items())


def is_rule(part: object) -> bool:
    """Whether a part that is no example any more asks for it: a target or a line with a figure, or a sentence that is not told as an example."""
    if not isinstance(part, dict):
        return False
    return "target" in part or "condition" in part or "zh" in part and "例如" not in str(part["zh"])


def says_for_whom(kind: str, path: Path) -> bool:
    """Whether a path leads to those whom a practice, or a group of its rules, is for."""
    return kind == "practices" and "for" in (*path[:1], *path[2:3])
