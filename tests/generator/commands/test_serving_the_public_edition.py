"""Serving the public edition: what an edit reads anew has nothing for staff in it either."""
from __future__ import annotations

from macros.commands import preview
from tests import examples
from tests.building import copied
from tests.places import BAKERIES


def test_it_stays_public_through_an_edit(tmp_path, monkeypatch, handbook):
    root, role = copied(tmp_path, BAKERIES), examples.role(handbook)
    monkeypatch.setenv("HANDBOOK_DATA", str(root / "data"))
    monkeypatch.setenv("HANDBOOK_EDITION", "public")
    whole = preview.whole(root, root / "data")
    file = root / f"data/roles/{role.id}.yml"
    file.write_text(file.read_text(encoding="utf-8").replace(role.essence.zh, f"今天{role.essence.zh}"), encoding="utf-8")
    again = preview.reread(whole, root / "data")
    assert again and f"今天{role.essence.zh}" in again.file(f"zh/roles/{role.id}/index.html").decode()
    assert f"今天{role.essence.zh}" in again.file(f"zh/roles/{role.id}/index.html.md").decode()
    for one in (whole, again):
        assert one.file("zh/moves/index.html.md") is None and one.file("en/terms/index.html.md").startswith(b"# Glossary\n")
        assert one.file("zh/writing/index.html") is None and one.file("zh/moves/index.html") is None
        assert one.file(f"en/roles/{role.id}/index.html") and "record-foot" not in one.file(f"en/roles/{role.id}/index.html").decode()
        assert one.file("api/v1/handbook.xlsx").startswith(b"PK") and b'"audience":"public"' in one.file("api/v1/index.json")
