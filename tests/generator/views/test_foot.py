"""Whom to ask about a page: a mail that says what it is about, a page of the owner's, or nobody."""
from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from pydantic import TypeAdapter, ValidationError

from macros.model.resources import Contact
from macros.views.foot import asking
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mail_names_the_handbook_its_edition_and_the_record(handbook, language):
    reader = Reader(handbook, language, "")
    role = next(one for one in handbook.used("roles") if handbook.teams[one.owner].contact)
    found = urlsplit(asking(reader, role))
    told = parse_qs(found.query)
    assert (found.scheme, found.path) == ("mailto", handbook.teams[role.owner].contact)
    assert all(part in told["subject"][0] for part in (reader.text(handbook.about.title), handbook.about.edition, reader.text(role.name)))
    assert told["body"] == [f"{role.file} ({language})"]


def test_an_owner_may_have_a_page_or_nothing(handbook):
    role = handbook.used("roles")[0]
    for contact, shown in (("https://intranet.seven-ovens.net/hr", "https://intranet.seven-ovens.net/hr"), (None, "")):
        team = handbook.teams[role.owner].model_copy(update={"contact": contact})
        other = replace(handbook, teams={**handbook.teams, role.owner: team})
        assert asking(Reader(other, "zh", ""), role) == shown


@pytest.mark.parametrize("contact", ["https://git.seven-ovens.net/hr/handbook/issues/new", "https://git.seven-ovens.net/hr/handbook/-/issues/new"])
def test_an_issue_is_filled_in_whichever_forge_keeps_it(handbook, contact):
    role = handbook.used("roles")[0]
    team = handbook.teams[role.owner].model_copy(update={"contact": contact})
    other = replace(handbook, teams={**handbook.teams, role.owner: team})
    address, _, query = asking(Reader(other, "en", ""), role).partition("?")
    told = parse_qs(query)
    assert address == contact and told["title"] == told["issue[title]"] and told["body"] == told["issue[description]"] == [f"{role.file} (en)"]
    assert role.name.en in told["title"][0] and handbook.about.edition in told["title"][0]


@pytest.mark.parametrize("contact, right", [
    ("ask@seven-ovens.net", True), ("https://seven-ovens.net/ask", True), ("ask at seven-ovens.net", False), ("ask@seven-ovens", False),
    ("Ask <ask@seven-ovens.net>", False), ("javascript:alert(1)", False), ("ask@seven-ovens.net?bcc=x@y.net", False), ("http://seven-ovens.net", False),
])
def test_a_contact_is_an_address_of_mail_or_of_the_web(contact, right):
    if right:
        assert TypeAdapter(Contact).validate_python(contact) == contact
    else:
        with pytest.raises(ValidationError):
            TypeAdapter(Contact).validate_python(contact)
