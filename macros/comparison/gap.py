"""How far it is from one role to another: in a sentence, in a count, and on what the levels rest."""
from __future__ import annotations

from macros.comparison.transition import Transition, rise, transition
from macros.model.roles import Role, indicators
from macros.views.page import View
from macros.views.parts import mark
from macros.views.reader import Reader


def sentence(reader: Reader, change: Transition) -> str:
    """What is new for someone who goes this way; empty when the two records ask for nothing new."""
    rises = [rise(reader.handbook, pair) for pair in change.to_raise]
    counts = {"learn": len(change.to_learn), "one" if set(rises) == {1} else "more": len(rises), "kpis": indicators(change.kpis_new)}
    words = forms(reader)
    said = {part: words[part]["one" if n == 1 else "other"].replace("{n}", str(n)) for part, n in counts.items() if n}
    competencies = words["comma"].join(said[part] for part in ("learn", "one", "more") if part in said)
    clauses = [clause for clause in (competencies, said.get("kpis", "")) if clause]
    return words["whole"].replace("{said}", words["semicolon"].join(clauses)) if clauses else ""


def forms(reader: Reader) -> View:
    """The pieces that sentence is put together from, here and in the browser."""
    return {
        "learn": reader.say_forms("{n} new competency", "{n} new competencies"),
        "one": reader.say_forms("{n} up by one level", "{n} up by one level"),
        "more": reader.say_forms("{n} up by one level or more", "{n} up by one level or more"),
        "kpis": reader.say_forms("{n} new KPI", "{n} new KPIs"),
        "comma": reader.say(" and "),
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
        "mark": bases(reader, change),
        "href": reader.href(way_path(origin, target)),
    }


def count(reader: Reader, change: Transition) -> str:
    """How many competencies to learn and to raise, without what is none."""
    new, raised = len(change.to_learn), len(change.to_raise)
    said = [*([reader.say("{n} to learn", n=new)] if new else []), *([reader.say("{n} to raise", n=raised)] if raised else [])]
    return reader.say(", ").join(said) or reader.say("nothing further to learn")


def way_path(origin: Role, target: Role) -> str:
    """The address of the page that compares two roles some step or move joins."""
    return f"compare/{origin.id}/{target.id}/"


def bases(reader: Reader, change: Transition) -> str:
    """On what the levels of both roles rest, in a word or two."""
    return reader.say(", ").join(dict.fromkeys(mark(reader, basis) for basis in change.bases if mark(reader, basis)))
