"""Somebody with a role left a group: staff take the role, keep it, or invite another."""

from commands.kit import Post, Talk
from commands.people import partings
from commands.people.rules import CONFIRMED
from locales import Words
from storage import deliveries, departures
from storage.database import Store
from storage.departures import OPEN


async def told(store: Store, words: Words, departure_id: int) -> Post | None:
    """For each of staff."""
    found = await departures.one(store, departure_id)
    return None if found is None else partings.question(words, found)


async def keep(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The role stays."""
    await _decide(talk, numbers, keeps=True)


async def remove(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The roles end; asks back first, as a thumb slips easily."""
    found = await departures.one(talk.store, numbers[0]) if numbers else None
    if found is None or not found.organisations or not talk.place.is_private:
        await talk.toast(partings.gone(talk.words))
    elif found.state != OPEN or numbers[1:] == (CONFIRMED,):
        await _decide(talk, numbers[:1], keeps=False)
    else:
        await talk.reply(partings.confirm(talk.words, found))


async def _decide(talk: Talk, numbers: tuple[int, ...], *, keeps: bool) -> None:
    if len(numbers) != 1 or not talk.place.is_private:
        await talk.toast(partings.gone(talk.words))
        return
    by = talk.asker.person.id
    is_made, found = await departures.decide(talk.store, numbers[0], by, talk.now, keeps=keeps)
    if found is None:
        await talk.toast(partings.gone(talk.words))
        return
    await talk.toast(partings.decided(talk.words, is_made=is_made))
    if await deliveries.shown_by(talk.store, talk.place.id, talk.message.id) is None:
        await talk.edit(partings.question(talk.words, found))
