"""`handbook changes`: what changed in the data since a commit, and what that means for people, as Markdown."""
from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.commands.data_folder import data_folder, data_option
from macros.commands.refusing import told
from macros.words.markdown import plain
from macros.words.refused import Refused

if TYPE_CHECKING:
    from macros.changes.change import Change
    from macros.changes.compared import Records
    from macros.model.handbook import Handbook
    from macros.views.reader import Reader

MOST = 80  # changes of one meaning that are listed; the others are counted
CUT = 200  # letters of what is quoted


@click.command()
@data_option
@click.argument("span", metavar="[BASE[..HEAD]]", default="HEAD")
@click.option("--lines", "to_paste", is_flag=True, help="Print lines for changes.yml, to be put right there, in place of the report.")
def changes(span: str, to_paste: bool) -> None:
    """List what changed for people between two commits, or since one (the last), by what it means, with the number that the edition should have."""
    from macros.changes.compared import compared
    from macros.changes.renamed import with_todays_ids
    from macros.loading.contents import contents
    from macros.loading.folder import load

    base, _, head = span.partition("..")
    data = data_folder()
    with told():
        handbook = load(data, ())  # what the rules would say is for the check: a half that waits may still be shown
        old, new = _files(data, base or "HEAD"), _files(data, head) if head else contents(data)
        before, after = with_todays_ids(_as_it_stands(old), _as_it_stands(new))
        report = Report(handbook, _edition(old) or handbook.about.edition, before, after, compared(before, after))
        click.echo("\n".join(report.to_paste() if to_paste else report.lines()))


def _files(data: Path, commit: str) -> Mapping[str, bytes | None]:
    """What stood in every file at a commit. Raises Refused where it is not there."""
    from macros.loading.last_commit import listing

    found = listing(data, commit)
    if found is None:
        raise Refused(f"找不到提交“{commit}”里的手册；核对名称，浅克隆的先运行git fetch --unshallow，手册要在Git仓库里",
                      f"There is no handbook at a commit “{commit}”; look at the name, in a shallow clone first run git fetch --unshallow, "
                      "and see that the handbook is in a Git repository")
    return found.whole()


def _edition(files: Mapping[str, bytes | None]) -> str:
    """The number that an edition had; empty where nobody can tell."""
    from macros.loading.as_it_was import as_it_was
    from macros.loading.homes import ABOUT

    found = as_it_was(ABOUT, files.get(ABOUT) or b"")
    return str(found.data.get("edition", "")) if found and isinstance(found.data, dict) else ""


def _as_it_stands(files: Mapping[str, bytes | None]) -> Records:
    from macros.loading.as_it_was import records_of

    return {(kind, id): record for name, raw in files.items() for kind, id, record in records_of(name, raw)}


@dataclass(frozen=True)
class Report:
    """What changed between two editions of the records, for people who know the handbook as it is now."""

    handbook: Handbook
    edition: str  # the one before
    before: Records
    after: Records
    changes: list[Change]

    def lines(self) -> Iterator[str]:
        """The report as Markdown."""
        from macros.changes.editions import suggested
        from macros.model.editions import MEANINGS

        if not self.changes:
            yield "没有变化。Nothing changed."
            return
        edition = self.edition
        number = suggested(edition, {one.meaning for one in self.changes})
        if number:
            count = len(self.changes)
            yield f"改动{count}处；{edition}之后的这一版，建议编为{number}。Changes: {count}; after {edition}, this edition is best called {number}."
        for meaning in MEANINGS:
            found = [one for one in self.changes if one.meaning == meaning]
            if found:
                yield f"\n## {' · '.join(reader.word('what-changed', meaning) for reader in self._readers())} ({len(found)})\n"
                for _, ones in groupby(found[:MOST], lambda one: (one.kind, one.id)):
                    yield from self._record([*ones])
                if more := len(found) - MOST if len(found) > MOST else 0:
                    yield f"- 另有{more}处 · {more} more"

    def to_paste(self) -> Iterator[str]:
        """What changes.yml would say of it, a line of YAML each, of everything but words; people put the sentences right. What applicants see, too, is
        proposed for them."""
        from macros.changes.shown import shows
        from macros.views.drafted import about, is_told, sentence

        for one in filter(is_told, self.changes):
            yield f"      - meaning: {one.meaning}"
            places = ", ".join(f"{kind}: [{', '.join(ids)}]" for kind, ids in about(one).items())
            if places:
                yield f"        about: {{{places}}}"
            if shows(one, self.before, self.after):
                yield "        audience: public"
            for reader in self._readers():
                yield f"        {reader.language}: {json.dumps(sentence(reader, one, self.before, self.after), ensure_ascii=False)}"

    def _readers(self) -> list[Reader]:
        from macros.views.reader import Reader
        from macros.words.languages import LANGUAGES

        return [Reader(self.handbook, language, "") for language in LANGUAGES]

    def _record(self, changes: list[Change]) -> Iterator[str]:
        """Changes of one record: where, then how it was and is in each language, and whom that concerns."""
        from macros.views.what_changed import concerned, part_of, title
        from macros.views.what_changed import told as said

        first, readers = changes[0], self._readers()
        yield f"- **{' · '.join(dict.fromkeys(plain(title(reader, first, self.before)) for reader in readers))}**"
        for one in changes if first.path else ():
            both = [said(reader, one, self.before, self.after) for reader in readers]
            came_from = [part_of(reader, one.moved_from or one.path) for reader in readers]
            yield f"  - {' · '.join(each.part if was == each.part else f'{was} → {each.part}' for was, each in zip(came_from, both, strict=True))}"
            for each in both:
                yield f"    - {''.join(f'{plain(name)} › ' for name in each.within)}{_from_to(each.before, each.after)}"
        roles = concerned(self.handbook, first) if first.meaning in ("more", "less") and first.kind != "roles" else []
        if roles:
            yield "  - 涉及 · concerns: " + ", ".join(" · ".join(plain(reader.text(self.handbook.roles[id].name)) for reader in readers) for id in roles)


def _from_to(before: str, after: str) -> str:
    was, now = (plain(text if len(text) <= CUT else f"{text[:CUT]}…") for text in (before, after))
    if was and was == now:
        return f"{now} (没有变 · unchanged)"
    if was and now:
        return f"~~{was}~~ → {now}"
    return f"+ {now}" if now else f"− {was}" if was else "…"
