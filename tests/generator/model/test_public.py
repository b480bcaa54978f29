"""The public edition: what it leaves out, and that what is left stands on its own."""
from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import BaseModel

from macros.loading.folder import load
from macros.model.editions import Edition, Told
from macros.model.handbook import Handbook
from macros.model.left_out import left_out
from macros.model.public import public
from macros.model.records import RECORD_KINDS
from macros.model.references import references
from macros.pages.since import since_file
from tests.building import build
from tests.leaks import leaks
from tests.places import BAKERIES, BAKERY, DATA


@pytest.fixture(scope="module", params=[BAKERY, BAKERIES, DATA], ids=["tiny", "bakery", "own"])
def whole(request) -> Handbook:
    return load(request.param, ())


def changed(handbook: Handbook, kind: str, id: str, **fields: object) -> Handbook:
    """The handbook with other values in some fields of one record."""
    records = dict(handbook.of_kind(kind))
    records[id] = records[id].model_copy(update=fields)
    return Handbook(**{**{name: value for name, value in vars(handbook).items() if name in Handbook.__dataclass_fields__}, kind: records})


def test_it_points_at_nothing_that_is_gone(whole):
    shown = public(whole)
    gone = [(kind, record.id, path) for kind, record in shown.records() for path, target, id in references(record)
            if target in RECORD_KINDS and id not in shown.of_kind(target)]
    assert not gone


def test_it_says_nothing_that_is_for_staff(whole):
    def audiences(value: object) -> set[object]:
        if isinstance(value, BaseModel):
            return {getattr(value, "audience", None), *(one for name in type(value).model_fields for one in audiences(getattr(value, name)))}
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ()
        return {one for each in inner for one in audiences(each)}

    shown = public(whole)
    assert "internal" not in {one for _, record in shown.records() for one in audiences(record)}
    assert not (shown.documents or shown.practices or shown.moves or shown.cases)
    assert all(edition.summary is None and {one.audience for one in edition.changes} <= {"public"} for edition in shown.editions.values())
    assert all(not (record.gaps or record.differs or record.note or record.owner or record.sources) for _, record in shown.records())
    assert all(line.target is None for role in shown.roles.values() for line in role.kpis
               if not any(one.audience == "public" for one in whole.roles[role.id].kpis if one.kpi == line.kpi))


def test_a_record_can_be_kept_inside_or_let_out(handbook):
    whole = load(BAKERY, ())
    role, practice = next(iter(whole.roles)), next(iter(whole.practices))
    inside = public(changed(whole, "roles", role, audience="internal"))
    assert role not in inside.roles and not [id for _, record in inside.records() for _, kind, id in references(record) if (kind, id) == ("roles", role)]
    assert [*public(changed(whole, "practices", practice, audience="public")).practices] == [practice]


def test_what_is_left_out_is_listed_by_record_and_place_with_what_keeps_it_inside():
    whole = load(BAKERY, ())
    found = {(kind, record.id): places for kind, record, places in left_out(whole)}
    assert all(found["practices", id] == (((), "kind"),) for id in whole.practices)
    judged = next(role for role in whole.roles.values() if any(line.target for line in role.kpis))
    assert (("kpis", 0, "target"), "target") in found["roles", judged.id]
    said = {(path[0], why) for data in (BAKERY, BAKERIES) for _, _, places in left_out(load(data, ())) for path, why in places if path}
    assert said >= {("duties", "internal"), ("gaps", "part"), ("reports_to", "guessed")}
    assert not [path for _, _, places in left_out(whole) for path, _ in places if "figures" in path], "the sentence says it"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("public") / "site"
    build(BAKERIES, folder, HANDBOOK_EDITION="public")
    return folder


def test_no_file_of_the_site_holds_what_is_for_staff(site):
    looked_for, files, found = leaks(load(BAKERIES, ()), site)
    assert looked_for > 100 and files > 100 and not found


def test_no_fold_is_without_a_name_where_the_public_edition_says_less(site):
    assert not [path for path in site.rglob("*.html") if re.search(r"<summary[^>]*>\s*</summary>", path.read_text(encoding="utf-8"))]


def test_a_leak_would_be_found(site, tmp_path):
    whole = load(BAKERIES, ())
    for number, text in enumerate(("notes", "json", "address")):
        secret = next(one for one in sorted({gap.missing.zh for _, record in whole.records() for gap in record.gaps}, key=len, reverse=True))
        planted = {"notes": f"<!-- {secret} -->", "json": secret.encode("ascii", "backslashreplace").decode(), "address": f"<b>{secret}</b>"}[text]
        (tmp_path / f"{number}.html").write_text(planted, encoding="utf-8")
    assert {name for _, name in leaks(whole, tmp_path)[2]} == {"0.html"}
    (tmp_path / "0.html").unlink()
    assert {name for _, name in leaks(whole, tmp_path)[2]} == {"1.html"}


def telling(handbook: Handbook, *told: Told) -> Handbook:
    """The handbook with an edition that tells this."""
    edition = Edition(id="9.9", file="changes.yml", effective_on="2027-01-01", summary={"zh": "内部写的一句概述。", "en": "A summary for staff."}, changes=told)
    return replace(handbook, editions={"9.9": edition, **handbook.editions})


def said(about: dict[str, list[str]], **more: str) -> Told:
    return Told.model_validate({"meaning": "clarified", "about": about, "zh": "这一句是新写的变化。", "en": "This sentence tells of a change.", **more})


def test_of_editions_only_what_is_for_everybody_is_left_and_it_is_about_what_is_left():
    whole = load(BAKERIES, ())
    role, move = next(iter(whole.roles)), next(iter(whole.moves))
    told = [said({"roles": [role]}), said({"roles": [role], "moves": [move]}, audience="public"), said({"moves": [move]}, audience="public"),
            said({}, audience="public")]
    edition = public(telling(whole, *told)).editions["9.9"]
    assert [(one.about.roles, one.about.moves) for one in edition.changes] == [((role,), ()), ((), ())], "the third would be about everything"
    assert edition.summary is None and edition.effective_on.year == 2027
    assert not {"changes", "health"} & public(whole).present and "changes" in whole.present


@pytest.mark.parametrize("audience", [{}, {"audience": "public"}], ids=["unsaid", "public"])
def test_what_an_edition_tells_staff_and_what_it_repeats_of_theirs_would_be_found(tmp_path, audience):
    plain = load(BAKERIES, ())
    secret = max((gap.missing.zh for _, record in plain.records() for gap in record.gaps), key=len)
    whole = telling(plain, said({}, zh=f"现在写明了{secret}。", **audience))
    for name, shown in (("public", public(whole)), ("staff", whole)):
        for file in since_file(shown, "zh"):
            place = tmp_path / name / Path(file.path).name
            place.parent.mkdir()
            place.write_text(file.text, encoding="utf-8")
    assert (f"现在写明了{secret}。" in {text for text, _ in leaks(whole, tmp_path / "staff")[2]}) == (not audience)
    assert [text for text, _ in leaks(whole, tmp_path / "public")[2]] == ([secret] if audience else [])
