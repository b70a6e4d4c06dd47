"""Patterns and their occurrences: what is copied, and what two who press at once come to."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from storage import (
    attachments,
    boards,
    deliveries,
    destinations,
    drafts,
    notices,
    occurrences,
    schedules,
)
from storage.attachments import Sent
from storage.database import Database
from storage.notices import CARD, DRAFT, ENDED, OPEN, PREVIEW, SCHEDULED, Notice
from storage.occurrences import MISSED, OCCURRED
from storage.schedules import OCCUR, Plan
from storage.tables import jobs, people
from tests.storage.liuzhai import GROUP, LI, NOW, WANG, draft, gather, opened

WEEK = timedelta(weeks=1)
NEXT = NOW + timedelta(days=1)
UNKNOWN = 2**52


@pytest.fixture
async def pattern(db: Database) -> int:
    """Every Friday at nine, scheduled by 小李."""
    await gather(db)
    staff = update(people).where(people.c.id.in_((WANG, LI)))
    staff = staff.values(is_staff=True, is_reachable=True)
    await db.write(lambda connection: connection.execute(staff))
    notice_id = await draft(db, "请报值班表")
    columns = {"audience": "category:social", "weight": "important", "places": 3}
    columns |= {"remind_before": "30,0", "goes_private": True, "options": "甲\n乙"}
    roster = Sent(chat_id=WANG, message_id=1, kind="document", file_id="f1", name="表.xlsx")
    await drafts.revise(db, notice_id, lambda _notice: columns, files=[roster])
    await destinations.choose(db, notice_id, GROUP, 0)
    plan = Plan("weekly:4", "09:00", NEXT)
    assert await schedules.keep(db, notice_id, plan, WANG, NOW, panel="")
    begun = await schedules.begin(db, notice_id, GROUP, NEXT, 24 * 60, LI, NOW)
    assert begun.is_made
    return notice_id


async def due(db: Database) -> list[tuple[int, object]]:
    """The jobs of patterns: whose, and when."""
    found = select(jobs.c.subject_id, jobs.c.due_at).where(jobs.c.kind == OCCUR)
    rows = await db.read(lambda connection: connection.execute(found))
    return [(row.subject_id, row.due_at) for row in rows.all()]


async def known(db: Database, notice_id: int | None) -> Notice:
    found = await notices.by_id(db, notice_id or 0)
    assert found is not None
    return found


async def occurs(db: Database, pattern: int, at: int = 0) -> int | None:
    """One more goes out, so many weeks later."""
    now = NEXT + at * WEEK
    return await occurrences.occur(db, pattern, now, now + timedelta(days=1), now + WEEK, now)


async def test_a_pattern_has_no_number_and_waits_for_its_moment(db: Database, pattern: int) -> None:
    notice = await known(db, pattern)
    assert (notice.state, notice.number, notice.decided_by) == (SCHEDULED, None, LI)
    assert await due(db) == [(pattern, NEXT)]
    assert await deliveries.showing(db, CARD, pattern) == ()


async def test_an_occurrence_is_a_notice_of_its_own_with_all_that_the_pattern_has(
    db: Database, pattern: int
) -> None:
    await opened(db)
    made = await occurs(db, pattern)
    notice, board = await known(db, made), await boards.board(db, made or 0)
    assert (notice.state, notice.number, notice.pattern_id) == (OPEN, 2, pattern)
    assert notice.text == "请报值班表"
    assert (notice.audience, notice.weight) == ("category:social", "important")
    assert (notice.places, notice.choices) == (3, ("甲", "乙"))
    assert (notice.remind_before, notice.goes_private) == ("30,0", True)
    assert notice.deadline == NEXT + timedelta(days=1)
    assert (notice.author_id, notice.decided_by, notice.is_late) == (WANG, LI, False)
    assert [one.name for one in await attachments.of(db, notice.id)] == ["表.xlsx"]
    assert board is not None
    assert board.standings == ()  # the register has no social organisations
    (card,) = await deliveries.showing(db, CARD, notice.id)
    assert (card.chat_id, card.due_at) == (GROUP, NEXT)
    (told,) = await deliveries.showing(db, OCCURRED, notice.id)
    assert told.chat_id == LI


async def test_the_next_is_planned_with_it_and_after_the_last_it_has_ended(
    db: Database, pattern: int
) -> None:
    await occurs(db, pattern)
    assert (pattern, NEXT + WEEK) in await due(db)
    last = NEXT + WEEK
    assert await occurrences.occur(db, pattern, last, None, None, last)
    assert (await known(db, pattern)).state == ENDED
    assert await occurs(db, pattern, 2) is None


async def test_one_that_was_missed_is_told_and_not_sent(db: Database, pattern: int) -> None:
    await occurrences.miss(db, pattern, NEXT, NEXT + WEEK, NEXT + timedelta(days=3))
    found = await schedules.of(db, pattern)
    assert found is not None
    assert (found[0].missed_at, found[0].next_at) == (NEXT, NEXT + WEEK)
    (told,) = await deliveries.showing(db, MISSED, pattern)
    assert told.chat_id == LI


async def test_two_who_press_at_once_do_it_once(db: Database, pattern: int) -> None:
    paused = await asyncio.gather(*(schedules.pause(db, pattern) for _ in range(2)))
    assert sorted(paused) == [False, True]
    assert await due(db) == []
    went_on = await asyncio.gather(*(schedules.go_on(db, pattern, NEXT) for _ in range(2)))
    assert sorted(went_on) == [False, True]
    skipped = await asyncio.gather(
        *(schedules.skip(db, pattern, NEXT, NEXT + WEEK) for _ in range(2))
    )
    assert sorted(skipped) == [False, True]
    assert await due(db) == [(pattern, NEXT + WEEK)]
    sent = await asyncio.gather(*(occurrences.send_one(db, pattern, None, NOW) for _ in range(2)))
    assert [one is None for one in sent].count(True) == 1
    stopped = await asyncio.gather(*(schedules.stop(db, pattern, WANG, NOW) for _ in range(2)))
    assert sorted(stopped) == [False, True]


async def test_what_is_changed_is_a_draft_with_its_schedule(db: Database, pattern: int) -> None:
    assert await schedules.change(db, pattern, WANG, NOW)
    notice = await known(db, pattern)
    assert (notice.state, notice.decided_by) == (DRAFT, None)
    assert await due(db) == []
    assert len(await deliveries.showing(db, PREVIEW, pattern)) == 2
    proposal = await drafts.proposal(db, pattern)
    assert proposal is not None
    assert proposal.schedule is not None
    assert not await schedules.change(db, pattern, WANG, NOW)
    assert await schedules.drop(db, pattern)
    assert await schedules.of(db, pattern) is None


async def test_what_is_no_pattern_stays_as_it_is(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    for one in (notice_id, UNKNOWN):
        assert not await schedules.pause(db, one)
        assert not await schedules.stop(db, one, WANG, NOW)
        assert not await schedules.skip(db, one, NEXT, None)
        assert await schedules.drop(db, one) is None
        assert await schedules.answer_within(db, one, 60, "") is None
        assert await schedules.offer(db, one, "") is None
        assert await occurrences.send_one(db, one, None, NOW) is None
        assert not (await schedules.begin(db, one, GROUP, NEXT, None, WANG, NOW)).is_made
    assert await schedules.listed(db) == ()
