"""The end of a notice: by itself at the deadline, or by a button; and its summary for staff."""

from commands.kit import Due, Post, Studio, Talk
from commands.notices import rules, views
from commands.notices.figures import showing as figures
from commands.notices.figures.paces import Clock
from commands.notices.following import summaries, waiting
from commands.notices.reading import showing
from storage import boards, deadlines, sendings
from storage.database import Store
from storage.deadlines import APPROACH


async def close(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, _ = rules.two(numbers)
    change = await deadlines.close(talk.store, notice_id, talk.asker.person.id, talk.now)
    await talk.toast(views.changed(talk.words, change))
    await showing.renew(talk, notice_id)


async def reopen(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, _ = rules.two(numbers)
    change = await deadlines.reopen(talk.store, notice_id, talk.asker.person.id, talk.now)
    await talk.toast(views.changed(talk.words, change))
    await showing.renew(talk, notice_id)


async def close_when_due(store: Store, due: Due) -> None:
    """The job at the deadline."""
    told_at = await waiting.told_at(store, due)
    await deadlines.close(store, due.subject_id, None, due.now, told_at)


async def remind_when_near(store: Store, due: Due) -> None:
    """The job some time before the deadline: who is missing by now is reminded."""
    await waiting.remind(store, due, APPROACH)


async def settle(store: Store, due: Due) -> None:
    """The job when a sent notice cannot be taken back any more."""
    await sendings.gone(store, due.subject_id)


async def summary(store: Store, studio: Studio, notice_id: int) -> Post | None:
    """To staff, once it is closed."""
    board = await boards.board(store, notice_id)
    if board is None:
        return None
    clock = Clock(studio.words.zone, studio.office.calendar)
    how_fast = await figures.pace_on(store, clock, board)
    return summaries.summary(studio.words, board, how_fast)
