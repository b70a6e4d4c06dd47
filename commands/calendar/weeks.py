"""A week, a month, or a day of it: what is on, with buttons that open it. Pure."""

from calendar import Calendar as Weeks
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from markupsafe import Markup

from commands.calendar.cards import EVENT, OPEN, WEEK
from commands.calendar.look import Days
from commands.calendar.terms import LINE, hours
from commands.kit import Button, Page, Post, Row, button, clip, in_rows, pack, page_of, private_link
from commands.kit.pages import pager
from locales import Words
from storage.announcements import Announcement
from storage.due_notices import DueNotice

MONTH, SHOWN_DAY, ALL = "calendar.month", "calendar.day", "calendar.all"
NOTICE = "notice"
"""The command that shows a notice, with its number."""
SIZE = 8
"""So many things on a page: a button for each."""
TITLE, NAME, LABEL = 24, 12, 18
SEVEN, YEAR = 7, 12
MARK = "•"
"""Beside a day with something on."""
WEEKDAYS = date(2024, 1, 1)
"""A Monday."""
Thing = Announcement | DueNotice


def week(words: Words, found: Days, today: date, number: int, *, is_private: bool) -> Post:
    """From Monday to Sunday, a page at a time."""
    monday = found.first.toordinal()
    head = words.t(
        "🗓 <b>{first} – {last}</b>",
        first=words.day(found.first, today),
        last=words.day(found.last, today),
    )
    page = page_of(_things(found, words), number, SIZE)
    others = (
        button(words.t("◀ Week"), pack(WEEK, monday - SEVEN)),
        button(words.t("The month"), pack(MONTH, found.first.year, found.first.month)),
        button(words.t("Week ▶"), pack(WEEK, monday + SEVEN)),
    )
    rows = (_turns(page, WEEK, monday), others, (button(words.t("📥 All as a file"), ALL),))
    return _post(words, head, page, rows, today, is_private=is_private)


def day(words: Words, found: Days, today: date, *, is_private: bool) -> Post:
    """One day of the month's calendar."""
    head = words.t("🗓 <b>{day}</b>", day=words.day(found.first, today))
    page = page_of(_things(found, words), 1, SIZE * 2)
    back = button(words.t("‹ The month"), pack(MONTH, found.first.year, found.first.month))
    return _post(words, head, page, ((back,),), today, is_private=is_private)


def month(words: Words, found: Days, today: date) -> Post:
    """A calendar of buttons: a day with something on bears a mark, and opens."""
    first = found.first
    busy = {one.held_on for one in found.announced if one.called_off_at is None}
    due = {one.deadline.astimezone(words.zone).date() for one in found.due}
    lines = [words.t("🗓 <b>{year}-{month}</b>", year=first.year, month=f"{first.month:02}")]
    if first <= today <= found.last:
        lines.append(words.t("Today is {day}", day=words.day(today, today)))
    lines += _summary(words, found, len(busy))
    labels = tuple(
        button(_initial(words, one), pack(MONTH, first.year, first.month)) for one in range(SEVEN)
    )
    rows = [
        tuple(_cell(one, first, busy | due) for one in seven)
        for seven in Weeks().monthdatescalendar(first.year, first.month)
    ]
    before, after = first - timedelta(1), found.last + timedelta(1)
    turns = (
        button(words.t("◀ Month"), pack(MONTH, before.year, before.month)),
        button(words.t("Month ▶"), pack(MONTH, after.year, after.month)),
    )
    return Post(
        LINE.join(lines), (labels, *rows, turns, (button(words.t("📥 All as a file"), ALL),))
    )


def line(words: Words, one: Thing) -> Markup:
    """One thing in a list."""
    if isinstance(one, DueNotice):
        return words.t(
            "⏰ {clock} notice {number} is due: {title}",
            clock=words.clock(one.deadline),
            number=one.number,
            title=clip(one.text.strip().partition("\n")[0], TITLE),
        )
    said = clip(one.title, TITLE)
    title = Markup("<s>{}</s>").format(said) if one.called_off_at else said
    parts = [
        *(Markup("👥") for _ in range(one.is_meeting)),
        *(part for part in (hours(one),) if part),
        words.t("{title} ({organisation})", title=title, organisation=clip(one.organisation, NAME)),
    ]
    if one.place:
        parts.append(Markup("📍{}").format(clip(one.place, NAME)))
    if one.called_off_at is not None:
        parts.append(words.t("(called off)"))
    elif one.signs_up and one.free is not None:
        parts.append(words.t("full") if one.free == 0 else words.t("{free} left", free=one.free))
    return Markup("• ") + Markup(" ").join(parts)


def nothing(words: Words) -> Markup:
    return words.t("Nothing is announced for these days.")


def _post(  # noqa: PLR0913 - what a list is made of
    words: Words,
    head: Markup,
    page: Page[Thing],
    rows: Sequence[Row],
    today: date,
    *,
    is_private: bool,
) -> Post:
    lines = [head, *_lines(words, page.items, today)]
    if not page.items:
        lines.append(nothing(words))
    opening = [_opens(words, one, is_private=is_private) for one in page.items]
    return Post(LINE.join(lines), (*in_rows(opening, 2), *(row for row in rows if row)))


def _lines(words: Words, things: Sequence[Thing], today: date) -> Iterator[Markup]:
    shown: date | None = None
    for one in things:
        on = _on(words, one)
        if on != shown:
            shown = on
            name = Markup("{}").format(words.day(on, today))
            yield Markup()
            yield (
                words.t("<b>{day}</b> · today", day=name)
                if on == today
                else Markup("<b>{}</b>").format(name)
            )
        yield line(words, one)


def _opens(words: Words, one: Thing, *, is_private: bool) -> Button:
    if isinstance(one, DueNotice):
        label = words.t("⏰ Notice {number}", number=one.number)
        return private_link(label, NOTICE, str(one.number))
    on = one.held_on
    label = Markup("{}/{} {}").format(on.month, on.day, clip(one.title, LABEL))
    if is_private:
        return button(label, pack(OPEN, one.id))
    return private_link(label, EVENT, str(one.id))


def _things(found: Days, words: Words) -> list[Thing]:
    every: list[Thing] = [*found.announced, *found.due]
    return sorted(every, key=lambda one: (_on(words, one), _clock(words, one)))


def _on(words: Words, one: Thing) -> date:
    if isinstance(one, DueNotice):
        return one.deadline.astimezone(words.zone).date()
    return one.held_on


def _clock(words: Words, one: Thing) -> str:
    return words.clock(one.deadline) if isinstance(one, DueNotice) else one.starts


def _turns(page: Page[Thing], name: str, *numbers: int) -> Row:
    return pager(page, name, *numbers)


def _cell(one: date, first: date, busy: set[date]) -> Button:
    """A day of the calendar; those of other months are blank."""
    if one.month != first.month:
        return button(Markup("–"), pack(MONTH, first.year, first.month))
    label = f"{one.day}{MARK}" if one in busy else str(one.day)
    return button(Markup("{}").format(label), pack(SHOWN_DAY, one.toordinal()))


def _initial(words: Words, weekday: int) -> Markup:
    """一 二 三 …, or the first letters of the weekday."""
    name = words.weekday(WEEKDAYS + timedelta(weekday))
    return Markup("{}").format(name[-1] if words.language == "zh_CN" else name[:1])


def _summary(words: Words, found: Days, busy: int) -> Iterator[Markup]:
    count = sum(one.called_off_at is None for one in found.announced)
    if not count and not found.due:
        yield words.t("Nothing is announced for these days.")
        return
    if count:
        yield words.n(
            "{count} thing is on, on {days} days", "{count} things are on, on {days} days", count,
            days=busy,
        )  # fmt: skip
    if found.due:
        yield words.n("⏰ {count} notice is due", "⏰ {count} notices are due", len(found.due))
    yield words.t("A day with a dot has something on: press it.")


def month_of(year: int, number: int) -> tuple[date, date] | None:
    """Its first and its last day; None for no month."""
    try:
        first = date(year, number, 1)
        after = date(year + number // YEAR, number % YEAR + 1, 1)
    except ValueError:
        return None
    return first, after - timedelta(1)


def week_of(one: date) -> tuple[date, date]:
    """Monday and Sunday."""
    monday = one - timedelta(one.weekday())
    return monday, monday + timedelta(SEVEN - 1)
