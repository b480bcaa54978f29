"""How a value is written as YAML in the house's way: words in one line, sentences below each other, quotes only where they are needed."""
from __future__ import annotations

import re

import yaml

from macros.loading.slips.line import first_slip

Value = str | list["Value"] | dict[str, "Value"]
WIDEST = 110  # of brackets and braces in a line of their own
WORD = re.compile(r"[\w.#%<>=/+-]*", re.ASCII)


def scalar(text: str, flow: bool = False, style: str = "", name: str = "") -> str:
    """A text as it is written behind `name`: in the quotes it had, else bare where that reads back as the same and is no slip, else in double quotes."""
    double = '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'
    single = "'" + text.replace("'", "''") + "'"
    kept = {'"': [double], "'": [single]}.get(style, [])
    return next((one for one in (*kept, text) if _reads_back(one, text, flow, name)), double)


def _reads_back(written: str, text: str, flow: bool, name: str) -> bool:
    """Whether a text is what the reader finds in it where it stands."""
    if not written or "\n" in written or "\r" in written:
        return False
    line = f"{name or 'a'}: {{a: {written}, b: [{written}]}}" if flow else f"{name}: {written}" if name else f"- {written}"
    try:
        read = yaml.load(line, Loader=_AsWritten)
    except yaml.YAMLError:
        return False
    inner = {"a": text, "b": [text]} if flow else text
    return read == ({name or "a": inner} if name or flow else [inner]) and first_slip(line) is None


class _AsWritten(yaml.CBaseLoader):
    """Every scalar is the text that was written."""


def in_line(value: Value, name: str = "") -> str:
    """A value in one line, with brackets and braces."""
    if isinstance(value, str):
        return scalar(value, flow=True, name=name)
    if isinstance(value, list):
        return f"[{', '.join(map(in_line, value))}]"
    return f"{{{', '.join(f'{scalar(key, flow=True)}: {in_line(one, key)}' for key, one in value.items())}}}"


def fits_in_line(value: Value) -> bool:
    """Whether a value is of words and numbers alone, as those are that the files have in brackets."""
    return isinstance(value, str) or not value or (len(in_line(value)) <= WIDEST and _of_words(value))


def _of_words(value: Value) -> bool:
    if isinstance(value, str):
        return bool(WORD.fullmatch(value))
    return all(map(_of_words, value.values() if isinstance(value, dict) else value))


def named(name: str, value: Value) -> list[str]:
    """A name and its value, in lines that begin at the margin."""
    written = scalar(name)
    if isinstance(value, str):
        return [f"{written}: {scalar(value, name=name)}"]
    if fits_in_line(value):
        return [f"{written}: {in_line(value)}"]
    return [f"{written}:", *(f"  {line}" for line in below(value))]


def below(value: Value) -> list[str]:
    """What stands in a map or a list, in lines that begin at the margin."""
    if isinstance(value, str):
        return [scalar(value)]
    if isinstance(value, list):
        return [line for one in value for line in item(one)]
    return [line for key, one in value.items() for line in named(key, one)]


def item(value: Value, in_block: bool = False) -> list[str]:
    """One item of a list, in lines that begin at the margin; in a block each of its names has one, even where all would fit into one."""
    if isinstance(value, str):
        return [f"- {scalar(value)}"]
    first, *others = [in_line(value)] if fits_in_line(value) and not in_block else below(value)
    return [f"- {first}", *(f"  {line}" for line in others)]
