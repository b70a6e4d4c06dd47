"""A notice is decided once, asks everybody but the street, and its messages are owed with it."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import update

from storage import (
    answers,
    boards,
    chats,
    deadlines,
    deliveries,
    drafts,
    listings,
    people,
    sendings,
)
from storage.database import Database
from storage.notices import CARD, DISCARDED, DRAFT, OPEN, PREVIEW, RECEIVED, URGENT, Notice
from storage.people import Person
from storage.tables import notices as table
from storage.votes import Answer
from tests.storage.liuzhai import CHEN, GROUP, LI, NOW, OTHER_GROUP, WANG, draft, gather, opened

UNKNOWN = 2**52


def known(notice: Notice | None) -> Notice:
    assert notice is not None
    return notice


async def test_a_draft_owes_its_preview_where_it_was_composed(db: Database) -> None:
    await gather(db)
    notice_id = await drafts.draft(
        db, "开会", WANG, NOW, group_id=GROUP, preview_to=GROUP, reply_to=7
    )
    (owed,) = await deliveries.showing(db, PREVIEW, notice_id)
    assert (owed.chat_id, owed.reply_to, owed.state) == (GROUP, 7, "pending")


async def test_a_proposal_names_whom_it_asks_and_where_it_can_go(db: Database) -> None:
    asked = await gather(db)
    proposal = await drafts.proposal(db, await draft(db))
    assert proposal is not None
    assert tuple(one.id for one in proposal.organisations) == asked
    assert [group.title for group in proposal.groups] == ["刘寨共建联盟"]
    assert (proposal.notice.state, proposal.notice.author) == (DRAFT, "王主任")


async def test_a_draft_of_a_group_can_only_go_there(db: Database) -> None:
    await gather(db)
    await db.write(lambda connection: chats.meet(connection, OTHER_GROUP, "另一个群"))
    notice_id = await drafts.draft(
        db, "开会", WANG, NOW, group_id=GROUP, preview_to=GROUP, reply_to=7
    )
    here = await drafts.proposal(db, notice_id)
    anywhere = await drafts.proposal(db, await draft(db))
    assert here is not None
    assert anywhere is not None
    assert [group.id for group in here.groups] == [GROUP]
    assert {group.id for group in anywhere.groups} == {GROUP, OTHER_GROUP}


async def test_sending_numbers_asks_and_owes_a_pinned_card(db: Database) -> None:
    await gather(db)
    notice_id = await draft(db)
    decision = await sendings.send(db, notice_id, GROUP, LI, NOW)
    notice = known(decision.notice)
    assert decision.is_made
    assert (notice.number, notice.state, notice.decider) == (1, OPEN, "小李")
    assert (notice.asked, notice.answered, notice.decided_at) == (20, 0, NOW)
    (card,) = await deliveries.showing(db, CARD, notice_id)
    (preview,) = await deliveries.showing(db, PREVIEW, notice_id)
    assert (card.chat_id, card.wants_pin, preview.edit_owed) == (GROUP, True, True)


async def test_two_who_press_send_at_once_send_it_once(db: Database) -> None:
    await gather(db)
    notice_id = await draft(db)
    first, second = await asyncio.gather(
        sendings.send(db, notice_id, GROUP, WANG, NOW), sendings.send(db, notice_id, GROUP, LI, NOW)
    )
    assert (first.is_made, second.is_made) == (True, False)
    assert (known(second.notice).decider, known(second.notice).number) == ("王主任", 1)
    assert len(await deliveries.showing(db, CARD, notice_id)) == 1


async def test_numbers_follow_one_another_and_skip_what_was_discarded(db: Database) -> None:
    await gather(db)
    await opened(db)
    assert (await sendings.discard(db, await draft(db), LI, NOW)).is_made
    await opened(db)
    board = await boards.numbered(db, 2)
    assert board is not None
    assert await boards.numbered(db, 3) is None


async def test_what_is_decided_stays_decided(db: Database) -> None:
    await gather(db)
    sent, discarded = await opened(db), await draft(db)
    await sendings.discard(db, discarded, LI, NOW)
    late_discard = await sendings.discard(db, sent, LI, NOW)
    late_send = await sendings.send(db, discarded, GROUP, WANG, NOW)
    assert (late_discard.is_made, known(late_discard.notice).state) == (False, OPEN)
    assert (late_send.is_made, known(late_send.notice).state) == (False, DISCARDED)
    assert await deliveries.showing(db, CARD, discarded) == ()


async def test_forged_buttons_do_nothing(db: Database) -> None:
    await gather(db)
    notice_id = await draft(db)
    assert await sendings.send(db, UNKNOWN, GROUP, WANG, NOW) == sendings.Decision(
        notice=None, is_made=False
    )
    assert (await sendings.discard(db, UNKNOWN, WANG, NOW)).notice is None
    nowhere = await sendings.send(db, notice_id, UNKNOWN, WANG, NOW)
    assert (nowhere.is_made, known(nowhere.notice).state) == (False, DRAFT)


async def test_a_group_that_was_left_gets_nothing_and_the_preview_is_renewed(db: Database) -> None:
    await gather(db)
    notice_id = await draft(db)
    await db.write(lambda connection: chats.leave(connection, GROUP))
    decision = await sendings.send(db, notice_id, GROUP, WANG, NOW)
    (preview,) = await deliveries.showing(db, PREVIEW, notice_id)
    assert (decision.is_made, preview.edit_owed) == (False, True)


@pytest.mark.parametrize("group_id", [None, GROUP])
async def test_what_was_taken_back_can_go_where_it_could_before(
    db: Database, group_id: int | None
) -> None:
    await gather(db)
    await db.write(lambda connection: chats.meet(connection, OTHER_GROUP, "兴隆片区群"))
    notice_id = await drafts.draft(
        db, "开会", WANG, NOW, group_id=group_id, preview_to=group_id or WANG, reply_to=None
    )
    before = await drafts.proposal(db, notice_id)
    await sendings.send(db, notice_id, GROUP, WANG, NOW, timedelta(seconds=10))
    assert (await sendings.undo(db, notice_id, NOW)).is_made
    assert await drafts.proposal(db, notice_id) == before


async def test_the_list_has_pages_and_no_drafts(db: Database) -> None:
    await gather(db)
    await draft(db)
    for number in range(1, 4):
        await opened(db, f"第{number}条")
    listing = await listings.listed(db, 1, 2)
    assert [notice.text for notice in listing.notices] == ["第3条", "第2条"]
    assert (listing.number, listing.count) == (1, 2)
    last = await listings.listed(db, UNKNOWN, 2)
    assert [notice.number for notice in last.notices] == [1]
    assert (await listings.listed(db, -5, 2)).number == 1


async def test_an_empty_list_is_one_page(db: Database) -> None:
    assert await listings.listed(db, 1, 8) == listings.Listing(notices=(), number=1, count=1)


async def test_open_ones_are_the_most_urgent_first(db: Database) -> None:
    asked = await gather(db)
    await draft(db)
    ids = [await opened(db) for _ in range(5)]
    for place, person_id in enumerate(range(5000, 5000 + len(asked))):
        await people.appoint(db, person_id, asked[place], WANG, NOW)
        await answers.answer(db, ids[4], person_id, Answer(answer=RECEIVED), NOW)
    await deadlines.move(db, ids[0], NOW + timedelta(days=2), NOW)
    await deadlines.move(db, ids[1], NOW + timedelta(days=1), NOW)
    urgent = update(table).where(table.c.id == ids[2]).values(weight=URGENT)
    await db.write(lambda connection: connection.execute(urgent))
    assert [notice.number for notice in await listings.open_ones(db, 20)] == [3, 2, 1, 4, 5]
    assert [notice.number for notice in await listings.open_ones(db, 1)] == [3]
    owed = await listings.owed_by(db, CHEN, 20)
    assert [notice.number for notice, _ in owed] == [3, 2, 1, 4]


async def test_a_notice_without_organisations_asks_nobody(db: Database) -> None:
    await people.remember(db, Person(id=WANG, name="王主任"))
    await db.write(lambda connection: chats.meet(connection, GROUP, "刘寨共建联盟"))
    board = await boards.board(db, await opened(db))
    assert board is not None
    assert (board.notice.number, board.notice.asked, board.standings) == (1, 0, ())


async def test_any_text_is_kept_as_it_came(db: Database) -> None:
    await gather(db)
    hostile = ("<b>&\u202e" * 1024)[:4096]
    board = await boards.board(db, await opened(db, hostile))
    assert board is not None
    assert board.notice.text == hostile
