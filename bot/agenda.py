"""Does what is due, one after the other: each job's effects and its end are one transaction."""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Alarm, Clock, moment
from bot.faults import new_fault
from bot.handling import Handling
from commands.kit import Due, Job, Office
from storage import jobs
from storage.availability import UnavailableError
from storage.database import Database
from storage.jobs import GoneError, Waiting
from storage.sealing import JOB, Doing

log = logging.getLogger(__name__)

IN_TIME = timedelta(minutes=5)
"""What is done later than so is called late."""
FIRST_PAUSE = timedelta(minutes=1)
LONGER = 5
"""Each pause before another try is so many times as long as the one before."""


class Agenda:
    """The worker for what is due; `run` ends only by being cancelled."""

    def __init__(
        self, db: Database, clock: Clock, owners: Iterable[Job], alarm: Alarm, office: Office
    ) -> None:
        self._db = db
        self._clock = clock
        self._office = office
        self._owners = {owner.kind: owner for owner in owners}
        self._alarm = alarm

    async def run(self) -> None:
        """Does what is due, then waits for the next moment or commit."""
        while True:
            now = moment(self._clock)
            due = await jobs.due(self._db, now)
            for one in due:
                await self._try(one, now)
            if not due:
                await self._alarm.wait(await jobs.next_due(self._db))

    async def _try(self, one: Waiting, now: datetime) -> None:
        """A job that fails is put off, and the others go on."""
        try:
            await self._do(one, now)
        except GoneError as error:
            if await jobs.wait(self._db, one.ids):
                await self._put_off(one, now, error)  # it calls itself off, so it would never end
            else:
                log.info("Job %s %d was called off as it began", one.kind, one.subject_id)
        except UnavailableError:
            raise  # no fault of the job's
        except Exception as error:  # noqa: BLE001 - whatever it was, the next job goes on
            await self._put_off(one, now, error)

    async def _do(self, one: Waiting, now: datetime) -> None:
        async def complete(connection: AsyncConnection) -> None:
            await jobs.complete(connection, one.ids)

        is_late = now - one.due_at > IN_TIME
        if is_late:
            log.warning("Job %s %d is late: due %s", one.kind, one.subject_id, one.due_at)
        store = Handling(self._db, complete, doing=Doing(f"{JOB} {one.kind}", at=now))
        due = Due(one.subject_id, one.due_at, now, self._office, is_late)
        await self._owners[one.kind].do(store, due)
        await store.finish()

    async def _put_off(self, one: Waiting, now: datetime, error: Exception) -> None:
        fault = new_fault()
        log.error("Fault %s in job %s %d", fault, one.kind, one.subject_id, exc_info=error)
        await jobs.failed(self._db, one.ids, fault, now + FIRST_PAUSE * LONGER**one.tries)
        if one.tries + 1 >= jobs.TRIES:
            log.error("Job %s %d is set aside, fault %s", one.kind, one.subject_id, fault)
