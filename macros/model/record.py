"""What every record shares: ids that point at records, sentences with their sources and basis, gaps and differences."""
from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from macros.words.texts import Frozen, Text

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_ID = 60  # characters: an id is part of addresses and of names of files
Id = Annotated[str, StringConstraints(pattern=ID, max_length=LONGEST_ID)]


@dataclass(frozen=True)
class Ref:
    """Marks a field whose value is the id of a record of `kind`; the check follows every one."""

    kind: str

    def __get_pydantic_json_schema__(self, schema: object, handler: object) -> dict[str, object]:
        """For schemas: a word that is one of these ids."""
        return {"type": "string", "ids": self.kind}


RoleId = Annotated[str, Ref("roles")]
PostId = Annotated[str, Ref("posts")]
TitleId = Annotated[str, Ref("titles")]
TeamId = Annotated[str, Ref("teams")]
StageId = Annotated[str, Ref("stages")]
LayerId = Annotated[str, Ref("layers")]
TrackId = Annotated[str, Ref("tracks")]
CompetencyId = Annotated[str, Ref("competencies")]
KpiId = Annotated[str, Ref("kpis")]
MoveId = Annotated[str, Ref("moves")]
PracticeId = Annotated[str, Ref("practices")]
TermId = Annotated[str, Ref("terms")]
SourceId = Annotated[str, Ref("sections")]  # document#section
LevelId = Annotated[str, Ref("levels")]
UnitId = Annotated[str, Ref("units_or_currencies")]  # or not-stated
OccasionId = Annotated[str, Ref("occasions")]
Cadence = Annotated[str, Ref("cadences")]  # a word of the calendar, an occasion, or not-stated

Basis = Literal["stated", "example", "inferred", "editorial"]
Audience = Literal["public", "internal"]
NewTo = Literal["company", "post"]  # only for those who are new there


def _day(value: object) -> object:
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        if not "2000" <= value[:4] <= "2099":
            raise PydanticCustomError("year", "not a year of this century")
        return value
    raise PydanticCustomError("date_form", "not a date")


# A date as the files write it, 2026-11-22, and in no other of the many ways pydantic would take.
Day = Annotated[datetime.date, BeforeValidator(_day)]


class Model(Frozen):
    """Base of everything in `data/`."""


class BasedText(Text):
    """A sentence that says on what it stands."""

    basis: Basis = "stated"
    sources: tuple[SourceId, ...] = ()


class Item(BasedText):
    """A sentence in a list: a duty, a condition, a signal."""

    audience: Audience = "public"
    note: Text | None = None


class Reason(Model):
    """Why a plain field (a stage, a manager) holds the value it holds."""

    basis: Basis
    why: Text | None  # None in the public edition
    sources: tuple[SourceId, ...] = ()


class Note(Text):
    """What a reader must know beside a record or a value."""

    basis: Basis = "stated"
    audience: Audience = "public"
    sources: tuple[SourceId, ...] = ()


class Concerns(Model):
    """What else in the handbook something touches; their pages link back to it."""

    roles: tuple[RoleId, ...] = ()
    stages: tuple[StageId, ...] = ()
    competencies: tuple[CompetencyId, ...] = ()
    kpis: tuple[KpiId, ...] = ()
    moves: tuple[MoveId, ...] = ()


class Places(Concerns):
    """Other records whose pages show the same point."""

    practices: tuple[PracticeId, ...] = ()


class Gap(Model):
    """Something the documents do not say: a phrase that completes that sentence, and a note where more has to be said.

    It stands in the one line of its page, or of the section it names, and on the pages of what else it concerns;
    `owner` is who settles it, where the record's own owner does not."""

    missing: Text
    section: Id | None = None
    owner: TeamId | None = None
    note: Note | None = None
    sources: tuple[SourceId, ...] = ()
    also: Places = Places()

    @model_validator(mode="before")
    @classmethod
    def is_a_phrase(cls, value: object) -> object:
        if isinstance(value, dict) and "about" in value:
            raise PydanticCustomError("gap_form", "about is no longer a field")
        return value


class Says(Text):
    """What one document says, where documents differ."""

    source: SourceId


class Question(Text):
    """What of a difference is still to be confirmed, as it follows “X to confirm: ”, and the team that confirms it."""

    by: TeamId


class Differ(Model):
    """A point on which the documents differ, and how this handbook reads it. It is written once and shown on every page it concerns."""

    id: Id
    about: Text
    says: tuple[Says, ...]
    reading: Text
    basis: Basis = "editorial"
    audience: Audience = "public"
    to_confirm: Question | None = None
    also: Places = Places()

    @property
    def settled(self) -> bool:
        """Whether it has been decided: nothing is left that anyone must confirm."""
        return self.to_confirm is None


class Party(Model):
    """Someone or somewhere: exactly one of these."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})

    role: RoleId | None = None
    post: PostId | None = None
    title: TitleId | None = None
    team: TeamId | None = None
    stage: StageId | None = None
    outside: Text | None = None
    any: bool | None = None

    @model_validator(mode="after")
    def is_one(self) -> Party:
        if sum(getattr(self, name) is not None for name in type(self).model_fields) != 1:
            raise PydanticCustomError("one_party", "exactly one")
        return self


def _several(value: object) -> object:
    return (value,) if isinstance(value, str) else value


# One id, or a list of them; the kind is that of the record itself.
Successors = Annotated[tuple[str, ...], Field(min_length=1), BeforeValidator(_several, json_schema_input_type=str | list[str])]


class Retired(Model):
    """A record that is no longer used; its address stays and leads to its successors.

    `went` says for each part of it (a duty group of a role, a level of a competency, a measure of a KPI) which of them has it now."""

    on: Day
    replaced_by: Successors
    went: dict[Id, str] = {}


def _not_blank(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("blank", "nothing stands here")
    return value


Word = Annotated[str, AfterValidator(_not_blank)]


def _pinyin(value: str) -> str:
    if not re.fullmatch(SYLLABLE + "( " + SYLLABLE + ")*", value):
        raise PydanticCustomError("reading_form", "no pinyin")
    return value


SYLLABLE = "[a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+"
Reading = Annotated[str, AfterValidator(_pinyin)]  # one syllable with its tone for each Chinese character: háng yán


class Names(Model):
    """Words per language that something goes by: beside its name, instead of it, or never."""

    zh: tuple[Word, ...] = ()
    en: tuple[Word, ...] = ()


class Record(Model):
    """One thing of the handbook with an address of its own. `id` and `file` come from where it is kept.

    A handbook has one object for each, so a record equals itself alone, and what follows from one can be kept with it."""

    SAYS_WHAT_IS_MISSING: ClassVar[tuple[str, ...]] = ()  # the sections of its page with a line of their own for gaps

    id: str
    file: str
    name: Text
    reading: Reading | None = None  # how the Chinese name is read, where a dictionary takes it for another word
    keywords: Names = Names()  # what people look for it by, though no document calls it so; only the search knows them
    basis: Basis = "stated"
    sources: tuple[SourceId, ...] = ()
    owner: TeamId
    reviewed_on: Day
    review_by: Day
    retired: Retired | None = None
    audience: Audience | None = None  # who may see it; else as its kind
    note: Note | None = None
    gaps: tuple[Gap, ...] = ()
    differs: tuple[Differ, ...] = ()

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)
