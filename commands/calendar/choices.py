"""What a draft's panels offer: days, hours, how often, for how many. Pure."""

from datetime import date, time, timedelta

from markupsafe import Markup

from commands.calendar import rules, terms
from commands.calendar.rules import FIELDS, FREE, OPEN
from commands.calendar.terms import ON_HOLIDAYS
from commands.kit import Button, Row, button, in_rows, pack
from commands.kit.recurrences import ending
from locales import Words, message
from storage.announcements import HOLIDAYS, Announcement

PANEL, ASK = "calendar.panel", "calendar.ask"
SET_RULE, SET_END, SET_HOLIDAYS = "calendar.rule", "calendar.end", "calendar.holidays"
SET_TIME, SET_ROOM, SET_DAY = "calendar.time", "calendar.room", "calendar.on"
NAMES = ("", "rule", "time", "room", "day")
"""The panels; buttons name one by its place."""
STARTS = (time(8, 30), time(9), time(9, 30), time(10), time(14), time(14, 30), time(15), time(19))
SPANS = (60, 90, 120, 180)
"""Minutes."""
ROOMS = (10, 20, 30, 50, 100)
DAYS = 14


def rows(words: Words, one: Announcement, panel: str, today: date) -> tuple[Row, ...]:
    """The choices of a panel."""
    made = {"rule": _rules, "time": _times, "room": _rooms, "day": _days}[panel]
    back = button(words.t("‹ Back"), pack(PANEL, one.id, 0))
    return (*made(words, one, today), (back,))


def asks(words: Words, number: int, field: str, label: str) -> Button:
    return button(words.t(label), pack(ASK, number, FIELDS.index(field)))


def _own(words: Words, one: Announcement, field: str) -> Row:
    return (asks(words, one.id, field, message("⌨️ Write it")),)


def _rules(words: Words, one: Announcement, _today: date) -> tuple[Row, ...]:
    bare = ending(one.rule) if one.rule else ""
    keys = [
        button(
            _marked(terms.often(words, rule) if rule else words.t("Once"), chosen=rule == bare),
            pack(SET_RULE, one.id, place),
        )
        for place, rule in enumerate(rules.rules_of(one.held_on))
    ]
    made = [*in_rows(keys), _own(words, one, "rule")]
    if not one.rule:
        return tuple(made)
    labels = (
        words.t("Without an end"),
        words.t("To the year’s end"),
        words.n("{count} time", "{count} times", 6),
        words.n("{count} time", "{count} times", 12),
    )
    ends = rules.endings_of(one.rule, one.held_on)
    made.append(
        tuple(
            button(_marked(label, chosen=one.rule == rule), pack(SET_END, one.id, place))
            for place, (label, rule) in enumerate(zip(labels, ends, strict=True))
        )
    )
    made += [
        (
            button(
                _marked(words.t(ON_HOLIDAYS[name]), chosen=one.holidays == name),
                pack(SET_HOLIDAYS, one.id, place),
            ),
        )
        for place, name in enumerate(HOLIDAYS)
    ]
    return tuple(made)


def _times(words: Words, one: Announcement, _today: date) -> tuple[Row, ...]:
    keys = [
        button(
            _marked(Markup("{}").format(f"{hour:%H:%M}"), chosen=one.starts == f"{hour:%H:%M}"),
            pack(SET_TIME, one.id, hour.hour * 60 + hour.minute, 0),
        )
        for hour in STARTS
    ]
    made = list(in_rows(keys, 4))
    if one.starts:
        begin = int(one.starts[:2]) * 60 + int(one.starts[3:])
        made.append(
            tuple(
                button(
                    _marked(_span(words, span), chosen=one.ends == ends_at(begin, span)),
                    pack(SET_TIME, one.id, begin, span),
                )
                for span in SPANS
            )
        )
    return (*made, _own(words, one, "time"))


def _rooms(words: Words, one: Announcement, _today: date) -> tuple[Row, ...]:
    keys = [
        button(
            _marked(Markup("{}").format(count), chosen=one.signs_up and one.places == count),
            pack(SET_ROOM, one.id, count),
        )
        for count in ROOMS
    ]
    free = (
        button(
            _marked(words.t("No limit"), chosen=one.signs_up and one.places is None),
            pack(SET_ROOM, one.id, OPEN),
        ),
        button(
            _marked(words.t("Nobody signs up"), chosen=not one.signs_up),
            pack(SET_ROOM, one.id, FREE),
        ),
    )
    return (tuple(keys), free, _own(words, one, "room"))


def _days(words: Words, one: Announcement, today: date) -> tuple[Row, ...]:
    keys = []
    for ahead in range(DAYS):
        day = today + timedelta(ahead)
        label = _marked(words.list([words.day(day, today)]), chosen=day == one.held_on)
        keys.append(button(label, pack(SET_DAY, one.id, day.toordinal())))
    return (*in_rows(keys, 3), _own(words, one, "day"))


def _span(words: Words, minutes: int) -> Markup:
    return words.t("{hours} h", hours=f"{minutes / 60:g}")


def ends_at(begin: int, span: int) -> str:
    """`11:00`, from minutes of the day; empty over midnight."""
    hour, minute = divmod(begin + span, 60)
    return f"{hour:02}:{minute:02}" if span and hour < 24 else ""  # noqa: PLR2004 - a day


def _marked(label: Markup, *, chosen: bool) -> Markup:
    return Markup("✅ {}").format(label) if chosen else label
