"""When who promised something until a day is reminded of it."""

from datetime import date, datetime, time, timedelta

from commands.kit.hours import Hours

MORNING = time(9)
"""When who promised is reminded: the day before, on the day, and then every week."""
WEEK = timedelta(7)


def next_reminder(hours: Hours, due: date, now: datetime) -> datetime:
    """The next of: the day before, the day, and then each week, when people may be disturbed."""
    at = datetime.combine(due, MORNING, hours.zone)
    for moment in (hours.last_open(at - timedelta(1)), hours.last_open(at)):
        if moment > now:
            return moment
    weeks = max(1, (now - at) // WEEK)
    moment = hours.on_working_day(at + weeks * WEEK)
    while moment <= now:
        weeks += 1
        moment = hours.on_working_day(at + weeks * WEEK)
    return moment
