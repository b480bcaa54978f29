"""What people find when they search this handbook, and what it costs them."""
from __future__ import annotations

import gzip
import hashlib
import json
import re
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from macros.model.handbook import Handbook
from macros.words.languages import LANGUAGES
from tests.browser import opened
from tests.building import asset
from tests.generator.search.asking import asked
from tests.generator.search.test_records import (  # noqa: F401  (the same test, on this house’s site)
    test_the_index_holds_every_record_in_use_with_an_address_that_leads_to_it,
)
from tests.places import ROOT

WRITTEN = yaml.load((ROOT / "tests/handbook/queries.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
QUERIES: dict[str, list[list[str]]] = WRITTEN["queries"]
NAMES: dict[str, list[str]] = WRITTEN["names"]
QUESTIONS: list[list[str]] = yaml.load((ROOT / "tests/handbook/questions.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
CITED = re.compile(r" ?\d+(\.\d+)+$")  # the section of a document at the end of a clause, which is no sentence: it leads to the document
PASTED = 60  # clauses of each language, drawn so that an edit of the data changes only what it touches
FIRST, SECOND = 120_000, 15_000  # bytes on the first query and on another one after it
# The lists are judged by what was typed and by the language of the page.
JUDGED = (["chinese"], ["pinyin"], ["english", "cross"], ["said"], ["zh"], ["en"])
NAMED = """async ([script, language, names]) => {
  const root = new URL("../", location.href);
  const { findRecords, openSources } = await import(new URL(script, root));
  const sources = openSources(root, language), found = [];
  for (const name of names) found.push((await findRecords(sources, name)).answers.map(({ record }) => record.key));
  return found;
}"""
RANKED = """async ([script, language, queries]) => {
  const root = new URL("../", location.href);
  const { openSources, ranked } = await import(new URL(script, root));
  const sources = openSources(root, language), found = [];
  for (const query of queries) found.push(await ranked(sources, query));
  return found;
}"""

Answers = dict[tuple[str, str], list[tuple[str, int | None, list[str]]]]


def followed(handbook: Handbook, key: str) -> str | None:
    """The record a key means today, by what has replaced it; None where nothing is left. Pages keep their names."""
    kind, _, id = key.partition("/")
    if kind == "pages":
        ends = [followed(handbook, f"roles/{one}") for one in id.split("/")[1:]]
        return None if None in ends else "/".join([kind, id.split("/")[0], *(one.partition("/")[2] for one in ends)])
    found = handbook.of_kind(kind).get(id)
    while found and found.retired:
        found = handbook.of_kind(kind).get(found.retired.replaced_by[0])
    return f"{kind}/{found.id}" if found else None


def renamed(handbook: Handbook, key: str) -> bool:
    """Whether what a query was written for goes by another name now."""
    kind, _, id = key.partition("/")
    if kind == "pages":
        return any(renamed(handbook, f"roles/{one}") for one in id.split("/")[1:])
    now = followed(handbook, key)
    return bool(now) and [handbook.of_kind(kind)[now.partition("/")[2]].name[language] for language in LANGUAGES] != NAMES[key]


def asking(handbook: Handbook) -> Iterator[tuple[str, str, str, set[str]]]:
    """Group, language, query and the keys that answer it, of every query that still has its record; the others are named in a warning."""
    for group, entries in QUERIES.items():
        for language, query, *keys in entries:
            wanted = {now for key in keys if (now := followed(handbook, key)) and not renamed(handbook, key)}
            if wanted:
                yield group, language, query, wanted
            else:
                known = any(followed(handbook, key) for key in keys)
                warnings.warn(f"queries.yml: “{query}” was written for {', '.join(keys)}, which " + (
                    "has another name now; write what people type, and the name" if known else "is gone; take the query out of the list"), stacklevel=2)


def test_every_record_a_query_names_has_its_name_in_the_list():
    keys = {part for entries in QUERIES.values() for _, _, *keys in entries for key in keys for part in ends(key)}
    assert keys == NAMES.keys(), "queries.yml: names holds the names, in both languages, of the records that queries are for"


def ends(key: str) -> list[str]:
    """The records behind a key: itself, or for the page of a way its two roles."""
    return [f"roles/{id}" for id in key.split("/")[2:]] if key.startswith("pages/") else [key]


@pytest.fixture(scope="module")
def ranks(browser: Browser, address: str, site: Path, handbook: Handbook) -> Answers:
    """(group, language) to each query with the place of the record it must find, and what stood first."""
    found: Answers = {}
    every = list(asking(handbook))
    for language in LANGUAGES:
        entries = [one for one in every if one[1] == language]
        page, faults = opened(browser, address, f"{language}/")
        answers = page.evaluate(RANKED, [asset(site, "search/find.js"), language, [query for _, _, query, _ in entries]])
        assert faults == []
        for (group, _, query, wanted), answer in zip(entries, answers, strict=True):
            place = next((number for number, key in enumerate(answer, 1) if key in wanted), None)
            found.setdefault((group, language), []).append((query, place, answer[:3]))
    return found


@pytest.mark.parametrize("counted", JUDGED, ids="+".join)
def test_people_find_what_they_look_for(ranks, counted):
    """By how it was typed and by the language of the page: 95 of 100 first, 99 of 100 among the first three; of a short list all but two."""
    entries = [entry for key, several in ranks.items() if set(key) & set(counted) for entry in several]
    first = [entry for entry in entries if entry[1] == 1]
    near = [entry for entry in entries if entry[1] is not None and entry[1] <= 3]
    missed = "\n".join(f"{query}: {place or 'not found'}, but {answer}" for query, place, answer in entries if place != 1)
    print(f"{counted}: {len(entries)} queries, {len(first)} first, {len(near)} in the first three\n{missed}")
    assert len(entries) - len(first) <= max(2, len(entries) / 20) and len(entries) - len(near) <= max(2, len(entries) / 100), missed


def answers(browser: Browser, site: Path, address: str, language: str, queries: list[str]) -> list[list[str]]:
    """The whole list for each query, best first."""
    page, faults = opened(browser, address, f"{language}/")
    found: list[list[str]] = page.evaluate(RANKED, [asset(site, "search/find.js"), language, queries])
    assert faults == []
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_everyday_questions_are_answered_by_the_first_three(browser, site, address, handbook, language):
    """Seven of ten."""
    entries = [(query, wanted) for one, query, *keys in QUESTIONS if one == language and (wanted := {followed(handbook, key) for key in keys} - {None})]
    found = answers(browser, site, address, language, [query for query, _ in entries])
    missed = [f"{query}: {answer[:3]}" for (query, wanted), answer in zip(entries, found, strict=True) if not wanted & {*answer[:3]}]
    print(f"{language}: {len(entries) - len(missed)} of {len(entries)} in the first three")
    assert len(missed) <= 0.3 * len(entries), "\n".join(missed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_clause_that_is_pasted_leads_first_to_a_page_that_has_it(browser, site, address, language):
    """All but one of twenty."""
    said: dict[str, set[str]] = {}
    for file in sorted((site / language / "search/text").rglob("*.json")):
        for _, _, text in json.loads(file.read_text(encoding="utf-8"))[1:]:
            for clause in re.findall("[^\n，。；：！？]{8,40}" if language == "zh" else r"(?:[\w’-]+ ){5,20}[\w’-]+", text):
                if not CITED.search(clause):
                    said.setdefault(clause, set()).add(file.relative_to(site / language / "search/text").as_posix().partition(".")[0])
    pasted = sorted(said, key=lambda clause: hashlib.sha256(clause.encode()).digest())[:PASTED]
    found = answers(browser, site, address, language, pasted)
    missed = [f"{clause}: {answer[:3]}" for clause, answer in zip(pasted, found, strict=True) if not answer or answer[0] not in said[clause]]
    print(f"{language}: {PASTED - len(missed)} of {PASTED} first")
    assert len(missed) <= PASTED / 20, "\n".join(missed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_is_found_by_its_own_name(browser, address, site, handbook, language):
    """Among the first three, unless others have the same name."""
    records = [(f"{kind}/{record.id}", record.name[language]) for kind, record in handbook.records() if not record.retired and kind not in ("layers", "teams")]
    same: dict[str, set[str]] = {}
    for key, name in records:
        same.setdefault(name.lower(), set()).add(key)
    page, faults = opened(browser, address, f"{language}/")
    answers = page.evaluate(NAMED, [asset(site, "search/find.js"), language, [name for _, name in records]])
    missed = [
        f"{name}: {key}, but {answer[:3]}"
        for (key, name), answer in zip(records, answers, strict=True)
        if key not in answer[: 2 + len(same[name.lower()])]
    ]
    assert missed == [] and faults == []


def examples(handbook: Handbook, language: str) -> list[str]:
    """What is typed to see what it costs: a role, an indicator, a short form, a question."""
    role = handbook.roles[handbook.about.example_role].name[language]
    kpi = handbook.used("kpis")[0].name[language]
    short = next((term.short for term in handbook.used("terms") if term.short), "KPI")
    return [role, kpi, short, {"zh": f"{role}晋升要满足什么条件", "en": f"how to become a {role.lower()} after two years"}[language]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", range(4))
def test_nothing_is_downloaded_until_it_is_opened_and_little_then(browser, site, address, handbook, language, which):
    page, faults = opened(browser, address, f"{language}/roles/")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url.partition("?")[0].removeprefix(address)))
    page.wait_for_load_state("networkidle")
    assert not [one for one in requests if "search/" in one]
    query = examples(handbook, language)[which]
    asked(page, query)
    first, number = transferred(site, requests), len(requests)
    asked(page, handbook.used("kpis")[-1].name[language])
    second = transferred(site, requests[number:])
    print(f"{language} {query}: {first / 1000:.0f} kB in {number} requests, then {second / 1000:.0f} kB")
    assert first < FIRST and second < SECOND and faults == []


def transferred(site: Path, requests: list[str]) -> int:
    """Bytes of these files as a server sends them that packs with gzip what gets smaller by it."""
    files = [(site / one).read_bytes() for one in requests]
    return sum(min(len(file), len(gzip.compress(file, 6))) for file in files)
