"""The rule on sentences that changed: where one of a role says another figure than at the last commit, the target that it spoke of is asked about."""
from __future__ import annotations

import difflib
from collections.abc import Iterator

from macros.checks.altered import matter_of, told
from macros.checks.limits import amount_of
from macros.checks.repeated import Matter, following_of, says, speaks_of
from macros.checks.since_commit import ALIKE
from macros.checks.statements import Context, Statement, quantities
from macros.loading.as_it_was import as_it_was
from macros.loading.document import Document
from macros.loading.folder import Loaded
from macros.model.roles import Role
from macros.words.languages import LANGUAGES
from macros.words.problems import Path, Problem


def a_target_changes_with_the_sentence_of_its_role(loaded: Loaded) -> Iterator[Problem]:
    """No sentence of a role that said the figure of a target has another one now, while the target has not."""
    for role in loaded.handbook.roles.values():
        document, prefix = loaded.homes["roles", role.id]
        raw = loaded.last_commit.get(document.file.removeprefix(f"{loaded.handbook.folder}/"))
        old = as_it_was(document.file, raw) if raw and not role.retired else None
        for path, was, now in mended(old, document, prefix) if old else ():
            yield from _left(loaded, role, path, was, now)


def mended(old: Document, document: Document, prefix: Path) -> Iterator[tuple[Path, dict[str, str], dict[str, str]]]:
    """Every sentence of a record that was mended, with its path in the record, as it was and as it is."""
    before, after = ({pair["zh"]: (path, pair) for path, pair in one.pairs() if len(pair) == len(LANGUAGES)} for one in (old, document))
    gone = [zh for zh in before if zh not in after]
    for zh, (path, pair) in after.items():
        if zh not in before and path[:len(prefix)] == prefix and (near := difflib.get_close_matches(zh, gone, 1, ALIKE)):
            yield path[len(prefix):], before[near[0]][1], pair


def _left(loaded: Loaded, role: Role, path: Path, was: dict[str, str], now: dict[str, str]) -> Iterator[Problem]:
    before, after = (Statement("roles", role.id, path, Context(), {language: pair[language] for language in LANGUAGES}) for pair in (was, now))
    for number, line in enumerate(role.kpis):
        amount = line.target and amount_of(line.target)
        if not amount or line.kpi not in loaded.handbook.kpis or path[:2] == ("kpis", number):
            continue
        matter = matter_of(loaded, role, ("kpis", number), line)
        following = following_of(loaded.handbook, matter)
        said = says(before, amount, following, loaded.handbook) and not says(after, amount, following, loaded.handbook)
        other = any(unit == amount[1] for language in LANGUAGES for _, unit in quantities(after.text[language], language, following[language]))
        if said and other and speaks_of(before, matter):
            yield _asked(loaded, role, path, matter, told(loaded, matter, amount))


def _asked(loaded: Loaded, role: Role, path: Path, matter: Matter, amount: tuple[str, str]) -> Problem:
    there = loaded.problem("roles", role.id, (*matter.line, "target"), "", "")
    return loaded.problem(
        "roles", role.id, (*path, "zh"), f"上次提交时这一句写的是{amount[0]}，{there.file}:{there.line}的目标还是{amount[0]}；两处改成一样",
        f"This sentence said {amount[1]} at the last commit, and the target at {there.file}:{there.line} still does; make the two the same")
