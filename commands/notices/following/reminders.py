"""Reminding those who are missing: now, in the morning, or not after all."""

from datetime import datetime

from commands.kit import Due, Post, Talk
from commands.notices import rules
from commands.notices.following import pending, plans, reminder_views as views, weights as weighty
from locales import Words
from storage import boards, reminders, weights
from storage.boards import Board
from storage.database import Store
from storage.notices import OPEN


async def missing(talk: Talk, board: Board, page: int = 1) -> Post:
    """Who is missing, with what can be done about it."""
    plan = await _plan(talk, board, page)
    if talk.place.is_private:
        return pending.in_private(talk.words, board, page, plan)
    return pending.in_group(talk.words, board, plan)


async def remind_now(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, page = rules.two(numbers)
    done = await reminders.remind(talk.store, notice_id, talk.now)
    await talk.toast(plans.reminded(talk.words, done))
    await _renew(talk, notice_id, page)


async def remind_in_the_morning(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, page = rules.two(numbers)
    due_at = rules.next_morning(talk.now, talk.zone)
    plan = await reminders.plan(talk.store, notice_id, due_at)
    await talk.toast(plans.planned(talk.words, plan))
    await _renew(talk, notice_id, page)


async def call_off(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, page = rules.two(numbers)
    is_off = await reminders.call_off(talk.store, notice_id)
    await talk.toast(plans.called_off(talk.words, is_off=is_off))
    await _renew(talk, notice_id, page)


async def remind_when_due(store: Store, due: Due) -> None:
    """The job: whoever is missing by now is reminded."""
    promised_at = due.due_at if due.is_late else None
    await reminders.remind(store, due.subject_id, due.now, promised_at)


async def reminder(store: Store, words: Words, reminder_id: int) -> Post | None:
    """To a liaison in private; nothing when all was answered before it went out."""
    found = await reminders.one(store, reminder_id)
    return views.reminder(words, *found) if found else None


async def copy(store: Store, words: Words, reminder_id: int) -> Post | None:
    """An important notice, to a liaison in private."""
    found = await reminders.one(store, reminder_id)
    return weighty.copy(words, *found) if found else None


async def urge(store: Store, due: Due) -> None:
    """The job that repeats what is urgent."""
    await weights.urge(store, due.subject_id, due.now)


async def unheard(store: Store, words: Words, notice_id: int) -> Post | None:
    """To staff: who did not answer, and whom to call."""
    board = await boards.board(store, notice_id)
    return weighty.unheard(words, board) if board else None


async def mention(store: Store, words: Words, reminder_id: int) -> Post | None:
    """To the group, naming those whom nothing reaches in private."""
    found = await reminders.one(store, reminder_id)
    return views.mention(words, *found) if found else None


async def number_of(store: Store, reminder_id: int) -> int | None:
    """The number by which people know the notice."""
    found = await reminders.one(store, reminder_id)
    return found[1].notice.number if found else None


async def unreached(store: Store, reminder_id: int, _person_id: int, now: datetime) -> None:
    """A deputy hears instead, or the group; render decides whether a colleague was reached."""
    await reminders.pass_on(store, reminder_id, now)


async def _plan(talk: Talk, board: Board, page: int) -> pending.Plan:
    if board.notice.state != OPEN:
        return pending.NO_PLAN
    waits_until = await reminders.planned(talk.store, board.notice.id)
    morning = rules.next_morning(talk.now, talk.zone)
    is_today = morning.astimezone(talk.zone).date() == talk.today
    return plans.plan(talk.words, board, page, waits_until, is_today=is_today)


async def _renew(talk: Talk, notice_id: int, page: int) -> None:
    """Shows what the press came to on the message that bears the button."""
    board = await boards.board(talk.store, notice_id)
    if board is not None and board.notice.number is not None:
        await talk.edit(await missing(talk, board, page))
