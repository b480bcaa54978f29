"""The order of a policy's steps is a document's, or the page says that it is not."""
from __future__ import annotations

import re

from macros.model.practices import Practice

OF_THE_EDITORS = re.compile("先后|次序|顺序|排列|合成")


def test_steps_from_several_places_say_who_put_them_in_order(handbook):
    """Steps that rest on one chapter of one document stand as they stand there."""
    gathered = [one for one in handbook.used("practices") if len(chapters(one)) > 1]
    assert len(gathered) > 10
    assert [one.id for one in gathered if not any(map(OF_THE_EDITORS.search, notes(one)))] == []


def chapters(practice: Practice) -> set[str]:
    """The chapters that its steps rest on, each with its document; a line of its own source counts where the step has none."""
    return {
        source.rpartition(".")[0]
        for step in practice.steps.values()
        for source in step.sources or [source for line in step.does for source in line.sources]
    }


def notes(practice: Practice) -> list[str]:
    """What the page says beside the steps and at its end."""
    return [note.zh for note in (practice.note, *(step.note for step in practice.steps.values())) if note]
