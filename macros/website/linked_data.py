"""What a public page says of its record to machines, in the words of schema.org: a role as an occupation, a competency or an indicator as a term."""
from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from macros.model.record import Item, Record
from macros.model.roles import Role
from macros.views.page import Outline
from macros.views.reader import Reader
from macros.views.short_address import short_address, with_short_address
from macros.website.sections import index_of, named
from macros.words.languages import HTML_LANG

Thing = dict[str, Any]
LESS = "\\u003c"  # so that no data end the script


def linked_data(reader: Reader, outline: Outline, description: str, url: str) -> Markup:
    """The data of a page as a script that nobody runs; empty for pages of other kinds, and where the site's address is not known."""
    record = with_short_address(reader.handbook, outline)
    if record is None or not url:
        return Markup()
    graph = [_thing(reader, outline, record, description, url), _crumbs(reader, outline, url)]
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(text.replace("<", LESS)))


def _thing(reader: Reader, outline: Outline, record: Record, description: str, url: str) -> Thing:
    page = f"{url}{outline.address}"
    found: Thing = {
        "@id": f"{url}{short_address(outline.section, record.id)}", "url": page, "name": outline.title, "description": description,
        "inLanguage": HTML_LANG[outline.language],
    }
    if not isinstance(record, Role):
        index = f"{url}{outline.language}/{outline.section}/"
        group = {"@type": "DefinedTermSet", "@id": index, "name": reader.say(named(f"{outline.section}/")), "url": index}
        return {"@type": "DefinedTerm", **found, "termCode": record.id, "inDefinedTermSet": group}
    competencies = reader.handbook.competencies
    return {
        "@type": "Occupation", **found, "mainEntityOfPage": page,
        "responsibilities": _stated(reader, [item for group in record.duties.values() for item in group.items]),
        "qualifications": _stated(reader, record.required),
        "skills": [reader.text(competencies[one.competency].name) for one in record.competencies if one.need == "essential"],
    }


def _stated(reader: Reader, items: list[Item] | tuple[Item, ...]) -> list[str]:
    """Sentences that a document states; what the editors concluded is for people, who see its mark."""
    return [reader.text(one) for one in items if one.basis == "stated"]


def _crumbs(reader: Reader, outline: Outline, url: str) -> Thing:
    index = index_of(outline)
    steps = (("", reader.text(reader.handbook.about.short_title)), (index, reader.say(named(index))), (outline.path, outline.title))
    return {"@type": "BreadcrumbList", "itemListElement": [
        {"@type": "ListItem", "position": number, "name": name, "item": f"{url}{outline.language}/{path}"} for number, (path, name) in enumerate(steps, 1)
    ]}
