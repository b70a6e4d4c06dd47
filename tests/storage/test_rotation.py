"""Which backups are kept, and when the next one is due: plain values."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from storage.rotation import due, to_forget

ZONE = ZoneInfo("Asia/Shanghai")
DAY = timedelta(days=1)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def kept_after(nights: int, start: datetime) -> list[datetime]:
    """What is there after so many nights, each with a backup and with forgetting."""
    there: set[datetime] = set()
    for night in range(nights):
        now = start + night * DAY
        there.add(now)
        there -= to_forget(there, now)
    return sorted(there)


def test_after_two_years_there_are_days_weeks_and_months() -> None:
    kept = kept_after(730, at("2025-01-01T03:30"))
    last = kept[-1]
    assert kept[-7:] == [last - n * DAY for n in range(6, -1, -1)]
    mondays = [stamp for stamp in kept if stamp.weekday() == 0]
    firsts = [stamp for stamp in kept if stamp.day == 1]
    assert len(mondays) >= 4
    assert len(firsts) == 12
    assert set(kept) == {*kept[-7:], *mondays[-4:], *firsts}
    assert len(kept) <= 7 + 4 + 12


def test_of_one_day_the_newest_is_kept() -> None:
    day = [at("2026-08-24T03:30"), at("2026-08-24T09:00"), at("2026-08-24T15:00")]
    assert to_forget(day, at("2026-08-24T16:00")) == set(day[:2])


def test_after_a_long_sleep_nothing_is_forgotten() -> None:
    old = [at("2026-01-05T03:30") + n * DAY for n in range(7)]
    assert to_forget(old, at("2026-08-24T03:30")) == set()


def test_the_newest_is_never_forgotten() -> None:
    stamps = [at("2026-01-01T00:00") + n * timedelta(hours=7) for n in range(500)]
    for now in stamps[::50]:
        assert max(s for s in stamps if s <= now) not in to_forget(stamps, now)


def test_what_another_clock_dated_is_left_alone() -> None:
    assert to_forget([at("2030-01-01T03:30")], at("2026-08-24T03:30")) == set()


def test_days_are_those_of_the_alliance() -> None:
    """Half past three in Shanghai is the day before in UTC."""
    nights = [at("2026-08-24T03:30").astimezone(UTC), at("2026-08-24T23:00").astimezone(UTC)]
    assert to_forget(nights, at("2026-08-25T03:00")) == {nights[0]}


@pytest.mark.parametrize(
    ("newest", "now", "then"),
    [
        ("2026-08-24T03:30", "2026-08-24T09:00", "2026-08-25T03:30"),
        ("2026-08-24T15:00", "2026-08-24T16:00", "2026-08-25T03:30"),
        ("2026-08-24T02:00", "2026-08-24T02:10", "2026-08-24T03:30"),
        ("2026-08-20T03:30", "2026-08-24T09:00", "2026-08-21T03:30"),  # asleep: long due
        ("2026-08-24T03:30", "2026-08-24T02:40", "2026-08-25T03:30"),  # the clock went back
        ("2026-08-24T03:30", "2026-08-23T09:00", "2026-08-25T03:30"),
    ],
)
def test_the_next_one_is_due_the_night_after_the_newest(newest: str, now: str, then: str) -> None:
    assert due([at(newest)], at(now), ZONE) == at(then)


def test_one_from_far_ahead_does_not_stop_the_nights() -> None:
    stamps = [at("2027-08-24T03:30"), at("2026-08-23T03:30")]
    assert due(stamps, at("2026-08-24T09:00"), ZONE) == at("2026-08-24T03:30")


def test_without_any_there_is_nothing_to_count_from() -> None:
    assert due([], at("2026-08-24T09:00"), ZONE) is None


def test_a_jump_there_and_back_brings_one_backup_each_way_at_most() -> None:
    stamps = [at("2026-08-24T03:30")]
    made = 0
    for hours in (1, 25, 26, 2, 3, 27, 28):
        now = at("2026-08-24T08:00") + timedelta(hours=hours)
        moment = due(stamps, now, ZONE)
        if moment is not None and moment <= now:
            stamps.append(now)
            made += 1
    assert made == 1
    assert all(earlier != later for earlier, later in pairwise(stamps))
