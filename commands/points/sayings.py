"""Hours as people read them: the rule, and how it is at the moment. Pure."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from markupsafe import Markup

from commands.points.openings import ALWAYS, DAY, Exceptional, Now, Opening, Spans, Standing
from locales import Words

MONDAY = date(2026, 1, 5)
WORKING = range(5)
SEVEN = 7
Named = Callable[[date], str]


def rule(words: Words, opening: Opening | None, today: date) -> Markup:
    """The week, holidays, and days to come that are otherwise."""
    if opening is None:
        return words.t("not given")

    def named(day: date) -> str:
        return words.day(day, today)

    return words.t("; ").join(_said(words, opening, today, named))


def readable(words: Words, opening: Opening, today: date) -> Markup:
    """The same, so that it is read as the same rule again: days by their numbers."""
    return words.t("; ").join(_said(words, opening, today, date.isoformat))


def _said(words: Words, opening: Opening, today: date, named: Named) -> Iterator[Markup]:
    if opening.is_always:
        yield words.t("every day 24 hours")
        return
    yield from _week(words, opening)
    if not opening.on_holidays:
        yield words.t("closed on public holidays")
    elif not all(opening.days) or opening.by_calendar:
        yield words.t("open on public holidays")
    coming = (one for one in opening.exceptions if one.last >= today)
    yield from (_exception(words, one, named) for one in coming)


def standing(words: Words, now: Standing, today: date) -> Markup:
    """Open or not, and until or from when."""
    if now.at is None:
        return {
            Now.UNKNOWN: words.t("⚪ hours not given"),
            Now.ALWAYS: words.t("🟢 open day and night"),
        }.get(now.now, words.t("⚪ closed for now"))
    clock = words.clock(now.at)
    if now.now is Now.OPEN:
        if now.at.date() > today + timedelta(1):
            return words.t("🟢 open")
        return words.t("🟢 open until {clock}", clock=clock)
    if now.now is Now.TODAY:
        return words.t("🟠 opens at {clock}", clock=clock)
    if now.at.date() == today + timedelta(1):
        return words.t("⚪ closed; opens tomorrow at {clock}", clock=clock)
    day = words.day(now.at.date(), today)
    return words.t("⚪ closed; opens on {day} at {clock}", day=day, clock=clock)


def _week(words: Words, opening: Opening) -> Iterator[Markup]:
    """Days in a row that are alike are one."""
    if len(set(opening.days)) == 1:
        yield words.t("every day {spans}", spans=_spans(words, opening.days[0]))
        return
    begin = 0
    for day in range(1, SEVEN + 1):
        if day == SEVEN or opening.days[day] != opening.days[begin]:
            spans = opening.days[begin]
            if spans:
                which = _days(words, begin, day - 1, by_calendar=opening.by_calendar)
                yield words.t("{days} {spans}", days=which, spans=_spans(words, spans))
            begin = day


def _days(words: Words, first: int, last: int, *, by_calendar: bool) -> Markup:
    if by_calendar and (first, last) == (WORKING[0], WORKING[-1]):
        return words.t("working days")
    names = [words.weekday(MONDAY + timedelta(one)) for one in (first, last)]
    if first == last:
        return words.list(names[:1])
    if last == first + 1:
        return words.list(names)
    return words.t("{first} to {last}", first=names[0], last=names[1])


def _spans(words: Words, spans: Spans) -> Markup:
    if spans == ALWAYS:
        return words.t("all day")
    return words.list(
        [
            words.t("{begin}–{end}", begin=_clock(begin), end=_end(words, end))
            for begin, end in spans
        ]
    )


def _exception(words: Words, one: Exceptional, named: Named) -> Markup:
    first, last = named(one.first), named(one.last)
    spans = _spans(words, one.spans) if one.spans else words.t("closed all day")
    if one.first == one.last:
        return words.t("{days} {spans}", days=first, spans=spans)
    days = words.t("{first} to {last}", first=first, last=last)
    return words.t("{days} {spans}", days=days, spans=spans)


def _end(words: Words, minute: int) -> str | Markup:
    """24:00 is the end of a day; what is later belongs to the next."""
    if minute <= DAY:
        return _clock(minute)
    return words.t("next day {clock}", clock=_clock(minute - DAY))


def _clock(minute: int) -> str:
    hour, rest = divmod(minute, 60)
    return f"{hour}:{rest:02}"
