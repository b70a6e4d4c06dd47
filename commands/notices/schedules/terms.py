"""A schedule in words: its rule, its next dates, how long each occurrence takes answers."""

from datetime import date, datetime, timedelta

from markupsafe import Markup

from commands.kit import Hours
from commands.notices.schedules import recurrences
from commands.notices.schedules.recurrences import Occurrence
from locales import Words
from storage.notices import Notice
from storage.patterns import MONTHLY, ONCE, WEEKLY, Schedule

SURE_DAY = 28
"""Every month has it."""
HOUR, DAY = 60, 24 * 60
MONDAY = date(2024, 1, 1)


def rule(words: Words, schedule: Schedule) -> Markup:
    """How often, and at what time of day."""
    hour = f"{schedule.hour.hour}:{schedule.hour.minute:02}"
    return words.t("{often} at {hour}", often=kind(words, schedule.rule), hour=hour)


def kind(words: Words, rule: str) -> Markup:
    """How often."""
    name, _, which = rule.partition(":")
    if name == ONCE:
        return words.t("once")
    if name == WEEKLY:
        weekday = words.weekday(MONDAY + timedelta(int(which)))
        return words.t("every {weekday}", weekday=weekday)
    if name != MONTHLY:
        return words.t("every month’s last working day")
    if int(which) <= SURE_DAY:
        return words.t("every month on day {day}", day=int(which))
    return words.t("every month on day {day} or the last", day=int(which))


def within(words: Words, minutes: int) -> Markup:
    """So long an occurrence takes answers."""
    if minutes % DAY == 0:
        return words.n("{count} day", "{count} days", minutes // DAY)
    if minutes % HOUR == 0:
        return words.n("{count} hour", "{count} hours", minutes // HOUR)
    return words.n("{count} minute", "{count} minutes", minutes)


def lines(
    words: Words, hours: Hours, schedule: Schedule, notice: Notice, now: datetime
) -> list[Markup]:
    """The rule, the next dates, the deadline of each."""
    said = [words.t("🗓 Goes out {rule}", rule=rule(words, schedule))]
    found = recurrences.coming(schedule, notice.weight, hours, now)
    if not found:
        said.append(words.t("⚠️ Its moment has passed. Please choose another."))
    said += [words.t("• {moment}", moment=_dated(words, one)) for one in found]
    minutes = schedule.answer_within
    if notice.deadline is not None and found:
        minutes = round((notice.deadline - found[0].moment).total_seconds() / 60)
    if minutes is not None and minutes > 0:
        said.append(words.t("⏰ Answers are due {span} after it went out",
            span=within(words, minutes)))  # fmt: skip
    return said


def _dated(words: Words, one: Occurrence) -> Markup:
    """A moment; of one that was moved also where it stood."""
    moment = words.moment(one.moment, words.zone)
    if one.moment == one.nominal:
        return Markup("{}").format(moment)
    return words.t(
        "{moment} (instead of {nominal})",
        moment=moment,
        nominal=words.moment(one.nominal, words.zone),
    )
