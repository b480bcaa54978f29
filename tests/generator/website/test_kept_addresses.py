"""Every address in urls.lock answers, pages and the places on them, in both languages: as plain files, and by nginx over one connection."""
from __future__ import annotations

import http.client
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from macros.views.short_address import LETTERS
from macros.website.addresses import LOCKS, read
from macros.words.languages import LANGUAGES
from tests.nginx import find, serving

LEADS_ON = ('class="retired"', " data-to=")  # what is said of a record out of use, and a page that has moved
Asked = Callable[[str], str]


def unanswered(data: Path, asked: Asked) -> Iterator[str]:
    """The addresses that are not there, or the places on them; `asked` has the page at a path, or nothing."""
    lock = LOCKS["internal"]
    known = {
        address: ids for path, ids in read((data / lock).read_bytes(), lock).items()
        for address in ([path] if path.partition("/")[0] in LETTERS.values() else [f"{language}/{path}" for language in LANGUAGES])
    }
    for address, ids in known.items():
        page = asked(address)
        there = {*re.findall(r'\sid="([^"]+)"', page)}
        yield from () if page else [address]
        yield from (f"{address}#{id}" for id in sorted(ids - there) if not any(sign in page for sign in LEADS_ON))
    print(f"{len(known)} pages, {sum(map(len, known.values()))} places")


def test_every_kept_address_is_a_file_with_its_places(data, site):
    def asked(path: str) -> str:
        file = site / path / "index.html"
        return file.read_text(encoding="utf-8") if file.is_file() else ""

    assert [*unanswered(data, asked)] == []


@pytest.mark.skipif(not find() and not os.environ.get("CI"), reason="no nginx on this machine; CI installs one")
def test_every_kept_address_is_answered_by_nginx_with_its_places(data, site, tmp_path):
    (tmp_path / "root").mkdir()
    (tmp_path / "root/current").symlink_to(site)
    with serving(tmp_path / "root", tmp_path) as address:
        connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)

        def asked(path: str) -> str:
            connection.request("GET", urljoin("/", path))
            answer = connection.getresponse()
            text = answer.read().decode()
            if answer.status in (301, 302, 308):
                return asked(answer.headers["Location"])
            return text if answer.status == 200 else ""

        assert [*unanswered(data, asked)] == []
        assert asked(f"{LANGUAGES[0]}/roles") == asked(f"{LANGUAGES[0]}/roles/") != ""
