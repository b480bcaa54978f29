"""Every page says what it may load and run, the sample for a server says the same, and a browser holds pages to it."""
from __future__ import annotations

import re
from pathlib import Path

import material
import pytest
from lxml.html import parse

from macros.website.assets import published
from macros.website.policy import MAY, UNFRAMED, policy
from macros.words.languages import LANGUAGES
from tests.browser import opened, until
from tests.places import ROOT

# What somebody might bring into a page, and which rule keeps it from doing anything.
PLANTED = {
    "script-src-elem": "document.body.append(Object.assign(document.createElement('script'), { text: 'window.ran = true' }))",
    "script-src-attr": "document.body.insertAdjacentHTML('beforeend', '<b onclick=\"window.ran = true\">x</b>'); document.body.lastChild.click()",
    "style-src-elem": "document.body.append(Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }))",
    "img-src": "document.body.append(Object.assign(new Image(), { src: 'http://outside.invalid/seen.png' }))",
    "connect-src": "fetch('http://outside.invalid/told').catch(() => 0)",
    "base-uri": "document.head.append(Object.assign(document.createElement('base'), { href: 'http://outside.invalid/' }))",
    "form-action": "const one = Object.assign(document.createElement('form'), { action: 'http://outside.invalid/' }); document.body.append(one); one.submit()",
    "frame-src": "document.body.append(Object.assign(document.createElement('iframe'), { src: 'http://outside.invalid/' }))",
    "object-src": "document.body.append(Object.assign(document.createElement('object'), { data: 'http://outside.invalid/' }))",
}
REFUSED = "document.addEventListener('securitypolicyviolation', (event) => (window.refused ??= []).push(event.effectiveDirective))"


@pytest.fixture(scope="module")
def first_paint() -> str:
    """The script that stands in every page of the handbook, as it is published."""
    return published(ROOT / "docs", Path(material.__file__).parent / "templates", ROOT / "overrides", ROOT).first_paint


def test_every_page_says_its_policy_before_it_loads_anything_and_bears_the_same_script_and_no_other(site: Path, first_paint: str):
    for file in sorted(site.rglob("*.html")):
        tree = parse(str(file))
        framed = file.relative_to(site).parts[0] in LANGUAGES and tree.xpath("//header")
        inline = [one.text for one in tree.xpath("//script[not(@src)][not(@type)]")]
        assert inline == ([first_paint] if framed else []), file
        assert tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [policy(*inline)], file
        assert not tree.xpath("//meta[@http-equiv='Content-Security-Policy']/preceding::*[@src or @href]"), file
        assert not tree.xpath("//@*[starts-with(name(), 'on')] | //@style | //style"), file


def test_a_policy_lets_no_code_in_that_is_not_the_site_s(first_paint: str):
    said = policy(first_paint)
    assert "unsafe" not in said and "http" not in said and "*" not in said
    assert MAY["default-src"] == "'none'" and policy() != said != policy("other")


def test_the_sample_for_a_server_says_what_the_pages_say(first_paint: str):
    sample = (ROOT / "samples/nginx.conf").read_text(encoding="utf-8")
    assert re.findall(r'Content-Security-Policy "(.*?)"', sample) == [f"{policy(first_paint)}{UNFRAMED}"]


@pytest.mark.parametrize("rule", PLANTED)
def test_what_somebody_brings_into_a_page_does_nothing(browser, address: str, rule: str):
    page, _ = opened(browser, address, "en/")
    page.evaluate(REFUSED)
    page.evaluate(f"() => {{ {PLANTED[rule]} }}")
    until(page, "window.refused?.length")
    assert page.evaluate("[window.refused[0], window.ran]") == [rule, None]
