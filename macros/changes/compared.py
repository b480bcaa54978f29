"""Two editions of the records compared, as YAML values: an edition of long ago need not fit today's model."""
from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from macros.changes.asking import BESIDE, BREACHES, ELSEWHERE, GRADES, NARROWS, SCOPE, UNSAID, asks, gives, is_rule, is_soft, says_for_whom
from macros.changes.bars import of_figures, of_spans, of_times
from macros.changes.change import Change
from macros.changes.pairing import pairs
from macros.changes.renamed import with_todays_ids
from macros.changes.sentences import grants, is_another, of_sentences
from macros.model.editions import Meaning
from macros.words.problems import Path

Records = Mapping[tuple[str, str], Any]
FIGURES = {"target", "condition", "limit", "duration", "amount"}
TIMES = {"frequency"}
SPANS = {"deadline"}
POINTING = {"kpi": "kpis", "competency": "competencies"}
# Nothing that pages say beside what their sentences do, and what says which page is for whom.
UNSEEN = {"reviewed_on", "review_by", "owner", "keywords", "reading", "figures", "hiring", "audience"}
PARTY = {"role", "post", "title", "team", "stage", "outside", "any", "person"}  # someone, who is named by one of these


def compared(before: Records, after: Records) -> list[Change]:
    """Every change, by record: those that are new or gone as wholes, the others part by part."""
    before, after = with_todays_ids(before, after)
    lists, heirs = Lists.of(after), _heirs(after)
    found: list[Change] = []
    for kind, id in sorted(one for one in before.keys() | after.keys() if one[0] != "editions"):  # which tell of changes themselves
        old, new = before.get((kind, id)), after.get((kind, id))
        if old is None or new is None or ("retired" in new) != ("retired" in old):
            if old is None or _in_use(old):
                found.append(Change(kind, id, (), "new" if old is None else "gone", old, new))
        elif old != new and _in_use(new):
            old = _followed(old, heirs)
            found += _moved_within([*_Comparison(kind, id, lists, new).walk((), old, new)])
    return found


def _heirs(records: Records) -> dict[tuple[str, str], str]:
    """Where one record alone took the place of one out of use: (kind, id) to the id of the other."""
    found = {}
    for (kind, id), record in records.items():
        by = record.get("retired", {}).get("replaced_by") if isinstance(record, dict) and isinstance(record.get("retired"), dict) else None
        if isinstance(by, str):
            found[kind, id] = by
    return found


def _followed(value: Any, heirs: Mapping[tuple[str, str], str]) -> Any:
    """What was written, with those that are out of use by now called by who took their place; what was said of these is not said of it."""
    if isinstance(value, dict):
        pointing = {key: heir for key, kind in POINTING.items() if (heir := heirs.get((kind, str(value.get(key)))))}
        return {key: pointing.get(key) or _followed(one, heirs) for key, one in value.items() if not pointing or key != "basis"}
    return [_followed(one, heirs) for one in value] if isinstance(value, list) else value


def _moved_within(changes: list[Change]) -> list[Change]:
    """The changes of a record, where a part that went from one place and came to another is told once, and asks what its new place does beside the old."""
    gone = [number for number, one in enumerate(changes) if one.after is None and isinstance(one.before, dict)]
    came = [number for number, one in enumerate(changes) if one.before is None and isinstance(one.after, dict)]
    dropped: set[int] = set()
    for was, now in pairs([changes[number].before for number in gone], [changes[number].after for number in came]):
        if was is not None and now is not None and _is_moved(old := changes[gone[was]], new := changes[came[now]]):
            more = asks(new.kind, new.path) - asks(old.kind, old.path)
            changes[came[now]] = replace(new, before=old.before, meaning="more" if more > 0 else "less" if more else "wording", moved_from=old.path)
            dropped.add(gone[was])
    return [one for number, one in enumerate(changes) if number not in dropped]


def _is_moved(old: Change, new: Change) -> bool:
    """Whether it is the same part in another place: in the same field with the same figures, if in other words; in another, word for word."""
    was, now = old.before, new.after
    if not isinstance(was, dict) or not isinstance(now, dict) or "zh" not in now:
        return False
    same_field = old.path[0] == new.path[0] and asks(old.kind, old.path) == asks(new.kind, new.path)
    return of_sentences(was, now) == 0 if same_field else was.get("zh") == now.get("zh")


def _said(part: Mapping[str, Any]) -> tuple[object, object]:
    return part.get("zh"), part.get("en")


def _in_use(record: Any) -> bool:
    return "retired" not in record


def _is_party(value: object) -> bool:
    return isinstance(value, dict) and len(value) == 1 and value.keys() <= PARTY


@dataclass(frozen=True)
class Lists:
    """What the vocabularies of a handbook say of the words in its records."""

    levels: Sequence[str]  # the lowest first
    things: Collection[str]  # units in which things are counted

    @classmethod
    def of(cls, records: Records) -> Lists:
        """Those of an edition."""
        counted = [id for (kind, id), one in records.items() if kind == "units" and isinstance(one, dict) and one.get("counts") == "things"]
        return cls([id for kind, id in records if kind == "levels"], {*counted, *(id for kind, id in records if kind == "currencies")})


@dataclass(frozen=True)
class _Comparison:
    """One record compared: its kind decides what of it asks something."""

    kind: str
    id: str
    lists: Lists
    record: Any  # as it is now

    def walk(self, path: Path, old: object, new: object) -> Iterator[Change]:
        """The changes below a path."""
        name = str(path[-1]) if path else ""
        if path[:1] and path[0] in ELSEWHERE:
            yield from () if old == new else (self._change(path, "wording", old, new),)
            return
        old, new = (UNSAID.get(name) if one is None else str(one).lower() if isinstance(one, bool) else one for one in (old, new))
        if old == new or name in UNSEEN:
            return
        if old is None or new is None:
            yield from self._come_or_gone(path, old, new)
        elif name in GRADES and isinstance(old, str) and isinstance(new, str):
            held = name != "basis" or is_rule(self._part(path[:-1]))
            yield self._change(path, self._graded(path, old, new) if held else "clarified", old, new)
        elif name in BESIDE and not says_for_whom(self.kind, path):
            yield self._change(path, "clarified", old, new)
        elif name in FIGURES or name in SPANS or name in TIMES:
            yield self._change(path, self._moved(path, self._way(path, old, new)), old, new)
        elif isinstance(old, dict) and isinstance(new, dict) and not (_is_party(old) and _is_party(new)):
            yield from self._fields(path, old, new)
        elif isinstance(old, list) and isinstance(new, list):
            for was, now in pairs(old, new):
                at = was if now is None else now
                assert at is not None
                yield from self.walk((*path, at), None if was is None else old[was], None if now is None else new[now])
        else:
            yield self._change(path, self._graded(path, old, new), old, new)

    def _come_or_gone(self, path: Path, old: object, new: object) -> Iterator[Change]:
        """A part that came or went; of a whole list of sentences, each."""
        part = new if old is None else old
        if isinstance(part, list) and all(isinstance(one, dict) and "zh" in one for one in part):
            for number, one in enumerate(part):
                yield from self._come_or_gone((*path, number), None if old is None else one, None if new is None else one)
        else:
            yield self._change(path, self._counted(path, old, new), old, new)

    def _fields(self, path: Path, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
        if isinstance(new.get("zh"), str) and isinstance(old.get("zh"), str) and _said(old) != _said(new):
            yield self._sentence(path, old, new)
            return
        for key in dict.fromkeys((*new, *old)):
            yield from self.walk((*path, key), old.get(key), new.get(key))

    def _sentence(self, path: Path, old: dict[str, Any], new: dict[str, Any]) -> Change:
        if path[-1] == "name":
            return self._change(path, "wording", old, new)
        moved, (was, now) = of_sentences(old, new), (one.get("figures", []) for one in (old, new))
        if not moved and len(was) == len(now):  # what the figures beside it say, where the words do not
            ways = {of_figures(one, other, self.lists.things) for one, other in zip(was, now, strict=True)} - {0, None}
            moved = ways.pop() if len(ways) == 1 else moved
        if moved == 0:
            return self._change(path, "clarified" if SCOPE & {*path} or is_another(old, new) else "wording", old, new)
        return self._change(path, "clarified" if self.kind == "practices" and grants(old, new) else self._moved(path, moved), old, new)

    def _change(self, path: Path, meaning: Meaning, old: object, new: object) -> Change:
        return Change(self.kind, self.id, path, meaning, old, new)

    def _way(self, path: Path, old: object, new: object) -> int | None:
        """Which way a figure at a path moved, for those whom it concerns."""
        if path[-1] in SPANS or path[-1] in TIMES:
            return (of_spans if path[-1] in SPANS else of_times)(old, new)
        moved, part = of_figures(old, new, self.lists.things), self._part(path[:-1])
        nearer = part.get("kind") in BREACHES or path[0] == "authority_limits" and isinstance(new, dict) and str(new.get("comparator")).startswith(">")
        return -moved if moved and nearer else moved

    def _part(self, path: Path) -> Any:
        """What stands at a path now."""
        part = self.record
        for step in path:
            part = part[step]
        return part

    def _moved(self, path: Path, moved: int | None) -> Meaning:
        """What a figure that moved means; one that moved in no clear way is taken to ask for more, so that somebody looks."""
        if not (asks(self.kind, path) or path[0] == "authority_limits") or moved == 0:
            return "clarified"
        return "less" if moved and moved < 0 else "more"

    def _counted(self, path: Path, old: object, new: object) -> Meaning:
        """What it means that a part came or went."""
        part, asked = new if old is None else old, asks(self.kind, path)
        if says_for_whom(self.kind, path):  # a list of some that goes leaves it for all
            return "more" if (old is None) == isinstance(path[-1], int) else "less"
        if gives(self.kind, path) and isinstance(path[-1], int):
            return "new" if old is None else "gone"
        if path[-1] in NARROWS:
            return "less" if old is None else "more"
        inner = {*BESIDE, "outputs", "name"} & {step for step in path if isinstance(step, str)}
        if not asked or is_soft(part) or inner or part == "not-stated":  # that nothing is said asks nothing
            return "clarified"
        return "more" if (old is None) == (asked > 0) else "less"

    def _graded(self, path: Path, old: object, new: object) -> Meaning:
        """What it means that a word of a fixed list gave way to another."""
        grades = self.lists.levels if path[-1] == "level" else GRADES.get(str(path[-1]), ())
        if old not in grades or new not in grades or not asks(self.kind, path):
            return "clarified"
        return "more" if grades.index(str(new)) > grades.index(str(old)) else "less"
