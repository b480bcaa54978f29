"""What editors complete and check from fits what the handbook's own check takes."""
from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from macros.editing import schema_files
from macros.editing.schemas import Schema, schemas
from macros.loading.folder import Loaded, read_all
from macros.loading.homes import EITHER
from tests.places import BAKERIES, BAKERY, DATA


class AsAnEditorReads(yaml.CSafeLoader):
    """YAML 1.2, as editors know it: `on` and dates are text, true and numbers are not."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}


AsAnEditorReads.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), ["t", "f"])
AsAnEditorReads.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^-?[0-9]+(\.[0-9]+)?$"), [*"-0123456789"])


def read(text: str) -> object:
    """What stands in a file, keys as text."""
    return yaml.load(text, AsAnEditorReads)


def faults(schema: Schema, value: object) -> list[str]:
    """What a schema refuses, each with its place."""
    return [f"{'/'.join(map(str, one.absolute_path))}: {one.message[:120]}" for one in Draft7Validator(schema).iter_errors(value)]


def schema_of(made: dict[str, Schema], file: Path, data: Path) -> Schema:
    """The schema of a file, as `.vscode/settings.json` maps it."""
    name = file.relative_to(data).as_posix()
    kind, apart, _ = name.removesuffix(".yml").partition("/")
    return made[f"{kind}-one.json" if apart and kind in EITHER else f"{kind}.json"]


@pytest.mark.parametrize("data", [BAKERY, BAKERIES, DATA], ids=["tiny", "bakery", "data"])
def test_every_file_of_a_sound_handbook_passes(data):
    made = dict(schemas(read_all(data)))
    found = {file.name: faults(schema_of(made, file, data), read(file.read_text(encoding="utf-8"))) for file in sorted(data.rglob("*.yml"))}
    assert not {name: said for name, said in found.items() if said}


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    """The small handbook."""
    return read_all(BAKERY)


@pytest.fixture(scope="module")
def role(loaded: Loaded) -> Schema:
    """The schema of its roles."""
    return schemas(loaded)["roles.json"]


def test_ids_are_offered_with_their_names_in_both_languages(loaded, role):
    named = role["definitions"]["id-competencies"]
    assert named["enum"] == [*loaded.handbook.competencies]
    assert named["enumDescriptions"] == [f"{one.name.zh} · {one.name.en}" for one in loaded.handbook.competencies.values()]


def test_slips_of_an_editor_are_refused(loaded, role):
    (file, *_) = sorted((BAKERY / "roles").glob("*.yml"))
    sound = read(file.read_text(encoding="utf-8"))
    one = sound["competencies"][0]
    for slip in (
        {"nmae": sound["name"]}, {"id": file.stem}, {"purpose": None}, {"reports_to": {"role": "nobody"}}, {"stage": "no-stage"},
        {"reports_to": {"role": file.stem, "team": "bakery"}}, {"competencies": [{**one, "need": "nice"}]},
        {"competencies": [{**one, "level": "no-level"}]}, {"duties": {"Not An Id": next(iter(sound["duties"].values()))}}, {"review_by": 2026},
    ):
        assert faults(role, {**sound, **slip}), slip
    for right in ({"reports_to": "not-stated"}, {"owner": [*loaded.handbook.teams][0], "review_by": "2027-01-31"}):
        assert not faults(role, {**sound, **right}), right


def test_schemas_that_no_longer_fit_are_a_problem_and_are_renewed_with_a_change(tmp_path):
    data = tmp_path / "data"
    shutil.copytree(BAKERY, data)
    assert not [*schema_files.stale(data, read_all(data))], "a handbook need not have any"
    assert schema_files.write(data, read_all(data))
    assert not [*schema_files.stale(data, read_all(data))]
    (first, *_) = sorted((data / "roles").glob("*.yml"))
    first.rename(first.with_stem("another-id"))
    (found,) = schema_files.stale(data, read_all(data))
    assert found.file.startswith("schemas/") and "make schema" in found.en and found.rule == "schemas"
    schema_files.refresh(data, read_all(data))
    assert not [*schema_files.stale(data, read_all(data))]


def test_a_new_name_alone_makes_no_schema_stale(tmp_path):
    data = tmp_path / "data"
    shutil.copytree(BAKERY, data)
    schema_files.write(data, read_all(data))
    (first, *_) = read_all(data).handbook.competencies.values()
    file = tmp_path / first.file if (tmp_path / first.file).exists() else data / "competencies" / f"{first.id}.yml"
    file.write_text(file.read_text(encoding="utf-8").replace(first.name.zh, "改过的名称"), encoding="utf-8")
    assert not [*schema_files.stale(data, read_all(data))]
    assert schema_files.write(data, read_all(data)), "but it is shown once schemas are renewed"
