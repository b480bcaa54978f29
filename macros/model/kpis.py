"""Indicators: one definition, one or more measures, the lines that trigger an act. Targets stand on roles."""
from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.figures import Condition, Figure
from macros.model.formulas import Formula, Worked
from macros.model.reasons import Explaining
from macros.model.record import Audience, BasedText, Basis, Cadence, Id, KpiId, Model, Note, Ref, SourceId, UnitId, Word
from macros.model.roles import Alias, StatedParty
from macros.words.texts import Text


class Measure(Model):
    """One way of taking the indicator. `unit_name` names what is counted where the unit is a plain item."""

    name: Text
    formula: Formula
    unit: UnitId
    unit_name: Text | None = None
    direction: Literal["higher", "lower", "within", "exact", "not-stated"]
    worked: Worked | None = None


class Threshold(Model):
    """A line that triggers an act, or a standard that a team keeps."""

    id: Id
    kind: Literal["alert", "stop-loss", "report", "standard", "weight"]
    measure: Id | None = None
    scope: Text | None = None
    condition: Condition
    action: Text | None = None
    actor: StatedParty = None
    basis: Basis = "stated"
    audience: Audience = "public"
    note: Note | None = None
    sources: tuple[SourceId, ...] = ()


class Reward(Model):
    """What a result earns; never a target."""

    id: Id
    measure: Id | None = None
    condition: Condition
    grants: Text
    amount: Figure | None = None
    basis: Basis = "stated"
    audience: Audience = "public"
    note: Note | None = None
    sources: tuple[SourceId, ...] = ()


class Kpi(Explaining[Literal["cadence", "kind"]]):
    """An indicator. `short` is its abbreviation, the same in both languages."""

    kind: Annotated[str, Ref("kpi_groups")]
    short: Word | None = None
    aliases: tuple[Alias, ...] = ()
    definition: BasedText
    measures: dict[Id, Measure] = Field(min_length=1)
    cadence: Cadence
    data_source: BasedText
    caution: BasedText
    thresholds: tuple[Threshold, ...] = ()
    rewards: tuple[Reward, ...] = ()
    related: tuple[KpiId, ...] = ()
