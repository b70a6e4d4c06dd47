"""What waits until people may be disturbed, as staff read of it."""

from datetime import datetime, timedelta

from markupsafe import Markup

from commands.kit import Hours
from locales import Words
from storage.notices import URGENT, Notice

TODAY, TOMORROW = timedelta(0), timedelta(1)


def why(words: Words, hours: Hours, now: datetime) -> Markup:
    """The reason to wait, as the beginning of a line; empty when there is none."""
    if hours.is_day_off(now):
        return words.t("📅 Today is a day off.")
    if hours.quiet is not None and hours.is_night(now):
        return words.t("🌙 It is quiet time ({span}).", span=hours.quiet.shown)
    return Markup()


def coming(words: Words, moment: datetime, now: datetime) -> Markup:
    """A moment to come, said so that nobody mistakes the day."""
    here, today = moment.astimezone(words.zone), now.astimezone(words.zone).date()
    day, hour = words.day(here.date(), today), f"{here.hour}:{here.minute:02}"
    ahead = here.date() - today
    if ahead == TODAY:
        return words.t("today ({day}) {hour}", day=day, hour=hour)
    if ahead == TOMORROW:
        return words.t("tomorrow ({day}) {hour}", day=day, hour=hour)
    return words.t("{day} {hour}", day=day, hour=hour)


def will_wait(words: Words, hours: Hours, notice: Notice, now: datetime) -> list[Markup]:
    """For a draft: that it will not go out at once, or that it will all the same."""
    reason = why(words, hours, now)
    if not reason:
        return []
    if notice.weight == URGENT:
        return [words.t("{why} It is urgent, so it will go out at once.", why=reason)]
    moment = coming(words, hours.next_open(now), now)
    return [words.t("{why} It will go out {moment}.", why=reason, moment=moment)]


def waits(words: Words, hours: Hours, notice: Notice, leaves_at: datetime, now: datetime) -> Markup:
    """For a sent notice that waits."""
    reason, moment = why(words, hours, now), coming(words, leaves_at, now)
    number = notice.number or 0
    if not reason:
        return words.t("Notice {number} goes out {moment}.", number=number, moment=moment)
    return words.t(
        "{why} Notice {number} goes out {moment}.", why=reason, number=number, moment=moment
    )


def too_late(words: Words, leaves_at: datetime, now: datetime) -> Markup:
    """For a notice whose deadline comes before it could go out."""
    return words.t(
        "Its deadline would be over before it goes out ({moment}). Choose a later deadline, or make"
        " it urgent.",
        moment=coming(words, leaves_at, now),
    )
