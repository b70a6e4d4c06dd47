"""Where a text names days and times."""

import pytest
from hypothesis import given, strategies as st

from commands.kit.mentions import mentions


def without(text: str) -> str:
    for first, last in reversed(mentions(text)):
        text = f"{text[:first]}…{text[last:]}"
    return text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("时间：8月28日（周五）下午3点至5点\n地点：三楼", "时间：…\n地点：三楼"),
        ("请于周五前反馈", "请于…前反馈"),
        ("（8月28日）停水", "（…）停水"),
        ("2026年8月28日9:00-11:00开会", "…开会"),
        ("2026-08-28 15:00 开会", "… 开会"),
        ("明天上午9点半在3号楼", "…在3号楼"),
        ("下周三下午三点一刻", "…"),
        ("八月二十八日", "…"),
        ("今晚7:30", "…"),
        ("9时至11时", "…"),
        ("每月5号", "每月…"),
        ("Meeting on Friday, 28 August at 3 pm in room 3", "Meeting on … in room 3"),
        ("by next Monday 5:30 p.m.", "by …"),
    ],
)
def test_a_day_and_its_time_are_one_place(text: str, left: str) -> None:
    assert without(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "一点建议：同时注意24小时值班",
        "第3号通知，12点意见",
        "3人参加，5月份的报表",
        "1:2000的比例，3.5公里",
        "first come, first served",
        "the sun is out, we sat down",
        "第二十五条",
        "",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert mentions(text) == []


@given(st.text(alphabet="今明8月日号周五点前上午（）() -至:30am", max_size=80))
def test_points_stand_in_order_and_do_not_meet(text: str) -> None:
    places = [place for span in mentions(text) for place in span]
    assert places == sorted(places)
    assert all(first < last for first, last in mentions(text))
