"""Deputies are written to after liaisons, or when no liaison can be reached."""

from functools import partial

from storage import boards, people, reminders
from storage.database import Database
from storage.reminders import REMINDER, Reminded
from tests.storage.liuzhai import CHEN, LI, LIU, NOW, WANG, YOUNG_CHEN, ZHANG, gather, opened
from tests.storage.test_reminders import MINUTE, of_kind, reach, refuse


async def test_a_rank_is_changed_and_an_unknown_one_is_not(db: Database) -> None:
    first, *_ = await gather(db)
    assert await people.rank(db, CHEN, first, is_deputy=True)
    assert not await people.rank(db, ZHANG, first, is_deputy=True)
    named = [(one.name, one.is_deputy) for one in await people.liaisons_of(db, first)]
    assert named == [("小陈", False), ("陈姐", True)]


async def test_the_second_reminder_calls_deputies_too(db: Database) -> None:
    first, *_ = await gather(db)
    notice_id = await opened(db)
    await reach(db, CHEN, YOUNG_CHEN)
    await people.rank(db, YOUNG_CHEN, first, is_deputy=True)
    assert await reminders.remind(db, notice_id, NOW) == Reminded(people=1, named=19)
    again = await reminders.remind(db, notice_id, NOW + MINUTE)
    assert again == Reminded(people=2, named=19)
    assert [row.chat_id for row in await of_kind(db, REMINDER)] == [CHEN, CHEN, YOUNG_CHEN]


async def test_a_deputy_hears_when_telegram_refuses_the_liaison(db: Database) -> None:
    first, *_ = await gather(db)
    notice_id = await opened(db)
    await reach(db, CHEN, YOUNG_CHEN)
    await people.rank(db, YOUNG_CHEN, first, is_deputy=True)
    await reminders.remind(db, notice_id, NOW)
    await refuse(db, CHEN)
    assert [row.chat_id for row in await of_kind(db, REMINDER)] == [CHEN, YOUNG_CHEN]
    await refuse(db, YOUNG_CHEN)
    found = await boards.board(db, notice_id)
    assert found is not None
    assert len(found.out_of_reach) == 20


async def test_who_is_deputy_of_one_and_liaison_of_another_is_called_once(db: Database) -> None:
    _, second, *_ = await gather(db)
    notice_id = await opened(db)
    await reach(db, LIU)
    await people.rank(db, LIU, second, is_deputy=True)
    assert await reminders.remind(db, notice_id, NOW) == Reminded(people=1, named=18)


async def test_staff_who_left_are_not_told_and_somebody_always_is(db: Database) -> None:
    await gather(db)
    await reach(db, WANG, LI, ZHANG)
    for person_id in (WANG, LI):
        await people.make_staff(db, person_id)

    async def told(*ids: int | None) -> tuple[int, ...]:
        return await db.read(lambda connection: people.staff_to_tell(connection, *ids))

    assert await told(WANG, None) == (WANG,)
    assert await told(ZHANG) == (WANG, LI)
    await db.write(partial(people.unreached, person_id=WANG, why="blocked", now=NOW))
    assert await told(WANG) == (LI,)
