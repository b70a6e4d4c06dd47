"""When a scheduled notice goes out: months without the day, holidays, outages, a clock set back."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from commands.kit import Calendar, Hours, Span, read_days_off
from commands.notices.schedules import recurrences
from commands.notices.schedules.recurrences import Turn
from storage.notices import NORMAL, URGENT
from storage.patterns import MONTH_END, ONCE, Schedule
from tests.vocabulary.clock import ZONE

NIGHT = Span.read("21:30-7:30")
ANY_HOUR = Hours(ZONE, Calendar())
WORKING = Hours(ZONE, Calendar(), NIGHT, working_days=True)
DAY = timedelta(days=1)


def here(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def shown(moment: datetime | None) -> str:
    return moment.astimezone(ZONE).isoformat(" ", "minutes")[:16] if moment else ""


def schedule(rule: str, next_at: str, within: int | None = None) -> Schedule:
    moment = here(next_at)
    return Schedule(
        notice_id=1,
        rule=rule,
        time_of_day=f"{moment:%H:%M}",
        next_at=moment.astimezone(UTC),
        answer_within=within,
        is_paused=False,
        missed_at=None,
        set_by=1001,
    )


def coming(
    rule: str, next_at: str, now: str, hours: Hours = ANY_HOUR, weight: str = NORMAL
) -> list[str]:
    """The next three."""
    found = recurrences.coming(schedule(rule, next_at), weight, hours, here(now))
    return [shown(one.moment) for one in found]


@pytest.mark.parametrize(
    ("rule", "next_at", "moments"),
    [
        (ONCE, "2026-08-21 08:00", ["08-21 08:00"]),
        ("weekly:3", "2026-08-27 09:00", ["08-27 09:00", "09-03 09:00", "09-10 09:00"]),
        ("monthly:20", "2026-09-20 09:00", ["09-20 09:00", "10-20 09:00", "11-20 09:00"]),
        ("monthly:31", "2026-08-31 09:00", ["08-31 09:00", "09-30 09:00", "10-31 09:00"]),
        (MONTH_END, "2026-08-31 09:00", ["08-31 09:00", "09-30 09:00", "10-30 09:00"]),
    ],
)
def test_the_next_dates(rule: str, next_at: str, moments: list[str]) -> None:
    assert coming(rule, next_at, "2026-08-20 09:00") == [f"2026-{one}" for one in moments]


@pytest.mark.parametrize("day", [29, 30, 31])
def test_february_has_its_last_day(day: int) -> None:
    leap = coming(f"monthly:{day}", f"2028-01-{day} 09:00", "2028-01-01 09:00")
    assert leap[1] == "2028-02-29 09:00"
    short = coming(f"monthly:{day}", f"2027-01-{day} 09:00", "2027-01-01 09:00")
    assert short[1:] == ["2027-02-28 09:00", f"2027-03-{day} 09:00"]


def test_the_last_working_day_before_the_national_day() -> None:
    found = coming(MONTH_END, "2026-09-30 16:00", "2026-09-01 09:00", WORKING)
    assert found[0] == "2026-09-30 16:00"
    own = Hours(ZONE, Calendar(read_days_off("2026-09-30 休\n2026-09-29 休")), NIGHT)
    days = recurrences.first(MONTH_END, time(16), date(2026, 9, 1), own, here("2026-09-01 09:00"))
    assert shown(days) == "2026-09-28 16:00"


def test_an_occurrence_on_a_holiday_moves_to_the_next_working_day() -> None:
    found = coming("weekly:3", "2026-09-24 09:00", "2026-09-20 09:00", WORKING)
    # the first of October is the National Day; it would come with the one of the eighth
    assert found == ["2026-09-24 09:00", "2026-10-08 09:00", "2026-10-15 09:00"]
    urgent = coming("weekly:3", "2026-09-24 09:00", "2026-09-20 09:00", WORKING, URGENT)
    assert urgent[1] == "2026-10-01 09:00"


def test_an_occurrence_at_night_moves_to_the_morning() -> None:
    found = coming("weekly:3", "2026-08-27 22:00", "2026-08-20 09:00", WORKING)
    assert found[0] == "2026-08-28 07:30"


@pytest.mark.parametrize(
    ("rule", "from_day", "now", "moment"),
    [
        ("weekly:3", date(2026, 8, 20), "2026-08-20 08:00", "2026-08-20 09:00"),
        ("weekly:3", date(2026, 8, 20), "2026-08-20 09:00", "2026-08-27 09:00"),
        ("weekly:0", date(2026, 8, 20), "2026-08-20 08:00", "2026-08-24 09:00"),
        ("monthly:5", date(2026, 8, 20), "2026-08-20 08:00", "2026-09-05 09:00"),
        (ONCE, date(2026, 8, 20), "2026-08-20 08:00", "2026-08-20 09:00"),
        (ONCE, date(2026, 8, 20), "2026-08-20 09:00", ""),
    ],
)
def test_the_first_moment_of_a_rule(rule: str, from_day: date, now: str, moment: str) -> None:
    found = recurrences.first(rule, time(9), from_day, ANY_HOUR, here(now))
    assert shown(found) == moment


def turn(
    now: str, within: int | None = None, hours: Hours = ANY_HOUR, weight: str = NORMAL
) -> Turn:
    """Of every Thursday at nine, from the 20th on."""
    return recurrences.turn(
        schedule("weekly:3", "2026-08-20 09:00", within), weight, hours, here(now)
    )


def test_at_its_moment_it_goes_out_and_the_next_is_planned() -> None:
    now = turn("2026-08-20 09:00", within=24 * 60)
    assert (shown(now.promised), shown(now.next_at)) == ("2026-08-20 09:00", "2026-08-27 09:00")
    assert (shown(now.deadline), now.is_over) == ("2026-08-21 09:00", False)


def test_after_an_outage_it_comes_once_for_all_that_were_missed() -> None:
    late = turn("2026-09-04 10:00", within=2 * 24 * 60)
    assert (shown(late.promised), shown(late.next_at)) == ("2026-09-03 09:00", "2026-09-10 09:00")
    assert not late.is_over


def test_what_could_not_be_answered_any_more_is_not_sent() -> None:
    over = turn("2026-08-20 12:00", within=2 * 60)
    assert over.is_over
    assert shown(over.next_at) == "2026-08-27 09:00"
    assert turn("2026-08-20 11:00", within=2 * 60).is_over
    assert not turn("2026-08-20 10:59", within=2 * 60).is_over


def test_a_clock_that_was_set_back_sends_nothing_before_its_moment() -> None:
    assert shown(turn("2026-08-20 08:00").wait_until) == "2026-08-20 09:00"


def test_it_waits_when_it_would_disturb() -> None:
    late = turn("2026-08-20 23:00", hours=WORKING)
    assert shown(late.wait_until) == "2026-08-21 07:30"
    assert turn("2026-08-20 23:00", hours=WORKING, weight=URGENT).wait_until is None


def test_once_is_once() -> None:
    found = recurrences.turn(
        schedule(ONCE, "2026-08-20 09:00"), NORMAL, ANY_HOUR, here("2026-08-20 09:00")
    )
    assert (shown(found.promised), found.next_at) == ("2026-08-20 09:00", None)


@given(
    start=st.dates(date(2026, 1, 1), date(2029, 12, 31)),
    rule=st.sampled_from(["weekly", "monthly", MONTH_END]),
    hour=st.times().map(lambda one: one.replace(second=0, microsecond=0)),
    working_days=st.booleans(),
)
def test_the_next_dates_grow_and_disturb_nobody(
    start: date, rule: str, hour: time, *, working_days: bool
) -> None:
    hours = Hours(ZONE, Calendar(), NIGHT, working_days=working_days)
    now = datetime.combine(start, time(0), ZONE)
    rules = {"weekly": recurrences.weekly(start), "monthly": recurrences.monthly(start)}
    named = rules.get(rule, rule)
    first = recurrences.first(named, hour, start, hours, now)
    assert first is not None
    planned = schedule(named, first.astimezone(ZONE).isoformat()[:16])
    found = recurrences.coming(planned, NORMAL, hours, now, 6)
    assert len(found) == 6
    assert all(hours.is_open(one.moment) for one in found)
    assert all(one.moment < two.moment for one, two in pairwise(found))
    assert all(two.nominal - one.nominal <= 40 * DAY for one, two in pairwise(found))
