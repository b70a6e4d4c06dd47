"""An organisation leaves the alliance, and may come back: what it did stays on record."""

from commands.kit import Talk
from commands.organisations import cards
from commands.organisations.editing import views
from storage import organisations


async def ask(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The button: is that so?"""
    one = await organisations.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    if one is None or one.retired_at is not None:
        await talk.toast(cards.gone(talk.words))
    else:
        await talk.edit(views.leaves(talk.words, one))


async def leave(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Yes: it is asked no more, and stands in no list."""
    one = await organisations.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    if one is None:
        await talk.toast(cards.gone(talk.words))
        return
    await organisations.retire(talk.store, one.id, talk.asker.person.id, talk.now)
    await talk.edit(views.left(talk.words, one))


async def come_back(talk: Talk, numbers: tuple[int, ...]) -> None:
    """It is a member again."""
    one = await organisations.one(talk.store, numbers[0]) if len(numbers) == 1 else None
    if one is None:
        await talk.toast(cards.gone(talk.words))
        return
    await organisations.take_back(talk.store, one.id)
    await talk.edit(views.is_back(talk.words, one))


async def former(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Those that have left, a page at a time."""
    every = await organisations.former(talk.store)
    await talk.edit(views.former(talk.words, every, numbers[0] if numbers else 1))
