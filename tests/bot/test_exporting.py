"""Whatever becomes of the process that makes an export, the bot hears of it and goes on."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.clock import Alarm
from bot.exporting import Exporting
from bot.settings import Settings
from commands.kit.works import Work
from storage import exports
from storage.database import Database
from storage.exports import FAILED, MADE, WAITING, Export
from tests.storage.liuzhai import NOW, WANG, gather
from tests.vocabulary import ManualClock
from tests.vocabulary.databases import new_database

KIND = "activities.ledger"
ASKED = "import json, sys, time; asked = json.loads(sys.stdin.readline())\n"
ENDLESS = """
import threading, time
from bot.making import end_with_the_bot
threading.Thread(target=end_with_the_bot, daemon=True).start()
time.sleep(600)
"""
FILE = json.dumps({"files": [{"name": "a.zip", "bytes": 3}]})


def that(does: str) -> tuple[str, ...]:
    return (sys.executable, "-c", ASKED + does)


async def gathered(_store: object, asked: str) -> str:
    return f"all of {asked}"


@asynccontextmanager
async def at_work(
    tmp_path: Path, clock: ManualClock, command: tuple[str, ...]
) -> AsyncIterator[Database]:
    """One order waits, and the worker takes it."""
    settings = Settings(data=tmp_path, _env_file=None)
    new_database(settings.database)
    async with Database(settings.database) as db:
        await gather(db)
        await exports.order(db, KIND, "{}", WANG, WANG, "zh_CN", NOW)
        alarm = Alarm(clock)
        db.listen(exports.TOPIC, alarm.wake)
        works = [Work(KIND, gathered, lambda _told, _bench: ())]
        worker = Exporting(db, clock, settings, works, alarm, command)
        task = asyncio.create_task(worker.run())
        try:
            yield db
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


async def export_in(db: Database, *states: str) -> Export:
    """The order, once it is in one of the states."""
    async with asyncio.timeout(60):
        while True:
            found = await exports.one(db, 1)
            if found is not None and found.state in states:
                return found
            await asyncio.sleep(0.02)


async def test_it_is_told_what_to_make_and_says_how_far_it_is(
    tmp_path: Path, clock: ManualClock
) -> None:
    says = f"assert asked['data'] == 'all of {{}}'; print('[3, 7]'); print({FILE!r})"
    async with at_work(tmp_path, clock, that(says)) as db:
        made = await export_in(db, MADE)
        assert (made.done, made.total) == (3, 7)
        assert [one.name for one in made.files] == ["a.zip"]


@pytest.mark.parametrize(
    "does", ["sys.exit(3)", "print('hm')", """print('{"error": "ValueError"}')""", "print('[1]')"]
)
async def test_what_fails_is_tried_three_times(
    tmp_path: Path, clock: ManualClock, does: str
) -> None:
    async with at_work(tmp_path, clock, that(does)) as db:
        assert (await export_in(db, FAILED)).tries == 3


async def test_why_it_cannot_be_made_is_kept(tmp_path: Path, clock: ManualClock) -> None:
    does = """print('{"trouble": "nothing"}')"""
    async with at_work(tmp_path, clock, that(does)) as db:
        failed = await export_in(db, FAILED)
        assert (failed.tries, failed.fault) == (1, "nothing")


async def test_without_python_nothing_is_made(tmp_path: Path, clock: ManualClock) -> None:
    async with at_work(tmp_path, clock, ("/nowhere/python",)) as db:
        assert (await export_in(db, FAILED)).tries == 3


async def test_the_process_ends_with_the_worker_and_the_order_waits(
    tmp_path: Path, clock: ManualClock
) -> None:
    alive = tmp_path / "alive"
    does = f"open({str(alive)!r}, 'w').close(); print('[1, 2]', flush=True); time.sleep(600)"
    async with at_work(tmp_path, clock, that(does)) as db:
        async with asyncio.timeout(60):
            while (await export_in(db, "making")).done == 0:  # noqa: ASYNC110 - another process
                await asyncio.sleep(0.02)
    settings = Settings(data=tmp_path, _env_file=None)
    async with Database(settings.database) as db:
        await exports.take_up(db)
        assert (await export_in(db, WAITING)).tries == 1


async def test_the_process_ends_when_its_bot_was_killed() -> None:
    """Its input ends, and so does it, whatever it was doing."""
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", ENDLESS, stdin=PIPE)
    assert process.stdin is not None
    process.stdin.close()
    async with asyncio.timeout(60):
        assert await process.wait() == 1
