"""`/visits`: all organisations that were visited, then one of them."""

from commands.kit import Talk
from commands.visits import choosing, lists, views
from storage import organisations, visit_lists
from storage.organisations import Organisation


async def listed(talk: Talk) -> None:
    """`/visits`, or `/visits Xinglong`."""
    if not talk.place.is_private:
        await talk.reply(views.only_in_private(talk.words, "visits", talk.args))
        return
    meant = organisations.named(await organisations.every(talk.store), talk.args)
    if len(meant) == 1:
        found = await visit_lists.every(talk.store, meant[0].id)
        await talk.reply(lists.of_one(talk.words, meant[0], found, 1, talk.today))
        return
    found_all = await visit_lists.standings(talk.store, talk.today)
    ids = {one.id for one in meant}
    wanted = [one for one in found_all if one.organisation_id in ids] or found_all
    await talk.reply(lists.overview(talk.words, wanted, 1, talk.today))


async def turned(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A page of all."""
    found = await visit_lists.standings(talk.store, talk.today)
    number = numbers[0] if numbers else 1
    await talk.edit(lists.overview(talk.words, found, number, talk.today))


async def of_one(talk: Talk, numbers: tuple[int, ...]) -> None:
    """An organisation of the list, or a page of its visits."""
    one = await _the(talk, numbers)
    if one is not None:
        found = await visit_lists.every(talk.store, one.id)
        number = numbers[1] if len(numbers) > 1 else 1
        await talk.edit(lists.of_one(talk.words, one, found, number, talk.today))


async def opened(talk: Talk, numbers: tuple[int, ...]) -> None:
    """The same from an organisation's card, which stays as it is."""
    one = await _the(talk, numbers)
    if one is not None:
        found = await visit_lists.every(talk.store, one.id)
        await talk.reply(lists.of_one(talk.words, one, found, 1, talk.today))


async def new(talk: Talk, _numbers: tuple[int, ...]) -> None:
    """Which organisation, in place of the list."""
    await talk.edit(choosing.which(talk.words, await organisations.every(talk.store)))


async def _the(talk: Talk, numbers: tuple[int, ...]) -> Organisation | None:
    one = await organisations.one(talk.store, numbers[0]) if numbers else None
    if one is None:
        await talk.toast(views.gone(talk.words))
    return one
