"""When, how often and where, in the reader's words. Pure."""

import json
from collections.abc import Iterator
from datetime import date, timedelta

from markupsafe import Markup

from commands.kit import clip
from commands.kit.recurrences import CODES, SURE_DAY, parts_of
from locales import Words, message
from storage.announcements import MOVE, SKIP, STAY, Announcement

MONDAY = date(2024, 1, 1)
LINE = Markup("\n")
TITLE, NAME = 60, 16
ABOUT = 500
LAST = -1
LEAP_DAY = "BYMONTHDAY=28,29"
ON_HOLIDAYS = {
    STAY: message("takes place on days off too"),
    MOVE: message("on days off it moves to the next working day"),
    SKIP: message("not on days off"),
}
ORDINALS = {
    1: message("every month on the first {weekday}"),
    2: message("every month on the second {weekday}"),
    3: message("every month on the third {weekday}"),
    4: message("every month on the fourth {weekday}"),
    5: message("every month on the fifth {weekday}"),
    LAST: message("every month on the last {weekday}"),
}


def hours(one: Announcement) -> Markup:
    """`09:00–11:00`; empty where nobody said."""
    if not one.starts:
        return Markup()
    shown = f"{one.starts}–{one.ends}" if one.ends else one.starts
    return Markup("{}").format(shown)


def when(words: Words, one: Announcement, today: date | None = None) -> Markup:
    """The day and the time."""
    return Markup(" ").join(
        part for part in (Markup("{}").format(words.day(one.held_on, today)), hours(one)) if part
    )


def hosts(words: Words, one: Announcement) -> Markup:
    """All that hold it."""
    return words.list([clip(name, NAME) for name in (one.organisation, *one.hosts)])


def facts(words: Words, one: Announcement) -> Iterator[Markup]:
    """Who, when, where, how often: a line each."""
    yield words.t("🏢 {name}", name=hosts(words, one))
    yield words.t("📅 {when}", when=when(words, one)) + _before(words, one)
    if one.place:
        yield words.t("📍 {place}", place=clip(one.place, TITLE))
    if one.rule:
        yield words.t("🔁 {rule}", rule=rule(words, one.rule, one.holidays))
    if one.about:
        yield Markup("{}").format(clip(one.about, ABOUT))


def rule(words: Words, rule: str, holidays: str = "") -> Markup:
    """How often, until when, and what days off make of it."""
    said = [often(words, rule), *_end(words, rule)]
    if holidays in {MOVE, SKIP}:
        said.append(words.t(ON_HOLIDAYS[holidays]))
    return Markup(", ").join(said) if words.language == "en" else Markup("，").join(said)


def often(words: Words, rule: str) -> Markup:
    """How often; what there is no word for stands as it is written."""
    parts = parts_of(rule)
    every = int(parts.get("INTERVAL", "1"))
    said = {"WEEKLY": _weekly, "MONTHLY": _monthly, "YEARLY": _yearly}.get(parts.get("FREQ", ""))
    return said(words, parts, every) if said else Markup("{}").format(rule)


def _weekly(words: Words, parts: dict[str, str], every: int) -> Markup:
    days = words.list([_weekday(words, code) for code in parts.get("BYDAY", "MO").split(",")])
    if every == 1:
        return words.t("every {weekday}", weekday=days)
    return words.t("every {count} weeks on {weekday}", count=every, weekday=days)


def _monthly(words: Words, parts: dict[str, str], every: int) -> Markup:
    if "BYDAY" in parts:
        said = parts["BYDAY"]
        sentence = ORDINALS.get(int(said[:-2] or 1), ORDINALS[LAST])
        often = words.t(sentence, weekday=_weekday(words, said[-2:]))
    else:
        days = [int(one) for one in parts.get("BYMONTHDAY", "1").split(",")]
        often = _on_days(words, days, is_one="BYSETPOS" in parts)
    if every == 1:
        return often
    return words.t("{often} (every {count} months)", often=often, count=every)


def _on_days(words: Words, days: list[int], *, is_one: bool) -> Markup:
    if days == [LAST]:
        return words.t("every month on the last day")
    if is_one and max(days) > SURE_DAY:
        return words.t("every month on day {day} or the last", day=max(days))
    listed = words.list([str(day) for day in days])
    return words.t("every month on day {day}", day=listed)


def _yearly(words: Words, parts: dict[str, str], _every: int) -> Markup:
    month = int(parts.get("BYMONTH", "1"))
    days = [int(one) for one in parts.get("BYMONTHDAY", "1").split(",")]
    if "BYSETPOS" in parts:
        return words.t("every year on 29 February, or on the 28th")
    return words.t("every year on {month}/{day}", month=month, day=max(days))


def _end(words: Words, rule: str) -> Iterator[Markup]:
    parts = parts_of(rule)
    if "COUNT" in parts:
        yield words.n("{count} time", "{count} times", int(parts["COUNT"]))
    elif "UNTIL" in parts:
        last = date.fromisoformat(parts["UNTIL"][:8])
        yield words.t("until {day}", day=words.day(last))


def _weekday(words: Words, code: str) -> str:
    return words.weekday(MONDAY + timedelta(CODES.index(code) if code in CODES else 0))


def _before(words: Words, one: Announcement) -> Markup:
    """What was announced first, where it is another day, time or place by now."""
    was = json.loads(one.was) if one.was else {}
    day = was.get("held_on", str(one.held_on))
    shown = []
    if day != str(one.held_on):
        shown.append(Markup("{}").format(words.day(date.fromisoformat(day))))
    if was.get("starts", one.starts) != one.starts and was.get("starts"):
        shown.append(Markup("{}").format(was["starts"]))
    if was.get("place", one.place) != one.place and was.get("place"):
        shown.append(Markup("📍{}").format(clip(was["place"], NAME)))
    if not shown:
        return Markup()
    return words.t(" (first {before})", before=Markup(" ").join(shown))
