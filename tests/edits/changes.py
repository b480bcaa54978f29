"""The edits. None names a record: each picks its records from the data."""
from __future__ import annotations

import copy
import datetime
from collections.abc import Callable

from macros.model.references import references
from tests.edits.draft import Draft


def words(zh: str, en: str) -> dict[str, str]:
    return {"zh": zh, "en": en}


def role_of(draft: Draft) -> str:
    """The example role of the handbook."""
    return draft.handbook.about.example_role


def another(draft: Draft) -> str:
    """A role in use that has a KPI with a figure and is not the example."""
    return next(one.id for one in draft.handbook.ordered_roles if one.id != role_of(draft) and any(line.target for line in one.kpis))


def new_role(draft: Draft) -> None:
    """A new role from an existing one, on no ladder yet."""
    record = copy.deepcopy(draft.at("roles", role_of(draft)))
    record["name"] = words("客户洞察经理", "Customer insight manager")
    record.pop("aliases", None)
    record.pop("short", None)
    draft.add("roles", "customer-insight-manager", record)


def new_competency(draft: Draft) -> None:
    """A new competency that a role asks for."""
    first = draft.handbook.used("competencies")[0]
    record = copy.deepcopy(draft.at("competencies", first.id))
    record["name"] = words("倾听", "Listening")
    for key in ("aliases", "short", "keywords"):
        record.pop(key, None)
    draft.add("competencies", "listening", record)
    role = draft.at("roles", role_of(draft))
    role["competencies"].append({**copy.deepcopy(role["competencies"][0]), "competency": "listening"})


def new_kpi_line(draft: Draft) -> None:
    """A role is measured by one more indicator, without a figure."""
    role, record = draft.handbook.roles[role_of(draft)], draft.at("roles", role_of(draft))
    has = {line.kpi for line in role.kpis}
    kpi = next(one for one in draft.handbook.used("kpis") if one.id not in has)
    line = {"kpi": kpi.id, "target": "not-stated", "basis": "editorial"}
    if len(kpi.measures) > 1:
        line["measure"] = next(iter(kpi.measures))
    record["kpis"].append(line)


def changed_target(draft: Draft) -> None:
    """A target of a role has another value."""
    for role in draft.handbook.ordered_roles:
        for number, line in enumerate(role.kpis):
            target = draft.at("roles", role.id)["kpis"][number]["target"]
            if (
                isinstance(target, dict)
                and target.get("value", "").isdigit()
                and set(target) <= {"comparator", "value", "unit", "period", "per", "scale", "baseline"}
            ):
                target["value"] = str(int(target["value"]) + 1)
                return
    raise LookupError("no target with a whole value")


def dropped_kpis(draft: Draft) -> None:
    """A role loses all its indicators."""
    record = draft.at("roles", another(draft))
    record["kpis"] = []
    record.pop("kpis_summary", None)


def renamed_role(draft: Draft) -> None:
    """The example role has another name and keeps the old one as an alias."""
    record = draft.at("roles", role_of(draft))
    old = record["name"]
    record["name"] = words(f"高级{old['zh']}", f"Senior {old['en'][0].lower()}{old['en'][1:]}")
    record.setdefault("aliases", []).append({**old, "basis": "editorial"})


def renamed_competency(draft: Draft) -> None:
    """A competency that several roles ask for has another name."""
    id = next(iter(draft.handbook.roles_by_competency))
    draft.at("competencies", id)["name"] = words("现场应变", "Thinking on one’s feet")


def renamed_title(draft: Draft) -> None:
    """An honorary title has another name."""
    draft.at("titles", draft.handbook.used("titles")[0].id)["name"] = words("首席顾问", "Principal adviser")


def renamed_handbook(draft: Draft) -> None:
    """The handbook has another title."""
    draft.about()["title"] = words("岗位与发展手册", "Roles and growth handbook")


def new_edition(draft: Draft) -> None:
    """A new edition with a new date, and every kind reviewed."""
    about = draft.about()
    about["edition"] = "2.0"
    day = draft.handbook.about.effective_on + datetime.timedelta(days=100)
    about["effective_on"] = day.isoformat()
    for defaults in about["defaults"].values():
        defaults.update(reviewed_on=day.isoformat(), review_by=day.replace(year=day.year + 1).isoformat())


def new_duty(draft: Draft) -> None:
    """A role has one more duty."""
    group = next(iter(draft.at("roles", role_of(draft))["duties"].values()))
    group["items"].append({**words("每周和同事碰一次进度。", "Go over progress with colleagues once a week."), "basis": "editorial"})


def new_term(draft: Draft) -> None:
    """One more term."""
    first = draft.handbook.used("terms")[0]
    record = {
        "name": words("碰头会", "stand-up"),
        "kind": first.kind,
        "definition": words("站着开的短会。", "A short meeting held standing."),
        "basis": "editorial",
    }
    draft.add("terms", "stand-up", record)


def deleted_term(draft: Draft) -> None:
    """A term that nothing points at and no page uses is deleted."""
    pointed = {id for _, record in draft.handbook.records() for _, kind, id in references(record) if kind == "terms"}
    id = next(
        one.id
        for one in draft.handbook.used("terms")
        if one.id not in pointed and one.id not in draft.handbook.records_by_term and not uncited_without(draft, "terms", one.id)
    )
    draft.drop("terms", id)


def uncited_without(draft: Draft, kind: str, id: str) -> bool:
    """Whether a section of a source document is cited by this record alone."""
    return any([(of, one.id) for of, one in users] == [(kind, id)] for users in draft.handbook.citations.values())


def another_stage(draft: Draft) -> None:
    """One more stage above the last, with the post of a ladder’s top on it."""
    last = draft.handbook.used("stages")[-1]
    record = copy.deepcopy(draft.at("stages", last.id))
    record["name"] = words("顾问阶段", "Adviser stage")
    draft.add("stages", "adviser-stage", record)


def another_rung(draft: Draft) -> None:
    """A ladder of whole stages has one more rung, and that stage is new."""
    another_stage(draft)
    track = next((one for one in draft.handbook.used("tracks") if any(rung.stage for rung in one.rungs)), None) or draft.handbook.used("tracks")[0]
    rungs = draft.at("tracks", track.id)["rungs"]
    rungs.append({**{key: value for key, value in rungs[-1].items() if key in ("basis", "sources", "gives")}, "stage": "adviser-stage"})


def new_source(draft: Draft) -> None:
    """One more source document, and a sentence that cites it."""
    first = next(iter(draft.handbook.documents.values()))
    record = copy.deepcopy(draft.at("documents", first.id))
    record["title"] = words("访谈记录", "Interview notes")
    record["sections"] = {"1": words("日常", "Day by day")}
    draft.add("documents", "interview-notes", record)
    group = next(iter(draft.at("roles", role_of(draft))["duties"].values()))
    group["items"].append({**words("记下客户的原话。", "Write down what customers say, word for word."), "sources": ["interview-notes#1"]})


def new_case(draft: Draft) -> None:
    """One more case."""
    first = draft.handbook.used("cases")[0]
    record = copy.deepcopy(draft.at("cases", first.id))
    record["name"] = words("雨天的试吃", "Tasting in the rain")
    draft.add("cases", "tasting-in-the-rain", record)


def new_gap(draft: Draft) -> None:
    """A record says what the documents leave open."""
    shown = next(tree for tree in (draft.at(kind, record.id) for kind, record in draft.handbook.records() if record.gaps))
    record = draft.at("roles", role_of(draft))
    record.setdefault("gaps", []).append(copy.deepcopy(shown["gaps"][0]))


def new_practice(draft: Draft) -> None:
    """One more practice, from an existing one."""
    first = draft.handbook.used("practices")[0]
    record = copy.deepcopy(draft.at("practices", first.id))
    record["name"] = words("每周复盘", "Weekly review")
    for key in ("aliases", "short", "keywords"):
        record.pop(key, None)
    draft.add("practices", "weekly-review", record)


def new_move(draft: Draft) -> None:
    """A move between two roles that no step or move joins yet."""
    from macros.comparison.transition import ways

    joined = {(way.origin.id, way.target.id) for way in ways(draft.handbook)}
    roles = draft.handbook.ordered_roles
    origin, target = next((a.id, b.id) for a in roles for b in roles if a.stage == b.stage and a.id != b.id and not {(a.id, b.id), (b.id, a.id)} & joined)
    record = {"name": words("换到隔壁岗位", "To the next desk"), "kind": "lateral", "summary": words("同级之间换岗。", "A move between equals."),
              "from": [{"role": origin}], "to": [{"role": target}], "basis": "editorial"}
    draft.add("moves", "to-the-next-desk", record)


def another_level(draft: Draft) -> None:
    """A role asks for a competency at another level, and calls it useful."""
    asked = draft.at("roles", role_of(draft))["competencies"][0]
    levels = list(draft.handbook.levels)
    asked["level"] = levels[(levels.index(asked["level"]) + 1) % len(levels)]
    asked["need"] = "useful" if asked["need"] == "essential" else "essential"


def another_example(draft: Draft) -> None:
    """The handbook shows another role as its example."""
    draft.about()["example_role"] = another(draft)


def retired(kind: str) -> Callable[[Draft], None]:
    """A record in use retires; one that takes its place is new, and everything that pointed at the old one points there."""

    def edit(draft: Draft) -> None:
        old = next(one for one in draft.handbook.used(kind) if kind != "roles" or one.id == role_of(draft))
        new = f"{old.id}-renewed"
        draft.point_elsewhere(kind, old.id, new)
        record = draft.at(kind, old.id)
        heir = copy.deepcopy(record)
        if kind not in ("terms", "layers"):      # a term’s name is how texts say it, and stays
            heir["name"] = words(f"新{record['name']['zh']}", f"New {record['name']['en'][0].lower()}{record['name']['en'][1:]}")
        record["retired"] = {"on": draft.handbook.about.effective_on.isoformat(), "replaced_by": new}
        draft.add(kind, new, heir)

    edit.__name__ = f"retired_{kind}"
    edit.__doc__ = f"One of the {kind} retires; a new one takes its place, and what pointed at the old one points there."
    return edit


RETIRED = ("roles", "competencies", "kpis", "posts", "titles", "layers", "stages", "tracks", "moves", "practices", "cases", "terms", "teams")
EDITS: tuple[Callable[[Draft], None], ...] = (
    new_role, new_competency, new_kpi_line, changed_target, dropped_kpis, renamed_role, renamed_competency, renamed_title, renamed_handbook, new_edition,
    new_duty, new_term, deleted_term, another_stage, another_rung, new_source, new_case, new_gap, new_practice, new_move, another_level, another_example,
    *map(retired, RETIRED),
)
