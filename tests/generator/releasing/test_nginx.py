"""The configuration of nginx in the project, in a real nginx: headers, packed files, addresses, and a switch that nobody notices."""
from __future__ import annotations

import gzip
import os
import shutil
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.releasing.releases import publish, taken_back
from tests.generator.releasing.sites import made
from tests.nginx import find, serving

pytestmark = pytest.mark.skipif(not find() and not os.environ.get("CI"), reason="no nginx on this machine; CI installs one")


@pytest.fixture(scope="module")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the small handbook's site, published and served by nginx."""
    root = tmp_path_factory.mktemp("published")
    root.chmod(0o755)

    def make(new: Path) -> str:
        shutil.copytree(site, new, dirs_exist_ok=True)
        (new / "zh/card.png").touch()  # such as a site has that knows its address
        return "1.0"

    publish(root, make)
    with serving(root, tmp_path_factory.mktemp("nginx")) as address:
        yield address


def asked(address: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body; redirections are not followed."""
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *rest):
            return None

    try:
        with urllib.request.build_opener(Stay).open(urllib.request.Request(address, method=method, headers=headers), timeout=10) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as answer:
        return answer.code, dict(answer.headers), answer.read()


def test_every_answer_bears_the_headers_that_keep_readers_safe(served, site):
    script = next(site.glob("assets/handbook.*.js")).relative_to(site)
    for path, status in (("/zh/", 200), (f"/{script}", 200), ("/zh/nobody/", 404), ("/zh/search/records.json", 200)):
        found, headers, _ = asked(served + path)
        assert found == status and "default-src 'none'" in headers["Content-Security-Policy"], path
        assert (headers["X-Content-Type-Options"], headers["Referrer-Policy"]) == ("nosniff", "same-origin")
        assert (headers["Cross-Origin-Opener-Policy"], headers["Cross-Origin-Resource-Policy"]) == ("same-origin", "same-origin")
        assert "Server" not in headers or headers["Server"] == "nginx"


def test_cards_are_for_other_sites_to_show(served):
    status, headers, _ = asked(f"{served}/zh/card.png")
    assert (status, headers["Cross-Origin-Resource-Policy"]) == (200, "cross-origin")


def test_what_bears_a_hash_is_kept_and_anything_else_asked_for_again(served, site):
    hashed = [next(site.glob(pattern)).relative_to(site).as_posix() for pattern in ("assets/*.*.css", "assets/search/*.*.js", "zh/search/words-*/0.json")]
    for path in hashed:
        assert "immutable" in asked(f"{served}/{path}")[1]["Cache-Control"], path
    for path in ("zh/", "zh/search/records.json", "assets/favicon.svg", "404.html", "worker.js", "release.txt"):
        assert asked(f"{served}/{path}")[1]["Cache-Control"] == "no-cache", path


def test_packed_files_are_handed_out_as_they_are(served, site):
    _, headers, body = asked(f"{served}/zh/", **{"Accept-Encoding": "gzip"})
    assert headers["Content-Encoding"] == "gzip" and gzip.decompress(body) == (site / "zh/index.html").read_bytes()
    assert "Content-Encoding" not in asked(f"{served}/zh/")[1]


def test_kinds_are_named_and_texts_say_how_they_are_written(served, site):
    kinds = {"zh/": "text/html", "zh/search/records.json": "application/json", "assets/favicon.svg": "image/svg+xml", "assets/fonts/latin.woff2": "font/woff2"}
    kinds |= {next(site.glob(f"assets/handbook.*.{end}")).relative_to(site).as_posix(): kind
              for end, kind in (("css", "text/css"), ("js", "application/javascript"))}
    for path, kind in kinds.items():
        said = asked(f"{served}/{path}")[1]["Content-Type"]
        assert said == (kind if kind.startswith("font") else f"{kind}; charset=utf-8"), path


def test_an_address_without_its_last_stroke_leads_on_and_one_that_is_not_there_is_answered_in_both_languages(served):
    status, headers, _ = asked(f"{served}/zh/roles?stage=x")
    assert status == 301 and headers["Location"] == "/zh/roles/?stage=x"
    status, _, body = asked(f"{served}/zh/nobody/")
    assert status == 404 and 'lang="zh' in body.decode() and 'lang="en"' in body.decode()
    for path in ("/.handbook-site", "/.carried", "/assets/.x"):
        assert asked(served + path)[0] == 404


def test_what_the_server_refuses_is_told_in_both_languages(served):
    for path, number, headers in (("/zh/", 405, {"method": "POST"}), (f"/{'a' * 9000}", 414, {}), ("/%2e%2e/", 400, {})):
        status, _, body = asked(served + path, **headers)
        assert status == number and "不接受这样的请求" in body.decode() and "does not take such a request" in body.decode(), path
    assert asked(f"{served}/assets/")[0] == asked(f"{served}/refused")[0] == 404


def test_a_past_edition_is_served_beside_the_one_that_holds(tmp_path, tmp_path_factory):
    root = tmp_path_factory.mktemp("editions")
    root.chmod(0o755)
    publish(root, made("一", "1.0"))
    publish(root, made("二", "1.1"))
    with serving(root, tmp_path) as address:
        status, headers, body = asked(f"{address}/editions/1.0/zh/1/")
        assert status == 200 and "一" in body.decode() and "default-src" in headers["Content-Security-Policy"]
        assert "二" in asked(f"{address}/zh/1/")[2].decode() and asked(f"{address}/editions/0.9/zh/1/")[0] == 404


def test_while_releases_are_switched_every_request_is_answered_and_no_page_is_mixed(tmp_path, tmp_path_factory):
    root = tmp_path_factory.mktemp("switched")
    root.chmod(0o755)
    publish(root, made("一"))
    failed, stop, count = [], threading.Event(), [0]

    def read() -> None:
        while not stop.is_set():
            status, _, body = asked(f"{address}/zh/1/")
            count[0] += 1
            if status != 200 or not ({*"一二"} & {*body.decode()}) or {*"一二"} <= {*body.decode()}:
                failed.append((status, body[:40]))

    with serving(root, tmp_path) as address:
        reader = threading.Thread(target=read)
        reader.start()
        for _ in range(5):
            publish(root, made("二"))
            taken_back(root, None)
        stop.set()
        reader.join()
    assert not failed and count[0] > 20
