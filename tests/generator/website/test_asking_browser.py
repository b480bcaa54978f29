"""A question about a page names the section that is being read."""
from __future__ import annotations

from urllib.parse import unquote

from tests.browser import opened


def test_the_mail_names_the_section_and_only_the_one_that_is_read_now(browser, address, handbook):
    role = next(one for one in handbook.used("roles") if handbook.teams[one.owner].contact)
    page, _ = opened(browser, address, f"en/roles/{role.id}/")
    page.evaluate("document.addEventListener('click', event => event.preventDefault())")
    ask = page.locator("a.ask").first
    told = []
    for section in ("duties", "competencies"):
        page.evaluate(f"location.hash = '{section}'")
        ask.evaluate("link => link.click()")
        told.append(unquote(ask.get_attribute("href")))
    assert told[0].endswith(f"{role.file} (en) #duties") and told[1].endswith(f"{role.file} (en) #competencies")
