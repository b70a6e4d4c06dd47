"""Who is missing is reminded once, in private where it is possible, else by name in the group."""

from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import select

from storage import answers, boards, outcomes, people, plans, reminders, sendings
from storage.database import Database
from storage.deliveries import Delivery
from storage.notices import RECEIVED
from storage.people import Person
from storage.reminders import MENTION, REMINDER, Reminded
from storage.tables import deliveries as owed
from storage.votes import Answer
from tests.storage.liuzhai import (
    CHEN,
    GROUP,
    LIU,
    NOW,
    WANG,
    YOUNG_CHEN,
    ZHANG,
    draft,
    gather,
    opened,
)
from tests.storage.owed import claimed

MINUTE = timedelta(minutes=1)
SOON = NOW + timedelta(seconds=30)
UNKNOWN = 2**52


async def reach(db: Database, *people_ids: int) -> None:
    for person_id in people_ids:
        await people.remember(db, Person(id=person_id, name=str(person_id), is_reachable=True))


async def of_kind(db: Database, kind: str) -> tuple[Delivery, ...]:
    found = select(owed).where(owed.c.kind == kind).order_by(owed.c.id)
    return Delivery.each(await db.read(lambda connection: connection.execute(found)))


async def deliver(db: Database, now: datetime = SOON) -> None:
    """Everything that is due arrives."""
    for row in await claimed(db, now):
        if row.state == "sending":
            await outcomes.sent(db, row.id, (1000 + row.id,), now)
        else:
            await outcomes.edited(db, row.id, row.revision)


async def refuse(db: Database, person_id: int, now: datetime = NOW) -> None:
    """Telegram refuses a reminder to somebody: what the outbox then does, in one transaction."""
    row = next(one for one in await of_kind(db, REMINDER) if one.chat_id == person_id)
    await db.write(partial(people.unreached, person_id=person_id, why="blocked", now=now))
    await reminders.pass_on(db, row.subject_id, now)
    await outcomes.not_sent(db, row.id, "failed", "Forbidden")


async def test_each_who_can_be_reached_has_one_and_the_group_one_for_the_rest(
    db: Database,
) -> None:
    await gather(db)
    notice_id = await opened(db)
    await reach(db, CHEN, YOUNG_CHEN, LIU, ZHANG)
    assert await reminders.remind(db, notice_id, NOW) == Reminded(people=3, named=17)
    private = await of_kind(db, REMINDER)
    assert [row.chat_id for row in private] == [CHEN, YOUNG_CHEN, LIU]
    assert {row.due_at for row in private} == {NOW}
    (group,) = await of_kind(db, MENTION)
    assert (group.chat_id, group.reply_to) == (GROUP, None)
    assert group.due_at == NOW + reminders.GATHERING


async def test_only_the_missing_are_reminded(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    await reach(db, CHEN, LIU)
    await answers.answer(db, notice_id, CHEN, Answer(answer=RECEIVED), NOW)
    assert await reminders.remind(db, notice_id, NOW) == Reminded(people=1, named=17)
    assert [row.chat_id for row in await of_kind(db, REMINDER)] == [LIU]


async def test_again_within_a_minute_is_the_same(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    await reach(db, CHEN)
    await reminders.remind(db, notice_id, NOW)
    for now in (NOW, SOON, NOW - MINUTE / 2):
        assert await reminders.remind(db, notice_id, now) == Reminded(is_again=True)
    assert await reminders.remind(db, await opened(db), NOW) == Reminded(people=1, named=19)
    after = await reminders.remind(db, notice_id, NOW + MINUTE)
    assert after == Reminded(people=1, named=19)


async def test_a_clock_set_back_does_not_forbid_reminders(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    await reminders.remind(db, notice_id, NOW)
    assert await reminders.remind(db, notice_id, NOW - timedelta(days=1)) == Reminded(named=20)


async def test_what_takes_no_answers_is_not_reminded(db: Database) -> None:
    await gather(db)
    notice_id = await draft(db)
    for one in (notice_id, UNKNOWN):
        assert await reminders.remind(db, one, NOW) is None
        assert await plans.plan(db, one, NOW) is None
    await sendings.discard(db, notice_id, WANG, NOW)
    assert await reminders.remind(db, notice_id, NOW) is None


async def test_a_plan_is_made_once_and_called_off_once(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    first = await plans.plan(db, notice_id, SOON)
    second = await plans.plan(db, notice_id, SOON + MINUTE)
    assert first is not None
    assert second is not None
    assert (first.due_at, first.is_made) == (SOON, True)
    assert (second.due_at, second.is_made) == (SOON, False)
    assert await plans.planned(db, notice_id) == SOON
    assert await plans.call_off(db, notice_id)
    assert not await plans.call_off(db, notice_id)
    assert await plans.planned(db, notice_id) is None


async def test_many_who_are_refused_become_one_mention(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    await reach(db, CHEN, LIU)
    for one in range(17):  # the others have answered, so nobody is named yet
        await seat_and_answer(db, notice_id, 4000 + one)
    assert await reminders.remind(db, notice_id, NOW) == Reminded(people=2)
    assert await of_kind(db, MENTION) == ()
    await refuse(db, CHEN, NOW)
    await refuse(db, LIU, NOW + MINUTE)
    (group,) = await of_kind(db, MENTION)
    assert (group.state, group.due_at) == ("pending", NOW + MINUTE + reminders.GATHERING)
    found = await reminders.one(db, group.subject_id)
    assert found is not None
    assert found[0].person_id is None
    assert len(found[1].out_of_reach) == 3


async def test_who_is_refused_later_is_added_by_an_edit(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    await reach(db, CHEN)
    await reminders.remind(db, notice_id, NOW)
    (group,) = await of_kind(db, MENTION)
    row = (await claimed(db, SOON))[-1]
    await outcomes.sent(db, row.id, (70,), SOON)
    await refuse(db, CHEN, SOON)
    (edited,) = await of_kind(db, MENTION)
    assert (edited.id, edited.state, edited.edit_owed) == (group.id, "sent", True)


async def test_an_answer_renews_what_reminded_of_it_and_no_more(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    await reach(db, CHEN, YOUNG_CHEN, LIU)
    await reminders.remind(db, notice_id, NOW)
    await deliver(db)
    await answers.answer(db, notice_id, CHEN, Answer(answer=RECEIVED), SOON)
    owing = [row.chat_id for row in await of_kind(db, REMINDER) if row.edit_owed]
    assert owing == [CHEN, YOUNG_CHEN]
    assert not (await of_kind(db, MENTION))[0].edit_owed


async def test_an_answer_of_a_named_one_renews_the_mention(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    await reminders.remind(db, notice_id, NOW)
    await deliver(db)
    await answers.answer(db, notice_id, CHEN, Answer(answer=RECEIVED), SOON)
    assert (await of_kind(db, MENTION))[0].edit_owed


async def test_a_reminder_knows_whether_it_was_seen(db: Database) -> None:
    await gather(db)
    notice_id = await opened(db)
    await reach(db, CHEN)
    await reminders.remind(db, notice_id, NOW, promised_at=NOW - MINUTE)
    row = (await of_kind(db, REMINDER))[0]
    before = await reminders.one(db, row.subject_id)
    await deliver(db)
    after = await reminders.one(db, row.subject_id)
    assert before is not None
    assert after is not None
    assert (before[0].is_shown, after[0].is_shown) == (False, True)
    assert (after[0].person_id, after[0].promised_at) == (CHEN, NOW - MINUTE)
    assert await reminders.one(db, UNKNOWN) is None


async def seat_and_answer(db: Database, notice_id: int, person_id: int) -> None:
    """A new liaison for the first organisation that has none, and its answer."""
    found = await boards.board(db, notice_id)
    assert found is not None
    without = next(one for one in found.missing if not one.liaisons)
    await people.appoint(db, person_id, without.organisation.id, WANG, NOW)
    await answers.answer(db, notice_id, person_id, Answer(answer=RECEIVED), NOW)
