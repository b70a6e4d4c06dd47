"""When people may be disturbed: over midnight and not, days off, zones that change their clocks."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from commands.kit import Calendar, Hours, Office, Span
from tests.vocabulary.clock import ZONE

NIGHT, NOON = Span.read("21:30-7:30"), Span.read("12:00-14:00")


def hours(quiet: Span | None, *, working_days: bool = False) -> Hours:
    return Hours(ZONE, Calendar(), quiet, working_days)


def here(text: str) -> datetime:
    """A moment in the alliance's zone."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def shown(moment: datetime) -> str:
    assert moment.tzinfo is UTC
    return moment.astimezone(ZONE).isoformat(" ", "minutes")[:16]


@pytest.mark.parametrize("text", ["", "22", "22:00", "24:00-7:00", "7:60-8:00", "8:00-8:00", "no"])
def test_what_is_no_span(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Span.read(text)


def test_a_span_is_read_and_shown() -> None:
    assert Span.read(" OFF ") is None
    assert NIGHT is not None
    assert (str(NIGHT), NIGHT.shown) == ("21:30-07:30", "21:30–7:30")
    assert Span.read(str(NIGHT)) == NIGHT


@pytest.mark.parametrize(
    ("quiet", "moment", "opens"),
    [
        (NIGHT, "2026-08-20 21:29", "2026-08-20 21:29"),
        (NIGHT, "2026-08-20 21:30", "2026-08-21 07:30"),
        (NIGHT, "2026-08-21 00:00", "2026-08-21 07:30"),
        (NIGHT, "2026-08-21 07:29", "2026-08-21 07:30"),
        (NIGHT, "2026-08-21 07:30", "2026-08-21 07:30"),
        (NIGHT, "2024-02-28 23:00", "2024-02-29 07:30"),
        (NIGHT, "2026-12-31 23:00", "2027-01-01 07:30"),
        (NOON, "2026-08-20 11:59", "2026-08-20 11:59"),
        (NOON, "2026-08-20 12:00", "2026-08-20 14:00"),
        (NOON, "2026-08-20 23:00", "2026-08-20 23:00"),
        (None, "2026-08-22 03:00", "2026-08-22 03:00"),
    ],
)
def test_quiet_hours_end(quiet: Span | None, moment: str, opens: str) -> None:
    assert shown(hours(quiet).next_open(here(moment))) == opens


@pytest.mark.parametrize(
    ("quiet", "moment", "opens"),
    [
        (NIGHT, "2026-08-21 22:00", "2026-08-24 07:30"),  # a Friday
        (NIGHT, "2026-08-22 10:00", "2026-08-24 07:30"),
        (NIGHT, "2026-09-30 22:00", "2026-10-08 07:30"),
        (NIGHT, "2026-09-20 10:00", "2026-09-20 10:00"),  # a Sunday that is worked
        (NOON, "2026-08-22 10:00", "2026-08-24 09:00"),
        (None, "2026-08-22 10:00", "2026-08-24 09:00"),
    ],
)
def test_days_off_end(quiet: Span | None, moment: str, opens: str) -> None:
    assert shown(hours(quiet, working_days=True).next_open(here(moment))) == opens


@pytest.mark.parametrize(
    ("quiet", "working_days", "moment", "before"),
    [
        (NIGHT, False, "2026-08-20 06:00", "2026-08-19 20:30"),
        (NIGHT, False, "2026-08-20 22:00", "2026-08-20 20:30"),
        (NIGHT, False, "2026-08-20 09:00", "2026-08-20 09:00"),
        (NOON, False, "2026-08-20 13:00", "2026-08-20 11:00"),
        (NIGHT, True, "2026-08-23 09:00", "2026-08-21 09:00"),
        (NIGHT, True, "2026-08-24 06:00", "2026-08-21 20:30"),
        (NIGHT, True, "2026-10-08 07:00", "2026-09-30 20:30"),
        (Span.read("8:30-8:00"), False, "2026-08-20 22:00", "2026-08-20 08:29"),
    ],
)
def test_the_last_moment_before(
    quiet: Span | None,
    working_days: bool,  # noqa: FBT001 - a table's column
    moment: str,
    before: str,
) -> None:
    assert shown(hours(quiet, working_days=working_days).last_open(here(moment))) == before


def test_a_day_off_is_made_up_for_at_the_same_time() -> None:
    working = hours(NIGHT, working_days=True)
    assert shown(working.on_working_day(here("2026-10-02 15:00"))) == "2026-10-08 15:00"
    assert shown(working.on_working_day(here("2026-10-02 06:00"))) == "2026-10-08 07:30"
    assert shown(hours(NIGHT).on_working_day(here("2026-10-02 15:00"))) == "2026-10-02 15:00"


def test_clocks_that_are_changed_in_the_night() -> None:
    zone = ZoneInfo("Europe/Berlin")
    berlin = Hours(zone, Calendar(), NIGHT)
    for day in (datetime(2026, 3, 28, 23, tzinfo=zone), datetime(2026, 10, 24, 23, tzinfo=zone)):
        opens = berlin.next_open(day).astimezone(zone)
        assert (opens.day, opens.hour, opens.minute) == (day.day + 1, 7, 30)


@given(
    wall=st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),  # noqa: DTZ001 - zone below
    begin=st.times(),
    end=st.times(),
    working_days=st.booleans(),
)
def test_what_is_open_stays_and_what_is_not_moves(
    wall: datetime, begin: time, end: time, *, working_days: bool
) -> None:
    quiet = Span(begin.replace(second=0, microsecond=0), end.replace(second=0, microsecond=0))
    found = hours(quiet if quiet.begin != quiet.end else None, working_days=working_days)
    moment = wall.replace(tzinfo=ZONE)
    later, earlier = found.next_open(moment), found.last_open(moment)
    assert found.is_open(later)
    assert found.is_open(earlier)
    assert earlier <= moment <= later
    assert (earlier == moment == later) == found.is_open(moment)


def test_staff_go_before_what_was_installed() -> None:
    office = Office(ZONE, Calendar(), NIGHT, working_days=True)
    assert office.hours({}) == hours(NIGHT, working_days=True)
    chosen = office.hours({"quiet": "off", "working_days": "off"})
    assert chosen == hours(None, working_days=False)
