"""What records say, counted from the records themselves, and what a page says, read as a reader reads it: the two that a test holds together."""
from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from macros.model.handbook import Handbook
from macros.model.roles import Role
from macros.words.catalog import translations
from macros.words.languages import Language


class Facts:
    """What the records say of roles, counted here from the records themselves."""

    def __init__(self, handbook: Handbook, language: Language) -> None:
        self.handbook, self.language = handbook, language

    def levels(self, role: Role) -> dict[str, int]:
        order = list(self.handbook.levels)
        return {self.name("competencies", one.competency): 1 + order.index(one.level) for one in role.competencies}

    def essential(self, role: Role) -> set[str]:
        return {self.name("competencies", one.competency) for one in role.competencies if one.need == "essential"}

    def kpis(self, role: Role) -> list[str]:
        return list(dict.fromkeys(self.name("kpis", one.kpi) for one in role.kpis))

    def appraising(self, role: Role) -> set[str]:
        return {self.name("kpis", one.kpi) for one in role.kpis if one.serves == "appraisal"}

    def figured(self, role: Role) -> set[str]:
        return {self.name("kpis", one.kpi) for one in role.kpis if one.target}

    def name(self, kind: str, id: str) -> str:
        return self.handbook.of_kind(kind)[id].name[self.language]

    def stage(self, role: Role) -> int:
        return list(self.handbook.stages).index(role.stage)

    def rungs(self, role: Role) -> dict[str, int]:
        """Track to the rung one stands on; on two rungs of a track, the higher."""
        return {track.id: n for track in self.handbook.used("tracks") for n, rung in enumerate(track.rungs, 1) if role.id in rung.roles}

    def unstated(self, role: Role) -> set[str]:
        found = {"track": bool(self.rungs(role)) or not self.handbook.tracks, "layer": bool(role.layer) or not self.handbook.layers}
        return {key for key, known in {**found, "who the role reports to": bool(role.reports_to)}.items() if not known}

    def documented(self, origin: Role, target: Role) -> set[str]:
        """Tracks with a step from one to the other, and moves whose ends take them in, by name, by their stage or because anyone may go."""
        steps = {
            track.name[self.language]
            for track in self.handbook.used("tracks")
            for low, high in zip(track.rungs, track.rungs[1:]) if origin.id in low.roles and target.id in high.roles
        }

        def within(ends, role: Role) -> bool:
            return any(role.id == one.role or role.stage == one.stage or one.any for one in ends)

        return steps | {move.name[self.language] for move in self.handbook.used("moves") if within(move.from_, origin) and within(move.to, target)}

    def over(self, origin: Role, target: Role) -> list[str]:
        """Everyone from one role up to another on the first track that holds both with rungs between them, or that a move of its own lets the first onto."""
        for track in self.handbook.used("tracks"):
            rungs = [{*rung.roles, *rung.posts} for rung in track.rungs]
            let_in = {
                id
                for move in self.handbook.used("moves") if move.track == track.id and any(one.role == origin.id for one in move.from_)
                for id in (one.role or one.post for one in move.to)
            }
            starts = [n + 1 for n, rung in enumerate(rungs) if origin.id in rung] + [n for n, rung in enumerate(rungs) if let_in & rung]
            ends = [n for n, rung in enumerate(rungs) if target.id in rung]
            if starts and ends and min(starts) < ends[0]:
                held = {**self.handbook.of_kind("roles"), **self.handbook.of_kind("posts")}
                return [one.name[self.language] for one in (origin, *(held[id] for rung in rungs[min(starts):ends[0]] for id in sorted(rung)), target)]
        return []

    def in_doubt(self, origin: Role, target: Role) -> str:
        """What is open of a track up to one role for another that is not on it; empty where nothing is."""
        for track in self.handbook.used("tracks"):
            first, *above = ({*rung.roles} for rung in track.rungs)
            open_to = [gap.missing[self.language] for gap in track.gaps if origin.id in gap.also.roles]
            if open_to and target.id in set().union(*above) and origin.id not in first.union(*above):
                return open_to[0]
        return ""


def rules(language: Language, *messages: str | tuple[str, str]) -> Iterator[re.Pattern[str]]:
    """Patterns of interface sentences in a language, their {names} as groups."""
    for one in messages:
        forms = [translations(language).ngettext(*one, n) for n in (1, 2)] if isinstance(one, tuple) else [translations(language).gettext(one)]
        for form in dict.fromkeys(forms):
            yield re.compile(re.sub(r"\\\{(\w+)\\\}", lambda name: rf"(?P<{'from_' if name[1] == 'from' else name[1]}>.+?)", re.escape(form)))


def said(language: Language, text: str, *messages: str | tuple[str, str]) -> dict[str, str] | None:
    """What a text fills into one of these sentences, if it is one of them as a whole."""
    return next((found.groupdict() for one in rules(language, *messages) if (found := one.fullmatch(text))), None)


def read(html_text: str) -> html.HtmlElement:
    return html.fromstring(f"<div>{html_text}</div>")


def text(element: html.HtmlElement | str) -> str:
    return " ".join((element if isinstance(element, str) else element.text_content()).split())


def generated(page: str) -> str:
    """What the generator says on a piece of a page, without what it shows of records."""
    found = read(page)
    for data in found.xpath(".//*[@class='meaning' or @class='folded' or @class='items' or @class='names' or @class='bare' or @class='cell']|.//td"):
        data.drop_tree()
    return text(found)
