"""A moment on a day off, said so that nobody overlooks it."""

from datetime import datetime

from markupsafe import Markup

from commands.kit import Calendar
from locales import Words


def warning(words: Words, calendar: Calendar, moment: datetime) -> Markup:
    """Says that the day is none on which offices work; empty when it is one."""
    day = moment.astimezone(words.zone).date()
    holiday = calendar.holiday(day)
    if holiday:
        return words.t("⚠️ That day is in the holiday: {holiday}.", holiday=words.t(holiday))
    return Markup() if calendar.is_working(day) else words.t("⚠️ That day is a day off.")


def marked(words: Words, calendar: Calendar, moment: datetime) -> Markup:
    """The moment, for a button."""
    day = moment.astimezone(words.zone).date()
    holiday, said = calendar.holiday(day), words.moment(moment, words.zone)
    if holiday:
        return words.t("{moment} ({holiday})", moment=said, holiday=words.t(holiday))
    if not calendar.is_working(day):
        return words.t("{moment} (day off)", moment=said)
    return Markup("{}").format(said)
