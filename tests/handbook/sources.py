"""Compares the data with the source documents, where they are at hand: `make sources`.

Every id of the inventory stands in a record and field, with its figures; every fact is on a page; and no sentence is a
source's own."""
from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator

import yaml

from macros.checks.punctuation import HAN
from macros.loading.folder import Loaded, read_all
from tests.places import DATA, ROOT

SOURCES = ROOT.parent / "shared" / "sources"
COVERAGE = SOURCES.parent / "tools" / "fact_coverage.py"
COPIED_RUN = 15  # Chinese characters, punctuation removed
WHOLE_TITLES = "sources.yml"  # headings of the documents, which are titles


def main() -> None:
    """Print what does not agree and fail on it; say so when there is nothing to compare with."""
    if not SOURCES.is_dir():
        print("make sources: not run, the source documents are not here")
        return
    loaded = read_all(DATA)
    places = yaml.safe_load((ROOT / "tests/handbook/inventory.yml").read_text(encoding="utf-8"))
    inventory = yaml.safe_load((SOURCES / "inventory.yml").read_text(encoding="utf-8"))
    faults = [*unmapped(inventory, places), *misplaced(inventory, places, loaded), *copied(loaded), *unknown_sections(loaded)]
    for fault in faults:
        print(fault)
    uncovered = facts_are_missing()
    mapped = sum(len(ids) for ids in places.values())
    merged = sum(1 for ids in merged_records(places).values() if len(ids) > 1)
    print(f"make sources: {mapped} inventory ids mapped, {merged} records hold several, {len(faults)} faults")
    sys.exit(1 if faults or uncovered else 0)


def facts_are_missing() -> bool:
    """Whether a fact of the documents is on no Chinese page of the built site; prints which."""
    with tempfile.TemporaryDirectory() as site:
        subprocess.run([sys.executable, "-m", "macros", "build", "--site", site], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        return subprocess.run([sys.executable, str(COVERAGE), site, str(SOURCES / "facts.csv")], check=False).returncode != 0


def unmapped(inventory: dict, places: dict) -> Iterator[str]:
    """Ids of the inventory, in the kinds the map has, that stand nowhere; and ids the inventory does not have."""
    for kind, ids in places.items():
        known = {entry["id"] for entry in inventory[kind]}
        yield from (f"{kind}: {id} is not mapped" for id in sorted(known - set(ids)))
        yield from (f"{kind}: {id} is not in the inventory" for id in sorted(set(ids) - known))


def merged_records(places: dict) -> dict[str, list[str]]:
    """Record to the inventory ids it holds."""
    found: dict[str, list[str]] = {}
    for ids in places.values():
        for id, held in ids.items():
            for place in _listed(held):
                found.setdefault(place.partition("#")[0], []).append(id)
    return found


def misplaced(inventory: dict, places: dict, loaded: Loaded) -> Iterator[str]:
    """Places that do not exist, and figures of the inventory's KPIs that stand at none of their places."""
    targets = {entry["id"]: entry["target"] for entry in inventory["kpis"]}
    for ids in places.values():
        for id, held in ids.items():
            shown: set[str] = set()
            if not held:
                yield f"{id}: the map gives no place"
            for place in _listed(held):
                value = _at(loaded, place)
                if value is None:
                    yield f"{id}: there is no {place}"
                shown |= set(re.findall(r"\d+(?:\.\d+)?", " ".join(_scalars(value))))
            for number in re.findall(r"\d+(?:\.\d+)?(?=万|亿)|\d+(?:\.\d+)?", targets.get(id, "")):
                large = {str(int(float(number) * scale)) for scale in (10**4, 10**8)}
                if number not in shown and not large & shown:
                    yield f"{id}: the figure {number} of “{targets[id]}” stands at none of {_listed(held)}"


def _at(loaded: Loaded, place: str) -> object:
    """What stands at `kind/id` or `kind/id#field`, as written; None when nothing does."""
    record, _, field = place.partition("#")
    kind, _, id = record.partition("/")
    if (kind, id) not in loaded.homes:
        return None
    document, path = loaded.homes[kind, id]
    value = document.data
    for part in path:
        value = value[part]
    return value.get(field) if field else value


def _scalars(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _scalars(inner)


def copied(loaded: Loaded) -> Iterator[str]:
    """Sentences that share a run of characters with a source document."""
    runs: dict[str, str] = {}
    for document in sorted(SOURCES.glob("*.md")):
        whole = squeezed(document.read_text(encoding="utf-8"))
        for start in range(len(whole) - COPIED_RUN + 1):
            runs.setdefault(whole[start : start + COPIED_RUN], document.stem)
    allowed = yaml.safe_load((ROOT / "tests/handbook/quoted.yml").read_text(encoding="utf-8"))
    for name, document in loaded.documents.items():
        if name == WHOLE_TITLES:
            continue
        for path, language, text in document.sentences:
            run = squeezed(text)
            if language != "zh" or any(squeezed(exact) in run and len(run) - len(squeezed(exact)) < COPIED_RUN for exact in allowed):
                continue
            for start in range(len(run) - COPIED_RUN + 1):
                piece = run[start : start + COPIED_RUN]
                if piece in runs and not piece.isascii():
                    yield f"{document.file}:{document.values[path][0]}: copied from {runs[piece]}: {piece}"
                    break


def squeezed(text: str) -> str:
    """Letters, digits and Chinese characters only."""
    return re.sub(rf"[^{HAN}A-Za-z0-9]+", "", unicodedata.normalize("NFKC", text)).lower()


def unknown_sections(loaded: Loaded) -> Iterator[str]:
    """Sections in sources.yml that the documents do not have, and the other way round."""
    ours = {f"{document.id}#{section}" for document in loaded.handbook.documents.values() for section in document.sections}
    rows = (SOURCES / "sections.csv").read_text(encoding="utf-8").splitlines()[1:]
    theirs = {"#".join(row.split(",")[:2]) for row in rows}
    known = {one.partition("#")[0] for one in theirs}      # a document that is not among these cannot be compared
    yield from (f"sources.yml: {one} is in no document" for one in sorted(ours - theirs) if one.partition("#")[0] in known)
    yield from (f"sources.yml: {one} is missing" for one in sorted(theirs - ours))


def _listed(held: str | list[str]) -> list[str]:
    return [held] if isinstance(held, str) else held


if __name__ == "__main__":
    main()
