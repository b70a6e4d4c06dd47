"""Two are paired by a button, and parted by another; since when is asked afterwards."""

from datetime import date

from commands.kit import Post, Talk
from commands.organisations import cards
from commands.organisations.days import read_since
from commands.organisations.pairing import views
from locales import Words
from storage import organisations, pairings
from storage.database import Store
from storage.organisations import Organisation
from storage.pairings import QUESTION, Paired

OF_TWO = 2
PUT_BACK = 3


async def show(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The card's button: with whom, and with whom else; the second number is a page."""
    one = await organisations.one(talk.store, numbers[0]) if numbers else None
    if one is None or one.retired_at is not None:
        await talk.toast(cards.gone(talk.words))
    else:
        await talk.edit(await _page(talk, one, numbers[1] if len(numbers) == OF_TWO else 1))


async def pair(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A community's button; a third number is the day of a pair that was just parted, or 0."""
    if len(numbers) not in {OF_TWO, PUT_BACK}:
        await talk.toast(cards.gone(talk.words))
        return
    unit, community = numbers[:2]
    since = _day(talk, numbers[2]) if len(numbers) == PUT_BACK else None
    who = unit, community, talk.asker.person.id
    done = await pairings.pair(talk.store, *who, talk.now, since)
    both = {one.community_id: one for one in await pairings.of(talk.store, unit)}
    if done is Paired.NOT_SO or community not in both:
        await talk.toast(views.not_so(talk.words))
    elif since is None and done is Paired.DONE:
        await talk.edit(views.since_when(talk.words, both[community], talk.today))
    else:
        await talk.edit(views.paired(talk.words, both[community]))


async def unpair(talk: Talk, numbers: tuple[int, ...]) -> None:
    """They are paired no more; one press puts it back."""
    gone = await pairings.unpair(talk.store, *numbers) if len(numbers) == OF_TWO else None
    if gone is None:
        await talk.toast(views.parted_before(talk.words))
    else:
        await talk.edit(views.parted(talk.words, gone))


async def began(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A day's button; 0 is that nobody knows."""
    if len(numbers) != OF_TWO:
        await talk.toast(cards.gone(talk.words))
        return
    one = await pairings.began(talk.store, numbers[0], _day(talk, numbers[1]))
    if one is None:
        await talk.toast(views.parted_before(talk.words))
    else:
        await talk.edit(views.paired(talk.words, one))


async def ask(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Another day: it is asked for."""
    one = await pairings.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    if one is None:
        await talk.toast(views.parted_before(talk.words))
        return
    await pairings.ask(talk.store, QUESTION, one.id, talk.place.id, talk.now)
    await talk.toast(views.answer_below(talk.words))


async def question(store: Store, words: Words, pairing_id: int) -> Post | None:
    """Since when?"""
    one = await pairings.one(store, pairing_id)
    return views.question(words, one) if one else None


async def answer(talk: Talk, pairing_id: int) -> bool:
    """The reply with the day."""
    if not talk.asker.person.is_staff:
        return False
    since = read_since(talk.message.text, talk.today)
    if since is None:
        await talk.reply(views.no_day(talk.words))
        return True
    one = await pairings.began(talk.store, pairing_id, since)
    if one is None:
        await talk.say(views.parted_before(talk.words))
    else:
        await talk.reply(views.paired(talk.words, one))
    return True


async def _page(talk: Talk, one: Organisation, number: int) -> Post:
    pairs = await pairings.of(talk.store, one.id)
    every = await organisations.every(talk.store)
    return views.pairs(talk.words, one, pairs, every, number)


def _day(talk: Talk, ordinal: int) -> date | None:
    """A day that a button bears; None for one that has not been yet."""
    return date.fromordinal(ordinal) if 0 < ordinal <= talk.today.toordinal() else None
