"""What people still have to look at once a workbook is taken in: halves, old names, what is to be filled in."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from macros.checks.altered import altered, told, where
from macros.editing.change import Change
from macros.editing.edits import Put
from macros.editing.left_behind import to_look_at
from macros.editing.renaming import still_saying
from macros.editing.retiring import bare
from macros.editing.sheets.merging import Merged
from macros.editing.sheets.report import is_half
from macros.loading.folder import FILLING, Loaded
from macros.loading.unfilled import TO_FILL
from macros.words.languages import LANGUAGES
from macros.words.problems import field_name

FEW = 8  # cells named in a sentence
SHOWN = 40  # places that still say an old name


def one_half(merged: Merged) -> Iterator[str]:
    """Says which cells change a sentence in one language only; nothing where none does."""
    new = {(place.title, place.row) for place, begun in merged.begun if begun.step}
    changed = {(file, edit.path) for _, file, edit in merged.asked}
    alone = [
        (f"{place.title} {place.place}", file.removesuffix(".yml") if "/" in file else "/".join(map(str, edit.path[:2]))) for place, file, edit in merged.asked
        if is_half(edit) and (place.title, place.row) not in new and not {(file, (*edit.path[:-1], half)) for half in LANGUAGES} <= changed
    ]
    if alone:
        shown, more = ", ".join(cell for cell, _ in alone[:FEW]), len(alone) - FEW
        zh, en = (f"等{len(alone)}格", f" and {more} more") if more > 0 else ("", "")
        command = " ".join(["handbook confirm", *dict.fromkeys(record for _, record in alone)])
        yield (f"只改了一种语言：{shown}{zh}；另一种也改，仍然对得上就在写入以后运行{command}。\n"
               f"Changed in one language only: {shown}{en}; change the other too or, where it still holds, run {command} once this is written.")


def to_fill(change: Change) -> Iterator[str]:
    """What new records still have to be filled in with, record by record; nothing where none does."""
    left = [problem for problem in change.problems if problem.rule == FILLING]
    if left:
        yield "导入以后还要填（工作簿里有这一栏的，再导出一份来填；没有的在YAML里填）："
        yield "To be filled in after the import, in a workbook exported anew where it has the column, else as YAML:"
        yield from (f"  {problem.file}:{problem.line}\n  {problem.zh}\n  {problem.en}" for problem in left)


def renamed(loaded: Loaded, merged: Merged, change: Change) -> Iterator[str]:
    """Says that names changed, and lists every sentence that still says an old one, for people to change; nothing where none does."""
    names = {(place.file, field_name((*prefix, "name"))): (kind, id) for (kind, id), (place, prefix) in loaded.homes.items()}
    old: dict[tuple[str, str], dict[str, str]] = {}
    for _, file, edit in merged.asked:
        one = names.get((f"{change.folder}/{file}", field_name(edit.path[:-1]))) if is_half(edit) else None
        record = loaded.handbook.of_kind(one[0]).get(one[1]) if one else None
        for language in LANGUAGES:
            new = edit.value if isinstance(edit, Put) and isinstance(edit.value, str) and language == edit.path[-1] else ""
            if one and record and new and record.name[language] != TO_FILL and bare(record.name[language]) != bare(new):
                old.setdefault(one, {})[language] = record.name[language]
    left = [line for (kind, id), words in old.items() for line in still_saying(change.loaded, kind, id, words)]
    if old:
        yield "改了名称，旧名称留着供查找。\nNames change; whoever looks for an old one still finds the record."
    if left:
        yield f"还有{len(left)}处写着旧的，由人来改：\nPlaces that still say the old one, for people to change: {len(left)}"
        yield from (f"  {line}" for line in left[:SHOWN])
        yield from [f"  … +{len(left) - SHOWN}"] if len(left) > SHOWN else []


def remarks_of_the_retired(loaded: Loaded, merged: Merged, change: Change) -> Iterator[str]:
    """Lists what is said of records that go out of use where they are used, and need not hold of what follows them; nothing where none is."""
    for _, one in merged.retired:
        yield from to_look_at(loaded, change, one.kind, one.id, anew=True)


def figures_left(merged: Merged, change: Change) -> Iterator[str]:
    """Names the targets whose old figure still stands elsewhere, with file and line of every such place; nothing where none does."""
    after = replace(change.loaded, last_commit={name: change.before.get(name) for name in change.after})
    left = []
    for one in altered(after):
        document, prefix = after.homes[one.matter.kind, one.matter.record]
        line = (*prefix, *one.matter.line)
        cells = [place for place, file, edit in merged.asked if f"{change.folder}/{file}" == document.file and edit.path[:len(line)] == line]
        if cells:
            left.append((cells[0], one, "、".join(where(after, one))))
    if left:
        yield "数改了，说同一件事的别处还是原来的数，看看要不要改："
        yield "A figure changes, and what is said elsewhere of the same matter has the old one; see whether it is to change:"
    for cell, one, places in left:
        (old_zh, old_en), (new_zh, new_en) = told(after, one.matter, one.old), told(after, one.matter, one.new)
        yield f"  {cell.title} {cell.place}（{old_zh} → {new_zh} · {old_en} → {new_en}）：{places}"
