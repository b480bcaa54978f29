"""`handbook rename` for what is no record, and what it says of names in either case."""
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from macros.commands.data_folder import data_folder
from macros.commands.proposed import of_the_old, proposed

if TYPE_CHECKING:
    from macros.editing.change import Change
    from macros.editing.retiring import Step
    from macros.loading.folder import Loaded
    from macros.words.languages import Language
    from macros.words.texts import Text


def rename_listed(lists: Sequence[str], id: str, names: dict[str, str], to_id: str | None, yes: bool) -> None:
    """Another name for a group, a level, a unit or a source document, which is no record: it has its id for good, and nobody looks for it by an old name."""
    from macros.editing.edits import CannotEdit
    from macros.editing.listed import listed, naming, still_quoting
    from macros.editing.renaming import still_holding
    from macros.loading.contents import contents
    from macros.loading.translations import LOCK
    from macros.words.languages import LANGUAGES, other

    old: dict[str, str] = {}

    def steps(loaded: Loaded) -> Sequence[Step]:
        if to_id:
            raise CannotEdit("分组、等级、单位和来源文件的编号定了不改；换名称用--zh、--en",
                             "The ids of groups, levels, units and source documents stay; a new name is given by --zh and --en")
        ensure_new(names, to_id)
        one = listed(loaded, lists, id)
        old.update({language: getattr(one.name, language) for language in names})
        ensure_other(old, names)
        lock = contents(data_folder()).get(LOCK) if len(names) == len(LANGUAGES) else None
        held = [still_holding(lambda now: ((found := listed(now, lists, id)).document, found.path), lock)] if lock else []
        return [naming(lists, id, names), *held]

    def left(_: Loaded, change: Change) -> Iterator[str]:
        one = listed(change.loaded, lists, id)
        yield from of_the_old(still_quoting(change.loaded, {language: name for language, name in old.items() if name != names[language]}))
        if one.short:
            place = one.document.problem((*one.path[:-1], "short"), "", "")
            yield (f"\n句子里用的是简称“{one.short.zh}”，没有改；也要改就改{place.file}:{place.line}，句子也一起改。\n"
                   f"Sentences call it “{one.short.en}”, which has not changed; to change that too, edit {place.file}:{place.line} and the sentences.")

    written = proposed(steps, yes, left)
    if written and len(names) == 1:
        (given,) = names
        one = listed(written.loaded, lists, id)
        place = one.document.problem(one.path, "", "")
        click.echo(one_name(other("zh" if given == "zh" else "en"), one.name, f"{place.file}:{place.line}"))


def ensure_new(names: Mapping[str, str], to_id: str | None) -> None:
    """Something is given anew. Raises CannotEdit otherwise."""
    from macros.editing.edits import CannotEdit

    if not names and not to_id:
        raise CannotEdit("写明改成什么：--zh、--en或--to-id", "Say what it becomes: --zh, --en or --to-id")


def ensure_other(old: Mapping[str, str], names: Mapping[str, str]) -> None:
    """What is given is not what stands there. Raises CannotEdit otherwise."""
    from macros.editing.edits import CannotEdit

    if names and old == names:
        raise CannotEdit("现在就叫这个名称，没有要改的", "It is called that already, and there is nothing to change")


def one_name(language: Language, name: Text, place: str) -> str:
    """What to say of a name in the language that was not given; `place` is what a confirmation takes."""
    zh, en = {"zh": ("中文", "Chinese"), "en": ("英文", "English")}[language]
    return (f"{zh}名称没有改，还是“{name[language]}”；也要改就再运行一次，加--{language}；仍然对得上就运行handbook confirm {place}。\n"
            f"The {en} name is still “{name[language]}”; run it again with --{language} to change it, or handbook confirm {place} if it still holds.")
