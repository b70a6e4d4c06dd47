"""`/week`, `/month`: what is on, and one of it opened."""

from datetime import date

from commands.calendar import cards, planning, weeks
from commands.calendar.look import look, may_see
from commands.calendar.rules import may_change
from commands.kit import Post, Talk, hours_of
from commands.kit.spans import read_span
from storage import announcement_lists, announcements, signup_lists, signups
from storage.announcements import PATTERN, Announcement


async def week(talk: Talk) -> None:
    """`/week`, `/week 下周`, `/week 9月5日`: the week of the day."""
    span = read_span(talk.args, talk.today)
    await talk.reply(await _week(talk, span.first if span else talk.today, 1))


async def month(talk: Talk) -> None:
    """`/month`, `/month 9月`."""
    span = read_span(talk.args, talk.today)
    day = span.first if span else talk.today
    await talk.reply(await _month(talk, day.year, day.month) or Post(weeks.nothing(talk.words)))


async def week_turned(talk: Talk, numbers: tuple[int, ...]) -> None:
    ordinal, number = (*numbers, 0, 1)[:2] if numbers else (0, 1)
    day = day_of(ordinal)
    if day is None:
        await talk.toast(weeks.nothing(talk.words))
    else:
        await talk.edit(await _week(talk, day, max(1, number)))


async def month_turned(talk: Talk, numbers: tuple[int, ...]) -> None:
    post = await _month(talk, *numbers) if len(numbers) == 2 else None  # noqa: PLR2004 - year, month
    if post is None:
        await talk.toast(weeks.nothing(talk.words))
    else:
        await talk.edit(post)


async def day_shown(talk: Talk, numbers: tuple[int, ...]) -> None:
    day = day_of(numbers[0]) if numbers else None
    if day is None:
        await talk.toast(weeks.nothing(talk.words))
        return
    found = await look(talk, day, day)
    await talk.edit(weeks.day(talk.words, found, talk.today, is_private=talk.place.is_private))


async def opened(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One of a list, in its place; in a group nobody's own sign-up is shown."""
    post = await own_card(talk, numbers[0] if numbers else 0)
    if not talk.place.is_private:
        await talk.toast(talk.words.t("Please open it in our private chat."), alert=True)
    elif post is None:
        await talk.toast(cards.gone(talk.words, None))
    else:
        await talk.edit(post)


async def event(talk: Talk) -> None:
    """`/event 12`, from a link; alone it shows the week."""
    number = int(talk.args) if talk.args.isdecimal() and len(talk.args) < 12 else 0  # noqa: PLR2004 - any id is shorter
    if not number:
        await week(talk)
        return
    post = await own_card(talk, number) if talk.place.is_private else None
    if post is not None:
        await talk.reply(post)
    elif await current(talk, number) is None:
        await talk.say(cards.gone(talk.words, None))
    else:
        await talk.say(talk.words.t("Please open it in our private chat."))


async def mine(talk: Talk) -> None:
    """`/signups`: what this person signed up for."""
    found = await signup_lists.mine(talk.store, talk.asker.person.id, talk.today)
    if talk.place.is_private:
        await talk.reply(cards.signed_up(talk.words, found, talk.today))
    else:
        await talk.reply(cards.in_private(talk.words))


async def own_card(talk: Talk, number: int) -> Post | None:
    """How the person stands with it; of what repeats the next time; None: there is none."""
    one = await current(talk, number)
    if one is None:
        return None
    hours = await hours_of(talk.store, talk.office)
    standing = await signups.standing(talk.store, one.id, talk.asker.person.id)
    is_open = is_taking(one) and talk.now < planning.begins_at(one, hours)
    return cards.own(talk.words, standing, is_open=is_open, may_change=may_change(talk.asker, one))


async def current(talk: Talk, number: int) -> Announcement | None:
    """What is announced under this id, of a pattern its next; None: nothing that may be seen."""
    one = await announcements.one(talk.store, number)
    if one is not None and one.state == PATTERN:
        one = await announcement_lists.next_of(talk.store, one.id, talk.today)
    if one is None or one.state != announcements.ANNOUNCED or not may_see(talk, one):
        return None
    return one


def is_taking(one: Announcement) -> bool:
    """True for what takes place and is not over, as far as the row says."""
    return one.called_off_at is None and one.activity_id is None


def day_of(ordinal: int) -> date | None:
    """A button's day, within the years that calendars have; anybody may forge it."""
    first, last = date(2000, 1, 1).toordinal(), date(2100, 1, 1).toordinal()
    return date.fromordinal(ordinal) if first <= ordinal <= last else None


async def _week(talk: Talk, day: date, number: int) -> Post:
    found = await look(talk, *weeks.week_of(day))
    is_private = talk.place.is_private
    return weeks.week(talk.words, found, talk.today, number, is_private=is_private)


async def _month(talk: Talk, year: int, number: int) -> Post | None:
    span = weeks.month_of(year, number)
    if span is None or day_of(span[0].toordinal()) is None:
        return None
    return weeks.month(talk.words, await look(talk, *span), talk.today)
