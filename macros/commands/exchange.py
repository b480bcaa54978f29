"""`handbook export` and `handbook import`: the handbook as workbooks for those who do not write YAML, and their changes back into the files."""
from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.commands.data_folder import data_folder, data_option
from macros.commands.language import languages_of_system
from macros.commands.refusing import MISUSED, ensure_free, stop, told, write_out

if TYPE_CHECKING:
    from macros.editing.change import Change
    from macros.editing.sheets.merging import Merged
    from macros.loading.folder import Loaded


def _named(context: click.Context, parameter: click.Parameter, value: Path | None) -> Path:
    """The file that a command was given."""
    if value is None:
        stop(f"少了文件名；例如handbook {context.parent and context.parent.info_name} xlsx handbook.xlsx。\n"
             f"The name of the file is missing; write handbook {context.parent and context.parent.info_name} xlsx handbook.xlsx, say.", MISUSED)
    return value


@click.group(name="export")
def export() -> None:
    """Write the handbook in a form that others can edit."""


@click.group(name="import")
def bring_in() -> None:
    """Take in what others have edited."""


@export.command(name="xlsx")
@data_option
@click.argument("file", type=click.Path(path_type=Path), callback=_named, required=False)
def export_xlsx(file: Path) -> None:
    """Write a workbook: roles × competencies, targets, and every kind as a list."""
    from macros.editing.sheets.workbook import sheets_of
    from macros.editing.sheets.writing import workbook

    with told():
        loaded = _sound()
        ensure_free(file, ".xlsx")
        sheets = sheets_of(loaded)
        write_out(file, workbook(sheets))
    rows = sum(len(sheet.rows) for sheet in sheets)
    click.echo(f"已写好{file}：{len(sheets)}张工作表，{rows}行。\nWrote {file}: {len(sheets)} sheets with {rows} rows.")


@bring_in.command(name="xlsx")
@data_option
@click.argument("file", type=click.Path(path_type=Path), callback=_named, required=False)
@click.option("--yes", is_flag=True, help="Write what the diff shows; without it nothing is written.")
def import_xlsx(file: Path, yes: bool) -> None:
    """Take the changes of a workbook into the YAML files: shows every line that would change, and with --yes writes them."""
    from macros.checks import RULES
    from macros.editing.change import in_steps
    from macros.editing.sheets.afterwards import figures_left, one_half, remarks_of_the_retired, renamed, to_fill
    from macros.editing.sheets.merging import merged
    from macros.editing.sheets.reading import read_workbook
    from macros.editing.sheets.report import report, report_of_rules, unsound

    with told():
        loaded = _sound()
        found = merged(loaded, read_workbook(file), data_folder(), languages_of_system())
        if found.mistakes:
            stop(report(file.name, found.mistakes))
        steps = list(found.steps())
        if not steps:
            return click.echo("工作簿里没有改动。\nNothing is changed in the workbook.")
        result = in_steps(data_folder(), loaded, RULES, steps)
        click.echo(result.diff(), nl=False)
        if unsound(result):
            stop(report_of_rules(file.name, found, result))
        if yes:
            result.write()
    left = (
        *one_half(found), *renamed(loaded, found, result), *figures_left(found, result), *remarks_of_the_retired(loaded, found, result),
        *to_fill(result),
    )
    click.echo("\n".join([*left, _done(found, result, yes)]))


def _sound() -> Loaded:
    """The handbook as it stands, with nothing wrong in it; a half may be behind, and a new record not filled in: both may be what is going to be mended."""
    from macros.checks import OF_PAGES
    from macros.editing.change import problems_of
    from macros.loading.folder import FILLING, read_all
    from macros.words.problems import Problems

    loaded = read_all(data_folder())
    found = problems_of(loaded, OF_PAGES)
    if any(problem.rule != FILLING for problem in found):
        raise Problems(found)
    return loaded


def _done(found: Merged, result: Change, yes: bool) -> str:
    rows = [place for place, begun in found.begun if begun.step]
    cells, files = len({*(place for place, _, _ in found.asked), *(place for place, _ in found.retired), *rows}), len(result.after)
    en = f"{cells} cell{'s' * (cells > 1)} in {files} file{'s' * (files > 1)}"
    names = [f"{result.folder}/{name}" for name in sorted(result.after)]
    return f"已写入{files}个文件，{cells}格：{'、'.join(names)}。\nWritten, {en}: {', '.join(names)}." if yes else (
        f"会改{files}个文件，{cells}格；还没有写入。确认以后加上--yes再运行一次。\n"
        f"{en} would change; nothing is written yet. Run it again with --yes to write.")
