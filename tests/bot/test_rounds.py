"""The rounds: looked at once an hour; one that fails keeps no other from looking."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from bot.rounds import Rounds
from commands.kit import Office
from commands.kit.features import Look
from storage.availability import UnavailableError
from storage.database import Database, Store
from storage.upgrade import upgrade
from tests.vocabulary import ManualClock

HOUR = 3600.0
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


@asynccontextmanager
async def going(
    tmp_path: Path, clock: ManualClock, *looks: Look
) -> AsyncIterator[asyncio.Task[None]]:
    await asyncio.to_thread(upgrade, tmp_path / "gongjian.db", LONG_AGO)
    async with Database(tmp_path / "gongjian.db") as db:
        task = asyncio.create_task(Rounds(db, clock, looks, Office(UTC)).run())
        yield task
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_every_hour_and_whatever_happens(
    tmp_path: Path, clock: ManualClock, caplog: pytest.LogCaptureFixture
) -> None:
    seen: list[datetime] = []

    async def fails(_store: Store, _office: Office, _now: datetime) -> None:
        raise ValueError

    async def looks(_store: Store, office: Office, now: datetime) -> None:
        assert office.zone is UTC
        seen.append(now)

    async with going(tmp_path, clock, fails, looks):
        for _ in range(3):
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            clock.advance(HOUR)
        await asyncio.sleep(0)
    assert len(seen) >= 3
    assert {(later - earlier).total_seconds() for earlier, later in pairwise(seen)} == {HOUR}
    assert "it looks again in an hour" in caplog.text


async def test_a_disk_that_is_full_is_for_who_keeps_the_workers_on(
    tmp_path: Path, clock: ManualClock
) -> None:
    async def full(_store: Store, _office: Office, _now: datetime) -> None:
        raise UnavailableError

    async with going(tmp_path, clock, full) as task:
        with pytest.raises(UnavailableError):
            await task
