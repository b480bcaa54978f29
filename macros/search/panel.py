"""The search: what its panel says, and the page it has for links and for readers without scripts."""
from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

from macros.model.handbook import Handbook
from macros.search.readings import initials
from macros.views.file import Export
from macros.views.page import Section, View
from macros.views.reader import Reader
from macros.views.templates import environment
from macros.words.languages import LANGUAGES, Language

BROWSED = ("roles", "competencies", "kpis", "stages", "tracks", "practices", "moves", "terms", "cases")


def panel(reader: Reader) -> dict[str, str | bool]:
    """The words of the search panel. The script finds its own in `words`, as JSON."""
    words = {
        "all": reader.say("All"),
        "text": reader.say("Full text"),
        "records": reader.say("Entries"),
        "anyStage": reader.say("Any stage"),
        "anyTrack": reader.say("Any track"),
        "alias": reader.say("also called"),
        "former": reader.say("in place of"),
        "avoided": reader.say("also written"),
        "keyword": reader.say("also said"),
        "other": reader.say("Chinese name") if reader.language == "en" else reader.say("English name"),
        "pinyin": reader.say("pinyin"),
        "initials": reader.say("pinyin initials"),
        "near": reader.say("similar spelling"),
        "essence": reader.say("in its description"),
        "more": reader.say("Show more"),
        "one": reader.say("{n} answer", n="{n}"),
        "many": reader.say("{n} answers", n="{n}"),
        "nothing": reader.say("Nothing was found for “{query}”.", query="{query}"),
        "searching": reader.say("Searching…"),
        "try": reader.say("For example"),
        "examples": examples(reader),
        "browse": reader.say("Or browse"),
        "lists": [(kind, reader.word("kind-heading", kind), reader.handbook.counts[kind]) for kind in BROWSED if reader.has(kind)],
        "narrowed": reader.say("Nothing here under this filter."),
        "near-names": reader.say("Did you mean"),
        "noRecords": reader.say("The index of records could not be loaded, so only the full text is searched."),
        "noText": reader.say("The full text could not be loaded, so only names and descriptions are searched."),
        "broken": reader.say("The search could not be loaded. Check the connection and try again, or look under the sections."),
    }
    return {
        "href": reader.href("search/"),
        "label": reader.say("Search the handbook"),
        "button": reader.say("Search roles, competencies, KPIs") if reader.has("kpis") else reader.say("Search roles and competencies"),
        "placeholder": asked_for(reader),
        "close": reader.say("Close"),
        "kinds": reader.say("Kind"),
        "stage": reader.say("Stage"),
        "track": reader.say("Track"),
        "tracked": bool(reader.handbook.tracks),
        "choose": reader.say("select"),
        "open": reader.say("open"),
        "leave": reader.say("close"),
        "link": reader.say("Link to this search"),
        "hint": reader.say("Chinese, pinyin, initials and English all work"),
        "words": json.dumps(words, ensure_ascii=False),
    }


def dialog(handbook: Handbook, language: Language) -> Iterator[Export]:
    """The panel as the dialog over a page shows it; the script that opens it says where its form leads."""
    asking = panel(Reader(handbook, language, "../../"))
    html = environment().get_template("search/panel.html").render(asking=asking, closing=True)
    yield Export(f"{language}/search/panel.json", json.dumps({"label": asking["label"], "html": html}, ensure_ascii=False))


def browse(reader: Reader) -> list[View]:
    """The lists in which everything can be found without searching."""
    return [
        {"href": reader.href(f"{kind}/"), "name": reader.word("kind-heading", kind), "n": reader.handbook.counts[kind]}
        for kind in BROWSED
        if reader.has(kind)
    ]


def ask(reader: Reader) -> View:
    """The line on the home page in which one asks, with examples that show what may be asked."""
    return {
        "href": reader.href("search/"),
        "label": reader.say("Search the handbook"),
        "placeholder": asked_for(reader),
        "button": reader.say("Search"),
        "hint": reader.say("Chinese, pinyin, initials and English all work: "),
        "examples": [{"href": reader.href(f"search/?q={quote(one)}"), "name": one} for one in examples(reader)],
    }


def asked_for(reader: Reader) -> str:
    """What may be typed, in an empty line."""
    return reader.say("Role, competency, KPI or term") if reader.has("kpis") and reader.has("terms") else reader.say("Role, competency or anything else")


def examples(reader: Reader) -> list[str]:
    """What may be asked, as the handbook states it; else a name, the initials of its pinyin, and an abbreviation."""
    handbook = reader.handbook
    stated = getattr(handbook.about.search_examples, reader.language)
    if stated:
        return list(stated)
    name = handbook.roles[handbook.about.example_role].name
    short = next((one.short for kind in (handbook.used("kpis"), handbook.used("terms")) for one in kind if one.short), None)
    return [reader.inside(reader.text(name)), *([initials(name.zh)] if reader.language == LANGUAGES[0] else []), *([short] if short else [])]


def search(reader: Reader) -> View:
    """The page of the search."""
    return {
        "essence": reader.say("Find a role, competency, KPI, policy or term by any part of its name.")
        if all(map(reader.has, ("kpis", "practices", "terms")))
        else reader.say("Find anything by any part of its name."),
        "panel": panel(reader),
        "lists": browse(reader),
        "sections": {"browse": Section("browse", reader.say("Or browse"))},
    }
