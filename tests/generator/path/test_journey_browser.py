"""The whole way of somebody who goes about it by keyboard: rated against one step up, three gaps planned, printed, met again in an edition that
has divided one competency, renamed another and given up the role they head for, and talked over with their manager, who has a link."""
from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pypdfium2
import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page

from macros.commands.command_line import main as command
from macros.words.languages import LANGUAGES
from tests.browser import NARROW, WIDE, serving, watched
from tests.building import build
from tests.generator.path.keyboard import pick, press, rate, reach, write
from tests.generator.path.plans import KEPT, kept
from tests.places import BAKERIES

ROLE, GOAL, NEXT_GOAL = "baker", "shift-lead", "counter-lead"
RATED = {
    "dough": "follow", "fermentation": "adapt", "oven-watch": "adapt", "rota": "none", "bringing-on": "none", "hygiene": "adapt", "shaping": "adapt",
    "stock": "unknown",
}
SHOWN = ("dough", "fermentation", "shaping")  # what they write evidence of
PLANNED = ("rota", "dough", "oven-watch")
CHANGES = (
    ("split", "competency", "dough", "--into", "mixing=搅拌|Mixing", "--into", "kneading=揉面|Kneading",
     "--went", "follow=mixing", "--went", "adapt=kneading", "--went", "teach=kneading"),
    ("retire", "role", GOAL, "--by", NEXT_GOAL),
    ("rename", "competency", "fermentation", "--to-id", "leavening"),
    ("rename", "competency", "leavening", "--zh", "养酵", "--en", "Leavening"),
    ("rename", "competency", "shaping", "--to-id", "forming"),
)
NEWS = """editions:
  "3.0":
    effective_on: 2026-09-01
    summary: {zh: 和面分成两样。, en: Dough making is two skills now.}
    changes:
      - {meaning: clarified, zh: 和面分成两样。, en: Dough making is two skills now.}
"""
WRITTEN = (("handbook.yml", 'edition: "2.0"', 'edition: "3.0"'), ("changes.yml", "editions:\n", NEWS))
TOLD = {
    "zh": ["存的时候是第2.0版，现在是第3.0版。", "目标岗位“领班”已停用，现为：柜台领班。", "“和面”拆成了搅拌、揉面", "“发酵”现在是养酵"],
    "en": ["Saved with edition 2.0; today’s is 3.0.", "Your goal “Shift lead” is out of use; in its place: Counter lead.",
           "“Dough making” has been divided into", "“Fermentation” is Leavening today"],
}


@pytest.fixture(scope="module")
def next_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the bakeries’ next edition, made by the commands that editors use."""
    folder = tmp_path_factory.mktemp("next-edition")
    data = copytree(BAKERIES, folder / "data")
    for change in CHANGES:
        run = CliRunner().invoke(command, [*change, "--data", str(data), "--yes"])
        assert run.exit_code == 0, run.output
    for name, old, new in WRITTEN:
        text = (data / name).read_text(encoding="utf-8")
        assert old in text
        (data / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    (data / "urls.lock").unlink()  # addresses of sections that are gone are another test's business
    build(data, folder / "site")
    return folder / "site"


class House:
    """A host that serves one edition and then the next, and people who come to it."""

    def __init__(self, browser: Browser, place: Path) -> None:
        self.browser, self.place, self.address, self.faults = browser, place, "", list[str]()

    def shows(self, site: Path) -> None:
        self.place.unlink(missing_ok=True)
        self.place.symlink_to(site)

    def comes(self, path: str, **context: Any) -> Page:
        page = self.browser.new_context(**context).new_page()
        watched(page, self.address, self.faults)
        page.add_init_script("window.print = () => { window.printed = true; }")
        page.goto(self.address + path)
        return page


@pytest.fixture
def house(browser: Browser, site: Path, tmp_path: Path) -> Iterator[House]:
    found = House(browser, tmp_path / "site")
    found.shows(site)
    with serving(found.place) as found.address:
        yield found
    assert found.faults == [], "nothing has failed, and nothing was asked of another host"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "phone"])
def test_from_the_first_look_at_oneself_to_the_talk_over_an_edition_that_changed_what_is_planned(house, next_site, language, size):
    page = house.comes(f"{language}/path/", viewport=size)
    rates_themself(page)
    plans_three_gaps_and_prints(page)
    before = kept(page)

    house.shows(next_site)
    page = house.comes(f"{language}/path/", viewport=size, storage_state=page.context.storage_state())
    page.wait_for_selector(".plan-item")
    said = page.locator(".notices .notice").all_inner_texts()
    assert len(said) == len(TOLD[language]) and all(text in one for text, one in zip(TOLD[language], said, strict=True)), said
    nothing_is_lost(before, kept(page))
    assert page.locator(".plan-item textarea[data-of=how]").first.input_value() == "Knead by hand"

    press(page, ".of-sheet [data-do=link]")
    link = page.locator(".made-link input").input_value()
    manager = house.comes(link.removeprefix(house.address), viewport=size)
    back = judged_by(manager)
    mine = kept(page)
    page.evaluate("link => { location.hash = link.split('#')[1]; }", back)
    press(page, "[data-answer=mine]")
    page.wait_for_selector(".of-sheet .both")
    assert page.locator(".both[data-key=differ] tbody tr").evaluate_all("all => all.map(one => one.dataset.key)") == ["oven-watch"]
    assert {**kept(page), "judged": {}} == mine, "all but the judgement of the manager is as it was"


def rates_themself(page: Page) -> None:
    """Chooses both roles and goes through the sections, each level by keyboard."""
    pick(page, "role", ROLE)
    page.locator(".rate").first.wait_for()
    pick(page, "goal", GOAL)
    page.locator(".gap-part[data-key=asks-goal]").wait_for()
    sections = page.locator("details.rates[data-group]")
    for number in range(sections.count()):
        if number:
            press(page, "details.rates[open] [data-do=next]")
        here = sections.nth(number)
        for competency in here.locator(".rate").evaluate_all("all => all.map(one => one.dataset.id)"):
            rate(page, competency, RATED[competency])
            if competency in SHOWN:
                write(page, f"[data-evidence={competency}]", f"{competency}!")
    assert {id: one["level"] for id, one in kept(page)["ratings"].items()} == RATED


def plans_three_gaps_and_prints(page: Page) -> None:
    """Plans them, writes how, what to talk over and what they can show, and prints on one page of A4."""
    for number, competency in enumerate(PLANNED):
        press(page, f"[data-plan={competency}]", "Space")
        page.locator(".plan-item").nth(number).wait_for()
    write(page, "textarea[data-of=how]", "Knead by hand")
    write(page, "[data-talk]", "More flour")
    press(page, "[data-take=print]")
    assert page.evaluate("window.printed")
    press(page, ".adding > summary")
    write(page, "[data-form=add] textarea", "A dough of my own")
    press(page, "[data-form=add] button")
    page.locator(".evidence-of .text", has_text="A dough of my own").wait_for()
    (sheet,) = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert [round(side / 72 * 25.4) for side in sheet.get_size()] == [210, 297] and "Knead by hand" in sheet.get_textpage().get_text_bounded()
    assert page.evaluate("document.documentElement.scrollWidth") == page.viewport_size["width"]


def nothing_is_lost(before: dict[str, Any], now: dict[str, Any]) -> None:
    """What was kept is under the names of the next edition, each level where it belongs and every word still there."""
    assert (now["role"], now["goal"], now["edition"]) == (ROLE, NEXT_GOAL, "3.0")
    levels = {**RATED, "mixing": "follow", "leavening": "adapt", "forming": "adapt"}
    assert {id: one["level"] for id, one in now["ratings"].items()} == {id: at for id, at in levels.items() if id not in ("dough", "fermentation", "shaping")}
    written = json.dumps([now["ratings"], now["evidence"]])
    assert [text for text in ("A dough of my own", *(one["evidence"] for one in before["ratings"].values())) if text not in written] == []
    assert [one["competency"] for one in now["plan"]["items"]] == ["rota", "kneading", "oven-watch"]
    assert [{**one, "competency": ""} for one in now["plan"]["items"]] == [{**one, "competency": ""} for one in before["plan"]["items"]]
    assert {**now["plan"], "items": []} == {**before["plan"], "items": []} and now["signals"] == before["signals"]


def judged_by(manager: Page) -> str:
    """The manager opens the link, judges two competencies beside the reader and hands the sheet back as a link."""
    press(manager, "[data-answer=judge]")
    manager.locator(".judging .rate").first.wait_for(state="attached")
    assert not manager.evaluate(KEPT) or kept(manager)["ratings"] == {}, "a sheet is not taken for one’s own"
    manager.evaluate("document.querySelectorAll('.judging details.rates').forEach(one => { one.open = true; })")
    for competency, level in (("oven-watch", "follow"), ("hygiene", "adapt")):
        manager.locator(f"[name='judged.{competency}'][value={level}]").check()
        manager.locator(f".judging [data-id={competency}] textarea").wait_for()
    reach(manager, ".of-sheet [data-do=link]")
    manager.keyboard.press("Enter")
    return manager.locator(".made-link input").input_value()
