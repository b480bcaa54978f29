"""The times that a Chinese sentence may hold."""
from __future__ import annotations

import pytest

from macros.words.times import says_when


@pytest.mark.parametrize("sentence", [
    "24小时内启动应急机制", "调整后验证1个月", "提前两周提出需求", "5个工作日内公示", "两天之后回访",
    "每日导入线索", "每季度打分", "每半年复盘", "每次活动都复核",
    "年初编预算", "周一开例会", "首月一起分析", "当天控场", "拆成季度计划", "全天候监测",
    "三级监控：日跟踪、周复盘和月评估", "写周报",
    "马上召集各部门", "尽快处置", "执行期间开会", "活动结束，回到原岗位", "新工具一上线，就培训", "项目做完之后归档", "开场前检查", "事后补进清单",
    "出现突发状况时启动预案", "连续两次低于80分，启动淘汰程序", "冲刺期间",
    "预约试驾时核对手机号", "先试点、试点后推广", "会上逐项表决", "批准后三天内通知",
])
def test_a_time_a_date_an_occasion_and_a_rhythm_say_when(sentence):
    assert says_when(sentence)


@pytest.mark.parametrize("sentence", [
    "定期更新清单", "先自查，再送审", "最后说清支持", "同时照顾两个目标", "用5Why分析法追问", "写明责任人和时间节点", "响应时效",
    "前期调研", "协调后期团队", "第一步", "两道都过才能对外", "三级预算表", "从后台取数", "十分谨慎",
    "促销验证3天", "定下1～3个月的带教周期", "三年业绩证明", "抖音前3秒抓住眼球", "比较改前改后",
    "查到是预约试驾时的手机号验证太繁琐", "先试点、后推广", "先试点，后推广",
    "及时发现偏差", "批准之后程序才能启动", "在总经理办公会上审议", "写明每周辅导时长", "跟踪产品上市后的表现",
])
def test_an_order_a_regularity_and_a_number_of_other_things_do_not(sentence):
    assert not says_when(sentence)
