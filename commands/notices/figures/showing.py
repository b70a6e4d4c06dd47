"""`/numbers`, for staff in private."""

from datetime import timedelta

from commands.kit import Post, Talk, private_link
from commands.notices.figures import pages
from commands.notices.figures.habits import habits
from commands.notices.figures.paces import Clock, Pace, pace_of
from storage import paces
from storage.boards import Board
from storage.database import Store
from storage.notices import URGENT
from storage.paces import Record, Sent

SPAN = timedelta(days=92)
"""The last three months."""


async def numbers(talk: Talk) -> None:
    """In the group only the way there: figures name organisations."""
    if not talk.place.is_private:
        link = private_link(talk.words.t("Open our private chat"), "numbers")
        await talk.reply(Post(pages.in_group(talk.words), ((link,),)))
        return
    await talk.reply(await _notices(talk, 1))


async def by_notice(talk: Talk, numbers: tuple[int, ...]) -> None:
    """Another page of it."""
    if await _is_here(talk):
        await talk.edit(await _notices(talk, numbers[0] if numbers else 1))


async def by_organisation(talk: Talk, numbers: tuple[int, ...]) -> None:
    """What helps whom."""
    if await _is_here(talk):
        record = await paces.since(talk.store, talk.now - SPAN)
        found, page = habits(record, clock_of(talk)), numbers[0] if numbers else 1
        await talk.edit(pages.by_organisation(talk.words, found, len(record.notices), page))


async def pace(talk: Talk, board: Board) -> Pace | None:
    """How fast one notice is answered."""
    return await pace_on(talk.store, clock_of(talk), board)


async def pace_on(store: Store, clock: Clock, board: Board) -> Pace | None:
    """The same without a talk."""
    notice = board.notice
    first = await paces.first_answers(store, notice.id)
    sent_at, is_urgent = notice.decided_at or notice.created_at, notice.weight == URGENT
    return pace_of(clock, sent_at, first, notice.asked, is_urgent=is_urgent)


def clock_of(talk: Talk) -> Clock:
    """Working time as it is where the bot was installed."""
    return Clock(talk.zone, talk.office.calendar)


async def _notices(talk: Talk, page: int) -> Post:
    record = await paces.since(talk.store, talk.now - SPAN)
    found = [(one, _pace(record, one, clock_of(talk))) for one in record.notices]
    return pages.by_notice(talk.words, found, page)


def _pace(record: Record, sent: Sent, clock: Clock) -> Pace | None:
    own = [case for case in record.cases if case.notice_id == sent.id]
    first = [case.answered_at for case in own if case.answered_at is not None]
    return pace_of(clock, sent.sent_at, first, len(own), is_urgent=sent.is_urgent)


async def _is_here(talk: Talk) -> bool:
    if not talk.place.is_private:
        await talk.toast(pages.in_group(talk.words))
    return talk.place.is_private
