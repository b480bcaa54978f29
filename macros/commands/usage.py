"""What is said where a command is typed wrongly: in both languages, with what would be right, in place of what click says in English."""
from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any

import click
from click.exceptions import NoArgsIsHelpError, NoSuchCommand

from macros.commands.interrupted import told_where_stopped

QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』", "＂": "＂"}
MARKS = "".join([*QUOTES, *QUOTES.values()])
LONG_DASH = re.compile(r"[-—–－―−]*[—–－―−][-—–－―−]*([A-Za-z][A-Za-z-]*)(=.*)?")  # a dash of a Chinese keyboard, or of Word, before an option
TYPED = "handbook.typed"  # what somebody typed, kept with the context of the command
WANTED = {  # what an argument or an option is for
    "kind": ("类别，例如role", "the kind, such as role"), "id": ("编号，例如first-aider", "the id, such as first-aider"),
    "ids": ("编号，例如first-aider", "the ids, such as first-aider"), "file": ("文件名", "the name of the file"),
    "place": ("网站的文件夹，例如/srv/handbook", "the folder of the site, such as /srv/handbook"),
    "site": ("文件夹，例如--site site", "a folder, such as --site site"),
    "to": ("语言，例如--to en", "the language, such as --to en"),
}
YES, NO = ("y", "yes", "是", "是的", "好", "写", "对", "嗯"), ("", "n", "no", "否", "不", "不是", "不要", "不写", "算了")


class Mistyped(click.UsageError):
    """A mistake of whoever typed a command, told in both languages; the command ends with 2 as click has it."""

    def __init__(self, zh: str, en: str, context: click.Context | None = None) -> None:
        super().__init__(f"{zh}。\n{en}.", context)

    def show(self, file: IO[Any] | None = None) -> None:
        usage = self.ctx and " ".join([self.ctx.command_path, *self.ctx.command.collect_usage_pieces(self.ctx)])
        click.echo(f"{self.message}\n写法 · Usage: {usage}" if usage else self.message, file, err=True)


class InBothLanguages(click.Group):
    """A group of commands whose mistakes of usage are told so, and which takes Chinese quotes round an argument for what they are meant to be."""

    def make_context(self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any) -> click.Context:
        typed = [bare(one) for one in args]
        with told_in_both(typed):
            for one in typed:
                if found := LONG_DASH.fullmatch(one):
                    raise Mistyped(f"“{one}”前面要两个半角的连字符：--{found[1]}", f"“{one}” begins with two plain hyphens: --{found[1]}")
            context = super().make_context(info_name, [*typed], parent, **extra)
        context.meta[TYPED] = typed
        return context

    def invoke(self, ctx: click.Context) -> Any:
        with told_in_both(ctx.meta[TYPED]), told_where_stopped():  # which click would only say in English
            return super().invoke(ctx)


def bare(typed: str) -> str:
    """What was typed, without the Chinese quotation marks round the whole of it or of what follows the equals sign of an option."""
    option, equals, value = typed.partition("=") if typed.startswith("--") else ("", "", typed)
    close = QUOTES.get(value[:1])
    whole = close and value.find(close, 1) == len(value) - 1 and len(value) > 1
    return f"{option}{equals}{value[1:-1].strip()}" if whole else typed


def wanted(question: str) -> bool:
    """Whether somebody at a terminal says so, in either language; ending the input is no."""
    while True:
        try:
            said = click.prompt(f"{question} [y/N]", default="", show_default=False).strip().strip("。.").lower()
        except click.Abort:
            return False
        if said in YES or said in NO:
            return said in YES
        click.echo("写y（是）或n（否）。\nWrite y or n.", err=True)


@contextmanager
def told_in_both(typed: Sequence[str]) -> Iterator[None]:
    """Mistakes of usage inside are told in both languages."""
    try:
        yield
    except (Mistyped, NoArgsIsHelpError):
        raise
    except click.UsageError as wrong:
        raise Mistyped(*_said(wrong, typed), wrong.ctx) from None


def _said(wrong: click.UsageError, typed: Sequence[str]) -> tuple[str, str]:
    if isinstance(wrong, NoSuchCommand):
        known = wrong.ctx.command.list_commands(wrong.ctx) if wrong.ctx and isinstance(wrong.ctx.command, click.Group) else []
        return _nearest("命令", "command", wrong.command_name, known)
    if isinstance(wrong, click.NoSuchOption):
        whole = next((one for one in typed if one.startswith(wrong.option_name)), wrong.option_name).partition("=")[0]
        options = [name for one in wrong.ctx.command.get_params(wrong.ctx) for name in one.opts if name.startswith("--")] if wrong.ctx else []
        return _nearest("选项", "option", whole, options)
    if isinstance(wrong, click.BadOptionUsage):
        if any(one.startswith(f"{wrong.option_name}=") for one in typed):
            return f"“{wrong.option_name}”后面不写内容", f"Nothing follows “{wrong.option_name}”"
        return f"“{wrong.option_name}”后面少了内容", f"What follows “{wrong.option_name}” is missing"
    if isinstance(wrong, click.MissingParameter) and wrong.param:
        name = str(wrong.param.name)
        zh, en = WANTED.get(name, (name, name))
        return f"少了{zh}", f"Something is missing: {en}"
    if isinstance(wrong, click.BadParameter) and wrong.param:
        return _unfit(wrong.param)
    if found := re.search(r"\((.*)\)", wrong.message):
        return _too_many(found[1].split(" "), typed, wrong.ctx.command_path.split() if wrong.ctx else [])
    return f"命令写得不对：{wrong.message}", f"The command is not typed right: {wrong.message}"


def _nearest(zh: str, en: str, called: str, known: Sequence[str]) -> tuple[str, str]:
    near = difflib.get_close_matches(f"--{called.lstrip('-')}" if en == "option" else called, known, 1, 0.5)
    if near:
        return f"没有“{called}”这个{zh}；最接近的是“{near[0]}”", f"There is no {en} “{called}”; the nearest is “{near[0]}”"
    return f"没有“{called}”这个{zh}；可写：{'、'.join(known)}", f"There is no {en} “{called}”; there are: {', '.join(known)}"


def _unfit(parameter: click.Parameter) -> tuple[str, str]:
    """What to say of a value that an option cannot take."""
    name = parameter.opts[0]
    if isinstance(parameter.type, click.Choice):
        return f"“{name}”后面可写：{'、'.join(parameter.type.choices)}", f"What may follow “{name}”: {', '.join(parameter.type.choices)}"
    if isinstance(parameter.type, click.IntRange):
        least, most = parameter.type.min, parameter.type.max
        return f"“{name}”后面要一个{least}到{most}的整数", f"A whole number from {least} to {most} follows “{name}”"
    if isinstance(parameter.type, click.Path):
        return "这个文件或文件夹打不开；检查它的权限", "This file or folder cannot be opened; check its permissions"
    if parameter.type is click.INT:
        return f"“{name}”后面要一个整数", f"A whole number follows “{name}”"
    return f"“{name}”后面的内容用不了", f"What follows “{name}” cannot be used"


def _too_many(extra: Sequence[str], typed: Sequence[str], command: Sequence[str]) -> tuple[str, str]:
    """What to say of words too many: mostly a name, or a file, with spaces in it and no quotation marks round it."""
    at = typed.index(extra[0]) if extra[0] in typed else 0
    before = typed[at - 1] if at else ""
    first = extra[0].strip(MARKS)
    if not before or before.startswith("-") or before in command:
        return f"多了“{first}”", f"“{first}” is one too many"
    end = next((number for number, one in enumerate(typed[at:], at) if one.startswith("-")), len(typed))
    option = f"{typed[at - 2]} " if at > 1 and typed[at - 2].startswith("--") else ""
    name = " ".join(typed[at - 1:end]).strip(MARKS)
    return (f"多了“{first}”；里面有空格的，外面加半角双引号：{option}\"{name}\"",
            f"“{first}” is one too many; put straight double quotes around what has spaces in it: {option}\"{name}\"")
