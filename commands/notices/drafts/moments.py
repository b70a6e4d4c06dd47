"""Deadlines that staff choose from."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

MORNING, NOON, AFTERNOON, EVENING = time(9), time(12), time(14), time(18)
SOON = timedelta(hours=2)
"""A deadline that is nearer leaves nobody the time to answer."""
FRIDAY = 4
LATEST_MINUTES = 200 * 365 * 24 * 60
"""Of a forged button: later than any notice."""


def of_minutes(minutes: int) -> datetime | None:
    """The moment so many minutes after 1970 began, in UTC; None for 0 or what no button says."""
    if not 0 < minutes < LATEST_MINUTES:
        return None
    return datetime.fromtimestamp(minutes * 60, UTC)


def minutes_of(moment: datetime) -> int:
    """A moment as a button bears it."""
    return int(moment.timestamp() // 60)


def suggested(now: datetime, zone: tzinfo) -> tuple[datetime, ...]:
    """The usual deadlines, in UTC and in their order: this evening, tomorrow, Friday, in a week."""
    today = now.astimezone(zone).date()
    friday = today + timedelta((FRIDAY - today.weekday()) % 7)
    wanted = (
        (today, EVENING),
        (today + timedelta(1), NOON),
        (today + timedelta(1), EVENING),
        (friday, EVENING),
        (today + timedelta(7), EVENING),
        (_month_end(today), EVENING),
    )
    found = {datetime.combine(day, hour, zone).astimezone(UTC) for day, hour in wanted}
    return tuple(sorted(one for one in found if one >= now + SOON))


def mornings(now: datetime, zone: tzinfo) -> tuple[datetime, ...]:
    """The usual moments to send at, in UTC and in their order: soon, next week, next month."""
    today = now.astimezone(zone).date()
    monday = today + timedelta(7 - today.weekday())
    wanted = (
        (today, AFTERNOON),
        (today + timedelta(1), MORNING),
        (today + timedelta(1), AFTERNOON),
        (monday, MORNING),
        (_month_end(today) + timedelta(1), MORNING),
    )
    found = {datetime.combine(day, hour, zone).astimezone(UTC) for day, hour in wanted}
    return tuple(sorted(one for one in found if one > now))


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)
