"""A rule on gaps: each stands in a line that its page has."""
from __future__ import annotations

from collections.abc import Iterator

from macros.loading.folder import Loaded
from macros.words.problems import Problem


def gaps_name_sections(loaded: Loaded) -> Iterator[Problem]:
    """The section that a gap names has a line of its own on the page."""
    for kind, record in loaded.handbook.records():
        for number, gap in enumerate(record.gaps):
            if gap.section and gap.section not in record.SAYS_WHAT_IS_MISSING:
                known = record.SAYS_WHAT_IS_MISSING
                yield loaded.problem(
                    kind, record.id, ("gaps", number, "section"),
                    f"“{gap.section}”一节没有这样一行；" + (f"可选：{'、'.join(known)}，或删掉section" if known else "删掉section，这一项就写在整页那一行"),
                    f"The section “{gap.section}” has no such line; " +
                    (f"choose from {', '.join(known)}, or leave section out" if known else "leave section out, and the gap stands in the line of the page"),
                )
