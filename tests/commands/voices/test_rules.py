"""Moments, days, and which voices are alike."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from commands.kit import Calendar, Hours
from commands.voices import rules
from storage.voice_lists import Body

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 8, 20, 1, 7, 30, tzinfo=UTC)
"""Thursday, 9:07 in the alliance."""
HOURS = Hours(ZONE, Calendar())


@pytest.mark.parametrize(
    ("minute", "quarter"), [(0, 15), (7, 15), (14, 15), (15, 30), (44, 45), (59, 60)]
)
def test_what_has_no_name_waits_for_the_next_full_quarter(minute: int, quarter: int) -> None:
    now = datetime(2026, 8, 20, 1, minute, 30, tzinfo=UTC)
    assert rules.soon(now) == datetime(2026, 8, 20, 1, tzinfo=UTC) + timedelta(minutes=quarter)


def test_working_days_leave_out_weekends_and_holidays() -> None:
    assert rules.after(Calendar(), date(2026, 8, 20), 1) == date(2026, 8, 21)
    assert rules.after(Calendar(), date(2026, 8, 20), 3) == date(2026, 8, 25)
    assert rules.after(Calendar(), date(2026, 9, 30), 1) == date(2026, 10, 8)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("8月30日", date(2026, 8, 30)),
        ("明天", date(2026, 8, 21)),
        ("Friday", date(2026, 8, 21)),
        ("上周", None),
        ("2月30日", None),
        ("8月1日", date(2027, 8, 1)),
        ("", None),
    ],
)
def test_a_day_to_answer_by_is_ahead(words: str, day: date | None) -> None:
    assert rules.read_day(words, NOW, ZONE) == day


def test_reminders_come_on_the_day_the_day_after_and_each_week() -> None:
    at = datetime(2026, 8, 25, 9, tzinfo=ZONE)
    moments = []
    now = NOW
    for _ in range(4):
        now = rules.next_reminder(HOURS, date(2026, 8, 25), now)
        moments.append((now - at).days)
    assert moments == [0, 1, 8, 15]


def test_the_words_of_a_command_are_what_stands_behind_it() -> None:
    assert rules.without_command("/我想说 灯坏了\n三号楼") == "灯坏了\n三号楼"
    assert rules.without_command("/say\nThe light is broken") == "The light is broken"
    assert rules.without_command("/我想说") == ""


def test_what_says_much_the_same_is_found_and_nothing_else() -> None:
    others = [
        Body(id=1, number=1, text="三号楼楼道灯坏了"),
        Body(id=2, number=2, text="小区东门垃圾没人收"),
        Body(id=3, number=3, text="灯坏"),
    ]
    assert [one.id for one in rules.twins("三号楼的楼道灯坏了，很黑", 9, others)] == [1]
    assert rules.twins("三号楼楼道灯坏了", 1, others) == []
    assert rules.twins("", 9, others) == []
