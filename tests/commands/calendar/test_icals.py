"""A calendar file, read back: the days that another program makes of it are those that we hold."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rruleset, rrulestr
from icalendar import Calendar as File

from commands.calendar import icals
from commands.calendar.planning import occasions
from commands.kit import Calendar, Hours
from commands.kit.recurrences import ending, on_day, on_weekday, weekly
from storage.announcements import MOVE, PATTERN, SKIP, STAY, Announcement
from tests.commands.activities.test_views import CHINESE

ZONE = ZoneInfo("Asia/Shanghai")
HOURS = Hours(ZONE, Calendar())
NOW = datetime(2025, 8, 20, 1, 0, tzinfo=UTC)
TODAY = NOW.astimezone(ZONE).date()
CLINIC = Announcement(
    id=7,
    organisation_id=1,
    organisation="兴隆社区",
    hosts=("粮运社区",),
    title="义诊，免费；量血压",
    held_on=date(2025, 9, 6),
    place="社区活动室",
    starts="09:00",
    ends="11:00",
    about="带上\n医保卡",
    chat_id=-1,
    announced_by=5,
    announced_at=NOW,
    announcer="陈姐",
)


def pattern(rule: str, holidays: str = STAY, **changes: object) -> Announcement:
    return CLINIC.model_copy(
        update={"rule": rule, "holidays": holidays, "state": PATTERN} | changes
    )


def series(one: Announcement) -> list[Announcement]:
    """What storage makes of a pattern."""
    return [
        one.model_copy(
            update={
                "id": 100 + place,
                "pattern_id": one.id,
                "state": "announced",
                "original_on": on.original_on,
                "held_on": on.held_on,
            }
        )
        for place, on in enumerate(occasions(one, HOURS, NOW))
    ]


def events(one: Announcement, held: Sequence[Announcement] = ()) -> list[Any]:
    """Written and read back."""
    written = icals.file(CHINESE, HOURS, [(one, held)], NOW, "日历")
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    return list(File.from_ical(written).walk("VEVENT"))


def days_in(found: Sequence[Any], until: date) -> list[date]:
    """What a program that reads RFC 5545 shows: rule, EXDATE and RECURRENCE-ID; none cancelled."""
    master, *others = found
    begin = datetime.combine(master.decoded("DTSTART"), datetime.min.time()).replace(tzinfo=None)
    rules: Any = rruleset()  # type: ignore[no-untyped-call] # the library has no types
    rule = master["RRULE"].to_ical().decode().partition(";UNTIL")[0]
    rules.rrule(rrulestr(rule, dtstart=begin))
    gone = master.get("EXDATE", [])
    for each in gone if isinstance(gone, list) else [gone]:
        for value in each.dts:
            rules.exdate(datetime.combine(value.dt, datetime.min.time()))
    instead = {}
    for event in others:
        day = event.decoded("RECURRENCE-ID")
        rules.exdate(datetime.combine(day, datetime.min.time()))
        if event["STATUS"] != "CANCELLED":
            instead[day] = event.decoded("DTSTART")
    shown = [
        one.date()
        for one in rules.between(begin, datetime.combine(until, datetime.max.time()), inc=True)
    ]
    return sorted([*shown, *(_day(one) for one in instead.values())])


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def test_what_takes_place_once_is_one_event_in_the_zone() -> None:
    (event,) = events(CLINIC)
    assert event.decoded("DTSTART") == datetime(2025, 9, 6, 9, tzinfo=ZONE)
    assert event.decoded("DTEND") == datetime(2025, 9, 6, 11, tzinfo=ZONE)
    assert event.decoded("DTSTAMP") == NOW
    assert str(event["SUMMARY"]) == "义诊，免费；量血压"
    assert str(event["DESCRIPTION"]) == "兴隆社区、粮运社区\n带上\n医保卡"
    assert (str(event["LOCATION"]), str(event["STATUS"])) == ("社区活动室", "CONFIRMED")
    assert int(event["SEQUENCE"]) == 0
    written = icals.file(CHINESE, HOURS, [(CLINIC, ())], NOW, "日历")
    assert [str(one["TZID"]) for one in File.from_ical(written).walk("VTIMEZONE")] == [
        "Asia/Shanghai"
    ]


def test_a_change_keeps_the_uid_and_counts_on_and_a_call_off_is_cancelled() -> None:
    changed = CLINIC.model_copy(update={"sequence": 2, "changed_at": NOW, "called_off_at": NOW})
    before, after = events(CLINIC)[0], events(changed)[0]
    assert before["UID"] == after["UID"]
    assert (int(after["SEQUENCE"]), str(after["STATUS"])) == (2, "CANCELLED")
    assert after.decoded("LAST-MODIFIED") == NOW


def test_without_an_hour_it_is_a_whole_day_and_without_an_end_an_hour() -> None:
    (whole,) = events(CLINIC.model_copy(update={"starts": "", "ends": ""}))
    assert whole.decoded("DTSTART") == date(2025, 9, 6)
    assert whole.decoded("DTEND") == date(2025, 9, 7)
    (open_end,) = events(CLINIC.model_copy(update={"ends": ""}))
    assert open_end.decoded("DTEND") == datetime(2025, 9, 6, 10, tzinfo=ZONE)


def test_a_year_of_days_with_holidays_is_read_as_it_is_held() -> None:
    """October's holidays move the 1st; a Saturday of a holiday is left out."""
    until = TODAY + timedelta(365)
    for rule, first in (
        (on_day(1), date(2025, 9, 1)),
        (on_day(31), date(2025, 8, 31)),
        (on_weekday(1, 5), date(2025, 9, 6)),
        (weekly(2), date(2025, 8, 20)),
    ):
        for holidays in (STAY, MOVE, SKIP):
            for starts in ("09:00", ""):
                one = pattern(rule, holidays, held_on=first, starts=starts, ends="")
                held = series(one)
                shown = days_in(events(one, held), until)
                said = sorted(each.held_on for each in held if each.original_on <= until)  # type: ignore[operator]
                assert [day for day in shown if day <= until] == [
                    day for day in said if day <= until
                ], (rule, holidays, starts)


def test_one_that_moved_or_is_off_is_an_event_of_its_own() -> None:
    one = pattern(on_weekday(1, 5))
    held = series(one)
    held[0] = held[0].model_copy(update={"held_on": date(2025, 9, 7), "sequence": 1})
    held[1] = held[1].model_copy(update={"called_off_at": NOW})
    master, moved, off = events(one, held)
    assert master["UID"] == moved["UID"] == off["UID"]
    assert moved.decoded("RECURRENCE-ID") == datetime(2025, 9, 6, 9, tzinfo=ZONE)
    assert moved.decoded("DTSTART") == datetime(2025, 9, 7, 9, tzinfo=ZONE)
    assert str(off["STATUS"]) == "CANCELLED"
    assert date(2025, 10, 4) not in days_in([master, moved, off], TODAY + timedelta(365))


def test_its_last_day_is_written_in_utc() -> None:
    """RFC 5545, 3.3.10: UNTIL is in UTC when DTSTART has a zone, and a day where it is one."""
    rule = ending(weekly(5), until=date(2025, 12, 31))
    assert events(pattern(rule))[0]["RRULE"].to_ical() == (
        b"FREQ=WEEKLY;UNTIL=20251231T155959Z;BYDAY=SA"
    )
    whole = events(pattern(rule, starts="", ends=""))[0]
    assert whole["RRULE"].to_ical() == b"FREQ=WEEKLY;UNTIL=20251231;BYDAY=SA"
