"""Spans of time as people say them: minutes, hours, working days."""

from datetime import timedelta

from markupsafe import Markup

from commands.notices.figures.paces import CLOSES, OPENS, Pace
from locales import Words, message

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
DAY = timedelta(hours=CLOSES.hour - OPENS.hour)
"""A working day."""
LONG_MINUTES = 90
"""From so many minutes on, hours are said."""


def duration(words: Words, span: timedelta, *, is_urgent: bool = False) -> Markup:
    """Rounded up, so that nobody looks faster than they were; days are working days."""
    minutes = -(-span // MINUTE)
    if minutes < LONG_MINUTES:
        return words.n("{count} minute", "{count} minutes", minutes)
    day = timedelta(days=1) if is_urgent else DAY
    if span <= day:
        return words.n("{count} hour", "{count} hours", -(-span // HOUR))
    days = -(-span // day)
    if is_urgent:
        return words.n("{count} day", "{count} days", days)
    return words.n("{count} working day", "{count} working days", days)


def pace(words: Words, pace: Pace) -> Markup:
    """`一半单位 12 分钟内反馈，九成 3 小时。`"""
    if pace.half is None:
        return words.t("⏱ Half have not answered yet.")
    half = duration(words, pace.half, is_urgent=pace.is_urgent)
    if pace.nine_tenths is None:
        if pace.is_urgent:
            return words.t("⏱ Half answered within {half}; nine tenths not yet.", half=half)
        return words.t(
            "⏱ In working time, half answered within {half}; nine tenths not yet.", half=half
        )
    nine = duration(words, pace.nine_tenths, is_urgent=pace.is_urgent)
    if pace.is_urgent:
        both = message("⏱ Half answered within {half}, nine tenths within {nine}.")
        return words.t(both, half=half, nine=nine)
    return words.t(
        "⏱ In working time, half answered within {half}, nine tenths within {nine}.",
        half=half,
        nine=nine,
    )
