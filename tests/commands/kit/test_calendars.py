"""Working days: announced holidays, days that make up for them, and the office's own."""

from datetime import date

import pytest

from commands.kit import BadLineError, Calendar, read_days_off
from locales import Catalogues


@pytest.mark.parametrize(
    ("day", "is_working"),
    [
        (date(2026, 8, 20), True),
        (date(2026, 8, 22), False),  # a Saturday
        (date(2026, 9, 20), True),  # a Sunday that makes up for the National Day
        (date(2026, 10, 1), False),
        (date(2026, 10, 7), False),
        (date(2026, 10, 8), True),
        (date(2024, 2, 29), True),
    ],
)
def test_announced_days(day: date, is_working: bool) -> None:  # noqa: FBT001 - a table's column
    assert Calendar().is_working(day) == is_working


def test_beyond_what_is_announced_only_weekends_are_off() -> None:
    calendar = Calendar()
    assert calendar.known_until.month == 12
    unknown = calendar.known_until.year + 1
    new_year = date(unknown, 1, 1)
    assert calendar.is_working(new_year) == (new_year.weekday() < 5)
    assert calendar.holiday(new_year) is None


def test_holidays_have_names() -> None:
    words, calendar = Catalogues().words("zh_CN"), Calendar()
    named = [calendar.holiday(day) for day in (date(2026, 10, 3), date(2026, 2, 17))]
    assert [words.t(one) for one in named if one] == ["国庆节", "春节"]
    assert calendar.holiday(date(2026, 8, 22)) is None
    assert calendar.holiday(date(2026, 9, 20)) is None


def test_the_offices_own_days_go_before_what_was_announced() -> None:
    own = read_days_off("# 2027\n2027-01-01 休\n\n2027-01-02 班 # 加班\n2026-10-01 WORK\n")
    calendar = Calendar(own)
    assert not calendar.is_working(date(2027, 1, 1))
    assert calendar.is_working(date(2027, 1, 2))
    assert calendar.is_working(date(2026, 10, 1))
    assert calendar.holiday(date(2026, 10, 1)) is None
    assert calendar.known_until == date(2027, 1, 2)


def test_working_days_before_and_after_a_holiday() -> None:
    calendar = Calendar()
    assert calendar.working_from(date(2026, 10, 1)) == date(2026, 10, 8)
    assert calendar.working_until(date(2026, 10, 7)) == date(2026, 9, 30)
    assert calendar.working_from(date(2026, 8, 20)) == date(2026, 8, 20)


@pytest.mark.parametrize(
    "line", ["2027-02-30 休", "2027-02-07", "2027-02-07 上班", "休 2027-02-07"]
)
def test_a_bad_line_is_named(line: str) -> None:
    with pytest.raises(BadLineError) as caught:
        read_days_off(f"2027-01-01 休\n{line}\n坏\n")
    assert caught.value.number == 2
