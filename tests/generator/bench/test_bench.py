from __future__ import annotations

import sys

import pytest

from macros.checks import RULES
from macros.loading.folder import load
from macros.model.references import references
from tests.bench.bodies import write_hugo, write_markdown
from tests.bench.clock import Cost, Failed, cost
from tests.bench.grown import COPIED, grow
from tests.bench.peers import PEERS, needed, versions
from tests.bench.report import EMPTY, KEPT, STATES, Build, Report, markdown, summary
from tests.bench.sites import Size, View
from tests.places import BAKERIES, BAKERY, SMALLEST

PAGE = "<html><head><title>{0}</title></head><body><nav>not this</nav><article><h1>{0}</h1>\n\n<p>火候 &amp; bread</p></article></body></html>"


@pytest.mark.parametrize("data", [BAKERY, BAKERIES, SMALLEST], ids=["tiny", "bakeries", "smallest"])
def test_a_grown_handbook_is_sound_and_each_copy_points_at_copies(data, tmp_path):
    before = load(data, RULES)
    grow(data, tmp_path / "data", 3)
    after = load(tmp_path / "data", RULES)
    for kind in COPIED:
        copied = [one for one in before.of_kind(kind).values() if kind != "moves" or any(target in COPIED for _, target, _ in references(one))]
        assert len(after.of_kind(kind)) == len(before.of_kind(kind)) + 2 * len(copied)
        for record in after.of_kind(kind).values():
            unit = record.id[-6:] if record.id.endswith(("-unit2", "-unit3")) else ""
            assert unit == "" or unit[-1] in record.name.zh and unit[-1] in record.name.en
            for _, target, id in references(record):
                assert target not in COPIED or (id.endswith(unit) if unit else id in before.of_kind(target))


def test_a_handbook_once_as_large_is_the_handbook_as_it_is(tmp_path):
    grow(BAKERY, tmp_path / "data", 1)
    assert {path.relative_to(tmp_path / "data"): path.read_bytes() for path in (tmp_path / "data").rglob("*.yml")} == {
        path.relative_to(BAKERY): path.read_bytes() for path in BAKERY.rglob("*.yml")
    }


def test_other_generators_get_the_bodies_as_they_are(tmp_path):
    site = tmp_path / "site"
    for path in ("zh", "zh/compare", "zh/compare/a/b", "en"):
        (site / path).mkdir(parents=True, exist_ok=True)
        (site / path / "index.html").write_text(PAGE.format(path), encoding="utf-8")
    write_markdown(site, tmp_path / "docs")
    write_hugo(site, tmp_path / "content")
    body = "<div>\n<h1>zh/compare</h1>\n<p>火候 &amp; bread</p>\n</div>\n"
    assert (tmp_path / "docs/zh/compare/index.md").read_text(encoding="utf-8") == f'---\ntitle: "zh/compare"\n---\n\n{body}'
    assert sorted(path.relative_to(tmp_path / "content").as_posix() for path in (tmp_path / "content").rglob("*.html")) == [
        "en/index.html", "zh/_index.html", "zh/compare/_index.html", "zh/compare/a/b/index.html",
    ]


def test_a_peer_is_installed_without_what_only_others_need():
    for peer in PEERS:
        lock = needed(peer)
        assert all(f"\n{package}==" in lock and package in versions(peer) for package in peer.packages)
        assert not any(f"\n{package}==" in lock for other in PEERS if other is not peer for package in other.packages)
        assert "--hash=sha256:" in lock


def test_a_command_is_counted_with_what_it_starts_and_says_why_it_failed(tmp_path):
    found = cost([sys.executable, "-c", "import subprocess, sys; subprocess.run([sys.executable, '-c', 'chr(120) * 64_000_000'])"], tmp_path)
    assert found.processor > 0 and found.clock > 0 and found.memory > 64_000_000
    with pytest.raises(Failed, match="^no flour$"):
        cost([sys.executable, "-c", "import sys; print('mixing'); sys.exit('no flour')"], tmp_path)


def build(seconds: list[float], pages: int) -> Build:
    return Build(tuple(Cost(one, 2 * one, 100_000_000 + pages) for one in seconds), Size(pages, 3_000_000, 45_600))


def test_the_tables_compare_pair_by_pair():
    ours = build([4, 6, 5], 100)
    report = Report("a day, a machine", missing={"Zensical": "no wheel"}, role_page=9_800)
    report.builds = {
        20: {EMPTY: build([8, 8, 9], 100), KEPT: ours, "Hugo + Pagefind": build([4, 3, 10], 99)},
        100: {EMPTY: build([40, 40, 40], 500), KEPT: build([20, 33, 30], 500)},
    }
    report.checks = {20: {state: (Cost(number, 0, 0),) for number, state in enumerate(STATES, 1)}}
    report.edits = {20: [0.25, 0.75, 0.3]}
    report.views = {"zh": View({"HTML": 10_000, "CSS": 20_000, "JS": 5_000}, 110_000, 9_000)}
    tables = markdown(report)
    assert tables.startswith("a day, a machine\n\n| Whole build, 20 roles")
    for line in (
        "| Hugo + Pagefind | 4.0 | 1.00 (0.50–2.00) | 2.00 (0.90–2.67) | 8.0 | 100 | 99 | 3.0 |",
        "| 20 roles | 100 | 5.0 / 8.0 | 50.0 / 80.0 | 1.00 / 1.00 | 100 / 100 | 3.0 | 45.6 |",
        "| 100 roles | 500 | 30.0 / 40.0 | 60.0 / 80.0 | 1.10 / 1.00 | 100 / 100 | 3.0 | 45.6 |",
        "| 20 roles | 1.00 | 2.00 | 3.00 | 0.30 (0.25–0.75) |",
        "| role page, zh | 10.0 | 20.0 | 5.0 | 0.0 | 0.0 | 35.0 | 110.0 | 9.0 |",
        "Median role page, HTML alone: 9.8 kB.",
        "- Not measured: Zensical (no wheel)",
    ):
        assert line in tables.splitlines()
    assert {line.count("|") for line in tables.splitlines() if line.startswith("| ")} == {9, 10, 6}
    assert summary(report).splitlines() == [
        "- 20 roles: 5.0 s of processor time, 100 MB; 1.00 (0.50–2.00) × Hugo + Pagefind",
        "- 100 roles: 30.0 s, 1.10 × the time per page, 100 MB",
        "- an edit is on its page after 0.30 s at 20 roles; a first view of a role page loads 35.0 kB (zh)",
    ]
