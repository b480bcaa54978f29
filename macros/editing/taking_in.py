"""What the translations that came back make of the handbook: the change of its files, and what is wrong with it, told at the entry it comes from."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path as FilePath

from macros.editing.change import Change, change, judging, problems_of
from macros.editing.edits import Add, CannotEdit, Edit, Put, edited
from macros.editing.translating import Returned, Translated
from macros.loading.folder import Loaded, Rule
from macros.loading.translations import LOCK, half, rest, written
from macros.words.languages import LANGUAGES, Language, other
from macros.words.problems import Problem, Problems, field_name

QUOTED = re.compile("“([^”]+)”")


def put_in(data: FilePath, loaded: Loaded, rules: Iterable[Rule], back: Translated) -> tuple[Translated, Change]:
    """The change of the files that it makes, with the pairs confirmed in the lock, where there is one; what the files cannot take is refused beside it."""
    try:
        result = change(data, loaded, rules, _edits(back))
    except (CannotEdit, Problems):
        back = _one_by_one(back)
        result = change(data, loaded, rules, _edits(back))
    standing = problems_of(result.loaded, judging(rules))
    back = _without_what_is_wrong(back, standing)
    result = replace(result, problems=(*result.problems, *(one for one in _in_new_words(back, standing) if one not in result.problems)))
    lock = result.before.get(LOCK)
    if lock is None:
        return back, result
    said = {(half(one.entry.source), half(one.text)) for one in (*back.taken, *back.held)}
    pairs = rest(lock) | {halves if back.to == LANGUAGES[1] else halves[::-1] for halves in said}
    return back, replace(result, after={**result.after, LOCK: written(pairs)}) if pairs != rest(lock) else result


def _in_new_words(back: Translated, standing: Iterable[Problem]) -> Iterator[Problem]:
    """What is wrong with the words of a translation, though something was wrong there before: a change takes it for that."""
    new = {(one.entry.document.file, field_name((*one.entry.path, back.to))) for one in back.taken}
    yield from (problem for problem in standing if (problem.file, problem.field) in new)


def _without_what_is_wrong(back: Translated, standing: Iterable[Problem]) -> Translated:
    """The same with every translation refused that was found to hold while something is wrong with its pair: nobody can have looked."""
    wrong = {one.line: (one, problem) for problem in sorted(standing, reverse=True) if (one := _of(problem, back.held))}
    refused = [
        Problem(back.file, line, 1, one.entry.context, f"译文没有改，可是与原文对不上，没有确认：{problem.zh}",
                f"The translation was left as it was and does not agree with its source, so it is not confirmed: {problem.en}")
        for line, (one, problem) in wrong.items()
    ]
    return replace(back, held=tuple(one for one in back.held if one.line not in wrong), refused=(*back.refused, *refused))


def _edits(back: Translated) -> Mapping[str, list[Edit]]:
    edits: dict[str, list[Edit]] = {}
    for one in back.taken:
        edits.setdefault(one.entry.name, []).append(_edit(one, back.to))
    return edits


def _edit(one: Returned, to: Language) -> Edit:
    """The translation in the place of the one that stands there, which may be empty; else behind the source."""
    path = one.entry.path
    return Put((*path, to), one.text) if one.entry.stands else Add(path, to, one.text, other(to))


def _one_by_one(back: Translated) -> Translated:
    """The same with every entry refused, at its line, that its file cannot take."""
    texts: dict[str, str] = {}
    taken, refused = [], []
    for one in back.taken:
        document = one.entry.document
        text = texts.get(one.entry.name) or document.raw.decode()
        try:
            texts[one.entry.name] = edited(text, [_edit(one, back.to)], document.file)
            taken.append(one)
        except CannotEdit as error:
            refused.append(Problem(back.file, one.line, 1, one.entry.context, error.zh, error.en))
        except Problems as found:
            first = found.problems[0]
            refused.append(Problem(back.file, one.line, 1, one.entry.context, first.zh, first.en))
    return replace(back, taken=tuple(taken), refused=(*back.refused, *refused))


def of_entries(result: Change, back: Translated) -> Iterator[Problem]:
    """What would be wrong after a change, told at the entry of the file it comes from: that of the sentence, or one whose words it quotes."""
    for problem in result.problems:
        one = _of(problem, back.taken) or _quoted(problem, back.taken)
        yield replace(problem, file=back.file, line=one.line, column=1, field=one.entry.context, written="", mended=None) if one else problem


def _of(problem: Problem, among: Iterable[Returned]) -> Returned | None:
    """The entry of the pair in which a problem stands, or of the figures and whatever else is kept beside it."""
    return next((one for one in among if one.entry.document.file == problem.file and _stands_in(problem.field, field_name(one.entry.path))), None)


def _stands_in(field: str, place: str) -> bool:
    return field == place or field.startswith((f"{place}.", f"{place}["))


def _quoted(problem: Problem, among: Iterable[Returned]) -> Returned | None:
    said = set(QUOTED.findall(problem.zh))
    return next((one for one in among if one.text in said), None)
