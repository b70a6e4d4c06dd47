"""Files that go along with a notice: sent before its card and its copies, or asked for."""

from datetime import datetime

from commands.kit import Post, Talk
from commands.notices import enclosed, rules, views
from locales import Words
from storage import attachments, boards
from storage.attachments import DOCUMENTS, PICTURES
from storage.database import Store


async def pictures(store: Store, words: Words, notice_id: int) -> Post | None:
    """Its photos and videos."""
    return await _post(store, words, notice_id, PICTURES)


async def documents(store: Store, words: Words, notice_id: int) -> Post | None:
    """Its other files."""
    return await _post(store, words, notice_id, DOCUMENTS)


async def show(talk: Talk, numbers: tuple[int, ...]) -> None:
    """All of them, for whoever reads the notice in private."""
    notice_id, _ = rules.two(numbers)
    posts = [await _post(talk.store, talk.words, notice_id, kind) for kind in (PICTURES, DOCUMENTS)]
    shown = [one for one in posts if one is not None and not one.is_withdrawn]
    for one in shown:
        await talk.reply(one)
    if not shown:
        await talk.toast(views.no_such_notice(talk.words))


async def does_not_matter(_store: Store, _notice_id: int, _person_id: int, _now: datetime) -> None:
    """The notice itself cannot reach the person either, and something stands in for that."""


async def _post(store: Store, words: Words, notice_id: int, kind: str) -> Post | None:
    board = await boards.board(store, notice_id)
    if board is None or board.notice.number is None:
        return None
    return enclosed.post(words, board.notice, await attachments.of(store, notice_id), kind)
