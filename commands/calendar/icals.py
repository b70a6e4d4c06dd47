"""What is on as an iCalendar file (RFC 5545), which phones and computers read. Pure.

What repeats is one event with its rule; a day that days off moved, or that was changed or called
off, is an event of its own with the RECURRENCE-ID, and one that was left out an EXDATE.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from icalendar import Calendar, Event, vRecur

from commands.calendar.planning import AHEAD
from commands.calendar.terms import hosts
from commands.kit import Hours
from commands.kit.recurrences import days, parts_of
from locales import Words, plain
from storage.announcements import Announcement

PRODUCT = "-//Gongjian//Calendar//ZH"
USUAL = timedelta(hours=1)
"""How long something is that has no end."""
DAY = timedelta(1)


def file(
    words: Words,
    hours: Hours,
    every: Iterable[tuple[Announcement, Sequence[Announcement]]],
    now: datetime,
    name: str,
) -> bytes:
    """A calendar of all these, what repeats with its days."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", str(hours.zone))
    for one, held in every:
        for event in _events(words, hours, one, held, now):
            calendar.add_component(event)
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written


def _events(
    words: Words,
    hours: Hours,
    one: Announcement,
    held: Sequence[Announcement],
    now: datetime,
) -> Iterable[Event]:
    if not one.rule:
        yield _event(words, hours.zone, one, one, now)
        return
    master = _event(words, hours.zone, one, one, now)
    master.add("rrule", vRecur.from_ical(_recur(one, hours.zone)))
    known = {each.original_on: each for each in held if each.original_on is not None}
    last = max(known, default=one.held_on)
    for day in days(one.rule, one.held_on, min(last, now.date() + AHEAD)):
        if day not in known:
            master.add("exdate", _moment(day, one.starts, hours.zone))
    yield master
    for original_on, each in known.items():
        if _differs(one, each, original_on):
            event = _event(words, hours.zone, one, each, now)
            event.add("recurrence-id", _moment(original_on, one.starts, hours.zone))
            yield event


def _event(
    words: Words, zone: tzinfo, pattern: Announcement, one: Announcement, now: datetime
) -> Event:
    event = Event()
    event.add("uid", uid(pattern))
    event.add("dtstamp", now)
    event.add("sequence", one.sequence)
    event.add("summary", one.title)
    event.add("dtstart", _moment(one.held_on, one.starts, zone))
    event.add("dtend", _end(one, zone))
    if one.place:
        event.add("location", one.place)
    said = [plain(hosts(words, one)), one.about]
    event.add("description", "\n".join(part for part in said if part))
    is_off = one.called_off_at is not None or pattern.called_off_at is not None
    event.add("status", "CANCELLED" if is_off else "CONFIRMED")
    if one.changed_at is not None:
        event.add("last-modified", one.changed_at)
    return event


def uid(one: Announcement) -> str:
    """The same whenever it is made: another alliance has announced nothing at that moment."""
    return f"{one.id}-{one.announced_at:%Y%m%dT%H%M%S%f}@gongjian"


def _differs(pattern: Announcement, one: Announcement, original_on: date) -> bool:
    """True for a day that is not as the rule says."""
    if one.held_on != original_on:
        return True
    if one.called_off_at is not None and pattern.called_off_at is None:
        return True
    names = ("title", "place", "starts", "ends")
    return any(getattr(one, name) != getattr(pattern, name) for name in names)


def _moment(day: date, starts: str, zone: tzinfo) -> date | datetime:
    """A day alone where there is no time of day."""
    return datetime.combine(day, time.fromisoformat(starts), zone) if starts else day


def _end(one: Announcement, zone: tzinfo) -> date | datetime:
    begins = _moment(one.held_on, one.starts, zone)
    if not one.starts:
        return begins + DAY
    return _moment(one.held_on, one.ends, zone) if one.ends else begins + USUAL


def _recur(one: Announcement, zone: tzinfo) -> str:
    """RFC 5545, 3.3.10: where it begins at a time of day, its last moment is one in UTC."""
    parts = parts_of(one.rule)
    if "UNTIL" in parts and one.starts:
        last = date.fromisoformat(parts["UNTIL"][:8])
        until = datetime.combine(last, time(23, 59, 59), zone).astimezone(UTC)
        parts["UNTIL"] = f"{until:%Y%m%dT%H%M%SZ}"
    return ";".join(f"{name}={value}" for name, value in parts.items())
