"""Decisions: who may change what was announced, and what a reply about it says. Pure."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Any

from commands.kit import Asker, clip
from commands.kit.days import NoMomentError, read_days
from commands.kit.numbers import value_of
from commands.kit.recurrences import (
    days,
    ending,
    every_time,
    on_date,
    on_day,
    on_weekday,
    parts_of,
    weekly,
)
from commands.kit.repeats import read_repeat
from commands.kit.times import MOST_PLACES, read_hours, read_places
from storage.announcements import Announcement

TITLE_CHARACTERS, PLACE_CHARACTERS = 60, 60
WEEK, LAST = 7, -1
OPEN, FREE = 0, -1
"""Of a button: as many as like; nobody has to sign up."""
WITHOUT = frozenset(["无", "没有", "不填", "空", "none", "no"])
Values = dict[str, Any]


def may_change(asker: Asker, one: Announcement) -> bool:
    """Who announced it, liaisons of the organisations that hold it, staff."""
    held_by = {one.organisation_id, *one.cohosts}
    own = not held_by.isdisjoint(each.id for each in asker.organisations)
    return own or asker.person.is_staff or asker.person.id == one.announced_by


def rules_of(day: date) -> tuple[str, ...]:
    """The rules that begin on a day, once first; buttons name one by its place."""
    nth, is_last = (day.day - 1) // WEEK + 1, day.day > _last(day) - WEEK
    every = ["", weekly(day.weekday()), weekly(day.weekday(), every=2), on_day(day.day)]
    every += [on_day(LAST)] if day.day == _last(day) else []
    every += [on_weekday(nth, day.weekday())] if nth < 5 else []  # noqa: PLR2004 - few months have a fifth
    every += [on_weekday(LAST, day.weekday())] if is_last else []
    return (*every, on_date(day.month, day.day))


def endings_of(rule: str, day: date) -> tuple[str, ...]:
    """The same without an end, until the end of the year, for six and for twelve times."""
    return (
        ending(rule),
        ending(rule, until=date(day.year, 12, 31)),
        ending(rule, count=6),
        ending(rule, count=12),
    )


def on_the_rule(rule: str, day: date) -> bool:
    """True when a rule begins on this day."""
    return not rule or next(days(every_time(rule), day, day), None) == day


def how_many(number: int) -> Values | None:
    """What a button says about places; None: it is forged."""
    if number == FREE:
        return {"signs_up": False, "places": None}
    if number == OPEN:
        return {"signs_up": True, "places": None}
    return {"signs_up": True, "places": number} if 1 <= number <= MOST_PLACES else None


def read_rule(text: str, _one: Announcement, today: date) -> Values | None:
    """`每月最后一个周六`, with its first day; `一次`."""
    if text.strip() in {"一次", "不重复", "once"}:
        return {"rule": ""}
    found = read_repeat(text, today)
    return {"rule": found.rule, "held_on": found.first} if found else None


def read_time(text: str, _one: Announcement, _today: date) -> Values | None:
    """`9点到11点`; `无`."""
    if text.strip() in WITHOUT:
        return {"starts": "", "ends": ""}
    found = read_hours(text)
    return {"starts": found.starts, "ends": found.ends} if found.starts else None


def read_room(text: str, _one: Announcement, _today: date) -> Values | None:
    """`30`, `限30人`, `不限`, `不用报名`."""
    said = text.strip()
    if said in {"不限", "不限人数", "no limit"}:
        return how_many(OPEN)
    found = read_places(said)
    if not found.signs_up or found.places is not None:
        return {"signs_up": found.signs_up, "places": found.places}
    number = said.rstrip("人名位个 ")
    value = value_of(number) if number.isdecimal() and len(number) < WEEK else None
    return how_many(value) if value else None


def read_day(text: str, one: Announcement, today: date) -> Values | None:
    """A day that is ahead."""
    try:
        day = next((each for each in read_days(text.casefold(), today) if each >= today), None)
    except NoMomentError:
        return None
    return moved(one, day) if day else None


def moved(one: Announcement, day: date) -> Values:
    """Another day; of what repeats, the same kind of rule from that day on."""
    if not one.rule or one.pattern_id is not None or on_the_rule(one.rule, day):
        return {"held_on": day}
    parts = parts_of(one.rule)
    if parts["FREQ"] == "WEEKLY":
        new = weekly(day.weekday(), every=int(parts.get("INTERVAL", "1")))
    elif parts["FREQ"] == "YEARLY":
        new = on_date(day.month, day.day)
    else:
        new = on_day(day.day, every=int(parts.get("INTERVAL", "1")))
    return {"held_on": day, "rule": new}


def read_place(text: str, _one: Announcement, _today: date) -> Values | None:
    said = " ".join(text.split())
    if not said:
        return None
    return {"place": "" if said in WITHOUT else clip(said, PLACE_CHARACTERS)}


def read_title(text: str, _one: Announcement, _today: date) -> Values | None:
    said, _, about = text.strip().partition("\n")
    if not said.strip():
        return None
    values: Values = {"title": clip(" ".join(said.split()), TITLE_CHARACTERS)}
    return values | ({"about": clip(about.strip(), 500)} if about.strip() else {})


READ: dict[str, Callable[[str, Announcement, date], Values | None]] = {
    "day": read_day,
    "time": read_time,
    "place": read_place,
    "rule": read_rule,
    "room": read_room,
    "title": read_title,
}
"""What can be said about an announcement by a reply; buttons name one by its place."""
FIELDS = tuple(READ)


def _last(day: date) -> int:
    return monthrange(day.year, day.month)[1]
