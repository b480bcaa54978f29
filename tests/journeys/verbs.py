"""What each verb of a journey does, or looks whether it is so. All waiting is for the page, never for a time."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ElementHandle, Error, Page

from macros.model.handbook import Handbook
from macros.words.languages import LANGUAGES, Language
from tests.browser import until, watched
from tests.journeys.hands import Hands
from tests.journeys.paper import LISTENS, Paper, printed
from tests.journeys.written import ADDRESS, COPIED, EDITION, Journey, Place, Step, Value, meaning

EYES = (Path(__file__).parent / "eyes.js").read_text(encoding="utf-8")
FOR = 10_000  # milliseconds until a reader gives up waiting for something to appear
GONE = "not attached to the DOM"  # what Playwright says of what the page took away before it was pressed
TRIES = 200  # so often it is asked within that time
PUBLISHED = "handbook.example.com/"  # as tests/building.py builds it


@dataclass
class Walk:
    """A reader on their way: what they have before them, and what they hold in their hands."""

    browser: Browser
    address: str
    handbook: Handbook
    hands: Hands
    language: Language
    scripts: bool
    page: Page = field(init=False)
    faults: list[str] = field(default_factory=list)
    copied: str = ""
    paper: Paper | None = None

    def __post_init__(self) -> None:
        self.comes()

    def comes(self) -> None:
        """Somebody sits down at a browser of their own."""
        context = self.browser.new_context(
            **self.hands.context, java_script_enabled=self.scripts, locale="zh-CN" if self.language == "zh" else "en-GB",
            permissions=["clipboard-read", "clipboard-write"], reduced_motion="reduce",
        )
        context.set_default_timeout(FOR)
        context.add_init_script(f"window.print = () => {{}}; {LISTENS}")
        self.page = context.new_page()
        watched(self.page, self.address, self.faults)

    def to(self, place: Place) -> str:
        """The whole address of a place, in the language that is read; short links have none."""
        if place.path is None:
            return f"{self.page.url.partition('#')[0]}#{place.section}"
        language = "" if place.path[:2] in ("r/", "c/", "k/") else f"{self.language}/"
        return f"{self.address}{language}{place.path}{place.query}{'#' if place.section else ''}{place.section}"

    def says(self, value: Value) -> str:
        """Words in the language that is read, or what a record is called."""
        return meaning(value, self.handbook, self.language)

    def find(self, what: str, within: tuple[Value, ...] = (), **asked: Any) -> Any:
        """Waits until it is there; nothing where it is not."""
        parts = [{"to": self.to(one)} if isinstance(one, Place) and one.path is not None else {"place": one.section} if isinstance(one, Place) else
                 {"words": self.says(one)} for one in within]
        return self.asked(EYES, {"what": what, "within": parts, "words": "", **asked})

    def asked(self, what: str, of: object = None) -> Any:
        """Asks the page until it has something to answer, also while it gives way to another; nothing where it never has."""
        for _ in range(TRIES):
            try:
                found = self.page.evaluate_handle(what, of)
                answer = found.as_element() or found.json_value()
            except Error:  # it has just given way
                answer = None
            if answer:
                return answer
            self.page.wait_for_timeout(FOR / TRIES)
        return None

    def thing(self, step: Step) -> ElementHandle:
        """The link or button that a step is about."""
        (value,) = step.values
        if isinstance(value, Place):
            found = self.find("link", step.within, to=self.to(value))
        else:
            found = self.find("button", step.within, words=self.says(value))
        assert found, "there is no such link or button to be seen"
        return found


def _go_to(walk: Walk, step: Step) -> None:
    (value,) = step.values
    if value == COPIED:
        assert walk.copied, "nothing was copied"
        walk.comes()
        walk.page.goto(walk.copied)
    else:
        walk.page.goto(walk.to(value))  # type: ignore[arg-type]


def _press(walk: Walk, step: Step) -> None:
    try:
        walk.hands.press(walk.page, walk.thing(step))
    except Error as fault:
        if GONE not in fault.message:
            raise
        walk.hands.press(walk.page, walk.thing(step))  # answers of the search give way to those to what was typed since


def _type(walk: Walk, step: Step) -> None:
    if step.within:
        found = walk.find("field", step.within[:-1], words=walk.says(step.within[-1]))
        assert found, "there is no such field"
        walk.hands.enter(walk.page, found)
    else:
        until(walk.page, "document.activeElement.matches('input, textarea')")
    walk.page.keyboard.type(walk.says(step.values[0]))


def _choose(walk: Walk, step: Step) -> None:
    (value,) = step.values
    found = walk.find("field", step.within[:-1], words=walk.says(step.within[-1]))
    assert found, "there is no such list"
    id = value.path.strip("/").rpartition("/")[2] if isinstance(value, Place) and value.path else ""
    options: list[list[str]] = found.evaluate("one => [...one.options].map((option) => [option.value, option.textContent.trim()])")
    option = next((key for key, name in options if key and (key == id or not id and name.startswith(walk.says(value)))), None)
    assert option, f"the list has no such entry, but {', '.join(name for _, name in options[:12])}"
    walk.hands.pick(walk.page, found, option)


def _arrive_at(walk: Walk, step: Step) -> None:
    to = walk.to(step.values[0])  # type: ignore[arg-type]
    assert walk.find("there", to=to), f"the reader is at {walk.page.url}, and what they came for is not before their eyes"


def _see(walk: Walk, step: Step) -> None:
    for value in step.values:
        assert _seen(walk, step, value, "seen"), f"it is not to be seen: {walk.says(value) or value}"


def _do_not_see(walk: Walk, step: Step) -> None:
    for value in step.values:
        assert _seen(walk, step, value, "unseen"), f"it is there to be seen: {walk.says(value) or value}"


def _seen(walk: Walk, step: Step, value: Value, what: str) -> Any:
    if isinstance(value, Place) and value.path is None:
        return walk.find("section", place=value.section)
    return walk.find(what, step.within, words=walk.says(value), to=walk.to(value) if isinstance(value, Place) else "")


def _copy(walk: Walk, step: Step) -> None:
    (value,) = step.values
    walk.page.evaluate("navigator.clipboard.writeText('')")
    if isinstance(value, Place):
        found = walk.find("sign", place=value.section)
        assert found, "the section has no sign that copies its link"
        walk.hands.press(walk.page, found)
    else:
        walk.hands.press(walk.page, walk.thing(step))
    walk.copied = walk.asked("navigator.clipboard.readText()")
    assert walk.copied, "nothing was copied"
    assert not isinstance(value, Place) or walk.copied == walk.to(value), f"{walk.copied} was copied"


def _change_language(walk: Walk, step: Step) -> None:
    other = next(one for one in LANGUAGES if one != walk.language)
    found = walk.find("other language", words=other)
    assert found, "there is no link to the other language"
    walk.hands.press(walk.page, found)
    walk.language = other
    until(walk.page, "language => document.documentElement.dataset.language === language", other)


def _print(walk: Walk, step: Step) -> None:
    walk.paper = printed(walk.page)


def _see_on_paper(walk: Walk, step: Step) -> None:
    assert walk.paper, "nothing was printed"
    for value in step.values:
        for words in _on_paper(walk, value):
            assert walk.paper.says(words), f"it is not on paper: {words}"


def _on_paper(walk: Walk, value: Value) -> Iterator[str]:
    if value == EDITION:
        yield walk.handbook.about.edition
    elif value == ADDRESS:
        yield walk.page.url.partition("#")[0].replace(walk.address, PUBLISHED)
    elif isinstance(value, Place) and value.path is None:
        yield walk.page.locator(f"#{value.section}").evaluate("one => [...one.childNodes].map(part => part.textContent).join(' ').trim()")
    else:
        yield walk.says(value)


HOW: dict[str, Callable[[Walk, Step], None]] = {
    "go to": _go_to, "press": _press, "type": _type, "choose": _choose, "arrive at": _arrive_at, "see": _see, "do not see": _do_not_see, "copy": _copy,
    "change language": _change_language, "print": _print, "see on paper": _see_on_paper,
}
_WIDER = "() => [document.documentElement.scrollWidth - document.documentElement.clientWidth]"


def walk(journey: Journey, browser: Browser, address: str, handbook: Handbook, hands: Hands, language: Language) -> None:
    """Goes the whole way. What fails says at which line of the journey."""
    on = Walk(browser, address, handbook, hands, language, journey.scripts)
    for step in journey.steps:
        try:
            HOW[step.verb](on, step)
            (wider,) = on.asked(_WIDER)
            assert wider <= 0, f"the page is {wider} pixels wider than the window"
            assert on.faults == [], on.faults
        except (AssertionError, Error) as fault:
            raise AssertionError(f"{journey.at(step)}\n  {fault}\n  ({on.page.url})") from fault
