"""Blanks are filled in by values alone, by labels, or by the whole text."""

import pytest
from hypothesis import given, strategies as st

from commands.notices.templates.blanks import blanked, filled, has_blanks, left

MEETING = "会议通知\n时间：＿＿\n地点：＿＿\n议题：＿＿\n请确认"


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (
            "周五下午3点\n三楼会议室\n消防安全",
            "会议通知\n时间：周五下午3点\n地点：三楼会议室\n议题：消防安全\n请确认",
        ),
        (
            "地点：三楼会议室\n时间: 15:00",
            "会议通知\n时间：15:00\n地点：三楼会议室\n议题：＿＿\n请确认",
        ),
        (
            "\n周五下午3点\n\n 三楼会议室\n",
            "会议通知\n时间：周五下午3点\n地点：三楼会议室\n议题：＿＿\n请确认",
        ),
        ("改到下周再开", "改到下周再开"),
        ("紧急会议\n时间：今晚8点\n请到场", "紧急会议\n时间：今晚8点\n请到场"),
        ("会议通知\n改到下周", "会议通知\n改到下周"),
        ("会议通知\n时间：周五\n地点：三楼", "会议通知\n时间：周五\n地点：三楼"),
        ("一\n二\n三\n四", "一\n二\n三\n四"),
        ("", ""),
    ],
)
def test_a_reply_is_the_values_or_the_whole_text(said: str, text: str) -> None:
    assert filled(MEETING, said) == text


def test_the_blanks_of_one_line_are_filled_in_their_order() -> None:
    assert filled("明日＿＿至＿＿停水", "9点\n17点") == "明日9点至17点停水"
    assert filled("停水：___", "兴隆社区 <b>&") == "停水：兴隆社区 <b>&"
    assert filled("Cut of ＿＿\nTime: ＿＿", "Time: 9:00\nCut of: water") == (
        "Cut of water\nTime: 9:00"
    )


def test_what_is_left_is_named() -> None:
    assert left(MEETING) == ["时间", "地点", "议题"]
    assert left("＿＿停水") == []
    assert not has_blanks("a_b ＿")


def test_days_and_times_become_blanks() -> None:
    text = "例会\n时间：8月28日（周五）下午3点\n请于周四前报名"
    assert blanked(text) == "例会\n时间：＿＿\n请于＿＿前报名"
    assert blanked("例会，三楼") == "例会，三楼"


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_reply_is_taken(text: str, said: str) -> None:
    assert filled(text, said) == said or has_blanks(text)
