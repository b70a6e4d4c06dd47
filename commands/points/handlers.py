"""`/points`: what there is, by organisation, and one of them with its place on the map."""

from collections.abc import Sequence

from commands.kit import Post, Role, Talk
from commands.points import cards, lists
from commands.points.files.receiving import TABLE
from commands.points.keepers import is_kept_by, now_of, the_point
from commands.points.nearby import standing_of
from storage import organisations, point_lists
from storage.organisations import Organisation
from storage.points import Point


async def listed(talk: Talk) -> None:
    """`/points`, or `/points Xinglong`; below a file of staff's, the table to be taken over."""
    file = talk.message.attachment
    if file is not None and talk.asker.role is Role.STAFF and talk.place.is_private:
        await TABLE.receive(talk)
        return
    register = await organisations.every(talk.store)
    named = await point_lists.called(talk.store, talk.args) if talk.args else None
    meant = organisations.named(register, talk.args)
    if len(meant) == 1:
        await talk.reply(await _of(talk, meant[0], 1))
    elif named is not None:
        await show_point(talk, named)
    elif talk.args and not meant:
        await talk.reply(lists.none(talk.words, talk.args))
    else:
        await talk.reply(await _overview(talk, meant or register, 1))


async def every(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A page of all organisations that have some."""
    register = await organisations.every(talk.store)
    await talk.edit(await _overview(talk, register, numbers[0] if numbers else 1))


async def of(talk: Talk, numbers: tuple[int, ...]) -> None:
    """An organisation's, a page at a time."""
    one = await organisations.one(talk.store, numbers[0]) if numbers else None
    if one is None:
        await talk.toast(cards.gone(talk.words))
    else:
        await talk.edit(await _of(talk, one, numbers[1] if len(numbers) > 1 else 1))


async def show(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A number's button: the map, then the card."""
    point = await the_point(talk, numbers)
    if point is not None:
        await show_point(talk, point)


async def show_point(talk: Talk, point: Point) -> None:
    """The map bears no words, so they follow it."""
    place = cards.on_the_map(point) if point.retired_at is None else None
    if place is not None:
        await talk.reply(place)
    await talk.reply(cards.card(talk.words, point, now_of(talk, point)))


async def _overview(talk: Talk, some: Sequence[Organisation], number: int) -> Post:
    counts = await point_lists.counted(talk.store)
    there = [(one, counts[one.id]) for one in some if counts.get(one.id)]
    keeps = talk.place.is_private and talk.asker.role >= Role.LIAISON
    is_staff = talk.place.is_private and talk.asker.role is Role.STAFF
    return lists.overview(talk.words, there, number, lists.May(keeps, is_staff))


async def _of(talk: Talk, one: Organisation, number: int) -> Post:
    found = await point_lists.at(talk.store, one.id)
    may_add = talk.place.is_private and is_kept_by(talk, one.id)
    standings = {point.id: standing_of(talk, point.hours) for point in found}
    return lists.of(talk.words, one, found, standings, number, may_add=may_add)
