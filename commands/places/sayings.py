"""Hours as people read them: the rule, and how it is at the moment. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from markupsafe import Markup

from commands.places.openings import ALWAYS, DAY, Exceptional, Now, Opening, Spans, Standing
from locales import Words

MONDAY = date(2026, 1, 5)
WORKING = range(5)
SEVEN = 7


def rule(words: Words, opening: Opening | None, today: date) -> Markup:
    """The week, holidays, and days to come that are otherwise."""
    if opening is None:
        return words.t("not given")
    if opening.is_always:
        return words.t("day and night, every day")
    said = list(_week(words, opening))
    if not opening.on_holidays:
        said.append(words.t("closed on public holidays"))
    said += [_exception(words, one, today) for one in opening.exceptions if one.last >= today]
    return words.t("; ").join(said)


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
    return words.list([f"{_clock(begin)}–{_clock(end)}" for begin, end in spans])


def _exception(words: Words, one: Exceptional, today: date) -> Markup:
    first, last = words.day(one.first, today), words.day(one.last, today)
    spans = _spans(words, one.spans) if one.spans else words.t("closed all day")
    if one.first == one.last:
        return words.t("{days} {spans}", days=first, spans=spans)
    days = words.t("{first} to {last}", first=first, last=last)
    return words.t("{days} {spans}", days=days, spans=spans)


def _clock(minute: int) -> str:
    """24:00 stays the end of a day; 26:00 is 2:00."""
    hour, rest = divmod(minute if minute <= DAY else minute - DAY, 60)
    return f"{hour}:{rest:02}"
