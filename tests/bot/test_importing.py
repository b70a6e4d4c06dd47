"""Whatever becomes of a register's file, or of the process that reads it, the bot goes on."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from telegram.error import BadRequest, NetworkError

from bot.clock import Alarm
from bot.importing import PERUSING, SECONDS, Fetch, Importing
from commands.kit.readings import restored
from storage import imports
from storage.database import Database
from storage.entries import Row
from storage.imports import FAILED, READ, Import
from tests.storage.liuzhai import NOW, WANG
from tests.vocabulary import ManualClock
from tests.vocabulary.databases import new_database

FILE = "单位名称,简称,类别\n军干四所党总支,军干四所,驻区单位\n".encode("gbk")


async def sound(_file_id: str) -> bytes:
    return FILE


@asynccontextmanager
async def at_work(
    tmp_path: Path,
    clock: ManualClock,
    fetch: Fetch,
    command: tuple[str, ...] = PERUSING,
    seconds: float = SECONDS,
) -> AsyncIterator[Database]:
    """One file waits, and the worker takes it."""
    path = new_database(tmp_path / "gongjian.db")
    async with Database(path) as db:
        await imports.take(db, "file", "名册.csv", WANG, WANG, NOW)
        alarm = Alarm(clock)
        db.listen(imports.TOPIC, alarm.wake)
        task = asyncio.create_task(Importing(db, clock, fetch, alarm, command, seconds).run())
        try:
            yield db
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


async def import_in(db: Database, clock: ManualClock, state: str) -> Import:
    """The file, once it is in this state."""
    async with asyncio.timeout(60):
        while True:
            found = await imports.one(db, 1)
            if found is not None and found.state == state:
                return found
            clock.advance(1)
            await asyncio.sleep(0.01)


async def test_it_is_read_by_another_process(tmp_path: Path, clock: ManualClock) -> None:
    async with at_work(tmp_path, clock, sound) as db:
        done = await import_in(db, clock, READ)
        assert [row.short_name for row in restored(done.reading, Row).rows] == ["军干四所"]


@pytest.mark.parametrize(
    "does",
    ["raise SystemExit(1)", "import os; os.abort()", "print('{')", "import time; time.sleep(600)"],
)
async def test_a_process_that_breaks_or_never_ends_is_given_up(
    tmp_path: Path, clock: ManualClock, does: str
) -> None:
    command = sys.executable, "-c", does
    async with at_work(tmp_path, clock, sound, command, 2.0) as db:
        await import_in(db, clock, FAILED)


async def test_without_python_nothing_is_read(tmp_path: Path, clock: ManualClock) -> None:
    async with at_work(tmp_path, clock, sound, ("/nowhere/python",)) as db:
        await import_in(db, clock, FAILED)


async def test_what_telegram_does_not_have_is_given_up_at_once(
    tmp_path: Path, clock: ManualClock
) -> None:
    async def gone(_file_id: str) -> bytes:
        raise BadRequest("File is too big")

    async with at_work(tmp_path, clock, gone) as db:
        assert (await import_in(db, clock, FAILED)).tries == 1


async def test_a_network_that_fails_is_tried_again(tmp_path: Path, clock: ManualClock) -> None:
    tries = iter((NetworkError("reset"), NetworkError("reset"), None))

    async def unsteady(_file_id: str) -> bytes:
        if (error := next(tries)) is not None:
            raise error
        return FILE

    async with at_work(tmp_path, clock, unsteady) as db:
        assert (await import_in(db, clock, READ)).tries == 3
