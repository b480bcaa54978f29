"""The samples in samples/ that editors copy: sound as a whole, complete, and explained in both languages."""
from __future__ import annotations

import re
import shutil
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from macros.checks import RULES
from macros.checks.punctuation import HAN
from macros.loading.folder import ABOUT, FILES, FOLDERS, Loaded, load, read_all
from macros.loading.house_style import STYLE, default
from macros.model.about import About, Defaults
from macros.model.house_style import OwnStyle
from macros.model.reasons import Explaining
from tests.places import ROOT

EXAMPLES = ROOT / "samples"
SAMPLES = sorted(path.name for path in EXAMPLES.glob("*.yml"))
HOME = re.compile(r"Save as data/([a-z0-9/-]+\.yml)")
ENGLISH = re.compile("[A-Z][a-z]*,? [a-z]+")  # the start of a sentence, not only the name of a field

DEFAULTED = {f"Record.{field}": field for field in Defaults.model_fields}  # set on every record, written or not

# What a sample can only name in a comment: a lone record has no successor, a target already stands under its KPI,
# some parties only make sense in a move, nobody searches for a team, and no page tells of one.
RETIRED = {"Record.retired"}
WENT = {"Retired.went"}  # of what has parts and several successors, which no sample has
FIGURES = {"Figure.kpi", "Figure.measure", "Figure.threshold", "Figure.of"}
PARTIES = {"Party.title", "Party.stage", "Party.outside", "Party.any"}
NAMED_ONLY = {
    "competency.yml": RETIRED,
    "kpi.yml": RETIRED | FIGURES | PARTIES,
    "practice.yml": RETIRED,
    "role.yml": RETIRED | FIGURES | PARTIES | {"Party.role"},
    "teams.yml": {"Record.keywords", "Record.note", "Record.reading"},
}


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, each where its comment says that it belongs."""
    return gathered(tmp_path_factory.mktemp("samples") / "data")


def gathered(data: Path) -> Path:
    """A folder of data with all samples in it."""
    for name in SAMPLES:
        home = data / home_of(name)
        home.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(EXAMPLES / name, home)
    for drawing in EXAMPLES.glob("*.svg"):
        shutil.copy(drawing, data)
    return data


def home_of(sample: str) -> str:
    """Where a sample is to be saved, from its own comment."""
    return HOME.search(text_of(sample))[1]


def text_of(sample: str) -> str:
    """A sample as its editors see it."""
    return (EXAMPLES / sample).read_text(encoding="utf-8")


def comments_of(sample: str) -> list[str]:
    """The blocks of neighbouring comment lines."""
    return [match[0] for match in re.finditer(r"(?:^ *#.*\n)+", text_of(sample), re.M)]


def kinds_of(sample: str) -> dict[str, type[BaseModel]]:
    """The kinds of record that a sample shows, with their models."""
    home = home_of(sample)
    folder = home.partition("/")[0]
    return {folder: FOLDERS[folder]} if folder in FOLDERS else FILES.get(home, {"about": About} if home == ABOUT else {"style": OwnStyle})


def declared(model: type[BaseModel], field: str) -> str:
    """A field by the class that first names it, so that what all sentences share is asked for once in a sample."""
    first = next(base for base in reversed(model.__mro__) if field in base.__dict__.get("__annotations__", {}))
    return f"{first.__name__}.{field}"


def keys_of(model: type[BaseModel]) -> dict[str, str]:
    """A model's fields with their keys in the file."""
    return {field: info.alias or field for field, info in model.model_fields.items()}


def models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """The models that a type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in typing.get_args(annotation):
        yield from models_in(inner)


def nested(model: type[BaseModel], named_only: set[str], found: set[type[BaseModel]]) -> None:
    """Adds a model and every model inside it, but for those in fields that are only named."""
    if model in found:
        return
    found.add(model)
    for field, info in model.model_fields.items():
        if declared(model, field) not in named_only:
            for inner in models_in(info.annotation):
                nested(inner, named_only, found)


def models_of(sample: str) -> set[type[BaseModel]]:
    """Every model that a sample has to show."""
    found: set[type[BaseModel]] = set()
    for model in kinds_of(sample).values():
        nested(model, NAMED_ONLY.get(sample, set()), found)
    return found


def wanted(sample: str) -> dict[str, str]:
    """Every field that a sample has to show or name, with its key in the file."""
    found = {declared(model, field): key for model in models_of(sample) for field, key in keys_of(model).items()}
    if not any(getattr(kind, "SAYS_WHAT_IS_MISSING", ()) for kind in kinds_of(sample).values()):
        found.pop("Gap.section", None)  # no section of its pages has a line for gaps
    return found


def shown(value: object) -> Iterator[str]:
    """Every field that stands in a record as loaded."""
    if isinstance(value, BaseModel):
        for field in value.model_fields_set:
            yield declared(type(value), field)
            yield from shown(getattr(value, field))
    elif isinstance(value, (tuple, dict)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from shown(inner)


def shown_in(sample: str, loaded: Loaded) -> set[str]:
    """Every field that a sample shows, leaving out what its records have from the defaults."""
    if home_of(sample) == ABOUT:
        return set(shown(loaded.handbook.about))
    if home_of(sample) == STYLE:
        return set(shown(OwnStyle.model_validate(loaded.documents[STYLE].data)))
    found: set[str] = set()
    for kind in kinds_of(sample):
        for id, record in loaded.handbook.of_kind(kind).items():
            found |= {one for one in shown(record) if one not in DEFAULTED or loaded.written(kind, id, (DEFAULTED[one],))}
    return found


def choices_in(annotation: object) -> Iterator[str]:
    """The values a type leaves to choose from."""
    if typing.get_origin(annotation) is typing.Literal:
        yield from typing.get_args(annotation)
    else:
        for inner in typing.get_args(annotation):
            yield from choices_in(inner)


def test_there_is_one_sample_for_every_kind():
    """Every folder and file of data/ has one sample, and no sample is for anything else."""
    assert sorted(home_of(name).partition("/")[0] for name in SAMPLES) == sorted([*FOLDERS, *FILES, ABOUT, STYLE])


def test_put_together_the_samples_are_sound(samples):
    """Together they are a handbook without a problem, with records of every kind."""
    handbook = load(samples, RULES)
    assert all(handbook.of_kind(kind) for name in SAMPLES if name not in (ABOUT, STYLE) for kind in kinds_of(name))


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_shows_every_field(sample, samples):
    """A new field of the model has to be shown to editors, too."""
    missing = set(wanted(sample)) - shown_in(sample, read_all(samples)) - NAMED_ONLY.get(sample, set()) - WENT
    assert not missing, f"add to samples/{sample}: {', '.join(sorted(missing))}"


@pytest.mark.parametrize("sample", NAMED_ONLY)
def test_what_a_sample_cannot_show_is_named_in_its_comments(sample):
    """A comment says where such a field belongs, or shows it commented out."""
    words = set(re.findall("[a-z_]+", "".join(comments_of(sample))))
    assert {wanted(sample)[field] for field in NAMED_ONLY[sample]} <= words


def test_what_one_sample_only_names_another_shows(samples):
    """So nothing is left without an example that is checked."""
    loaded = read_all(samples)
    assert set().union(*NAMED_ONLY.values()) <= set().union(*(shown_in(sample, loaded) for sample in SAMPLES))


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_names_every_choice(sample):
    """Where the model has a closed list of values, the sample has it too."""
    choices = {choice for model in models_of(sample) for info in model.model_fields.values() for choice in choices_in(info.annotation)}
    missing = {choice for choice in choices if not re.search(rf"(?<![A-Za-z-]){re.escape(choice)}(?![A-Za-z-])", text_of(sample))}
    assert not missing, f"name in samples/{sample}: {', '.join(sorted(missing))}"


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_lists_what_its_kind_may_explain(sample):
    """No more and no less than the model takes, so that nothing is offered in vain."""
    may = [set(model.explainable()) for model in kinds_of(sample).values() if issubclass(model, Explaining)]
    assert [set(listed.split("、")) for listed in re.findall("可以说明：([a-z_、]+)", text_of(sample))] == may
    assert [set(listed.split(", ")) for listed in re.findall("On an? [a-zA-Z]+(?: it may explain)?: ([a-z_, ]+)", text_of(sample))] == may


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_comment_is_in_both_languages(sample):
    """Each block of comments has Chinese and English in it."""
    for block in comments_of(sample):
        assert re.search(f"[{HAN}]", block) and ENGLISH.search(block), block


def test_the_sample_of_style_names_every_rule_that_can_be_switched_off():
    """So that nobody need look into the generator for a name."""
    assert not [rule.id for rule in default().rules if rule.id not in text_of(STYLE)]
