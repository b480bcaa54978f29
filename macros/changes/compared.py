"""Two editions of the records compared, as YAML values: an edition of long ago need not fit today's model."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from macros.changes.bars import of_figures, of_sentences, of_spans
from macros.changes.change import Change
from macros.changes.pairing import pairs
from macros.model.editions import Meaning
from macros.words.problems import Path

Records = Mapping[tuple[str, str], Any]
ASKS = {  # what asks something of people; more there is more that is asked
    "roles": {"duties", "competencies", "kpis", "qualifications", "growth_signals", "manages"},
    "stages": {"core_tasks", "abilities", "promotion_signals"},
    "competencies": {"levels"},
    "kpis": {"thresholds"},
    "moves": {"always", "conditions", "needed"},
    "practices": {"steps", "groups"},
}
FORBIDS = ("needs_approval", "must_not")  # of a role's authority
ALLOWS = {"moves": {"conditions_any_of"}}  # where one more is a way more, so less is asked
FIGURES = {"target", "condition", "limit", "frequency", "duration", "amount"}
SPANS = {"deadline"}
BESIDE = {"note", "sources", "basis", "why", "basis_of", "links", "related", "for", "audience", "measure"}  # what stands beside
POINTING = {"kpi": "kpis", "competency": "competencies"}
UNSEEN = {"reviewed_on", "review_by", "owner", "keywords", "reading", "figures"}  # nothing that pages say beside what their sentences do
GRADES = {"need": ("preferred", "useful", "required", "essential"), "serves": ("reference", "appraisal"), "needed": ("where-they-apply", "not-settled", "all")}
SOFT = {"need": ("preferred",), "serves": ("reference",), "basis": ("example",), "elsewhere": ("true", True)}  # parts that ask nothing of anybody yet


def compared(before: Records, after: Records) -> list[Change]:
    """Every change, by record: those that are new or gone as wholes, the others part by part."""
    levels, heirs = [id for kind, id in after if kind == "levels"], _heirs(after)
    found: list[Change] = []
    for kind, id in sorted(one for one in before.keys() | after.keys() if one[0] != "editions"):  # which tell of changes themselves
        old, new = before.get((kind, id)), after.get((kind, id))
        if old is None or new is None or ("retired" in new) != ("retired" in old):
            if old is None or _in_use(old):
                found.append(Change(kind, id, (), "new" if old is None else "gone", old, new))
        elif old != new:
            old = _followed(old, heirs)
            found += _moved_within([*_Comparison(kind, id, levels).walk((), old, new)])
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
    """What was written, with those that are out of use by now called by who took their place."""
    if isinstance(value, dict):
        return {key: heirs.get((POINTING.get(key, ""), one), one) if isinstance(one, str) else _followed(one, heirs) for key, one in value.items()}
    return [_followed(one, heirs) for one in value] if isinstance(value, list) else value


def _moved_within(changes: list[Change]) -> list[Change]:
    """The changes of a record, where a part that went from one place and came to another is told once, and asks no more and no less for it."""
    gone = [number for number, one in enumerate(changes) if one.after is None and isinstance(one.before, dict)]
    came = [number for number, one in enumerate(changes) if one.before is None and isinstance(one.after, dict)]
    dropped: set[int] = set()
    for was, now in pairs([changes[number].before for number in gone], [changes[number].after for number in came]):
        if was is not None and now is not None and _is_moved(old := changes[gone[was]], new := changes[came[now]]):
            changes[came[now]] = replace(new, before=old.before, meaning="wording")
            dropped.add(gone[was])
    return [one for number, one in enumerate(changes) if number not in dropped]


def _is_moved(old: Change, new: Change) -> bool:
    """Whether it is the same part in another place of the same field: with the same figures, if in other words."""
    was, now = old.before, new.after
    return old.path[0] == new.path[0] and isinstance(was, dict) and isinstance(now, dict) and "zh" in now and of_sentences(was, now) == 0


def _said(part: Mapping[str, Any]) -> tuple[object, object]:
    return part.get("zh"), part.get("en")


def _in_use(record: Any) -> bool:
    return "retired" not in record


class _Comparison:
    """One record compared: its kind decides what of it asks something."""

    def __init__(self, kind: str, id: str, levels: Sequence[str]) -> None:
        self.kind, self.id, self.levels = kind, id, levels

    def walk(self, path: Path, old: object, new: object) -> Iterator[Change]:
        """The changes below a path."""
        name = path[-1] if path else ""
        if old == new or name in UNSEEN:
            return
        if old is None or new is None:
            yield self._change(path, self._counted(path, old, new), old, new)
        elif name in BESIDE:
            yield self._change(path, "clarified", old, new)
        elif name in FIGURES or name in SPANS:
            moved = (of_spans if name in SPANS else of_figures)(old, new)
            yield self._change(path, self._moved(path, moved), old, new)
        elif isinstance(old, dict) and isinstance(new, dict):
            yield from self._fields(path, old, new)
        elif isinstance(old, list) and isinstance(new, list):
            for was, now in pairs(old, new):
                at = was if now is None else now
                assert at is not None
                yield from self.walk((*path, at), None if was is None else old[was], None if now is None else new[now])
        else:
            yield self._change(path, self._graded(path, old, new), old, new)

    def _fields(self, path: Path, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
        if isinstance(new.get("zh"), str) and isinstance(old.get("zh"), str) and _said(old) != _said(new):
            yield self._sentence(path, old, new)
            return
        for key in dict.fromkeys((*new, *old)):
            yield from self.walk((*path, key), old.get(key), new.get(key))

    def _sentence(self, path: Path, old: dict[str, Any], new: dict[str, Any]) -> Change:
        moved, figures = of_sentences(old, new), (old.get("figures", []), new.get("figures", []))
        if moved is None and len(figures[0]) == len(figures[1]) == 1:
            moved = of_figures(figures[0][0], figures[1][0])
        return self._change(path, "wording" if moved == 0 else self._moved(path, moved), old, new)

    def _change(self, path: Path, meaning: Meaning, old: object, new: object) -> Change:
        return Change(self.kind, self.id, path, meaning, old, new)

    def _asks(self, path: Path) -> int:
        """1 where what stands at a path asks something, -1 where it allows something, 0 otherwise."""
        top = path[0] if path else ""
        if top in ASKS.get(self.kind, ()) or (top == "authority" and len(path) > 1 and path[1] in FORBIDS):
            return 1
        return -1 if top in ALLOWS.get(self.kind, ()) else 0

    def _moved(self, path: Path, moved: int | None) -> Meaning:
        """What a figure that moved means; one that moved in no clear way is taken to ask for more, so that somebody looks."""
        if not self._asks(path) or moved == 0:
            return "clarified"
        return "less" if moved and moved < 0 else "more"

    def _counted(self, path: Path, old: object, new: object) -> Meaning:
        """What it means that a part came or went."""
        part, asks = new if old is None else old, self._asks(path)
        soft = isinstance(part, dict) and any(part.get(key) in values for key, values in SOFT.items())
        inner = {*BESIDE, "actors", "outputs", "name"} & {step for step in path if isinstance(step, str)}
        if not asks or soft or inner:
            return "clarified"
        return "more" if (old is None) == (asks > 0) else "less"

    def _graded(self, path: Path, old: object, new: object) -> Meaning:
        """What it means that a word of a fixed list gave way to another."""
        grades = self.levels if path[-1] == "level" else GRADES.get(str(path[-1]), ())
        if old not in grades or new not in grades or not self._asks(path):
            return "clarified"
        return "more" if grades.index(str(new)) > grades.index(str(old)) else "less"
