"""Many notices, and those that still lack answers."""

from commands.kit import Post, Role, Talk
from commands.notices import rules, views
from commands.notices.following import reminders
from commands.notices.reading import lists, showing
from commands.notices.reading.lists import OPEN_NOTICES
from storage import boards, listings
from storage.listings import Listing

NOTICES_A_PAGE = 8


async def listed(talk: Talk) -> None:
    found = await listings.listed(talk.store, 1, NOTICES_A_PAGE)
    await talk.reply(_listing(talk, found))


async def turned(talk: Talk, numbers: tuple[int, ...]) -> None:
    page, _ = rules.two(numbers)
    found = await listings.listed(talk.store, page, NOTICES_A_PAGE)
    await talk.edit(_listing(talk, found))


async def pending(talk: Talk) -> None:
    """For staff who has not answered a notice (the only open one); for liaisons what they owe."""
    if talk.asker.role < Role.STAFF:
        await _owed(talk)
        return
    number = rules.read_number(talk.args) if talk.args else None
    if talk.args and number is None:
        await talk.say(views.no_number(talk.words))
        return
    if number is None:
        open_ones = await listings.open_ones(talk.store, OPEN_NOTICES + 1)
        if len(open_ones) != 1:
            await talk.reply(lists.open_notices(talk.words, open_ones))
            return
        number = open_ones[0].number or 0
    board = await boards.numbered(talk.store, number)
    found = await reminders.missing(talk, board) if board else None
    await talk.reply(found or Post(views.no_such_notice(talk.words)))


async def _owed(talk: Talk) -> None:
    """What one's own organisations have not answered; in private the only one with its buttons."""
    owed = await listings.owed_by(talk.store, talk.asker.person.id, OPEN_NOTICES)
    is_private = talk.place.is_private
    only = owed[0][0].number if len(owed) == 1 and is_private else None
    board = await boards.numbered(talk.store, only) if only else None
    if board is not None:
        await talk.reply(await showing.whole(talk, board))
        return
    await talk.reply(lists.owed(talk.words, owed, talk.today, is_private=is_private))


async def pending_pressed(talk: Talk, numbers: tuple[int, ...]) -> None:
    """One of the open notices, or another page, in place of what was shown."""
    number, page = rules.two(numbers)
    board = await boards.numbered(talk.store, number)
    if board is None:
        await talk.toast(views.no_such_notice(talk.words))
    else:
        await talk.edit(await reminders.missing(talk, board, page))


def _listing(talk: Talk, found: Listing) -> Post:
    return lists.listing(talk.words, found, talk.today, is_private=talk.place.is_private)
