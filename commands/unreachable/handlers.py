"""The list of those out of reach, and the three things that help; in private: it names people."""

from datetime import datetime

from commands.kit import Post, Talk, page_of
from commands.unreachable import views
from locales import Words
from storage import people, phones, unreached
from storage.database import Store
from storage.people import Person

PAGE = 5


async def listed(talk: Talk) -> None:
    """`/unreachable`: whole in private, how many in a group."""
    if talk.place.is_private:
        await talk.reply(await _page(talk, 1))
    else:
        found = await unreached.unreached(talk.store)
        await talk.reply(views.in_group(talk.words, len(found)))


async def show(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Another page in place of this one."""
    if not talk.place.is_private:
        await talk.toast(views.in_private_only(talk.words))
    else:
        await talk.edit(await _page(talk, numbers[0] if numbers else 1))


async def again(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Tries to write to the person once more; the outcome comes in a few seconds."""
    person = await _person(talk, numbers)
    if person is None:
        await talk.toast(views.gone(talk.words))
        return
    by = talk.asker.person.id
    is_tried = await unreached.try_again(talk.store, person.id, by, talk.now)
    await talk.toast(views.trying(talk.words, person, is_tried=is_tried))


async def forward(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A message to forward to the person by another way."""
    person = await _person(talk, numbers)
    if person is None:
        await talk.toast(views.gone(talk.words))
    else:
        url = talk.private_url("hello")
        await talk.reply(views.to_forward(talk.words, person, url))


async def call(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The number, if its owner let it be kept."""
    person = await _person(talk, numbers)
    kept = await phones.of(talk.store, person.id) if person else None
    if person is None or kept is None:
        await talk.toast(views.no_number(talk.words))
    else:
        await talk.reply(views.number(talk.words, person, kept.number))


async def hello(store: Store, words: Words, person_id: int) -> Post | None:
    """For who was out of reach: if it arrives, they are not."""
    person, _ = await people.known(store, person_id)
    return views.hello(words, person) if person else None


async def came_through(store: Store, person_id: int, _chat_id: int, now: datetime) -> None:
    """It arrived."""
    await unreached.came_through(store, person_id, now)


async def still_out_of_reach(store: Store, person_id: int, _chat_id: int, now: datetime) -> None:
    """It did not, and why is known by now: nothing to decide, so nothing else follows."""
    await unreached.tell(store, person_id, now)


async def result(store: Store, words: Words, person_id: int) -> Post | None:
    """For the one of the staff who tried."""
    person, _ = await people.known(store, person_id)
    return views.result(words, person) if person else None


async def _page(talk: Talk, number: int) -> Post:
    found = page_of(await unreached.unreached(talk.store), number, PAGE)
    numbers = await phones.of_each(talk.store, [one.id for one in found.items])
    return views.listed(talk.words, found, frozenset(numbers))


async def _person(talk: Talk, numbers: tuple[int, ...]) -> Person | None:
    """Whom a button names; in private alone, and only somebody with a role."""
    if len(numbers) != 1 or not talk.place.is_private:
        return None
    with_roles = await people.with_roles(talk.store)
    return next((one for one in with_roles if one.id == numbers[0]), None)
