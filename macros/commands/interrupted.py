"""What is said where somebody stops a command with Ctrl-C: files are written whole or not at all, so it says which."""
from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

STOPPED = 130  # how a command ends that was stopped so
NOTHING = "已中断；什么也没有写。\nStopped; nothing was written."
WHOLE = "已中断；上面说写好了的都写好了，别的没有动。\nStopped; what is said to be written above is written, and nothing else was touched."


@contextmanager
def told_where_stopped() -> Iterator[None]:
    """Ends with a sentence where somebody stops what is inside. Imports nothing of the project, since that may be what is stopped."""
    try:
        yield
    except KeyboardInterrupt:
        placing = sys.modules.get("macros.editing.placing")
        said = WHOLE if placing and placing.written else NOTHING
        print(said, file=sys.stderr)
        sys.exit(STOPPED)
