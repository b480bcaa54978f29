"""The file in which people keep where they stand and what they plan: its shape and limits, the same as docs/assets/path/state.js has them.

Nothing here reads such a file, for it never leaves the browser of whoever wrote it; this says to other programs what is in it."""
from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, StrictBool, StringConstraints, model_validator
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import PydanticCustomError

from macros.model.record import ID, Day
from macros.words.texts import Frozen

LIMITS = {"text": 2000, "name": 200, "id": 100, "ratings": 200, "signals": 300, "items": 50, "reviews": 50, "finished": 100, "evidence": 500}
NAMES: dict[str, Any] = {"propertyNames": {"pattern": ID, "maxLength": LIMITS["id"]}}  # of tables by id, which the schema says less of by itself
SIGNAL = r"^(stage|role)/[a-z0-9]+(-[a-z0-9]+)*$"

Written = Annotated[str, StringConstraints(max_length=LIMITS["text"])]
Name = Annotated[str, StringConstraints(max_length=LIMITS["name"])]
Known = Annotated[str, StringConstraints(pattern=ID, max_length=LIMITS["id"])]
Sign = Annotated[str, StringConstraints(pattern=SIGNAL, max_length=LIMITS["id"])]
Competency = Annotated[Known, Field(description="The id of a competency.")]


class Rating(Frozen):
    """Where somebody stands in a competency, and what shows it."""

    level: Annotated[Known, Field(description="The id of a level, `none` for not yet, or `unknown`.")]
    evidence: Written
    on: Day


class Item(Frozen):
    """What somebody works on: up to which level, how, by when, with whose help, and how it will show."""

    competency: Competency
    to: Annotated[Known, Field(description="The id of the level to reach.")]
    how: Written
    by: Day | Literal[""]
    who: Written
    sign: Written


class FinishedItem(Item):
    """The same once the plan is over."""

    reached: StrictBool
    before: Annotated[Known | Literal[""], Field(description="The level before, where there was one.")] = ""


class Review(Frozen):
    """A day on which to look back on the plan."""

    on: Day
    note: Written


class Plan(Frozen):
    """What is planned now, when it is looked back on, and what to talk over with one’s manager."""

    items: Annotated[tuple[Item, ...], Field(max_length=LIMITS["items"])]
    reviews: Annotated[tuple[Review, ...], Field(max_length=LIMITS["reviews"])]
    talk: Written


class Finished(Frozen):
    """A plan that is over, as it was written."""

    on: Day
    role: Known | None
    goal: Known | None
    items: Annotated[tuple[FinishedItem, ...], Field(max_length=LIMITS["items"])]
    note: Written
    reviews: Annotated[tuple[Review, ...], Field(max_length=LIMITS["reviews"])] = ()
    talk: Written = ""


class Evidence(Frozen):
    """What somebody did that shows a competency."""

    on: Day
    text: Written


Ratings = Annotated[dict[Known, Rating], Field(max_length=LIMITS["ratings"], json_schema_extra=NAMES)]


class Saved(Frozen):
    """The file that the page “My development plan” saves and opens, whichever edition of the handbook it was saved in."""

    format: Literal["career-path"]
    version: Literal[1]
    handbook: Annotated[Name, Field(description="The title of the handbook, in the language in which the file was saved.")]
    edition: Name
    saved: Day
    role: Annotated[Known | None, Field(description="The id of one’s role.")]
    goal: Annotated[Known | None, Field(description="The id of the role to which one wants to go.")]
    ratings: Annotated[Ratings, Field(description="By id of the competency; one that is not rated is missing.")]
    signals: Annotated[tuple[Sign, ...], Field(max_length=LIMITS["signals"], description="The signs of readiness that are ticked.")]
    plan: Plan
    finished: Annotated[tuple[Finished, ...], Field(max_length=LIMITS["finished"])]
    evidence: Annotated[
        dict[Known, Annotated[tuple[Evidence, ...], Field(max_length=LIMITS["evidence"])]],
        Field(max_length=LIMITS["ratings"], json_schema_extra=NAMES,
              description="By id of the competency, 500 pieces in all at most."),
    ]
    judged: Annotated[Ratings, Field(description="The judgement of the manager, in a sheet on which one was written down.")]

    @model_validator(mode="after")
    def evidence_is_within_its_limit(self) -> Saved:
        if sum(map(len, self.evidence.values())) > LIMITS["evidence"]:
            raise PydanticCustomError("too_much_evidence", "too much evidence")
        return self


class _Plain(GenerateJsonSchema):
    """Without titles, which only repeat the names of fields."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def saved_schema() -> dict[str, Any]:
    """The JSON Schema of the file. Unlike those of the data it allows no other fields: the page refuses what it does not know."""
    return Saved.model_json_schema(schema_generator=_Plain)
