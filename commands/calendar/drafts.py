"""What is to be announced is completed by buttons of its preview, and announced by a press."""

from collections.abc import Sequence

from markupsafe import Markup

from commands.calendar import cards, handlers, panels, planning, rules
from commands.calendar.changing import apply, the_one
from commands.calendar.choices import NAMES, ends_at
from commands.calendar.panels import HERE, NOWHERE
from commands.kit import Post, Studio, Talk, hours_of
from storage import announcement_lists, announcements, features, series
from storage.announcements import DISCARDED, DRAFT, HOLIDAYS, PATTERN, Announcement
from storage.database import Store
from storage.features import Place

LONGEST = 24 * 60
"""Minutes of a day."""


async def card(store: Store, studio: Studio, number: int) -> Post | None:
    """The preview of a draft; once it is announced its card, of what repeats the next time's."""
    one = await announcements.one(store, number)
    if one is None:
        return None
    words, today = studio.words, studio.now.astimezone(studio.office.zone).date()
    if one.state == DISCARDED:
        return panels.discarded(words, one)
    hours = await hours_of(store, studio.office)
    if one.state == DRAFT:
        dates = planning.occasions(one, hours, studio.now)[: panels.DATES] if one.rule else ()
        places = await features.places(store)
        return panels.preview(words, one, dates, places, today)
    if one.state == PATTERN:
        following = await announcement_lists.next_of(store, one.id, today)
        if following is None:
            return cards.over(words, one)
        one = following
    is_open = handlers.is_taking(one) and studio.now < planning.begins_at(one, hours)
    return cards.card(words, one, is_open=is_open)


async def panel(talk: Talk, numbers: tuple[int, ...]) -> None:
    one = await the_one(talk, numbers[:1])
    place = numbers[1] if len(numbers) > 1 else 0
    if one is not None and one.state == DRAFT and 0 <= place < len(NAMES):
        await announcements.revise(talk.store, one.id, {"panel": NAMES[place]})
    elif one is not None:
        await talk.toast(_announced(talk))


async def set_rule(talk: Talk, numbers: tuple[int, ...]) -> None:
    one = await _draft(talk, numbers, 2)
    if one is not None:
        await _set(talk, one, "rule", rules.rules_of(one.held_on), numbers[1])


async def set_end(talk: Talk, numbers: tuple[int, ...]) -> None:
    one = await _draft(talk, numbers, 2)
    if one is not None and one.rule:
        await _set(talk, one, "rule", rules.endings_of(one.rule, one.held_on), numbers[1])


async def set_holidays(talk: Talk, numbers: tuple[int, ...]) -> None:
    one = await _draft(talk, numbers, 2)
    if one is not None:
        await _set(talk, one, "holidays", HOLIDAYS, numbers[1])


async def set_time(talk: Talk, numbers: tuple[int, ...]) -> None:
    one = await _draft(talk, numbers, 3)
    if one is not None and 0 <= numbers[1] < LONGEST and 0 <= numbers[2] < LONGEST:
        starts = f"{numbers[1] // 60:02}:{numbers[1] % 60:02}"
        ends = ends_at(numbers[1], numbers[2])
        await apply(talk, one, {"starts": starts, "ends": ends})


async def set_room(talk: Talk, numbers: tuple[int, ...]) -> None:
    one = await _draft(talk, numbers, 2)
    values = rules.how_many(numbers[1]) if one else None
    if one is not None and values is not None:
        await apply(talk, one, values | {"panel": ""})


async def set_day(talk: Talk, numbers: tuple[int, ...]) -> None:
    one = await _draft(talk, numbers, 2)
    day = handlers.day_of(numbers[1]) if one else None
    if one is not None and day is not None and day >= talk.today:
        await apply(talk, one, rules.moved(one, day) | {"panel": ""})
    elif one is not None:
        await talk.toast(talk.words.t("That day is over. Please choose another."))


async def meeting(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A meeting is an activity after all, or the other way round."""
    one = await _draft(talk, numbers, 1)
    if one is not None:
        await apply(talk, one, {"is_meeting": not one.is_meeting})


async def discard(talk: Talk, numbers: tuple[int, ...]) -> None:
    one = await _draft(talk, numbers, 1)
    if one is not None:
        await apply(talk, one, {"state": DISCARDED})


async def publish(talk: Talk, numbers: tuple[int, ...]) -> None:
    """It is announced: where it was written, in a group, or in the calendar alone."""
    one = await _draft(talk, numbers, 2)
    if one is None:
        return
    hours = await hours_of(talk.store, talk.office)
    place = await _place(talk, numbers[1:])
    dates = planning.occasions(one, hours, talk.now)
    if one.held_on < talk.today or not dates:
        await talk.toast(talk.words.t("That day is over. Please choose another."), alert=True)
    elif place is None and numbers[1] not in {HERE, NOWHERE}:
        await talk.toast(talk.words.t("I cannot write there any more."), alert=True)
    elif await series.publish(talk.store, one.id, dates, place, talk.today, talk.now):
        await talk.toast(talk.words.t("✅ Announced. /week shows what is on."))
    else:
        await talk.toast(_announced(talk))


async def _draft(talk: Talk, numbers: tuple[int, ...], least: int) -> Announcement | None:
    """The draft of a button; else says that it was announced meanwhile."""
    one = await the_one(talk, numbers)
    if one is not None and (one.state != DRAFT or len(numbers) < least):
        await talk.toast(_announced(talk))
        return None
    return one


async def _set(
    talk: Talk, one: Announcement, name: str, offered: Sequence[str], place: int
) -> None:
    """One of what a panel offers, by its place; anybody may forge it."""
    if 0 <= place < len(offered):
        await apply(talk, one, {name: offered[place]})


async def _place(talk: Talk, where: tuple[int, ...]) -> Place | None:
    """Where a button leads, if the bot can write there; anybody may forge its numbers."""
    known = await features.places(talk.store)
    wanted = (*where, 0)[:2]
    return next((one for one in known if wanted == (one.chat_id, one.topic_id or 0)), None)


def _announced(talk: Talk) -> Markup:
    return talk.words.t("This is no draft any more. /week shows what is on.")
