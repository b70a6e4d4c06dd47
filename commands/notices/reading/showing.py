"""One notice as somebody asked for it: in private whole, in the group short."""

from commands.kit import Post, Role, Talk
from commands.notices import rules, views
from commands.notices.reading import cards
from locales import Words
from storage import answers, arrivals, attachments, boards, deliveries, notices
from storage.boards import Board
from storage.database import Store


async def show(talk: Talk) -> None:
    """One notice by its number, for everybody."""
    await _show(talk, await boards.numbered(talk.store, int(talk.args)))


async def show_pressed(talk: Talk, numbers: tuple[int, ...]) -> None:
    """From a list as a message of its own; another page of it in its place."""
    number, page = rules.two(numbers)
    board = await boards.numbered(talk.store, number)
    if board is not None and page and talk.place.is_private:
        await talk.edit(await whole(talk, board, page))
    else:
        await _show(talk, board)


async def whole(talk: Talk, board: Board, page: int = 1) -> Post:
    """All of it, with what the person can do with it."""
    own = None
    if board.notice.asks_people:
        own = await answers.own(talk.store, board.notice.id, talk.asker.person.id)
    return cards.whole(
        talk.words,
        board,
        talk.asker.organisations,
        page,
        now=talk.now,
        own=own,
        enclosures=await attachments.of(talk.store, board.notice.id),
        arrived=await arrivals.of(talk.store, board.notice.id),
        for_staff=talk.asker.role == Role.STAFF,
    )


async def renew(talk: Talk, notice_id: int) -> None:
    """A private view shows the answer at once; the group's card is the outbox's to change."""
    if not talk.place.is_private:
        return
    if await deliveries.shown_by(talk.store, talk.place.id, talk.message.id) is not None:
        return  # the outbox changes it
    board = await boards.board(talk.store, notice_id)
    if board is not None and board.notice.number is not None:
        await talk.edit(await whole(talk, board))


async def card(store: Store, words: Words, notice_id: int) -> Post | None:
    """The message in each group that a notice went to."""
    board = await boards.board(store, notice_id)
    return cards.card(words, board) if board else None


async def number_of(store: Store, notice_id: int) -> int | None:
    """The number by which people know the notice; a draft has none."""
    return await notices.number_of(store, notice_id)


async def _show(talk: Talk, board: Board | None) -> None:
    """What waits for its moment is known to staff alone."""
    if board is None or (board.notice.is_held and talk.asker.role < Role.STAFF):
        await talk.say(views.no_such_notice(talk.words))
    elif talk.place.is_private:
        await talk.reply(await whole(talk, board))
    else:
        await talk.reply(cards.short(talk.words, board, talk.asker.organisations))
