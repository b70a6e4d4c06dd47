"""What is due is done once: after a restart, three days asleep, whatever the clock does."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.agenda import Agenda
from bot.clock import Alarm, moment
from commands.kit import Due, Job, Office as Installed
from storage import deliveries, jobs
from storage.database import Database, Store
from storage.tables import deliveries as owed
from tests.vocabulary import ManualClock
from tests.vocabulary.databases import new_database
from tests.vocabulary.resting import resting_loop

KIND, EFFECT = "test.job", "test.effect"
HOUR, DAY = 3600.0, 86400.0
BROKEN = 13
"""The subject whose job always fails."""
SELF = 14
"""The subject whose job calls itself off."""


@dataclass
class Office:
    """An agenda at work; what a job does is a row in the deliveries."""

    db: Database
    clock: ManualClock
    heard: list[Due] = field(default_factory=list)
    _work: asyncio.Task[None] | None = None

    def begin(self) -> None:
        alarm = Alarm(self.clock)
        self.db.listen(jobs.TOPIC, alarm.wake)
        agenda = Agenda(self.db, self.clock, (Job(KIND, self._do),), alarm, Installed(UTC))
        self._work = asyncio.create_task(agenda.run())

    async def end(self) -> None:
        assert self._work is not None
        self._work.cancel()
        with suppress(asyncio.CancelledError):
            await self._work

    async def schedule(self, seconds: float, subject_id: int = 1, kind: str = KIND) -> None:
        """In so many seconds from now."""
        due_at = moment(self.clock) + timedelta(seconds=seconds)
        await self.db.write(partial(jobs.schedule, kind=kind, subject_id=subject_id, due_at=due_at))

    async def effects(self, subject_id: int = 1) -> int:
        """How often the job of a subject has had its effect, once nothing moves any more."""
        await self.settle()
        done = select(owed.c.id).where(owed.c.subject_id == subject_id)
        return len((await self.db.read(lambda connection: connection.execute(done))).all())

    async def settle(self) -> None:
        """Waits until nothing is left to do at this moment of the clock."""
        await resting_loop().rests()
        assert not await jobs.due(self.db, moment(self.clock))

    async def _do(self, store: Store, due: Due) -> None:
        self.heard.append(due)
        await store.write(partial(_effect, due=due))


async def _effect(connection: AsyncConnection, due: Due) -> None:
    """Leaves half of it behind before it fails."""
    await deliveries.owe(connection, EFFECT, due.subject_id, 7, due.now)
    if due.subject_id == BROKEN:
        raise ValueError("broken")
    if due.subject_id == SELF:
        await jobs.cancel(connection, KIND, SELF)


@pytest.fixture
async def office(clock: ManualClock, tmp_path: Path) -> AsyncIterator[Office]:
    path = new_database(tmp_path / "gongjian.db")
    async with Database(path) as db:
        office = Office(db, clock)
        office.begin()
        with resting_loop().watching(lambda: db.under_way):
            yield office
        await office.end()


async def test_a_job_is_done_at_its_moment(office: Office) -> None:
    await office.schedule(HOUR)
    office.clock.advance(HOUR - 1)
    assert await office.effects() == 0
    office.clock.advance(1)
    assert await office.effects() == 1
    assert not office.heard[0].is_late
    office.clock.advance(DAY)
    assert await office.effects() == 1


async def test_a_job_outlives_a_restart(office: Office) -> None:
    await office.schedule(HOUR)
    await office.end()
    office.begin()
    office.clock.advance(HOUR)
    assert await office.effects() == 1
    await office.end()
    office.begin()
    assert await office.effects() == 1


async def test_three_days_asleep_become_one_late_job(office: Office) -> None:
    promised = moment(office.clock) + timedelta(seconds=DAY)
    await office.end()
    for days in (1, 2, 3):
        await office.schedule(days * DAY)
    office.clock.advance(3 * DAY)
    office.begin()
    assert await office.effects() == 1
    (due,) = office.heard
    assert (due.due_at, due.is_late) == (promised, True)
    assert await jobs.next_due(office.db) is None


@pytest.mark.parametrize(("seconds", "is_late"), [(4 * 60, False), (6 * 60, True)])
async def test_five_minutes_are_not_late(office: Office, seconds: float, *, is_late: bool) -> None:
    await office.schedule(HOUR)
    await office.end()
    office.clock.advance(HOUR + seconds)
    office.begin()
    await office.settle()
    assert office.heard[0].is_late is is_late


@pytest.mark.parametrize("jump", [HOUR, DAY])
async def test_a_jump_forward_does_it_once(office: Office, jump: float) -> None:
    await office.schedule(HOUR / 2)
    await office.settle()
    office.clock.jump(jump)
    office.clock.advance(60)
    assert await office.effects() == 1
    office.clock.jump(-jump)
    office.clock.advance(2 * jump)
    assert await office.effects() == 1


@pytest.mark.parametrize("jump", [HOUR, DAY])
async def test_a_jump_back_does_it_once(office: Office, jump: float) -> None:
    await office.schedule(HOUR / 2)
    await office.settle()
    office.clock.jump(-jump)
    office.clock.advance(HOUR / 2)
    assert await office.effects() == 0
    office.clock.advance(jump)
    assert await office.effects() == 1
    office.clock.jump(-jump)
    office.clock.advance(2 * jump)
    assert await office.effects() == 1


async def test_a_failing_job_is_set_aside_and_the_others_go_on(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    await office.schedule(60, subject_id=BROKEN)
    await office.schedule(60, subject_id=2)
    office.clock.advance(60)
    assert await office.effects(2) == 1
    for _ in range(10):
        office.clock.advance(HOUR)
        await office.settle()
    assert await office.effects(BROKEN) == 0
    assert len([due for due in office.heard if due.subject_id == BROKEN]) == jobs.TRIES
    (aside,) = await jobs.set_aside(office.db)
    assert aside.subject_id == BROKEN
    assert f"set aside, fault {aside.fault}" in caplog.text
    await office.schedule(60, subject_id=3)
    office.clock.advance(60)
    assert await office.effects(3) == 1


async def test_a_job_that_calls_itself_off_is_set_aside_too(office: Office) -> None:
    await office.schedule(60, subject_id=SELF)
    for _ in range(10):
        office.clock.advance(HOUR)
        await office.settle()
    assert await office.effects(SELF) == 0
    assert len(office.heard) == jobs.TRIES
    (aside,) = await jobs.set_aside(office.db)
    assert aside.subject_id == SELF


async def test_the_pauses_between_tries_grow(office: Office) -> None:
    begun = moment(office.clock)
    await office.schedule(0, subject_id=BROKEN)
    await office.settle()
    first = await next_due(office)
    office.clock.advance((first - begun).total_seconds())
    await office.settle()
    assert await next_due(office) - first > first - begun


async def test_a_job_that_nobody_knows_is_set_aside(office: Office) -> None:
    await office.schedule(0, kind="test.unknown")
    for _ in range(10):
        await office.settle()
        office.clock.advance(HOUR)
    (aside,) = await jobs.set_aside(office.db)
    assert aside.kind == "test.unknown"


async def test_what_is_called_off_as_it_begins_has_no_effect(office: Office) -> None:
    await office.end()
    await office.schedule(0)

    tried = asyncio.Event()

    async def do(store: Store, due: Due) -> None:
        """Somebody presses Cancel between the look and the write."""
        await office.db.write(partial(jobs.cancel, kind=KIND, subject_id=1))
        try:
            await store.write(partial(_effect, due=due))
        finally:
            tried.set()

    agenda = Agenda(office.db, office.clock, (Job(KIND, do),), Alarm(office.clock), Installed(UTC))
    work = asyncio.create_task(agenda.run())
    await tried.wait()
    work.cancel()
    office.begin()
    assert await office.effects() == 0
    assert await jobs.set_aside(office.db) == ()


async def next_due(office: Office) -> datetime:
    found = await jobs.next_due(office.db)
    assert found is not None
    return found
