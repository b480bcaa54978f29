"""A small walk in one browser: the home, a role, the search by its name, two roles compared, the map, the plan. Says what is wrong, a line each."""
from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import product

from tests.engines.browsers import Engine, firefox, webkit

ENGINES = {"Firefox": firefox, "WebKitGTK": webkit}
PATIENCE = 30  # seconds
TYPED = """(() => { const field = document.querySelector("main input[type=search]");
  field.value = %s; field.dispatchEvent(new Event("input", { bubbles: true })); return true; })()"""


@dataclass(frozen=True)
class Asked:
    """In which engine, with which programs, from which addresses on; the first role's name in each language; two roles; a page and its complaint."""

    engine: str
    programs: list[str]
    bases: list[str]
    names: dict[str, str]
    roles: list[str]
    planted: str
    complaint: str


def steps(name: str, first: str, second: str) -> list[tuple[str, list[str]]]:
    """Pages, and what must come true on each, one after another."""
    answer = f'[...document.querySelectorAll("main a.hit")].some((one) => one.href.includes("/roles/{first}/"))'
    return [
        ("", ["document.querySelector('main h1')"]),
        (f"roles/{first}/", ["document.querySelector('main h1')", "document.fonts.ready"]),
        ("search/", ["document.querySelector('main input[type=search]')", TYPED % json.dumps(name), answer]),
        (f"compare/?roles={first},{second}", ["document.querySelector('table.side')?.checkVisibility()"]),
        ("map/", ["document.querySelector('svg.plan').clientWidth"]),
        (f"path/?role={first}", ["document.querySelector('.rate')"]),
    ]


def faults(engine: Engine, asked: Asked) -> list[str]:
    """Walks at every address in every language, and opens a page that complains, which has to be heard."""
    found = []
    for base, (language, name) in product(asked.bases, asked.names.items()):
        for path, wanted in steps(name, *asked.roles):
            page, mark, query = path.partition("?")
            address = f"{base}{language}/{page}index.html{mark}{query}"
            engine.go(address)
            found += [f"{address}: not so: {one}" for one in wanted if not comes(lambda one=one: engine.ask(one))][:1]
    engine.go(asked.bases[0] + asked.planted)
    complaints = list(dict.fromkeys(engine.complaints()))
    heard = [one for one in complaints if asked.complaint in one]
    return found + [one for one in complaints if one not in heard] + ([] if heard else ["what a page complains of is not heard"])


def comes(true: Callable[[], object]) -> bool:
    """Whether something comes to be so while one waits."""
    end = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(.1)
    return True


def main() -> None:
    """Reads what to walk as JSON; prints the version and the faults likewise."""
    asked = Asked(**json.load(sys.stdin))
    opened: AbstractContextManager[Engine] = ENGINES[asked.engine](*asked.programs)
    with opened as engine:
        print(json.dumps({"version": engine.version, "faults": faults(engine, asked)}))


if __name__ == "__main__":
    main()
