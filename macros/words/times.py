"""Whether a Chinese sentence says when something is done, how often or within what time; the first language decides for both."""
from __future__ import annotations

import re

_NUMBER = "[0-9一二两三四五六七八九十半几]"
_TIME = re.compile("|".join((
    f"{_NUMBER}[0-9.～]*(?:多|余)?个?(?:秒|分钟|小时|工作日|天|日|周|星期|月|季度|年)(?:[之以]?[内前后])",  # how long a thing lasts is no limit
    "每(?:个|隔)?(?:秒|分钟|小时|工作日|天|日|晚|周|星期|月|季|半年|年|次|场|逢)(?![^，、；]*时长)",  # an amount of time a week is a length
    "[年月季][初中底末度]|周[一二三四五六日末]|[上下]半年|[首当次同][日天周月年]|全天|全年|日常|平时",
    "[日周月季年](?:跟踪|复盘|评估|监测|监控|检查|报|会)",
    "连续|随时|实时|即时|立即|立刻|马上|尽快|抓紧|提前|期间|结束|截止|一(?:上线|发现|出现)|现场",
    "(?:^|[，；])会上",  # at a meeting that the page has told of; 在……会上 says where
    "(?<![最先前落背今改、，])后(?!台|期|续|面|来|者|端|的|[^，；]*才)",  # after something; opening its clause, or with 才, an order; 后的 tells of a thing
    "(?<![目面空改])前(?!期|瞻|面|沿|者|端|台|景|后|[0-9一二三四五六七八九十])",  # before something
    "(?<![小同及随按准实即])时(?!间|点|效|段|长|机|候|代|限|的)",  # when something happens; 时的 tells of a thing
)))


def says_when(sentence: str) -> bool:
    """Whether a sentence holds a time, a date, an occasion or a rhythm. 定期 and 及时 alone (“regularly”, “in good time”) leave open
    how often and when, and so does an order alone (先……再, ……之后才)."""
    return bool(_TIME.search(sentence))
