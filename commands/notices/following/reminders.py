"""Reminding those who are missing: now, in the morning, or not after all."""

from datetime import datetime

from commands.kit import Due, Hours, Post, Talk, hours_of
from commands.notices import leads, quiet, rules
from commands.notices.figures import showing as figures
from commands.notices.following import (
    pending,
    plans,
    reminder_views as views,
    waiting,
    weights as weighty,
)
from locales import Words
from storage import (
    boards,
    calls,
    deliveries,
    notices,
    plans as planning,
    private_copies,
    reminders,
    weights,
)
from storage.boards import Board
from storage.database import Store
from storage.notices import OPEN
from storage.plans import REMIND


async def missing(talk: Talk, board: Board, page: int = 1) -> Post:
    """Who is missing, with what can be done about it."""
    plan = await _plan(talk, board, page)
    if talk.place.is_private:
        how_fast = await figures.pace(talk, board)
        return pending.in_private(talk.words, board, page, plan, how_fast)
    return pending.in_group(talk.words, board, plan)


async def remind_now(talk: Talk, numbers: tuple[int, ...]) -> None:
    """In quiet hours it is planned for their end."""
    notice_id, page = rules.two(numbers)
    notice = await notices.by_id(talk.store, notice_id)
    hours = await hours_of(talk.store, talk.office)
    moment = leads.waits_until(hours, notice, talk.now)
    if moment > talk.now:
        plan = await planning.plan(talk.store, notice_id, moment)
        reason = quiet.why(talk.words, hours, talk.now)
        await talk.toast(plans.planned_for_later(talk.words, reason, plan, talk.now))
    else:
        done = await reminders.remind(talk.store, notice_id, talk.now, by=talk.asker.person.id)
        await talk.toast(plans.reminded(talk.words, done))
    await renew(talk, notice_id, page)


async def remind_anyway(talk: Talk, numbers: tuple[int, ...]) -> None:
    """In quiet hours too, instead of what was planned."""
    notice_id, page = rules.two(numbers)
    done = await reminders.remind_instead(talk.store, notice_id, talk.now, talk.asker.person.id)
    await talk.toast(plans.reminded(talk.words, done))
    await renew(talk, notice_id, page)


async def remind_in_the_morning(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, page = rules.two(numbers)
    hours = await hours_of(talk.store, talk.office)
    plan = await planning.plan(talk.store, notice_id, _morning(talk, hours))
    await talk.toast(plans.planned(talk.words, plan))
    await renew(talk, notice_id, page)


async def call_off(talk: Talk, numbers: tuple[int, ...]) -> None:
    notice_id, page = rules.two(numbers)
    is_off = await planning.call_off(talk.store, notice_id)
    await talk.toast(plans.called_off(talk.words, is_off=is_off))
    await renew(talk, notice_id, page)


async def remind_when_due(store: Store, due: Due) -> None:
    """The job: whoever is missing by now is reminded."""
    await waiting.remind(store, due, REMIND)


async def reminder(store: Store, words: Words, reminder_id: int) -> Post | None:
    """To a liaison in private; nothing when all was answered before it went out."""
    found = await reminders.one(store, reminder_id)
    return views.reminder(words, *found) if found else None


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
    notice_id = await private_copies.notice_of(store, reminder_id)
    return None if notice_id is None else await notices.number_of(store, notice_id)


async def unreached(store: Store, reminder_id: int, _person_id: int, now: datetime) -> None:
    """A deputy hears instead, or the group; render decides whether a colleague was reached."""
    await reminders.pass_on(store, reminder_id, now)


async def _plan(talk: Talk, board: Board, page: int) -> pending.Plan:
    if board.notice.state != OPEN:
        return pending.NO_PLAN
    hours = await hours_of(talk.store, talk.office)
    may_disturb = leads.waits_until(hours, board.notice, talk.now) == talk.now
    waits_until = await planning.planned(talk.store, board.notice.id)
    own = await calls.of(talk.store, board.notice.id, talk.asker.person.id)
    if waits_until is None:
        plan = plans.plan(talk.words, board, page, _morning(talk, hours), talk.today)
    else:
        when = page, waits_until
        plan = plans.planned_one(talk.words, board, *when, may_disturb=may_disturb)
    is_private, calls_somebody = talk.place.is_private, bool(own)
    return plans.with_phones(talk.words, plan, board, is_private=is_private, calls=calls_somebody)


def _morning(talk: Talk, hours: Hours) -> datetime:
    """Nine o'clock, or when people may be disturbed after it."""
    return hours.on_working_day(rules.next_morning(talk.now, talk.zone))


async def renew(talk: Talk, notice_id: int, page: int = 1) -> None:
    """Shows what the press came to on the message that bears the button.

    What was owed is the outbox's to change.
    """
    if await deliveries.shown_by(talk.store, talk.place.id, talk.message.id) is not None:
        return
    board = await boards.board(talk.store, notice_id)
    if board is not None and board.notice.number is not None:
        await talk.edit(await missing(talk, board, page))
