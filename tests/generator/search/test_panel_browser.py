"""The panel of the search in windows, browsers and hands of every kind."""
from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Route
from pypinyin import lazy_pinyin

from macros.words.languages import LANGUAGES
from tests import examples
from tests.browser import NARROW, opened, until
from tests.generator.search.asking import asked, settled

LOW = [{"width": 320, "height": 256}, {"width": 640, "height": 360}, {"width": 844, "height": 390}]
IN_SIGHT = """() => {
  const { top, bottom } = document.querySelector('.panel .results').getBoundingClientRect();
  return Math.min(innerHeight, bottom) - Math.max(0, top);
}"""
DRAWN = """one => {
  const { backgroundColor, borderTopColor, outlineStyle } = getComputedStyle(one);
  return [backgroundColor, borderTopColor, outlineStyle];
}"""
# The letters of a reading, those that stand out as capitals.
MARKED = "one => [...one.childNodes].map(part => part.nodeName === 'B' ? part.textContent.toUpperCase() : part.textContent).join('')"
CLOSED = """for (const one of ['localStorage', 'sessionStorage']) {
  Object.defineProperty(window, one, { get() { throw new DOMException('closed', 'SecurityError') } });
}"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", LOW, ids=lambda size: f"{size['width']}x{size['height']}")
def test_in_a_low_window_answers_have_room_and_nothing_sticks(visit, handbook, language, size):
    page = visit(f"{language}/", viewport=size)
    asked(page, examples.role(handbook).name[language])
    assert page.evaluate(IN_SIGHT) >= 80
    assert page.evaluate("[...document.querySelectorAll('.panel, .panel *')].every(one => !['sticky', 'fixed'].includes(getComputedStyle(one).position))")
    panel = page.locator(".panel")
    panel.evaluate("panel => panel.scrollTo(0, 60)")
    assert page.locator(".panel .ask").bounding_box()["y"] < 0 and panel.evaluate("panel => panel.scrollWidth <= panel.clientWidth")


@pytest.mark.parametrize("held", ["isComposing: true", "keyCode: 229"])
def test_what_an_input_method_takes_is_left_to_it(visit, handbook, held):
    page = visit("zh/")
    asked(page, examples.role(handbook).name.zh)
    key = f"key => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ key, {held}, bubbles: true, cancelable: true }}))"
    for name in ("ArrowDown", "ArrowUp", "Escape", "Enter"):
        assert page.evaluate(key, name), name
    assert page.locator("dialog.search[open]").count() and page.evaluate("document.activeElement.name") == "q"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_that_a_browser_translates_is_searched_in_its_own_language(visit, handbook, language):
    page = visit(f"{language}/kpis/")
    page.evaluate("document.documentElement.lang = 'ja'; document.documentElement.classList.add('translated-ltr')")
    role = examples.role(handbook)
    asked(page, role.name[language])
    assert page.locator(".hit").first.get_attribute("href").endswith(f"/{language}/roles/{role.id}/") and not page.locator(".notice").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_themes_show_what_is_chosen_and_where_the_keyboard_is(visit, handbook, scheme):
    page = visit("zh/", color_scheme=scheme, forced_colors="active")
    asked(page, examples.role(handbook).name.zh[:2])
    chosen, another = (page.locator(f".kinds label:visible{which}").first.evaluate(DRAWN) for which in (":has(:checked)", ":not(:has(:checked))"))
    assert chosen[0] != another[0] and chosen[1] != another[1]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    focused, plain = page.locator(".hit:focus").evaluate(DRAWN), page.locator(".hit:not(:focus)").first.evaluate(DRAWN)
    assert focused[2] == "solid" and plain[2] == "none"


@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 900}, NARROW], ids=["1280", "390"])
def test_the_way_back_leads_to_what_was_asked_until_it_is_closed(visit, handbook, viewport):
    role = examples.role(handbook)
    page = visit("zh/kpis/", viewport=viewport)
    asked(page, role.name.zh)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/zh/roles/{role.id}/")
    page.go_back()
    settled(page)
    assert page.locator("dialog.search[open] input[name=q]").input_value() == role.name.zh and page.url.endswith("/zh/kpis/")
    page.locator("dialog .close").click()
    page.reload()
    page.locator("a.find-button").click()
    page.locator("dialog.search[open]").wait_for()
    assert page.locator("dialog input[name=q]").input_value() == ""


@pytest.mark.parametrize("how", ["reload", "back"])
def test_on_the_page_of_the_search_one_comes_back_to_the_place_one_was_at(visit, address, how):
    page = visit(f"zh/search/?q={quote('品')}", viewport=NARROW)
    settled(page)
    page.evaluate("scrollTo({ top: 300, behavior: 'instant' })")
    until(page, "history.state && history.state.top === 300")
    if how == "reload":
        page.reload()
    else:
        page.goto(f"{address}zh/roles/")
        page.go_back()
    until(page, "scrollY === 300")
    settled(page)
    assert page.evaluate("scrollY") == 300


@pytest.mark.parametrize("path", ["zh/competencies/?kind=", "en/kpis/?role=", "zh/open-points/"])
@pytest.mark.parametrize("how", ["reload", "back"])
def test_in_a_filtered_list_one_comes_back_to_the_place_one_was_at(visit, address, handbook, path, how):
    value = {"kind=": handbook.used("competencies")[0].kind, "role=": examples.role(handbook).id}.get(path.partition("?")[2], "")
    page = visit(f"{path}{value}", viewport={"width": 390, "height": 400})
    page.evaluate("scrollTo({ top: 250, behavior: 'instant' })")
    until(page, "scrollY === 250")
    if how == "reload":
        page.reload()
    else:
        page.goto(f"{address}zh/roles/")
        page.go_back()
    until(page, "scrollY === 250")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_themes_show_what_a_list_is_filtered_by(visit, handbook, scheme):
    kind = handbook.used("competencies")[0].kind
    page = visit(f"zh/competencies/?kind={kind}", color_scheme=scheme, forced_colors="active")
    chosen, another = (page.locator(f".filters select{which}").first.evaluate(DRAWN) for which in ("[name=kind]", ":not([name=kind])"))
    assert chosen[2] == "solid" and another[2] == "none"


def test_of_a_name_s_initials_those_stand_out_that_were_typed(visit, handbook):
    name = next(role.name.zh for role in handbook.ordered_roles if len(role.name.zh) > 3 and all("\u4e00" <= one <= "\u9fff" for one in role.name.zh))
    letters = "".join(sound[0] for sound in lazy_pinyin(name))
    page = visit("zh/")
    for typed, at in ((letters, 0), (letters[:3], 0), (letters[-3:], len(letters) - 3)):
        asked(page, typed)
        hit = page.locator(".hit", has=page.locator("strong", has_text=name)).first
        said = hit.locator(".reading").evaluate(MARKED)
        words = said.split(" ")
        assert [place for place, word in enumerate(words) if word[0].isupper()] == list(range(at, at + len(typed))), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_panel_says_what_there_is_to_ask(visit, handbook, language):
    page = visit(f"{language}/about/", viewport=NARROW)
    page.locator("a.find-button").click()
    page.locator("dialog .examples button").first.wait_for()
    assert not page.locator("dialog .as-link").is_visible()
    assert page.locator("dialog .hit.list").first.get_attribute("href").endswith(f"/{language}/roles/")
    page.locator("dialog .examples button").first.click()
    settled(page)
    assert page.locator("dialog .hit:not(.list)").count() and page.locator("dialog .as-link").is_visible()


@pytest.mark.parametrize(("language", "said"), [("zh", "正在搜索"), ("en", "Searching")])
def test_it_says_that_it_is_searching_until_the_full_text_has_come(visit, handbook, language, said):
    page = visit(f"{language}/")
    held: list[Route] = []
    page.route("**/search/text.json", lambda route: held.append(route))  # noqa: PLW0108
    page.keyboard.press("/")
    page.locator("dialog.search[open] input[name=q]").fill(examples.role(handbook).name[language])
    page.locator(".hit:not(.list)").first.wait_for()
    notice = page.locator(".panel .notice", has_text=said)
    assert notice.is_visible()
    for route in held:
        route.continue_()
    notice.wait_for(state="detached")
    settled(page)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [390, 320])
def test_what_may_be_typed_is_read_whole_on_a_phone(visit, language, width):
    page = visit(f"{language}/", viewport={"width": width, "height": 800})
    page.locator("a.find-button").click()
    field = page.locator("dialog.search[open] input[name=q]")
    assert field.evaluate("field => { field.value = field.placeholder; return field.scrollWidth <= field.clientWidth }")


@pytest.mark.parametrize("path", ["zh/", "zh/competencies/", "en/kpis/", "zh/methods/", "zh/compare/", "zh/open-points/", "zh/search/?q=KPI", "404.html"])
def test_no_field_is_so_small_that_a_phone_enlarges_the_page(browser, address, path):
    page, _ = opened(browser, address, path, viewport=NARROW, has_touch=True, is_mobile=True)
    if "search" in path:
        settled(page)
    small = """[...document.querySelectorAll('select, textarea, input:not([type=radio], [type=checkbox])')].filter(one => one.checkVisibility())
      .map(one => [one.name, parseFloat(getComputedStyle(one).fontSize)]).filter(([, size]) => size < 16)"""
    assert page.evaluate(small) == []


def test_where_storage_is_closed_all_but_remembering_works(browser, address, handbook):
    compared = ",".join(role.id for role in examples.roles(handbook, 2))
    for path in ("zh/roles/", "zh/", "zh/competencies/", f"zh/compare/?roles={compared}", "zh/matrix/", "404.html", ""):
        context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="dark")
        context.add_init_script(CLOSED)
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error, faults=faults: faults.append(str(error)))
        page.goto(address + path)
        page.wait_for_load_state("networkidle")
        assert faults == [], path
        if path == "zh/roles/":
            assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
            asked(page, "KPI")
            assert page.locator(".hit").count() and faults == []
