"""A role as a text for a job post: what goes into it, and what is left out and why.

A post has no marks, so only what a document states and anyone may see goes into it. An example stays out as well: without its mark it would read
like a rule. Two things rest on the editors and say so: the sentence that every page opens with, which sums up documents, and the choice
of competencies where it is inferred, under a heading that says by whom. What the editors only added is not in it."""
from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Literal

from macros.model.handbook import Handbook
from macros.model.public import is_public
from macros.model.record import Audience, Basis, Item
from macros.model.roles import Requirement, Role
from macros.pages.role_card import deepest_first
from macros.views import formatting
from macros.views.reader import Reader
from macros.words.languages import HTML_LANG, LANGUAGES, OWN_NAMES, Language
from macros.words.texts import Text

N_ = str  # marks a word for the catalog
FEW = 5  # duties in a short post
Part = Literal["opening", "duties", "qualifications", "competencies", "levels"]
PARTS: Mapping[Part, str] = {
    "opening": N_("Opening sentence"), "duties": N_("Duties"), "qualifications": N_("Qualifications"), "competencies": N_("Competencies"),
    "levels": N_("What levels mean"),
}
LineKind = Literal["title", "text", "heading", "group", "list", "item", "end", "link", "imprint"]
Form = Literal["plain", "markdown", "html"]
Ground = Literal["internal", "example", "inferred", "editorial"]
# How each kind of line is written; the browser reads the same table.
FORMS: Mapping[Form, Mapping[LineKind | Literal["between"], str]] = {
    "plain": {
        "title": "{text}\n", "text": "\n{text}\n", "heading": "\n■ {text}\n", "group": "\n{text}\n", "list": "", "item": "- {text}\n", "end": "",
        "link": "\n{text}{href}\n", "imprint": "\n{text}\n", "between": "\n\n",
    },
    "markdown": {
        "title": "# {text}\n", "text": "\n{text}\n", "heading": "\n## {text}\n", "group": "\n**{text}**\n", "list": "\n", "item": "- {text}\n", "end": "",
        "link": "\n{text}<{href}>\n", "imprint": "\n{text}\n", "between": "\n---\n\n",
    },
    "html": {
        "title": "<h2>{text}</h2>", "text": "<p>{text}</p>", "heading": "<h3>{text}</h3>", "group": "<p><b>{text}</b></p>", "list": "<ul>",
        "item": "<li>{text}</li>", "end": "</ul>", "link": '<p>{text}<a href="{href}">{href}</a></p>', "imprint": "<p><small>{text}</small></p>",
        "between": "<hr>",
    },
}
SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~]")  # what Markdown would take for an order
SAFE: Mapping[Form, Callable[[str], str]] = {"plain": str, "markdown": lambda text: SIGNS.sub(r"\\\g<0>", text), "html": html.escape}


@dataclass(frozen=True)
class Line:
    """One line of a post, or the beginning or end of a list; a link has an address."""

    kind: LineKind
    text: str = ""
    href: str = ""


@dataclass(frozen=True)
class Statement:
    """A sentence of the part that it belongs to, and why it stays out of a post; without a ground it goes in."""

    part: Part
    text: str
    ground: Ground | None


@dataclass(frozen=True)
class JobPost:
    """A post in one language: its lines before, of and after the duties. `few` are the duties of a short post, none where a long one has no more;
    `count` is how many a long one has."""

    head: tuple[Line, ...]
    duties: tuple[Line, ...]
    few: tuple[Line, ...]
    tail: tuple[Line, ...]
    count: int
    left_out: tuple[Statement, ...]

    @property
    def whole(self) -> tuple[Line, ...]:
        """The post with all its duties."""
        return (*self.head, *self.duties, *self.tail)


def written(lines: Iterable[Line], form: Form) -> str:
    """The lines as plain text, Markdown or HTML."""
    return "".join(FORMS[form][one.kind].format(text=SAFE[form](one.text), href=SAFE[form](one.href)) for one in lines)


def is_asked_for(handbook: Handbook, role: Role) -> bool:
    """Whether the page of a role speaks of job posts: those who hire read the edition for staff, and hire for roles in use. The public edition says
    nothing of it: its readers have the link in front of them, and what is left out would tell them how much is for staff."""
    return handbook.audience != "public" and not role.retired


def can_be_posted(handbook: Handbook, role: Role) -> bool:
    """Whether there is a post of a role: it is in use, and anyone may see it."""
    return is_asked_for(handbook, role) and is_public("roles", role)


def job_post(reader: Reader, role: Role, link: str) -> JobPost:
    """The post of a role; `link` is an address that applicants can open and that names the edition, or empty."""
    opening = role.basis_of.get("essence")
    essence = _judged(reader, "opening", role.essence, role.basis, opening.basis if opening else "stated")
    duties = [(reader.text(group.name), _all_judged(reader, "duties", group.items, role.basis)) for group in role.duties.values()]
    brought = {need: [one for one in role.qualifications if one.need == need] for need in ("required", "preferred")}
    qualifications = {need: _all_judged(reader, "qualifications", found, role.basis) for need, found in brought.items()}
    competencies = [(one, *_asked(reader, role, one)) for one in deepest_first(reader, role)]
    said = [(name, lines) for name, found in duties if (lines := _kept(found))]
    count = sum(len(lines) for _, lines in said)
    return JobPost(
        head=(Line("title", reader.text(role.name)), *(Line("text", one) for one in _kept([essence])), *_heading(reader.say("What you will do"), said)),
        duties=tuple(_grouped(said)),
        few=tuple(_listed(_few(reader, said))) if count > FEW else (),
        tail=(*_qualifications(reader, qualifications), *_competencies(reader, role, competencies), *_foot(reader, link)),
        count=count,
        left_out=tuple(one for one in chain(
            [essence], *(found for _, found in duties), *qualifications.values(), (name for _, name, _ in competencies),
            *(meant for _, name, meant in competencies if not name.ground),
        ) if one.ground),
    )


def _judged(reader: Reader, part: Part, text: Text, *bases: Basis, audience: Audience = "public") -> Statement:
    """A sentence with why it stays out, if it does; `bases` are what it rests on, and what it is part of."""
    return Statement(part, reader.text(text), "internal" if audience == "internal" else next((one for one in bases if one != "stated"), None))


def _all_judged(reader: Reader, part: Part, found: Iterable[Item], *of: Basis) -> list[Statement]:
    return [_judged(reader, part, one, one.basis, *of, audience=one.audience) for one in found]


def _kept(found: Iterable[Statement]) -> list[str]:
    """The sentences that go in."""
    return [one.text for one in found if not one.ground]


def _heading(name: str, found: Sized) -> list[Line]:
    """The heading of what is not empty."""
    return [Line("heading", name)] if found else []


def _grouped(groups: Iterable[tuple[str, Sequence[str]]]) -> Iterator[Line]:
    """Lists with their headings."""
    for name, lines in groups:
        yield Line("group", name)
        yield from _listed(lines)


def _listed(lines: Sequence[str]) -> Iterator[Line]:
    if lines:
        yield from (Line("list"), *(Line("item", one) for one in lines), Line("end"))


def _few(reader: Reader, groups: Sequence[tuple[str, Sequence[str]]]) -> list[str]:
    """The first duty of each group, then the second ones, until there are enough; in the order of the page, each after the name of its group."""
    places = sorted((place, number) for number, (_, lines) in enumerate(groups) for place in range(len(lines)))[:FEW]
    return [reader.say("{name}: {text}", name=groups[number][0], text=groups[number][1][place]) for place, number in sorted(places, key=lambda one: one[::-1])]


def _qualifications(reader: Reader, judged: Mapping[str, Sequence[Statement]]) -> Iterator[Line]:
    """What an applicant must bring, and would better bring."""
    found = {need: lines for need, one in judged.items() if (lines := _kept(one))}
    yield from _heading(reader.say("What you need"), found)
    if [*found] == ["required"]:
        yield from _listed(found["required"])
    else:
        yield from _grouped((reader.word("qualification", need), lines) for need, lines in found.items())


def _asked(reader: Reader, role: Role, asked: Requirement) -> tuple[Statement, list[Statement]]:
    """A competency that a role asks for, and what its level means for anyone."""
    competency, chosen = reader.handbook.competencies[asked.competency], role.competencies_basis.basis
    audience: Audience = "public" if is_public("competencies", competency) else "internal"
    bases: tuple[Basis, ...] = ("stated" if chosen == "inferred" else chosen, competency.basis, role.basis)
    meant = competency.levels[asked.level]
    return (
        _judged(reader, "competencies", competency.name, *bases, audience=audience),
        _all_judged(reader, "levels", meant.can, meant.basis, competency.basis),
    )


def _competencies(reader: Reader, role: Role, asked: Iterable[tuple[Requirement, Statement, Sequence[Statement]]]) -> Iterator[Line]:
    """The competencies, essential ones first, the deepest level first."""
    public = [(one, name.text, _kept(meant)) for one, name, meant in asked if not name.ground]
    groups = [(reader.word("need", need), [*_by_level(reader, [one for one in public if one[0].need == need])]) for need in ("essential", "useful")]
    judged = reader.say("Competencies (which are essential, and at what level, is the editors’ judgement)")
    yield from _heading(judged if role.competencies_basis.basis == "inferred" else reader.say("Competencies"), public)
    yield from _grouped((name, lines) for name, lines in groups if lines)


def _by_level(reader: Reader, asked: Iterable[tuple[Requirement, str, Sequence[str]]]) -> Iterator[str]:
    """A line for each level with the competencies asked for at it, and one for each of them of which documents state more."""
    end, between, listed = ("。", "", "、") if reader.language == "zh" else (".", " ", "; ")  # English names may hold commas
    for id, found in groupby(asked, key=lambda one: one[0].level):
        level, at_level = reader.handbook.levels[id], [*found]
        named = reader.say("{level} ({about})", level=reader.text(level.name), about=reader.text(level.about))
        yield reader.say("{name}: {text}", name=named, text=listed.join(reader.inside(name) for _, name, _ in at_level))
        told = ((name, between.join(f"{one}{end}" for one in meant)) for _, name, meant in at_level if meant)
        yield from (reader.say("For {name}, this means: {text}", name=reader.inside(name), text=text) for name, text in told)


def _foot(reader: Reader, link: str) -> Iterator[Line]:
    """Where the whole of it stands, and of which edition it is."""
    about = reader.handbook.about
    if link:
        yield Line("link", reader.say("Full description: "), link)
    date = formatting.date(about.effective_on, reader.language)
    yield Line("imprint", reader.say(
        "From the {handbook}, edition {edition}, in effect from {date}", handbook=reader.text(about.title), edition=about.edition, date=date,
    ))


def left_out(reader: Reader, post: JobPost) -> str:
    """How many lines a post leaves out, of which parts and why."""
    if not post.left_out:
        return reader.say("Nothing is left out.")
    parts = []
    for part, lines in groupby(post.left_out, key=lambda one: one.part):
        grounds = Counter(one.ground for one in lines if one.ground)
        told = [reader.say("{n} {ground}", n=n, ground=reader.word("basis", ground)) for ground, n in grounds.items()]
        parts.append(reader.say("{part} ({told})", part=reader.inside(reader.say(PARTS[part])), told=reader.say(", ").join(told)))
    return reader.say_n("{n} line left out: {parts}.", "{n} lines left out: {parts}.", len(post.left_out), parts=reader.say("; ").join(parts))


def files(reader: Reader, role: Role) -> list[dict[str, str]]:
    """The text files of a role’s post in each language, for who has no script."""
    def file(language: Language, ending: str) -> str:
        return f"{reader.root}{language}/{path(role)}.{ending}"

    return [{"lang": HTML_LANG[one], "name": OWN_NAMES[one], "text": file(one, "txt"), "markdown": file(one, "md")} for one in LANGUAGES]


def path(role: Role) -> str:
    """Where the files of a role’s post lie, without language and ending."""
    return f"roles/{role.id}/job-post"
