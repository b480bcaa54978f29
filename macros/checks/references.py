"""Rules on what points at what: every id exists, is in use and fits."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from macros.checks.units import stands_miswritten
from macros.checks.vocabularies import LISTS, settled
from macros.loading.absent import Absent, successors
from macros.loading.fitting import defaults_of
from macros.loading.folder import Loaded
from macros.loading.homes import ABOUT, spread
from macros.loading.misfits import unlisted
from macros.model.called import id_called, nearest_called, section_called
from macros.model.record import ID, Retired
from macros.model.records import RECORD_KINDS
from macros.model.references import references
from macros.model.retirement import parts_of
from macros.model.sources import SourceDocument
from macros.model.vocabularies import CHOICES
from macros.words.languages import LANGUAGES
from macros.words.problems import RESTORE, Problem
from macros.words.spelling import nearest

KIND_NAMES = {
    "roles": ("岗位", "role"), "posts": ("职位", "post"), "titles": ("头衔", "title"), "teams": ("团队", "team"),
    "stages": ("阶段", "stage"), "layers": ("层级", "layer"), "tracks": ("发展通道", "track"),
    "competencies": ("能力", "competency"), "kpis": ("指标", "KPI"), "moves": ("晋升与转岗", "move"), "practices": ("制度", "practice"),
    "cases": ("案例", "case"), "terms": ("术语", "term"),
    "sections": ("文件章节", "source section"),
}


def referenced_records_exist(loaded: Loaded) -> Iterator[Problem]:
    """Every id points at a record, a section of a source document or a value of a list, that stands in the files."""
    apart = spread(loaded.documents)
    for one in loaded.absent:
        if one.kind in LISTS or one.kind in CHOICES:
            if settled(loaded, one.kind) and not (one.kind == "units_or_currencies" and stands_miswritten(loaded, one.id)):
                yield one.problem(*(_by_name(one, loaded) or unlisted(one.id, loaded.known[one.kind]))).following(f"{one.kind}/{one.id}")
        elif one.kind in apart and len(one.places) > 1 and re.fullmatch(ID, one.id):
            yield _lost(one, loaded)
        else:
            said = _by_name(one, loaded) or _by_like_name(one, loaded) or _nobody(one.id, one.kind, loaded.known[one.kind])
            yield one.problem(*said).following(f"{one.kind}/{one.id}")


def _by_name(one: Absent, loaded: Loaded) -> tuple[str, str] | None:
    """What to say where a name stands in place of an id."""
    titles = ((id, [*_titles(of)], of.sections) for id, of in loaded.handbook.documents.items()) if one.kind == "sections" else ()
    id = section_called(one.id, titles) or id_called(loaded.handbook, one.kind, one.id)
    return (f"“{one.id}”是名称，这里写编号：{id}", f"“{one.id}” is a name; write the id here: {id}") if id else None


def _titles(document: SourceDocument) -> Iterator[str]:
    for text in (document.title, document.called):
        yield from (text[language] for language in LANGUAGES)


def _by_like_name(one: Absent, loaded: Loaded) -> tuple[str, str] | None:
    """What to say where something like a name stands in place of an id."""
    if not (near := nearest_called(loaded.handbook, one.kind, one.id)):
        return None
    (zh, en), (name, id) = KIND_NAMES[one.kind], near
    return (f"没有叫“{one.id}”的{zh}，这里也要写编号；最接近的是“{name}”：{id}",
            f"There is no {en} called “{one.id}”, and an id is wanted here; the nearest is “{name}”: {id}")


def _lost(one: Absent, loaded: Loaded) -> Problem:
    """What to say of a file that several places point at: it has gone, or was never written."""
    first = min(document.problem(path, "", "") for document, path in one.places)
    (zh, en), places, where = KIND_NAMES[one.kind], len(one.places), f"{first.file}:{first.line}"
    near = nearest(one.id, loaded.known[one.kind], 0.8)
    like = (f"；最接近的编号是“{near}”", f"; the nearest id is “{near}”") if near else ("", "")
    return Problem(
        f"{loaded.handbook.folder}/{one.kind}/{one.id}.yml", 1, 1, "",
        f"没有这个数据文件（类别：{zh}），可是有{places}处用到它，第一处在{where}；"
        f"误删的就{RESTORE[0]}；没写过的，补上；停用的也留着，写明retired{like[0]}",
        f"There is no such {en}, yet {places} places point at it, the first at {where}; "
        f"{RESTORE[1]} if it was deleted by mistake, or add it (one out of use stays, with retired){like[1]}",
    )


def _nobody(id: str, kind: str, known: Iterable[str]) -> tuple[str, str]:
    zh, en = KIND_NAMES[kind]
    if near := nearest(id, known, 0.5):
        return f"没有编号为“{id}”的{zh}；最接近的是“{near}”", f"There is no {en} “{id}”; the nearest is “{near}”"
    return f"没有编号为“{id}”的{zh}；先加上它，或改指别的", f"There is no {en} “{id}”; add it first, or point at another"


def defaults_are_for_kinds(loaded: Loaded) -> Iterator[Problem]:
    """The defaults of handbook.yml are for kinds of record that exist."""
    for kind in loaded.handbook.about.defaults if loaded.handbook.about else ():
        if kind not in RECORD_KINDS:
            meant = nearest(kind, [one for one in RECORD_KINDS if one not in loaded.handbook.about.defaults], 0.7)
            zh, en = (f"，是不是“{meant}”？", f"; did you mean “{meant}”?") if meant else ("；", "; ")
            found = loaded.documents[ABOUT].problem(
                ("defaults", kind), f"没有“{kind}”这一类记录{zh}可选：{'、'.join(RECORD_KINDS)}",
                f"There is no kind of record “{kind}”{en}{' There' if meant else 'there'} are: {', '.join(RECORD_KINDS)}", at_key=True)
            yield replace(found, cause=defaults_of(meant or ""))


def referenced_records_are_in_use(loaded: Loaded) -> Iterator[Problem]:
    """Nothing points at a retired record, and a retired record names a successor that is in use."""
    retired = {(kind, record.id): record.retired for kind, record in loaded.handbook.records() if record.retired}
    about = loaded.handbook.about
    for path, target, id in references(about) if about else ():
        if (target, id) in retired:
            yield loaded.documents[ABOUT].problem(path, *_retired(id, retired[target, id]))
    for kind, record in loaded.handbook.records():
        for path, target, id in references(record):
            gone = retired.get((target, id))
            if gone and not record.retired:
                yield loaded.problem(kind, record.id, path, *_retired(id, gone))
    for (kind, id), gone in retired.items():
        for path, successor in successors(gone, *loaded.homes[kind, id]):
            if (kind, successor) in retired:
                yield loaded.problem(kind, id, path, f"“{successor}”也已停用；改为还在用的", f"“{successor}” is retired too; name one in use")


def _retired(id: str, gone: Retired) -> tuple[str, str]:
    zh, en = (mark.join(f"“{one}”" for one in gone.replaced_by) for mark in ("或", " or "))
    return f"“{id}”已停用；改指{zh}", f"“{id}” is retired; point at {en}"


def retired_records_say_where_their_parts_went(loaded: Loaded) -> Iterator[Problem]:
    """What a retired record says went somewhere is a part of it and went to a successor; with several successors, it says so of every part."""
    for kind, record in loaded.handbook.records():
        if not record.retired:
            continue
        parts, successors_of = parts_of(record), record.retired.replaced_by
        for part, successor in record.retired.went.items():
            if part not in parts:
                yield loaded.problem(kind, record.id, ("retired", "went", part), f"这条记录没有“{part}”这一部分；可写：{'、'.join(parts)}",
                                     f"There is no part “{part}” in this record; there are: {', '.join(parts)}", at_key=True)
            elif successor not in successors_of:
                yield loaded.problem(kind, record.id, ("retired", "went", part), f"“{successor}”不在replaced_by里；可写：{'、'.join(successors_of)}",
                                     f"“{successor}” is not in replaced_by; there are: {', '.join(successors_of)}")
        unsaid = [part for part in parts if part not in record.retired.went] if len(successors_of) > 1 else []
        if unsaid:
            yield loaded.problem(kind, record.id, ("retired",), f"由几条记录接替时，要在went里写明每一部分归了谁；还缺：{'、'.join(unsaid)}",
                                 f"With several successors, went says which of them has each part; still missing: {', '.join(unsaid)}")


def duty_groups_exist(loaded: Loaded) -> Iterator[Problem]:
    """A competency is required for duty groups of the same role, and once per role."""
    for role in loaded.handbook.roles.values():
        seen: set[str] = set()
        for number, requirement in enumerate(role.competencies):
            for place, group in enumerate(requirement.for_):
                if group not in role.duties:
                    yield loaded.problem("roles", role.id, ("competencies", number, "for", place),
                                         f"这个岗位没有职责组“{group}”；已有：{'、'.join(role.duties)}",
                                         f"The role has no duty group “{group}”; it has: {', '.join(role.duties)}",
                                         ).following(f"roles/{role.id}#{group}")
            if requirement.competency in seen:
                yield loaded.problem("roles", role.id, ("competencies", number), f"能力“{requirement.competency}”列了两次；合成一项",
                                     f"The competency “{requirement.competency}” is listed twice; make it one")
            seen.add(requirement.competency)


def source_sections_are_cited(loaded: Loaded) -> Iterator[Problem]:
    """Every section of a source document is cited by some record, but for chapters, whose sections are, and the front matter (0)."""
    handbook = loaded.handbook
    if loaded.problems or loaded.absent:  # a record that is not there, or could not be read, may be the one that cites it
        return
    for document in handbook.documents.values():
        for section, heading in document.sections.items():
            chapter = any(other.startswith(f"{section}.") for other in document.sections)
            if not chapter and section.split(".")[0] != "0" and f"{document.id}#{section}" not in handbook.citations:
                yield loaded.problem("documents", document.id, ("sections", section),
                                     f"没有记录引用“{section} {heading.zh}”；把这一节的内容写进记录，或查一查出处编号",
                                     f"No record cites “{section} {heading.en}”; put what it says into a record, or check the section numbers")
