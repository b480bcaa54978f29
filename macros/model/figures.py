"""Figures as data: a number with its comparator, unit, period and what it is measured against."""
from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from macros.model.record import Basis, CompetencyId, Id, Item, KpiId, Model, OccasionId, UnitId
from macros.words.texts import Text

Comparator = Literal[">=", ">", "<=", "<", "=", "within"]
Change = Literal["increase", "decrease", "shorten", "net", "above"]
Reference = Literal["industry-benchmark", "industry-average", "goal", "budget"]
Baseline = Literal[
    "budget", "expectation", "industry-average", "goal", "appraisal", "previous-month", "previous-year", "not-stated"
]
Period = Literal["day", "week", "month", "quarter", "half-year", "year", "not-stated"]


class Ratio(Model):
    """Spend to return, such as 1:5; written as text so that no reader takes it for minutes."""

    left: Decimal
    right: Decimal

    def __str__(self) -> str:
        return f"{self.left}:{self.right}"


NUMBER = r"(?!-0(\.0+)?$)-?(0|[1-9][0-9]*)(\.[0-9]+)?"
MOST_DIGITS, MOST_DECIMALS = 12, 6  # before and behind the point


def _number(value: object) -> object:
    if isinstance(value, str):
        if re.fullmatch(NUMBER, value):
            if len(value.lstrip("-").partition(".")[0]) > MOST_DIGITS or len(value.partition(".")[2]) > MOST_DECIMALS:
                raise PydanticCustomError("long_number", "no number that anybody counts to")
            return Decimal(value)
    elif isinstance(value, (Decimal, Ratio)):
        return value
    raise PydanticCustomError("number", "not a number")


def _quantity(value: object) -> object:
    found = re.fullmatch(r"([1-9][0-9]*):([1-9][0-9]*)", value) if isinstance(value, str) else None
    if found and max(map(len, found.groups())) > MOST_DIGITS:
        raise PydanticCustomError("long_number", "no number that anybody counts to")
    return Ratio(left=Decimal(found[1]), right=Decimal(found[2])) if found else _number(value)


def _plain(value: Decimal) -> int | float:
    """A number as JSON has it."""
    return int(value) if value == value.to_integral_value() else float(value)


def _plain_or_ratio(value: Decimal | Ratio) -> int | float | str:
    return str(value) if isinstance(value, Ratio) else _plain(value)


AsRatio = Annotated[str, StringConstraints(pattern="^[1-9][0-9]*:[1-9][0-9]*$")]
Number = Annotated[Decimal, BeforeValidator(_number, json_schema_input_type=float), PlainSerializer(_plain, when_used="json")]
Quantity = Annotated[
    Decimal | Ratio, BeforeValidator(_quantity, json_schema_input_type=float | AsRatio), PlainSerializer(_plain_or_ratio, when_used="json"),
]


class Times(Model):
    """How often, or for how many periods running."""

    times: Number | None = None
    every: Period | Literal["live"] | None = None
    period: Period | None = None

    @property
    def months(self) -> int | None:
        """How many months lie between one time and the next; None where that is no whole number of months."""
        lasting = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}.get(self.every or "")
        apart = Decimal(lasting) / self.times if lasting and self.times else None
        return int(apart) if apart and apart == int(apart) else None


class Span(Model):
    """A deadline (`within` or `at_least`) or a lead time (`value` before something)."""

    within: Number | None = None
    at_least: Number | None = None
    value: Number | None = None
    unit: UnitId
    from_: Id | None = Field(default=None, alias="from")
    from_basis: Basis | None = None
    before: Id | None = None


class Sample(Model):
    """What the figure is an average of."""

    value: Number
    unit: UnitId


class Figure(Model):
    """Any figure of the handbook; `means` says in a few words what it comes to. Which fields stand together is checked by `forms_agree`."""

    kpi: KpiId | None = None
    measure: Id | None = None
    threshold: Id | None = None
    of: Id | None = None
    comparator: Comparator | None = None
    value: Quantity | None = None
    reference: Reference | None = None
    change: Change | None = None
    baseline: Baseline | None = None
    unit: UnitId | None = None
    period: Period | None = None
    per: OccasionId | None = None
    from_: Number | None = Field(default=None, alias="from")
    to: Number | None = None
    before: Number | None = None
    after: Number | None = None
    out_of: Number | None = None
    goal: Number | None = None
    deadline: Span | None = None
    lead_time: Span | None = None
    frequency: Times | None = None
    lasting: Times | None = None
    sample: Sample | None = None
    scale: Number | Literal["not-stated"] | None = None
    consecutive: bool | None = None
    currency_basis: Literal["stated", "inferred"] | None = None
    means: Text | None = None

    @model_validator(mode="after")
    def forms_agree(self) -> Figure:
        """One form at a time, with the fields it needs."""
        forms = [
            self.value is not None, self.reference is not None, self.from_ is not None, self.before is not None,
            self.deadline is not None, self.lead_time is not None, self.frequency is not None, self.threshold is not None,
        ]
        if sum(forms) != 1:
            raise PydanticCustomError("figure_form", "one form of figure")
        if self.value is not None and self.unit is None:
            raise PydanticCustomError("figure_unit", "unit")
        if (self.from_ is None) != (self.to is None) or (self.before is None) != (self.after is None):
            raise PydanticCustomError("figure_pair", "from with to, before with after")
        return self

    def numbers(self) -> tuple[Decimal, ...]:
        """Every number a sentence that carries this figure must also show."""
        value = (self.value.left, self.value.right) if isinstance(self.value, Ratio) else (self.value,)
        spans = [n for span in (self.deadline, self.lead_time) if span for n in (span.within, span.at_least, span.value)]
        times = [self.frequency.times] if self.frequency else []
        lasting = [self.lasting.times] if self.lasting else []
        sample = [self.sample.value] if self.sample else []
        every = (*value, self.from_, self.to, self.before, self.after, self.out_of, self.goal, *spans, *times, *lasting, *sample)
        return tuple(number for number in every if number is not None)


class Condition(Figure):
    """A figure that is a line to stay on one side of."""

    @model_validator(mode="after")
    def compares(self) -> Condition:
        if (self.value is not None or self.reference is not None) and not (self.comparator or self.change):
            raise PydanticCustomError("figure_comparator", "comparator or change")
        return self


class Target(Condition):
    """What a role is asked to reach: a figure that also says over which time, or per what, it counts."""

    @model_validator(mode="after")
    def says_when(self) -> Target:
        if (self.value is not None) and self.period is None and self.per is None:
            raise PydanticCustomError("figure_period", "period or per")
        return self


def _stated(value: object) -> object:
    return None if value == "not-stated" else value


# `not-stated` in the file is None in the model: the document names the indicator and gives no figure.
StatedTarget = Annotated[Target | None, BeforeValidator(_stated, json_schema_input_type=Target | Literal["not-stated"])]


class FiguredItem(Item):
    """A sentence whose figures are also data, for comparison and export."""

    figures: tuple[Figure, ...] = ()
    competencies: tuple[CompetencyId, ...] = ()
