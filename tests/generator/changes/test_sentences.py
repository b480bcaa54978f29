"""Which way a sentence moved, and whether it says the same in other words."""
from __future__ import annotations

import pytest

from macros.changes.sentences import grants, is_another, of_sentences


@pytest.mark.parametrize("before, after, way", [
    ("每周巡店至少3家", "每周巡店至少5家", 1), ("24小时内回复", "12小时内回复", 1), ("不超过10件", "不超过20件", -1), ("每周巡店3家", "每周到店3家", 0),
    ("烤300～500个", "烤500～300个", 0), ("每周巡店3家", "每周巡店5家", None), ("至少3家，2天内", "至少5家，1天内", None), ("带1人，例如1年", "带1人", 0),
    ("每月巡店", "每周巡店", 1), ("每月最多出错", "每季度最多出错", 1), ("本科以上学历", "硕士以上学历", 1), ("可以自荐", "须自荐", 1),
    ("改配方", "不得改配方", 1),
    ("每天、每月各看一次", "每天、每周各看一次", 0),
])
def test_a_sentence_is_read_by_its_figures_and_the_words_beside_them(before, after, way):
    assert of_sentences({"zh": before}, {"zh": after}) == way


@pytest.mark.parametrize("before, after, way", [
    (("连续两年达标", "On target 2 years in a row"), ("连续三年达标", "On target 3 years in a row"), None),
    (("带队至少两年", "Has led for at least 2 years"), ("带队至少三年", "Has led for at least 3 years"), 1),
    (("每月看一次", "Look every month"), ("每周看一次", "Look every week"), 1),
    (("每月看一次", "Look once"), ("每周看一次", "Look once"), 0),
    (("可以请假", "Can take leave and could ask"), ("须请假", "Must take leave and could ask"), 1),
    (("可以分工，例如轮班", "Can share the work, for example by shifts"), ("例如轮班", "For example, take shifts"), 0),
    (("看炉温", "Watch 2 ovens"), ("看炉温", "Watch two ovens"), 0),
    (("大专学历", "Has a diploma"), ("本科学历", "Has a bachelor’s degree"), 1),
])
def test_both_languages_have_their_say(before, after, way):
    old, new = ({"zh": zh, "en": en} for zh, en in (before, after))
    assert of_sentences(old, new) == way


@pytest.mark.parametrize("before, after, another", [
    (("组织演练，让大家练熟应急处理", "Run drills that train everybody to handle an emergency"),
     ("组织演练，让大家把应急处理练熟", "Run drills so that everybody is trained to handle an emergency"), False),
    (("用每日站会同步进度，当场清除卡点", "Share progress at daily stand-ups and clear what is blocked on the spot"),
     ("用共享看板同步进度，卡点报给主管", "Share progress on a common board and take what is blocked to the supervisor"), True),
    (("整理词库，让大家说法一致", "Keep a list of words, so that all say the same"),
     ("整理词库，例如产品昵称，让大家说法一致", "Keep a list of words, for example nicknames, so that all say the same"), True),
    (("定期整理词库，让大家说法一致", "Regularly keep the list of words, so that all say the same"),
     ("每季度整理词库，让大家说法一致", "Every quarter keep the list of words, so that all say the same"), True),
    (("整理词库", "Keep a list of words"), ("整理词库，例如产品昵称", "Keep a list of words"), False),
])
def test_a_sentence_that_says_something_else_in_both_languages_is_no_rewording(before, after, another):
    old, new = ({"zh": zh, "en": en} for zh, en in (before, after))
    assert is_another(old, new) == another


def test_what_people_are_given_is_told_from_what_is_asked_of_them():
    assert grants({"zh": "奖金1.5倍"}, {"zh": "奖金1.2倍"}) and not grants({"zh": "复核两次"}, {"zh": "复核三次"})
