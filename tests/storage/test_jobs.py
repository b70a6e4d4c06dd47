"""What is due is a row until it is done, and is done once."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from storage import jobs
from storage.database import Database
from storage.jobs import GoneError, Waiting

NOW = datetime(2026, 8, 20, 1, 0, tzinfo=UTC)
DAY = timedelta(days=1)
KIND = "test.job"


async def schedule(db: Database, due_at: datetime, subject_id: int = 1, kind: str = KIND) -> None:
    await db.write(
        partial(jobs.schedule, kind=kind, subject_id=subject_id, due_at=due_at),
    )


async def cancel(db: Database, subject_id: int = 1) -> bool:
    return await db.write(partial(jobs.cancel, kind=KIND, subject_id=subject_id))


async def waiting_for(db: Database) -> datetime | None:
    return await db.read(partial(jobs.waiting_for, kind=KIND, subject_id=1))


async def fail(db: Database, one: Waiting, again_at: datetime) -> None:
    await jobs.failed(db, one.ids, "abc123", again_at)


async def test_nothing_is_due_before_its_moment(db: Database) -> None:
    await schedule(db, NOW + DAY)
    assert await jobs.due(db, NOW) == ()
    assert await jobs.next_due(db) == NOW + DAY
    (one,) = await jobs.due(db, NOW + DAY)
    assert (one.kind, one.subject_id, one.due_at, one.tries) == (KIND, 1, NOW + DAY, 0)


async def test_the_same_moment_again_is_no_second_job(db: Database) -> None:
    await schedule(db, NOW)
    await schedule(db, NOW)
    (one,) = await jobs.due(db, NOW)
    assert len(one.ids) == 1


async def test_all_that_is_due_for_one_subject_is_one_job(db: Database) -> None:
    for days in (2, 1, 3, 9):
        await schedule(db, NOW + DAY * days)
    await schedule(db, NOW + DAY, subject_id=2)
    await schedule(db, NOW, kind="test.other")
    due = await jobs.due(db, NOW + DAY * 3)
    assert [(one.kind, one.subject_id, len(one.ids)) for one in due] == [
        ("test.other", 1, 1),
        (KIND, 1, 3),
        (KIND, 2, 1),
    ]
    assert due[1].due_at == NOW + DAY


async def test_what_is_complete_is_gone_and_the_later_one_stays(db: Database) -> None:
    await schedule(db, NOW)
    await schedule(db, NOW + DAY)
    (one,) = await jobs.due(db, NOW)
    await db.write(partial(jobs.complete, ids=one.ids))
    assert await jobs.due(db, NOW) == ()
    assert await jobs.next_due(db) == NOW + DAY


async def test_what_was_called_off_takes_its_effects_back(db: Database) -> None:
    await schedule(db, NOW)
    (one,) = await jobs.due(db, NOW)
    assert await cancel(db)
    assert not await cancel(db)
    with pytest.raises(GoneError):
        await db.write(partial(jobs.complete, ids=one.ids))


async def test_who_waits_is_told_for_when(db: Database) -> None:
    assert await waiting_for(db) is None
    await schedule(db, NOW + DAY * 2)
    await schedule(db, NOW + DAY)
    await schedule(db, NOW, subject_id=2)
    assert await waiting_for(db) == NOW + DAY


async def test_a_failed_job_keeps_its_moment_and_is_tried_later(db: Database) -> None:
    await schedule(db, NOW)
    (one,) = await jobs.due(db, NOW)
    await fail(db, one, NOW + DAY)
    assert await jobs.due(db, NOW) == ()
    assert await jobs.next_due(db) == NOW + DAY
    (again,) = await jobs.due(db, NOW + DAY)
    assert (again.due_at, again.tries) == (NOW, 1)


async def test_the_third_failure_sets_it_aside(db: Database) -> None:
    await schedule(db, NOW)
    await schedule(db, NOW, subject_id=2)
    for _ in range(jobs.TRIES):
        one, _other = await jobs.due(db, NOW)
        await fail(db, one, NOW)
    (other,) = await jobs.due(db, NOW + DAY)
    assert other.subject_id == 2
    (aside,) = await jobs.set_aside(db)
    assert (aside.kind, aside.subject_id, aside.due_at, aside.fault) == (KIND, 1, NOW, "abc123")
    assert await waiting_for(db) is None


async def test_what_is_scheduled_anew_is_tried_anew(db: Database) -> None:
    await schedule(db, NOW)
    for _ in range(jobs.TRIES):
        (one,) = await jobs.due(db, NOW)
        await fail(db, one, NOW)
    await schedule(db, NOW)
    (one,) = await jobs.due(db, NOW)
    assert one.tries == 0
    assert await jobs.set_aside(db) == ()


async def test_a_schedule_wakes_who_listens(db: Database) -> None:
    woken: list[bool] = []
    db.listen(jobs.TOPIC, lambda: woken.append(True))
    await schedule(db, NOW)
    assert woken == [True]
