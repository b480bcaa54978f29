"""What pages and the worker are told of keeping, by the setting of the company."""
from __future__ import annotations

import json
from collections import defaultdict

import pytest

from macros.website.assets import Assets
from macros.website.frames import Site, framed
from macros.website.offline import RELEASE, WORKER, worker
from macros.website.page_list import outlines

ASSETS = Assets({"assets/handbook.0123456789.css": ""}, defaultdict(str), "", "work();")


@pytest.mark.parametrize("keeps", ["asked", "always", "never"])
def test_the_box_stands_at_the_foot_unless_nothing_may_be_kept(handbook, keeps):
    every = list(outlines(handbook))
    page = next(one for one in every if one.address == "en/about/")
    html = framed(Site(handbook, every, ASSETS, "", "", {}, keeps=keeps), page.made(handbook))
    assert (f'data-keeps="{keeps}"' in html) == (keeps != "never") and 'rel="manifest"' in html


@pytest.mark.parametrize(("keeps", "kept"), [("asked", True), ("always", True), ("never", False)])
def test_the_worker_is_told_its_release_and_what_it_needs(handbook, keeps, kept):
    files = {one.path: one.text for one in worker(handbook, ASSETS, keeps, "0" * 16, {"zh": ["zh/search/records.json"], "en": ["en/search/records.json"]})}
    told, end = json.JSONDecoder().raw_decode(files[WORKER].removeprefix("const told="))
    assert files[WORKER].removeprefix("const told=")[end:] == ";\nwork();\n" and files[RELEASE] == f"{'0' * 16}\n"
    assert (told["keeps"], told["release"]) == (kept, "0" * 16)
    assert "assets/handbook.0123456789.css" in told["always"] and told["search"]["zh"] == ["zh/", "zh/search/", "zh/search/records.json"]
