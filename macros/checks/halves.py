"""Rule on the two halves of a text: when one is changed, somebody looks at the other."""
from __future__ import annotations

from collections.abc import Iterator

from macros.loading.folder import Loaded
from macros.loading.translations import LOCK, Behind
from macros.words.problems import Problem

MOST = 20  # beyond these a report hides more than it tells
CALLED = {"zh": ("中文", "Chinese"), "en": ("英文", "English")}


def no_half_is_behind(loaded: Loaded) -> Iterator[Problem]:
    """No half of a text was changed after both were found to say the same. Where nothing was ever confirmed, nothing is asked.

    A text whose halves are both new was written in one go, so whoever wrote it has seen both: it is not asked about."""
    behind = loaded.halves.behind if loaded.halves else ()
    if len(behind) > MOST:
        yield _summary(behind, f"{loaded.handbook.folder}/{LOCK}")
    else:
        yield from map(asked, behind)


def asked(one: Behind) -> Problem:
    """The question whether the half that stayed as it was still holds, at the half that was changed: there a slip of the pen is seen, too."""
    place, line = one.pair.at(one.changed).rpartition(":")[0], " ".join(one.pair.halves)
    zh, en = _what(one)
    return one.pair.document.problem(
        (*one.pair.path, one.changed),
        f"{zh}。仍然对得上，就运行handbook confirm {place}，或在{LOCK}末尾加一行“{line}”",
        f"{en}. If both say the same, run handbook confirm {place}, or add the line “{line}” to the end of {LOCK}",
    )


def _what(one: Behind) -> tuple[str, str]:
    (zh, en), (stayed_zh, stayed_en), stayed = CALLED[one.changed], CALLED[one.stayed], one.pair.at(one.stayed)
    if one.elsewhere:
        there = one.elsewhere.at(one.changed)
        return (f"同一句{stayed_zh}（{stayed}），这里的{zh}和别处（{there}）不同；是改过，就看看{stayed_zh}，不是就改成一致",
                f"The {stayed_en} ({stayed}) is the same, but the {en} here and elsewhere ({there}) differ; "
                f"if this was changed, look at the {stayed_en}, else make them agree")
    return (f"这里的{zh}改过，{stayed_zh}（{stayed}）可能没跟上；改好它",
            f"The {en} here was changed, and the {stayed_en} ({stayed}) may be behind; mend it")


def _summary(behind: tuple[Behind, ...], file: str) -> Problem:
    first = behind[0]
    zh, en = CALLED[first.changed]
    files = len({one.pair.document.file for one in behind})
    return Problem(
        file, 1, 1, "",
        f"{files}个文件里有{len(behind)}句只改了一半，第一句的{zh}在{first.pair.at(first.changed)}。handbook confirm --list列出全部；"
        "另一半都改好，或都看过、仍然对得上，就运行handbook confirm --all",
        f"{len(behind)} sentences in {files} {'file' if files == 1 else 'files'} were changed in one language only, the first in "
        f"{en} at {first.pair.at(first.changed)}. handbook confirm --list lists them; mend the other halves, or, once you have seen that all still hold, "
        "run handbook confirm --all",
    )
