"""One writer that commits what waits together; readers that can only read."""

import asyncio
import sqlite3
import threading
from contextlib import closing
from typing import Any

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import GATHERED, Database, Work, touch, transaction
from storage.engine import READERS
from storage.tables import chats, liaisons, metadata


def met(chat_id: int) -> Work[int]:
    """A write of one row that returns the row's id."""

    async def work(connection: AsyncConnection) -> int:
        touch(connection, "chats")
        await connection.execute(insert(chats).values(id=chat_id))
        return chat_id

    return work


async def spoiled(connection: AsyncConnection) -> None:
    """A write that fails after it has written."""
    await connection.execute(insert(chats).values(id=666))
    raise LookupError("spoiled")


async def count(connection: AsyncConnection) -> int:
    found: int = (await connection.execute(select(func.count()).select_from(chats))).scalar_one()
    return found


async def commits_of(db: Database, *works: Work[Any]) -> int:
    """How many commits it takes to write all of these at once."""
    commits: list[None] = []
    db.listen("chats", lambda: commits.append(None))
    await asyncio.gather(*map(db.write, works))
    return len(commits)


async def test_writes_that_wait_share_a_commit(db: Database) -> None:
    assert await commits_of(db, *map(met, range(50))) == 1
    assert await db.read(count) == 50


async def test_no_commit_gathers_more_than_its_bound(db: Database) -> None:
    assert await commits_of(db, *map(met, range(GATHERED + 1))) == 2
    assert await db.read(count) == GATHERED + 1


async def test_each_caller_gets_its_own_result(db: Database) -> None:
    assert await asyncio.gather(*(db.write(met(n)) for n in range(5))) == [0, 1, 2, 3, 4]


async def test_a_failing_write_undoes_itself_alone(db: Database) -> None:
    before, failed, after = await asyncio.gather(
        db.write(met(1)), db.write(spoiled), db.write(met(2)), return_exceptions=True
    )
    assert (before, after) == (1, 2)
    assert isinstance(failed, LookupError)
    assert await db.read(count) == 2


async def test_a_commit_that_fails_is_told_to_the_one_whose_fault_it_is(db: Database) -> None:
    async def orphan(connection: AsyncConnection) -> None:
        await connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        values = "(person_id, organisation_id, since, added_by) VALUES (1, 1, '', 1)"
        await connection.exec_driver_sql("INSERT INTO liaisons " + values)

    innocent, guilty = await asyncio.gather(
        db.write(met(1)), db.write(orphan), return_exceptions=True
    )
    assert innocent == 1
    assert isinstance(guilty, IntegrityError)
    await db.write(met(2))
    assert await db.read(count) == 2


async def test_a_cancelled_caller_leaves_no_lock_and_nothing_half_written(db: Database) -> None:
    half, whole = threading.Event(), threading.Event()

    async def slow(connection: AsyncConnection) -> None:
        await connection.execute(insert(chats).values(id=1))
        half.set()
        whole.wait()
        await connection.execute(insert(chats).values(id=2))

    caller = asyncio.create_task(db.write(slow))
    await asyncio.to_thread(half.wait)
    caller.cancel()
    await asyncio.gather(caller, return_exceptions=True)
    assert await db.read(count) == 0
    whole.set()
    await db.write(met(3))
    assert caller.cancelled()
    assert await db.read(count) == 3


async def test_two_hundred_cancelled_callers_leave_whole_writes(db: Database) -> None:
    @transaction
    async def pair(connection: AsyncConnection, first: int) -> None:
        for chat_id in (first, first + 1):
            await connection.execute(insert(chats).values(id=chat_id))

    callers = [asyncio.ensure_future(pair(db, 2 * n)) for n in range(200)]
    await asyncio.wait(callers, return_when=asyncio.FIRST_COMPLETED)
    for caller in callers[::3]:
        caller.cancel()
    await asyncio.gather(*callers, return_exceptions=True)
    await db.write(met(-1))
    assert await db.read(count) % 2 == 1


async def test_what_waits_is_written_before_the_file_is_closed(db: Database) -> None:
    async with Database(db.path) as second:
        tasks = [asyncio.create_task(second.write(met(n))) for n in range(3)]
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    await asyncio.gather(*tasks)
    assert await db.read(count) == 3


async def test_what_nobody_waits_for_any_more_does_not_delay_the_end(db: Database) -> None:
    begun, held = threading.Event(), threading.Event()

    async def slow(connection: AsyncConnection) -> None:
        await connection.execute(insert(chats).values(id=1))
        begun.set()
        held.wait()

    async with Database(db.path) as second:
        wanted = asyncio.create_task(second.write(slow))
        await asyncio.to_thread(begun.wait)
        given_up = asyncio.create_task(second.write(met(2)))
        await asyncio.sleep(0)
        given_up.cancel()
        asyncio.get_running_loop().call_soon(held.set)
    await asyncio.gather(wanted, given_up, return_exceptions=True)
    assert await db.read(count) == 1


async def test_a_reader_cannot_write(db: Database) -> None:
    with pytest.raises(OperationalError, match="readonly"):
        await db.read(met(1))


async def test_a_read_sees_one_state_of_the_file(db: Database) -> None:
    begun, written = threading.Event(), threading.Event()

    async def twice(connection: AsyncConnection) -> tuple[int, int]:
        before = await count(connection)
        begun.set()
        written.wait()
        return before, await count(connection)

    reading = asyncio.create_task(db.read(twice))
    await asyncio.to_thread(begun.wait)
    await db.write(met(1))
    written.set()
    assert await reading == (0, 0)
    assert await db.read(count) == 1


async def test_a_connection_of_a_reader_who_gave_up_is_whole(db: Database) -> None:
    begun, held = threading.Event(), threading.Event()

    async def slow(connection: AsyncConnection) -> int:
        await count(connection)
        begun.set()
        held.wait()
        return await count(connection)

    reading = asyncio.create_task(db.read(slow))
    await asyncio.to_thread(begun.wait)
    reading.cancel()
    asyncio.get_running_loop().call_later(0.05, held.set)
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert held.is_set()  # it came back no sooner than its thread
    await db.write(met(1))
    assert await asyncio.gather(*(db.read(count) for _ in range(READERS))) == [1] * READERS


async def test_a_transaction_that_waits_for_anything_else_is_told_so(db: Database) -> None:
    async def dawdle(connection: AsyncConnection) -> None:
        await connection.execute(insert(chats).values(id=1))
        await asyncio.sleep(0)

    with pytest.raises(RuntimeError, match="not its database"):
        await db.write(dawdle)
    assert await db.read(count) == 0


@pytest.mark.parametrize(
    ("setting", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)]
)
async def test_the_writer_keeps_it_safe(db: Database, setting: str, value: object) -> None:
    async def ask(connection: AsyncConnection) -> object:
        return (await connection.exec_driver_sql(f"PRAGMA {setting}")).scalar_one()

    assert await db.write(ask) == value


async def test_a_row_needs_what_it_refers_to(db: Database) -> None:
    nobody = {"person_id": 1, "organisation_id": 1, "since": None, "added_by": 1}
    with pytest.raises(IntegrityError):
        await db.write(lambda connection: connection.execute(insert(liaisons).values(nobody)))


def test_every_table_is_strict(db: Database) -> None:
    with closing(sqlite3.connect(db.path)) as file:
        strict = {
            name for (name,) in file.execute("SELECT name FROM pragma_table_list WHERE strict")
        }
    assert strict == set(metadata.tables)
