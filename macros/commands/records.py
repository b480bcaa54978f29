"""Commands that change records: `new`, `rename`, `retire`, `split`, `merge`. Each shows what it would change and asks before it writes."""
from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from macros.commands.arguments import ensure_said, listed, names_in, pairs
from macros.commands.data_folder import ROOT, data_folder, data_option
from macros.commands.language import languages_of_system
from macros.commands.other_name import ensure_new, ensure_other, one_name, rename_listed
from macros.commands.proposed import of_the_old, proposed
from macros.commands.usage import Mistyped

if TYPE_CHECKING:
    from macros.editing.change import Change
    from macros.editing.retiring import Step
    from macros.loading.document import Document
    from macros.loading.folder import Loaded
    from macros.words.problems import Path

yes_option = click.option("--yes", is_flag=True, help="Write without asking, as scripts need it.")


def _day(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """A day as the files have it, also where people write it as 2026/12/1."""
    from macros.loading.meant import day_called

    try:
        return datetime.date.fromisoformat(day_called(value) or value).isoformat()
    except ValueError:
        raise Mistyped(f"--on要写一个日期，例如--on 2026-11-29；没有“{value}”这一天", f"--on needs a date, such as --on 2026-11-29; “{value}” is none",
                       context) from None


on_option = click.option("--on", metavar="DATE", callback=_day, default=lambda: datetime.date.today().isoformat(),
                         help="Since when it is no longer used; else today.")
BESIDE = ("docs/**/*.md", "tests/handbook/**/*.py")  # what is written by hand about the project's own handbook


@click.command()
@click.argument("kind")
@click.argument("id")
@click.option("--language", metavar="zh|en", help="The language of the hints in the file; else that of the system, or both.")
@data_option
@yes_option
def new(kind: str, id: str, language: str | None, yes: bool) -> None:
    """A short file for a new record, to be filled in; shows it and asks: `handbook new role first-aider`."""
    from macros.editing.edits import CannotEdit
    from macros.editing.kinds import kind_of
    from macros.editing.starting import starting
    from macros.words.languages import LANGUAGES

    def steps(loaded: Loaded) -> Sequence[Step]:
        if language and language not in LANGUAGES:
            raise CannotEdit(f"--language只写{'或'.join(LANGUAGES)}", f"--language is {' or '.join(LANGUAGES)}")
        return [starting(kind_of(kind), id, (language,) if language else languages_of_system())]

    proposed(steps, yes, sound=False)


@click.command()
@click.argument("kind")
@click.argument("id")
@click.option("--zh", help="The new Chinese name.")
@click.option("--en", help="The new English name.")
@click.option("--to-id", help="The new id.")
@data_option
@on_option
@yes_option
def rename(kind: str, id: str, zh: str | None, en: str | None, to_id: str | None, on: str, yes: bool) -> None:
    """Another name, which keeps the old one to be found by, or another id, which everything follows."""
    from macros.editing.kinds import kind_of, lists_called, record_of
    from macros.editing.renaming import moving, retitling, still_holding, still_saying
    from macros.loading.contents import contents
    from macros.loading.translations import LOCK
    from macros.words.languages import LANGUAGES

    names: dict[str, str] = {language: name for language, name in zip(LANGUAGES, (zh, en), strict=True) if name}
    if lists := lists_called(kind):
        return rename_listed(lists, id, names, to_id, yes)
    old: dict[str, str] = {}

    def steps(loaded: Loaded) -> Sequence[Step]:
        ensure_new(names, to_id)
        record = record_of(loaded, kind_of(kind), id)
        old.update({language: getattr(record.name, language) for language in names})
        ensure_other(old, {} if to_id else names)
        lock = contents(data_folder()).get(LOCK) if len(names) == len(LANGUAGES) else None  # whoever names one half has not said that the other holds
        titled = [retitling(kind_of(kind), id, names), *([still_holding(lambda now: _name_of(now, kind_of(kind), id), lock)] if lock else [])]
        return [*(titled if names else []), *([moving(kind_of(kind), id, to_id, on)] if to_id else [])]

    def left(_: Loaded, change: Change) -> Iterator[str]:
        yield from of_the_old([*still_saying(change.loaded, kind_of(kind), to_id or id, old), *(_still_naming(change, id) if to_id else ())])

    written = proposed(steps, yes, left)
    if written and len(names) == 1:
        from macros.words.languages import other

        (given,) = names
        record = written.loaded.handbook.of_kind(kind_of(kind))[to_id or id]
        click.echo(one_name(other("zh" if given == "zh" else "en"), record.name, f"{kind_of(kind)}/{record.id}"))


def _name_of(loaded: Loaded, kind: str, id: str) -> tuple[Document, Path]:
    """Where the name of a record stands."""
    document, prefix = loaded.homes[kind, id]
    return document, (*prefix, "name")


@click.command()
@click.argument("kind")
@click.argument("id")
@click.option("--by", multiple=True, help="The id of what follows it; several, or one with commas, where several do.")
@click.option("--went", multiple=True, metavar="PART=ID", help="Which of several has a duty group, a level or a measure.")
@data_option
@on_option
@yes_option
def retire(kind: str, id: str, by: tuple[str, ...], went: tuple[str, ...], on: str, yes: bool) -> None:
    """A record goes out of use; its address leads on, and what pointed at it points at what follows."""
    from macros.editing.kinds import kind_of
    from macros.editing.retiring import retiring

    def steps(loaded: Loaded) -> Sequence[Step]:
        ensure_said(by, "--by", "由谁接替；没有接替的不能停用，记录留着，从用到它的地方去掉（指标从岗位的kpis去掉）",
                    "what follows it; where nothing does, the record stays and is taken out of what uses it (a KPI, out of the kpis of roles)")
        return [retiring(kind_of(kind), id, listed(by), pairs(went, "--went"), on, anew=True)]

    proposed(steps, yes, lambda before, change: (*_remarks(before, change, kind, [id], anew=True), *of_the_old(_still_naming(change, id))))


@click.command()
@click.argument("kind")
@click.argument("id")
@click.option("--into", multiple=True, metavar="ID=中文|English", help="The id and the names of one that comes of it.")
@click.option("--went", multiple=True, metavar="PART=ID", help="Which of them has a duty group, a level or a measure.")
@data_option
@on_option
@yes_option
def split(kind: str, id: str, into: tuple[str, ...], went: tuple[str, ...], on: str, yes: bool) -> None:
    """One record becomes several, each with its part of it; the old one goes out of use and leads to them."""
    from macros.editing.kinds import kind_of
    from macros.editing.retiring import retiring, splitting

    def steps(loaded: Loaded) -> Sequence[Step]:
        ensure_said(into, "--into", "拆成哪几条", "what comes of it")
        names = {one: names_in(said) for one, said in pairs(into, "--into").items()}
        parts = pairs(went, "--went")
        return [splitting(kind_of(kind), id, names, parts), retiring(kind_of(kind), id, list(names), parts, on, anew=False)]

    proposed(steps, yes, lambda before, change: (*_remarks(before, change, kind, [id]), *of_the_old(_still_naming(change, id))))


@click.command()
@click.argument("kind")
@click.argument("ids", nargs=-1, required=True)
@click.option("--into", metavar="ID", help="The id of the one that stays.")
@data_option
@on_option
@yes_option
def merge(kind: str, ids: tuple[str, ...], into: str | None, on: str, yes: bool) -> None:
    """Records become part of another, which is found by their names too and has the duties it lacked."""
    from macros.editing.kinds import kind_of
    from macros.editing.retiring import retiring, taking_over

    def steps(loaded: Loaded) -> Sequence[Step]:
        into_one = ensure_said(into, "--into", "并入哪一条", "which one stays")
        return [step for id in ids for step in (taking_over(kind_of(kind), id, into_one), retiring(kind_of(kind), id, [into_one], {}, on, anew=False))]

    proposed(steps, yes, lambda before, change: (
        *_remarks(before, change, kind, ids), *of_the_old(line for id in ids for line in _still_naming(change, id)),
    ))


COMMANDS = (new, rename, retire, split, merge)


def _remarks(before: Loaded, change: Change, kind: str, ids: Iterable[str], anew: bool = False) -> Iterator[str]:
    """Remarks and sources that speak of what goes out of use, for people to look at."""
    from macros.editing.kinds import kind_of
    from macros.editing.left_behind import to_look_at

    for id in ids:
        if found := list(to_look_at(before, change, kind_of(kind), id, anew)):
            yield from ("", *found)


def _still_naming(change: Change, id: str) -> Iterator[str]:
    """Every comment of the handbook, and of the project's own every page by hand and test, that says an id; what the edits changed is not among them."""
    from macros.editing.renaming import in_comments, names

    for document in change.loaded.documents.values():
        yield from in_comments(document.file, document.lines, lambda line: names(line, id))
    if change.data.resolve() == (ROOT / "data").resolve():
        for file in sorted(one for pattern in BESIDE for one in ROOT.glob(pattern)):
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                if names(line, id):
                    yield f"{file.relative_to(ROOT).as_posix()}:{number}  {line.strip()}"
