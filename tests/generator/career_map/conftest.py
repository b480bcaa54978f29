"""The handbooks whose maps are drawn: a small one, one where everything has happened at once, and their readers."""
from __future__ import annotations

from dataclasses import replace

import pytest

from macros.career_map.page import PAPER, SCREEN, Format
from macros.checks import RULES
from macros.loading.folder import load
from macros.model.handbook import Handbook
from macros.model.moves import MOVE_KINDS
from macros.model.record import Party
from macros.model.tracks import Rung
from macros.views.reader import Reader
from macros.words.languages import LANGUAGES
from macros.words.texts import Text
from tests.places import BAKERY

WORDS = ("面包", "酥皮", "发酵", "门店"), ("market", "sourdough-rye", "loaf", "confectionery")


def large(small: Handbook) -> Handbook:
    """Sixty roles, twenty posts, eight ladders and forty moves of every kind, with names longer than any real one."""
    first, floor = next(iter(small.stages.values())), next(iter(small.layers.values()))
    steps, floors = ({f"{name}-{n}": one.model_copy(update={"id": f"{name}-{n}"}) for n in range(4)} for name, one in (("stage", first), ("layer", floor)))
    stages, layers, kinds = list(steps), [*floors, None], list(MOVE_KINDS)
    role, post, track, move = (next(iter(found.values())) for found in (small.roles, small.posts, small.tracks, small.moves))

    def named(n: int) -> Text:
        zh, en = (words[n % 4] for words in WORDS)
        return Text(zh=f"{zh}{'与客户体验' * (n % 3)}经理{n}", en=f"Senior {en} {'and experience ' * (n % 3)}manager {n}")

    roles = {
        f"role-{n}": role.model_copy(update={"id": f"role-{n}", "name": named(n), "stage": stages[n * 4 // 60], "layer": layers[n % 5]})
        for n in range(60)
    }
    posts = {
        f"post-{n}": post.model_copy(update={"id": f"post-{n}", "name": named(n), "stage": [*stages, None][n % 5], "layer": layers[n % 5]})
        for n in range(20)
    }
    rungs = [[Rung(roles=(f"role-{15 * stage + n}",), posts=(f"post-{n}",) if stage == 2 else ()) for stage in range(4)] for n in range(8)]
    tracks = {f"track-{n}": track.model_copy(update={"id": f"track-{n}", "name": named(n), "rungs": tuple(found)}) for n, found in enumerate(rungs)}
    targets = [Party(role="role-{}"), Party(post="post-{}"), Party(team=next(iter(small.teams))), Party(outside=named(40))]
    moves = {}
    for n in range(40):
        origin = Party(stage=stages[n % 4]) if n % 9 == 0 else Party(any=True) if n % 13 == 0 else Party(role=f"role-{n * 7 % 60}")
        target = (
            targets[n % 4]
            if n % 4 > 1
            else Party(**{key: value.format((n * 11 + 3) % 20) for key, value in targets[n % 4].model_dump(exclude_none=True).items()})
        )
        moves[f"move-{n}"] = move.model_copy(update={"id": f"move-{n}", "kind": kinds[n % len(kinds)], "from_": (origin,), "to": (target,), "track": None})
    return replace(small, stages=steps, layers=floors, roles=roles, posts=posts, tracks=tracks, moves=moves)


@pytest.fixture(scope="module")
def handbooks() -> dict[str, Handbook]:
    small = load(BAKERY, RULES)
    return {"small": small, "large": large(small)}


@pytest.fixture(params=["small", "large"])
def drawn(request: pytest.FixtureRequest, handbooks: dict[str, Handbook]) -> Handbook:
    return handbooks[request.param]


@pytest.fixture(params=LANGUAGES)
def reader(request: pytest.FixtureRequest, drawn: Handbook) -> Reader:
    return Reader(drawn, request.param, "../../")


@pytest.fixture(params=["screen", "paper"])
def format(request: pytest.FixtureRequest, reader: Reader) -> Format:
    return (SCREEN if request.param == "screen" else PAPER)[reader.language]
