"""Commands that change records: `new`, `rename`, `retire`, `split`, `merge`. Each shows what it would change and asks before it writes."""
from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from macros.commands.data_folder import ROOT, data_folder, data_option
from macros.commands.language import language_of_system
from macros.commands.refusing import told
from macros.commands.usage import wanted
from macros.words.problems import Problems

if TYPE_CHECKING:
    from macros.editing.change import Change
    from macros.editing.retiring import Step
    from macros.loading.folder import Loaded

yes_option = click.option("--yes", is_flag=True, help="Write without asking, as scripts need it.")
on_option = click.option("--on", metavar="DATE", default=lambda: datetime.date.today().isoformat(), help="Since when it is no longer used; else today.")
Said = TypeVar("Said", str, tuple[str, ...])
BESIDE = ("docs/**/*.md", "tests/handbook/**/*.py")  # what is written by hand about the project's own handbook


@click.command()
@click.argument("kind")
@click.argument("id")
@click.option("--language", metavar="zh|en", help="The language of the hints in the file; else that of the system.")
@data_option
@yes_option
def new(kind: str, id: str, language: str | None, yes: bool) -> None:
    """A short file for a new record, to be filled in: `handbook new role first-aider`."""
    from macros.editing.edits import CannotEdit
    from macros.editing.kinds import kind_of
    from macros.editing.starting import starting
    from macros.words.languages import LANGUAGES

    def steps(loaded: Loaded) -> Sequence[Step]:
        if language and language not in LANGUAGES:
            raise CannotEdit(f"--language只写{'或'.join(LANGUAGES)}", f"--language is {' or '.join(LANGUAGES)}")
        return [starting(kind_of(kind), id, language or language_of_system())]

    _proposed(steps, yes, sound=False)


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
    from macros.editing.edits import CannotEdit
    from macros.editing.kinds import kind_of, record_of
    from macros.editing.renaming import moving, retitling, still_holding, still_saying
    from macros.loading.contents import contents
    from macros.loading.translations import LOCK
    from macros.words.languages import LANGUAGES

    names: dict[str, str] = {language: name for language, name in zip(LANGUAGES, (zh, en), strict=True) if name}
    old: dict[str, str] = {}

    def steps(loaded: Loaded) -> Sequence[Step]:
        if not names and not to_id:
            raise CannotEdit("写明改成什么：--zh、--en或--to-id", "Say what it becomes: --zh, --en or --to-id")
        record = record_of(loaded, kind_of(kind), id)
        old.update({language: getattr(record.name, language) for language in names})
        lock = contents(data_folder()).get(LOCK)
        titled = [retitling(kind_of(kind), id, names), *([still_holding(kind_of(kind), id, lock)] if lock else [])]
        return [*(titled if names else []), *([moving(kind_of(kind), id, to_id, on)] if to_id else [])]

    def left(change: Change) -> Iterator[str]:
        yield from still_saying(change.loaded, kind_of(kind), to_id or id, old)
        if to_id:
            yield from _still_naming(change, id)

    _proposed(steps, yes, left)


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
        _ensure_said(by, "--by", "由谁接替", "what follows it")
        return [retiring(kind_of(kind), id, _listed(by), _pairs(went, "--went"), on)]

    _proposed(steps, yes, lambda change: _still_naming(change, id))


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
        _ensure_said(into, "--into", "拆成哪几条", "what comes of it")
        names = {one: _names(said) for one, said in _pairs(into, "--into").items()}
        parts = _pairs(went, "--went")
        return [splitting(kind_of(kind), id, names, parts), retiring(kind_of(kind), id, list(names), parts, on)]

    _proposed(steps, yes, lambda change: _still_naming(change, id))


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
        into_one = _ensure_said(into, "--into", "并入哪一条", "which one stays")
        return [step for id in ids for step in (taking_over(kind_of(kind), id, into_one), retiring(kind_of(kind), id, [into_one], {}, on))]

    _proposed(steps, yes, lambda change: (line for id in ids for line in _still_naming(change, id)))


COMMANDS = (new, rename, retire, split, merge)


def _proposed(
    steps: Callable[[Loaded], Sequence[Step]], yes: bool, left: Callable[[Change], Iterable[str]] = lambda _: (), sound: bool = True,
) -> None:
    """Shows what would change and what is left to people, and writes it once that is wanted; with `sound`, only from one sound handbook to another."""
    from macros.checks import RULES
    from macros.editing.change import in_steps, judging, problems_of
    from macros.editing.edits import CannotEdit
    from macros.loading.folder import read_all

    data = data_folder()
    with told(misused=1):
        loaded = read_all(data)
        if sound and problems_of(loaded, judging(RULES)):
            raise CannotEdit("手册里还有没改好的问题，先用handbook check查出来改好",
                             "Something is wrong with the handbook already; find it with handbook check and mend it first")
        change = in_steps(data, loaded, RULES, steps(loaded))
        click.echo(change.diff(), nl=False)
        if sound and change.problems:
            click.echo(f"\n{Problems(change.problems)}", err=True)
            raise CannotEdit("这样改会带来上面的问题，什么也没有写；先改好它们指出的地方，再来一次",
                             "The change would bring the problems above, so nothing was written; settle what they point at first, then try again")
        _tell(list(left(change)))
        if not change.after:
            return click.echo("没有要改的。\nThere is nothing to change.")
        if not (yes or sys.stdin.isatty() and wanted("写进去吗？Write this?")):
            return click.echo("什么也没有写；加--yes就写。\nNothing was written; --yes writes it.")
        change.write()
    names = [f"{change.folder}/{name}" for name in sorted(change.after)]
    click.echo(f"写好了{len(names)}个文件：{'、'.join(names)}。\nWritten: {', '.join(names)}.")


def _tell(left: Sequence[str]) -> None:
    """What still says the old name or id: sentences change by hand, since only people know how."""
    if not left:
        return
    said = "place says" if len(left) == 1 else "places say"
    click.echo(f"\n还有{len(left)}处写着旧的，由人来改：\n{len(left)} {said} the old one still, for people to change:")
    for line in left:
        click.echo(f"  {line}")


def _still_naming(change: Change, id: str) -> Iterator[str]:
    """Every comment of the handbook, and of the project's own every page by hand and test, that says an id; what the edits changed is not among them."""
    from macros.editing.renaming import in_comments, says

    for document in change.loaded.documents.values():
        yield from in_comments(document.file, document.lines, [id])
    if change.data.resolve() == (ROOT / "data").resolve():
        for file in sorted(one for pattern in BESIDE for one in ROOT.glob(pattern)):
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                if says(line, id):
                    yield f"{file.relative_to(ROOT).as_posix()}:{number}  {line.strip()}"


def _ensure_said(said: Said | None, option: str, zh: str, en: str) -> Said:
    """What an option says, which cannot be left out."""
    from macros.editing.edits import CannotEdit

    if not said:
        raise CannotEdit(f"用{option}写明{zh}", f"Say with {option} {en}")
    return said


def _listed(ids: Iterable[str]) -> list[str]:
    """Ids that stand one by one, or together with commas between."""
    return list(dict.fromkeys(one for said in ids for one in re.split(r"[,，、\s]+", said) if one))


def _pairs(said: Iterable[str], option: str) -> dict[str, str]:
    from macros.editing.edits import CannotEdit

    found = {}
    for one in said:
        name, equals, value = one.replace("＝", "=").partition("=")
        if not (name.strip() and equals and value.strip()):
            raise CannotEdit(f"“{option} {one}”少了等号或等号的一边", f"“{option} {one}” lacks an equals sign, or one side of it")
        found[name.strip()] = value.strip()
    return found


def _names(said: str) -> dict[str, str]:
    from macros.editing.edits import CannotEdit
    from macros.words.languages import LANGUAGES

    names = [name.strip() for name in re.split(r"[|｜]", said)]
    if len(names) != len(LANGUAGES) or not all(names):
        raise CannotEdit(f"“{said}”要写成“中文|English”两个名称", f"“{said}” needs two names, “中文|English”")
    return dict(zip(LANGUAGES, names, strict=True))
