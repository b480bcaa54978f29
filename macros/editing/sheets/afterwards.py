"""What people still have to look at once a workbook is taken in: halves, old names, what is to be filled in."""
from __future__ import annotations

import re
from collections.abc import Iterator

from macros.editing.change import Change
from macros.editing.edits import Put
from macros.editing.left_behind import to_look_at
from macros.editing.renaming import still_saying
from macros.editing.retiring import bare
from macros.editing.sheets.merging import Merged
from macros.editing.sheets.report import is_half
from macros.editing.sheets.settings import text_at
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


def remarks_left(loaded: Loaded, merged: Merged, change: Change) -> Iterator[str]:
    """Names the targets whose remark still has the figure that was changed beside it; nothing where none does."""
    left = []
    for place, file, edit in merged.asked:
        if not isinstance(edit, Put) or "target" not in edit.path or not (old := text_at(loaded.documents[file], edit.path)).isdigit():
            continue
        after = change.loaded.documents[file]
        note = (*edit.path[:edit.path.index("target")], "note")
        if any(re.search(rf"(?<![0-9.]){old}(?![0-9.])", text_at(after, (*note, half))) for half in LANGUAGES):
            left.append(f"{place.title} {place.place}（{old}）")
    if left:
        yield f"附注里还写着原来的数，看看要不要改：{'、'.join(left)}\nThe remark still has the old figure; see whether it is to change: {', '.join(left)}"
