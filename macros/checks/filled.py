"""The rule on new records: nothing in them is left to be filled in. Until then it is all there is to say of one."""
from __future__ import annotations

from collections.abc import Iterator

from macros.loading.folder import Loaded
from macros.loading.unfilled import TO_FILL, unfilled
from macros.model.moves import MOVE_KINDS
from macros.model.sources import TERM_KINDS
from macros.words.problems import Problem

CHOICES = {("moves", "kind"): MOVE_KINDS, ("terms", "kind"): TERM_KINDS}


def records_are_filled_in(loaded: Loaded) -> Iterator[Problem]:
    """No place of a record holds the mark that a new one has where words are to come."""
    for (kind, id), (document, prefix) in loaded.homes.items():
        left = unfilled(document, prefix)
        if not left:
            continue
        shown = [(str(name), document.keys[*prefix, name][0], CHOICES.get((kind, str(name)), ())) for name in dict.fromkeys(path[0] for path in left)]
        zh = "、".join(f"{name}（第{line}行{'，可选：' if choices else ''}{'、'.join(choices)}）" for name, line, choices in shown)
        en = ", ".join(f"{name} (line {line}{', one of: ' if choices else ''}{', '.join(choices)})" for name, line, choices in shown)
        yield loaded.problem(kind, id, left[0], f"新记录还没填完，把每个“{TO_FILL}”换成内容：{zh}",
                             f"This new record is not filled in yet; put words in place of every “{TO_FILL}”: {en}", at_key=left[0][-1] == TO_FILL)
