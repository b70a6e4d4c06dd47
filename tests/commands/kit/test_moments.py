"""Moments as people write them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from commands.kit.days import NoMomentError
from commands.kit.moments import read_moments

ZONE = ZoneInfo("Asia/Shanghai")
THURSDAY = datetime(2026, 8, 20, 9, 30, tzinfo=ZONE)
SUNDAY = datetime(2026, 8, 23, 9, 30, tzinfo=ZONE)
LAST_DAY = datetime(2026, 12, 31, 20, 0, tzinfo=ZONE)


def said(text: str, now: datetime = THURSDAY) -> list[str]:
    return [
        one.astimezone(ZONE).strftime("%Y-%m-%d %H:%M") for one in read_moments(text, now, ZONE)
    ]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("今天下午5点", "2026-08-20 17:00"),
        ("明天下午3点", "2026-08-21 15:00"),
        ("明天下午３点", "2026-08-21 15:00"),
        ("明天15:00", "2026-08-21 15:00"),
        ("明天下午3:30前", "2026-08-21 15:30"),
        ("后天上午九点半", "2026-08-22 09:30"),
        ("大后天", "2026-08-23 18:00"),
        ("明早8点", "2026-08-21 08:00"),
        ("今晚7:30", "2026-08-20 19:30"),
        ("今晚八点", "2026-08-20 20:00"),
        ("今天中午12点", "2026-08-20 12:00"),
        ("今天中午11:30", "2026-08-20 11:30"),
        ("明天中午", "2026-08-21 12:00"),
        ("明天上午", "2026-08-21 09:00"),
        ("下午三点一刻", "2026-08-20 15:15"),
        ("明天下午两点三刻", "2026-08-21 14:45"),
        ("明天下午2点10分", "2026-08-21 14:10"),
        ("明天3点", "2026-08-21 15:00"),
        ("明天十二点", "2026-08-21 12:00"),
        ("明天18点", "2026-08-21 18:00"),
        ("明天前", "2026-08-21 18:00"),
        ("本周五下班前", "2026-08-21 18:00"),
        ("周五前", "2026-08-21 18:00"),
        ("下周五前", "2026-08-28 18:00"),
        ("下周三下午4点", "2026-08-26 16:00"),
        ("下下周一", "2026-08-31 18:00"),
        ("周三18:00", "2026-08-26 18:00"),
        ("星期天中午", "2026-08-23 12:00"),
        ("礼拜六", "2026-08-22 18:00"),
        ("8月24日下午3点", "2026-08-24 15:00"),
        ("八月二十四日下午三点", "2026-08-24 15:00"),
        ("8月24号", "2026-08-24 18:00"),
        ("8月28日 周五 18:00", "2026-08-28 18:00"),
        ("8月28日（周五）下午5点", "2026-08-28 17:00"),
        ("Fri 28 Aug 17:00", "2026-08-28 17:00"),
        ("Friday, 28 August 5 pm", "2026-08-28 17:00"),
        ("明天跑3.5公里", "2026-08-21 18:00"),
        ("8.24 15:00", "2026-08-24 15:00"),
        ("8/24", "2026-08-24 18:00"),
        ("2026年8月24日", "2026-08-24 18:00"),
        ("2026-08-24 15:00", "2026-08-24 15:00"),
        ("24日前", "2026-08-24 18:00"),
        ("本月28日17:00前", "2026-08-28 17:00"),
        ("5号", "2026-09-05 18:00"),
        ("下月5号", "2026-09-05 18:00"),
        ("月底前", "2026-08-31 18:00"),
        ("下月底", "2026-09-30 18:00"),
        ("8月1日", "2027-08-01 18:00"),
        ("2月29日", "2028-02-29 18:00"),
        ("三天后", "2026-08-23 18:00"),
        ("两小时后", "2026-08-20 11:30"),
        ("半小时后", "2026-08-20 10:00"),
        ("一个半小时后", "2026-08-20 11:00"),
        ("一周后", "2026-08-27 18:00"),
        ("下午5点", "2026-08-20 17:00"),
        ("9:00", "2026-08-21 09:00"),
        ("tomorrow 3pm", "2026-08-21 15:00"),
        ("tomorrow at 3:30 p.m.", "2026-08-21 15:30"),
        ("by Friday", "2026-08-21 18:00"),
        ("next Friday", "2026-08-28 18:00"),
        ("Wed 18:00", "2026-08-26 18:00"),
        ("in 2 hours", "2026-08-20 11:30"),
        ("in three days", ""),
        ("in 3 days", "2026-08-23 18:00"),
        ("24 August at 3 pm", "2026-08-24 15:00"),
        ("Aug 24", "2026-08-24 18:00"),
        ("end of month", "2026-08-31 18:00"),
        ("tonight", "2026-08-20 20:00"),
        ("tomorrow noon", "2026-08-21 12:00"),
        ("", ""),
        ("尽快", ""),
        ("soon", ""),
    ],
)
def test_what_is_sure_is_one_moment(text: str, moment: str) -> None:
    assert said(text) == ([moment] if moment else [])


@pytest.mark.parametrize(
    ("text", "now", "moments"),
    [
        ("明天8点", THURSDAY, ["2026-08-21 08:00", "2026-08-21 20:00"]),
        ("周四下午5点", THURSDAY, ["2026-08-20 17:00", "2026-08-27 17:00"]),
        ("8点", THURSDAY, ["2026-08-20 20:00"]),
        ("周四8点", THURSDAY, ["2026-08-20 20:00", "2026-08-27 08:00", "2026-08-27 20:00"]),
    ],
)
def test_what_may_be_two_moments_is_both(text: str, now: datetime, moments: list[str]) -> None:
    assert said(text, now) == moments


@pytest.mark.parametrize(
    ("text", "now", "moment"),
    [
        ("下周五", SUNDAY, "2026-08-28 18:00"),
        ("本周日晚8点", SUNDAY, "2026-08-23 20:00"),
        ("周一", SUNDAY, "2026-08-24 18:00"),
        ("明天", LAST_DAY, "2027-01-01 18:00"),
        ("月底", LAST_DAY, "2026-12-31 18:00"),
        ("下月底", LAST_DAY, "2027-01-31 18:00"),
        ("1月2日", LAST_DAY, "2027-01-02 18:00"),
        ("本周三", SUNDAY, "2026-08-19 18:00"),
    ],
)
def test_the_day_of_asking_matters(text: str, now: datetime, moment: str) -> None:
    assert said(text, now) == [moment]


@pytest.mark.parametrize("text", ["2月30日", "13月1日", "25点", "明天24:30", "32号"])
def test_what_does_not_exist_is_said(text: str) -> None:
    with pytest.raises(NoMomentError):
        read_moments(text, THURSDAY, ZONE)


LIKELY = st.from_regex(r"[今明后下周月日点半0-9一二三:./ ]{1,20}", fullmatch=True)


@given(st.text(max_size=40) | LIKELY)
def test_any_words_are_read_or_refused(text: str) -> None:
    try:
        found = read_moments(text, THURSDAY, ZONE)
    except NoMomentError:
        return
    assert len(found) <= 3
    assert all(one.tzinfo == UTC for one in found)
