"""A notice's record as staff ask for it: page by page, and in private, as it names people."""

from commands.kit import Talk
from commands.notices import rules, views
from commands.notices.records import difficulties as reasons, histories, links, seen as readers
from storage import boards, histories as records, readings
from storage.boards import Board


async def difficulties(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Whole reasons."""
    number, page = rules.two(numbers)
    board = await _board(talk, number)
    if board is not None:
        await talk.edit(reasons.page(talk.words, board, page))


async def seen(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Who saw it with nothing to answer."""
    number, page = rules.two(numbers)
    found = await readings.listed(talk.store, number, page, readers.PAGE)
    if found is None or not talk.place.is_private:
        await _refuse(talk, is_known=found is not None)
    else:
        await talk.edit(readers.page(talk.words, found))


async def history(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What happened, newest first."""
    number, page = rules.two(numbers)
    found = await records.numbered(talk.store, number)
    if found is None or not talk.place.is_private:
        await _refuse(talk, is_known=found is not None)
    else:
        await talk.edit(histories.page(talk.words, found, page))


async def link(talk: Talk, numbers: tuple[int, ...]) -> None:
    """A message to forward to those whom nothing reaches, and above it for whom it is."""
    number, _ = rules.two(numbers)
    board = await _board(talk, number)
    if board is None:
        return
    if not board.out_of_reach:
        await talk.toast(links.nobody(talk.words))
        return
    url = talk.private_url("notice", str(number))
    await talk.reply(links.to_whom(talk.words, board))
    await talk.reply(links.to_forward(talk.words, board.notice, url))


async def _board(talk: Talk, number: int) -> Board | None:
    board = await boards.numbered(talk.store, number)
    if board is not None and talk.place.is_private:
        return board
    await _refuse(talk, is_known=board is not None)
    return None


async def _refuse(talk: Talk, *, is_known: bool) -> None:
    say = views.only_in_private if is_known else views.no_such_notice
    await talk.toast(say(talk.words))
