"""The filters above an index: what can be chosen, and what each entry says of itself so that it can be chosen.

An entry holds one or more sets of facts, each written `role:night-nurse level:plan`. It is shown when one of its sets
holds everything that is chosen, so that choices about a role always speak of one and the same role."""
from __future__ import annotations

from collections.abc import Iterable, Mapping

from macros.model.roles import Role
from macros.model.tracks import Track
from macros.views.page import View
from macros.views.reader import Reader

Facts = Mapping[str, Iterable[str]]
Field = View


def facts(own: Facts, sets: Iterable[Facts]) -> list[str]:
    """The sets of facts of one entry, each with what the entry says of itself, which stands alone when there is no set."""
    return [" ".join(f"{name}:{value}" for name, values in {**own, **one}.items() for value in values) for one in list(sets) or [{}]]


def of_role(reader: Reader, role: Role) -> Facts:
    """What a role says of itself: its id, its stage and the tracks it stands on, rung by rung or by its whole stage."""
    return {"role": [role.id], "stage": [role.stage], "track": reader.handbook.tracks_by_role[role.id]}


def choices(name: str, label: str, options: Iterable[tuple[str, str]]) -> Field:
    """A field whose values are words of the interface, as (value, word)."""
    return {"name": name, "label": label, "groups": [{"label": "", "options": [{"value": value, "name": word, "formerly": ""} for value, word in options]}]}


def records(reader: Reader, name: str, label: str, kind: str) -> Field:
    """A field whose values are the records of a kind, in the order of the files; the ladder of stages, which has every role, is no track to choose."""
    ids = [one.id for one in reader.handbook.used(kind) if not (isinstance(one, Track) and one.is_of_stages)]
    return {"name": name, "label": label, "groups": [{"label": "", "options": _options(reader, kind, ids)}]}


def roles(reader: Reader, without: str = "") -> Field:
    """A field for the roles, by stage. With `without`, roles that no entry has can be chosen as well, and this is then said of them."""
    handbook = reader.handbook
    groups = [(reader.text(stage.name), [role.id for role in handbook.ordered_roles if role.stage == stage.id]) for stage in handbook.used("stages")]
    return {
        "name": "role",
        "label": reader.say("Role"),
        "without": without,
        "groups": [{"label": label, "options": _options(reader, "roles", ids)} for label, ids in groups if ids],
    }


def _options(reader: Reader, kind: str, ids: Iterable[str]) -> list[dict[str, str]]:
    """Choices with the retired ids they stand in for, so that an old address still finds them."""
    every, earlier = reader.handbook.of_kind(kind), reader.handbook.earlier_by_record
    return [
        {"value": id, "name": reader.text(every[id].name), "formerly": " ".join(one.id for one in earlier.get((kind, id), ()))}
        for id in ids
    ]


def form(
    reader: Reader, fields: Iterable[Field], entries: Iterable[View], note: str, shown: str, some: str, none: str,
    sort: Iterable[tuple[str, str]] = (),
) -> View:
    """The form over an index. Only what some entry has can be chosen, but for fields with a word for what none has; a field
    without choices is left out.

    `shown` says how many entries there are; `some`, with {n}, how many are left, and `none` that none is."""
    held = {fact for entry in entries for one in entry["facts"] for fact in one.split(" ")}
    return {
        "script": f"{reader.root}assets/indexes/filters.js",
        "note": note,
        "fields": [{**field, "groups": groups} for field in fields if (groups := _held(field, held))],
        "sort": [{"value": value, "name": name} for value, name in sort],
        "shown": shown,
        "some": some,
        "none": none,
        # The script fills these blanks, so they stay blanks here.
        "retired": reader.say("{old} is no longer in use. Chosen instead: {name}.", old="{old}", name="{name}"),
    }


def _held(field: Field, held: set[str]) -> list[View]:
    """The choices that some entry has; others only with what is said of them, `without`."""
    groups = []
    for group in field["groups"]:
        marked = [{**option, "without": "" if f"{field['name']}:{option['value']}" in held else field.get("without", "")} for option in group["options"]]
        groups.append({**group, "options": [option for option in marked if option["without"] or f"{field['name']}:{option['value']}" in held]})
    return [group for group in groups if group["options"]]
