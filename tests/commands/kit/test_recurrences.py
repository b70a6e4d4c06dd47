"""The days of rules over a year: leap day, month's end, holidays; and what people say."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from commands.kit import Calendar
from commands.kit.recurrences import (
    MOVE,
    SKIP,
    STAY,
    days,
    ending,
    first_day,
    on_date,
    on_day,
    on_weekday,
    turns,
    weekly,
)
from commands.kit.repeats import read_repeat
from commands.kit.times import read_hours, read_places

TODAY = date(2026, 8, 20)
"""A Thursday."""
YEAR = timedelta(366)


def held(rule: str, first: date, until: date, holidays: str = STAY) -> list[str]:
    """The days on which it is held, as `02-28`; those that are left out as `-`."""
    found = turns(rule, first, until, holidays, Calendar())
    return [f"{one.held_on:%m-%d}" if one.held_on else "-" for one in found]


def test_the_31st_is_the_last_day_of_a_shorter_month() -> None:
    rule = on_day(31)
    assert held(rule, date(2027, 1, 31), date(2028, 3, 1)) == [
        *("01-31", "02-28", "03-31", "04-30", "05-31", "06-30", "07-31", "08-31"),
        *("09-30", "10-31", "11-30", "12-31", "01-31", "02-29"),
    ]
    assert held(on_day(30), date(2028, 1, 30), date(2028, 3, 31)) == ["01-30", "02-29", "03-30"]
    assert held(on_day(-1), date(2027, 2, 28), date(2027, 4, 30)) == ["02-28", "03-31", "04-30"]


def test_a_leap_day_is_the_28th_in_a_common_year() -> None:
    found = days(on_date(2, 29), date(2024, 2, 29), date(2028, 12, 31))
    assert [str(one) for one in found] == [
        *("2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"),
    ]
    assert held(on_date(3, 1), date(2027, 3, 1), date(2028, 3, 1)) == ["03-01", "03-01"]


def test_a_year_of_every_month_with_holidays() -> None:
    """1 January, 1 May and 1 October 2025 are holidays; 1 February, March, June ... weekends."""
    rule, first, last = on_day(1), date(2025, 1, 1), date(2025, 12, 31)
    stays, moves, skips = (held(rule, first, last, how) for how in (STAY, MOVE, SKIP))
    assert len(stays) == len(moves) == len(skips) == 12
    assert stays == [f"{month:02}-01" for month in range(1, 13)]
    assert moves == [
        *("01-02", "02-05", "03-03", "04-01", "05-06", "06-03"),
        *("07-01", "08-01", "09-01", "10-09", "11-03", "12-01"),
    ]
    assert skips == ["-", "-", "-", "04-01", "-", "-", "07-01", "08-01", "09-01", "-", "-", "12-01"]


def test_who_chose_a_saturday_means_the_weekend() -> None:
    """4 October 2025 is in the holiday of eight days; the other Saturdays are held."""
    rule, first = weekly(5), date(2025, 9, 20)
    assert held(rule, first, date(2025, 10, 18), SKIP) == ["09-20", "09-27", "-", "10-11", "10-18"]
    assert held(weekly(2), date(2025, 9, 24), date(2025, 10, 15), MOVE) == [
        *("09-24", "-", "10-09", "10-15"),
    ], "1 October would move behind 8 October, which is the next"


def test_every_second_week_and_endings() -> None:
    rule = weekly(2, every=2)
    assert held(rule, date(2026, 8, 26), date(2026, 10, 1)) == ["08-26", "09-09", "09-23"]
    assert held(ending(rule, count=2), date(2026, 8, 26), date(2027, 1, 1)) == ["08-26", "09-09"]
    until = ending(ending(rule, count=2), until=date(2026, 9, 9))
    assert until.endswith("UNTIL=20260909")
    assert held(until, date(2026, 8, 26), date(2027, 1, 1)) == ["08-26", "09-09"]
    assert held(on_weekday(-1, 5), date(2026, 8, 29), date(2026, 10, 31)) == [
        *("08-29", "09-26", "10-31"),
    ]
    assert first_day(ending(rule, until=date(2026, 1, 1)), TODAY) is None


@settings(max_examples=25, deadline=None)
@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)), st.sampled_from([STAY, MOVE, SKIP]))
def test_times_follow_each_other_whatever_days_off_do(first: date, holidays: str) -> None:
    for rule in (weekly(first.weekday()), on_day(first.day)):
        found = turns(rule, first, first + YEAR, holidays, Calendar())
        shown = [one.held_on for one in found if one.held_on is not None]
        assert shown == sorted(set(shown))
        assert all(one.held_on is None or one.held_on >= one.original_on for one in found)
        assert found[0].original_on == first


@pytest.mark.parametrize(
    ("words", "rule", "first"),
    [
        ("每月15日上午9点 义诊", on_day(15), date(2026, 9, 15)),
        ("每个月31号", on_day(31), date(2026, 8, 31)),
        ("每月1日和15日", on_day(1, 15), date(2026, 9, 1)),
        ("每月最后一天", on_day(-1), date(2026, 8, 31)),
        ("每月最后一个周六", on_weekday(-1, 5), date(2026, 8, 29)),
        ("每月第二个星期三", on_weekday(2, 2), date(2026, 9, 9)),
        ("每季度第一个周六", on_weekday(1, 5, 3), date(2026, 9, 5)),
        ("每两周周三", weekly(2, every=2), date(2026, 8, 26)),
        ("每双周周一", weekly(0, every=2), date(2026, 8, 24)),
        ("每周二、周四", weekly(1, 3), TODAY),
        ("每周五到年底", ending(weekly(4), until=date(2026, 12, 31)), date(2026, 8, 21)),
        ("每周三，共6次", ending(weekly(2), count=6), date(2026, 8, 26)),
        ("每年2月29日", on_date(2, 29), date(2027, 2, 28)),
        ("every other Wednesday 3 pm", weekly(2, every=2), date(2026, 8, 26)),
        ("every month on the 15th", on_day(15), date(2026, 9, 15)),
        ("first Saturday of every month", on_weekday(1, 5), date(2026, 9, 5)),
        ("last day of every month", on_day(-1), date(2026, 8, 31)),
        ("every year on 9 September", on_date(9, 9), date(2026, 9, 9)),
        ("every Friday, 6 times", ending(weekly(4), count=6), date(2026, 8, 21)),
    ],
)
def test_what_people_say_is_a_rule(words: str, rule: str, first: date) -> None:
    found = read_repeat(words, TODAY)
    assert found is not None
    assert (found.rule, found.first) == (rule, first)


@pytest.mark.parametrize(
    "words", ["每周", "每月33日", "每年13月1日", "8月22日下午3点 义诊", "每月", "everybody"]
)
def test_what_is_no_rule_is_none(words: str) -> None:
    assert read_repeat(words, TODAY) is None


@pytest.mark.parametrize(
    ("words", "starts", "ends", "rest"),
    [
        ("8月22日下午3点到5点 义诊", "15:00", "17:00", "8月22日  义诊"),
        ("上午9点半至11点", "09:30", "11:00", ""),
        ("19:00-20:30 讲座", "19:00", "20:30", "讲座"),
        ("3 pm talk", "15:00", "", "talk"),
        ("上午11点到下午2点", "11:00", "14:00", ""),
        ("晚上8点", "20:00", "", ""),
        ("义诊", "", "", "义诊"),
        ("25:00", "", "", "25:00"),
    ],
)
def test_hours(words: str, starts: str, ends: str, rest: str) -> None:
    found = read_hours(words)
    assert (found.starts, found.ends, found.rest.strip()) == (starts, ends, rest)


@pytest.mark.parametrize(
    ("words", "places", "signs_up"),
    [
        ("义诊 限30人", 30, True),
        ("讲座，名额50", 50, True),
        ("三十个名额", 30, True),
        ("clinic, 30 places", 30, True),
        ("大扫除 不用报名", None, False),
        ("服务30人", None, True),
        ("限0人", None, True),
    ],
)
def test_points(words: str, places: int | None, signs_up: bool) -> None:  # noqa: FBT001 - a case
    found = read_places(words)
    assert (found.places, found.signs_up) == (places, signs_up)
