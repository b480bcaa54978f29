"""What the options of commands on records say: ids, names and pairs, as people write them."""
from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

Said = TypeVar("Said", str, tuple[str, ...])


def ensure_said(said: Said | None, option: str, zh: str, en: str) -> Said:
    """What an option says, which cannot be left out."""
    from macros.editing.edits import CannotEdit

    if not said:
        raise CannotEdit(f"用{option}写明{zh}", f"Say with {option} {en}")
    return said


def listed(ids: Iterable[str]) -> list[str]:
    """Ids that stand one by one, or together with commas between."""
    return list(dict.fromkeys(one for said in ids for one in re.split(r"[,，、\s]+", said) if one))


def pairs(said: Iterable[str], option: str) -> dict[str, str]:
    """What stands on both sides of the equals sign of each. Raises CannotEdit where one has none."""
    from macros.editing.edits import CannotEdit

    found = {}
    for one in said:
        name, equals, value = one.replace("＝", "=").partition("=")
        if not (name.strip() and equals and value.strip()):
            raise CannotEdit(f"“{option} {one}”少了等号或等号的一边", f"“{option} {one}” lacks an equals sign, or one side of it")
        found[name.strip()] = value.strip()
    return found


def names_in(said: str) -> dict[str, str]:
    """A name in every language, written with a bar between. Raises CannotEdit where one is missing."""
    from macros.editing.edits import CannotEdit
    from macros.words.languages import LANGUAGES

    names = [name.strip() for name in re.split(r"[|｜]", said)]
    if len(names) != len(LANGUAGES) or not all(names):
        raise CannotEdit(f"“{said}”要写成“中文|English”两个名称", f"“{said}” needs two names, “中文|English”")
    return dict(zip(LANGUAGES, names, strict=True))
