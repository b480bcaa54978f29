"""What the browser tests of the comparison share: opening it, and what it says in each language."""
from __future__ import annotations

from playwright.sync_api import Page

from tests.browser import opened, until

WIDTHS = [1280, 390]
WORDS = {
    "zh": {
        "hidden": "已收起",
        "choose": "至少选",
        "stages": "阶段对比",
        "most": "最多并排4个岗位",
        "unknown": "找不到这些岗位：",
        "near": "是不是要找",
        "retired": "起停用",
        "missing": "没有加载成功",
        "undrawn": "画不出对比",
        "script": "需要JavaScript",
        "uncurated": "文件没有写这条路",
        "offTrack": "没有哪一阶在这些阶段",
        "noTrack": "没有写明通道的岗位",
        "named": "设页面，不能对比",
        "copied": "表格已复制",
    },
    "en": {
        "hidden": "hidden",
        "choose": "Choose at least 2",
        "stages": "Compare stages",
        "most": "At most 4",
        "unknown": "These roles were not found: ",
        "near": "Did you mean",
        "retired": "No longer in use",
        "missing": "could not be loaded",
        "undrawn": "cannot draw the comparison",
        "script": "needs JavaScript",
        "uncurated": "No document describes this move",
        "offTrack": "no step of this track is at these stages",
        "noTrack": "Roles whose track is not stated",
        "named": "has no page in this handbook",
        "copied": "The table is copied",
    },
}


def settled(page: Page) -> Page:
    """The page once it has said something."""
    until(page, "document.querySelector('.notices').childElementCount || document.querySelector('.compare-page > [role=alert]:not([hidden])')")
    return page


def compared(browser, address: str, path: str, width: int = 1280, **context) -> tuple[Page, list[str]]:
    page, faults = opened(browser, address, path, viewport={"width": width, "height": 900}, **context)
    return settled(page), faults


def notices(page: Page) -> str:
    return page.locator(".notices").inner_text()


def head(page: Page) -> list[str]:
    """The names at the head of the first table."""
    return [one.strip() for one in page.locator(".sides > .side").first.locator("thead th > a").all_text_contents()]
