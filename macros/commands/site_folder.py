"""Where a site may be built: that folder is replaced whole, so nothing that people have written may lie in it."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import click

WRITTEN = ("data", "docs", "macros", "overrides", "samples", "examples", "tests", "maintaining", "types", ".git")


class SiteFolder(click.Path):
    """Where a site goes; an empty one, as of a variable that is not set, is none."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            raise click.MissingParameter(ctx=ctx, param=param)
        return super().convert(value, param, ctx)


def misplaced(site: Path, root: Path, data: Path) -> str:
    """Why a site cannot be built into a folder, in both languages; nothing where it can."""
    whole = site.resolve()
    file = next((one for one in (whole, *whole.parents) if one.exists() and not one.is_dir()), None)
    if file:
        return f"网站要生成到文件夹里，“{file}”是文件；另选一个文件夹。\nA site goes into a folder, and “{file}” is a file; choose another."
    if whole == root.resolve():
        return _refusal(site, root)
    for kept in (data, *(root / name for name in WRITTEN)):
        there = kept.resolve()
        if whole == there or whole in there.parents or there in whole.parents:
            return _refusal(site, kept)
    return ""


def _refusal(site: Path, kept: Path) -> str:
    return (f"网站不能生成到“{site}”：这个文件夹会整个换掉，“{kept}”里的东西要留着；另选一个文件夹。\n"
            f"The site cannot go to “{site}”: that folder is replaced whole, and what is in “{kept}” is to be kept; choose another.")
