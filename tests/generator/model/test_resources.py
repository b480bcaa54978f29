"""An address is let in when it says plainly where it leads; the refused ones stand in mistakes/unsafe-addresses.yml."""
from __future__ import annotations

import pytest

from macros.model.resources import Resource, fault


@pytest.mark.parametrize("address", [
    "https://www.example.org", "https://example.org/", "https://example.org/a/b.html#part-2", "https://example.org?q=1&r=a%20b", "https://1.example.org/",
    "https://example.co.uk/@someone/(1)/~x/'y'", "https://a-b.example.org/%E7%81%AB", "https://example.org/" + "a" * 480,
])
def test_plain_addresses_pass(address):
    assert fault(address) is None


@pytest.mark.parametrize("address", [
    "", " ", "https://", "https:// www.example.org", " https://www.example.org", "https://www.example.org\n", "https://www.example.org\t/", "\x01https://www.example.org",
    "vbscript:x", "blob:https://www.example.org/x", "https:www.example.org", "https:\\\\www.example.org", "https://www.example.org\\@evil.example.net",
    "https://www.example.org%2eevil.example.net", "https://www.example.org%00.example.net", "https://www.example.org:443/", "https://www.example.org:/", "https://:@www.example.org",
    "https://127.1/", "https://0/", "https://0177.0.0.1/", "https://1.2.3.4.5/", "https://[::1]/", "https://[::ffff:7f00:1]", "https://a.b.1/", "https://www.example.0x7f/",
    "https://.example.org", "https://example", "https://localhost.localdomain/", "https://printer.lan", "https://www.ex\u00e4mple.org", "https://\uff57\uff57\uff57.example.org",
    "https://www.example.org\u3002net/", "https://xn--a.example.org/", "https://www.xn--p1ai/", "https://exa_mple.org/", "https://example-.org/", "https://example.org/\u202ecod",
    'https://www.example.org/"onmouseover=', "https://www.example.org/`", "https://www.example.org/{{ 7*7 }}", "https://www.example.org/|", "https://www.example.org/%zz",
])
def test_others_are_refused_with_what_would_be_right(address):
    zh, en = fault(address)
    assert zh and en


def test_the_site_is_told_from_its_address():
    assert Resource(title={"zh": "火", "en": "Fire"}, url="https://www.example.org?q=1", language="en", kind="book").host == "www.example.org"
