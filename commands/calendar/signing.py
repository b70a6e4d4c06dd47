"""People sign up by a press, bring somebody, or cannot come; the last place is given once."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from commands.calendar import cards, handlers, planning
from commands.calendar.cards import JOIN, LEAVE, LESS, MORE, OWN
from commands.kit import Due, Role, Talk, hours_of
from storage import announcements, signups
from storage.announcements import ANNOUNCED, Announcement
from storage.database import Store
from storage.signups import Standing

Write = Callable[[Store, int, int, datetime], Awaitable[Standing]]


async def join(talk: Talk, numbers: tuple[int, ...]) -> None:
    await _press(talk, numbers, JOIN, signups.sign_up)


async def more(talk: Talk, numbers: tuple[int, ...]) -> None:
    await _press(talk, numbers, MORE, _bring(1))


async def less(talk: Talk, numbers: tuple[int, ...]) -> None:
    await _press(talk, numbers, LESS, _bring(-1))


async def leave(talk: Talk, numbers: tuple[int, ...]) -> None:
    await _press(talk, numbers, LEAVE, signups.leave)


async def evening(store: Store, due: Due) -> None:
    """The job: those who come are reminded, unless it has begun by now."""
    one = await announcements.one(store, due.subject_id)
    hours = await hours_of(store, due.office)
    if one is not None and due.now < planning.begins_at(one, hours):
        await signups.remind(store, one.id, due.now)


async def _press(talk: Talk, numbers: tuple[int, ...], pressed: str, write: Write) -> None:
    """Whoever presses means themselves; the hour is asked of the clock, the places of storage."""
    number, is_own = (*numbers, 0, 0)[:2]
    one = await announcements.one(talk.store, number)
    if one is None or one.state != ANNOUNCED:
        await talk.toast(cards.gone(talk.words, None))
    elif one.is_meeting and talk.asker.role < Role.LIAISON:
        await talk.toast(cards.for_liaisons(talk.words), alert=True)
    elif await _is_over(talk, one):
        await talk.toast(cards.gone(talk.words, one))
    else:
        standing = await write(talk.store, one.id, talk.asker.person.id, talk.now)
        hours = await hours_of(talk.store, talk.office)
        reminds = planning.occasion(one.held_on, hours).eve_at > talk.now
        await talk.toast(cards.toast(talk.words, standing, pressed, reminds=reminds))
        post = await handlers.own_card(talk, one.id) if is_own == OWN else None
        if post is not None and talk.place.is_private:
            await talk.edit(post)


async def _is_over(talk: Talk, one: Announcement) -> bool:
    hours = await hours_of(talk.store, talk.office)
    return not handlers.is_taking(one) or talk.now >= planning.begins_at(one, hours)


def _bring(heads: int) -> Write:
    async def write(store: Store, number: int, person_id: int, now: datetime) -> Standing:
        return await signups.bring(store, number, person_id, heads, now)

    return write
