"""One writer that commits what waits together, and readers that can only read."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial, wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Protocol, Self, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.asking import at_home
from storage.availability import WRITERS, UnavailableError, passing
from storage.engine import readers, writer
from storage.rewriting import empty_log, rewrite
from storage.sealing import NOTES, PROGRAM, Doing, Notes

P = ParamSpec("P")
T = TypeVar("T")
Work = Callable[[AsyncConnection], Awaitable[T]]

TOUCHED = "touched"
GATHERED = 256
"""At most so many writes share a commit: a bound on how long the first of them waits."""


class Store(Protocol):
    """What storage functions are called with: a database, or one bound to an update."""

    async def write(self, work: Work[T]) -> T:
        """Runs `work` in a transaction and returns once it is on disk.

        `work` only talks to the database: it may be run again when a write that shares its commit
        fails.
        """

    async def read(self, work: Work[T]) -> T:
        """Runs `work` on a connection that cannot write."""


def transaction(
    function: Callable[Concatenate[AsyncConnection, P], Awaitable[T]],
) -> Callable[Concatenate[Store, P], Awaitable[T]]:
    """Makes of a function on a connection one whole write: all of it is kept, or none."""

    @wraps(function)
    async def write(store: Store, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await store.write(lambda connection: function(connection, *args, **kwargs))

    return write


def query(
    function: Callable[Concatenate[AsyncConnection, P], Awaitable[T]],
) -> Callable[Concatenate[Store, P], Awaitable[T]]:
    """Makes of a function on a connection one read of a single state of the file."""

    @wraps(function)
    async def read(store: Store, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await store.read(lambda connection: function(connection, *args, **kwargs))

    return read


def touch(connection: AsyncConnection, topic: str) -> None:
    """Says what a write is about, so that those who listen look once it is on disk."""
    connection.info.setdefault(TOUCHED, set()).add(topic)


@dataclass(eq=False)
class _Job:
    work: Work[Any]
    done: asyncio.Future[Any]
    doing: Doing
    alone: bool = False
    """True: not within a transaction."""
    result: Any = None
    error: Exception | None = None

    def settle(self) -> None:
        if self.done.done():
            return  # nobody waits any more; what was written stays written
        if self.error is not None:
            self.done.set_exception(self.error)
        else:
            self.done.set_result(self.result)


@dataclass(eq=False)
class Database:
    """The alliance's SQLite file. Use as `async with Database(path) as db`.

    Entering it raises UnavailableError when the disk is full or gone.
    """

    path: Path
    doer: str = PROGRAM
    """Whose writes they are when nobody says so, for the record of changes."""
    now: Callable[[], datetime] | None = None
    """The program's clock; None: the record has SQLite's own time."""
    _notes: Notes = field(default_factory=Notes, init=False)
    _listeners: defaultdict[str, list[Callable[[], None]]] = field(
        default_factory=lambda: defaultdict(list), init=False
    )
    _jobs: asyncio.Queue[_Job] = field(default_factory=asyncio.Queue, init=False)
    _write_engine: AsyncEngine = field(init=False)
    _read_engine: AsyncEngine = field(init=False)
    _writing: asyncio.Task[None] = field(init=False)
    _closes: bool = field(default=False, init=False)
    under_way: int = field(default=0, init=False)
    """How many reads and writes have not come to their end."""

    async def __aenter__(self) -> Self:
        self._write_engine = writer(self.path, self._notes)
        self._read_engine = readers(self.path)
        with passing(WRITERS):
            async with self._write_engine.connect():
                pass  # WAL is on before anybody reads: turning it on needs the file for itself
        self._writing = asyncio.create_task(self._write_for_ever(), name="storage writer")
        return self

    async def __aexit__(self, *_: object) -> None:
        """What nobody waits for any more, and has not begun, is let go: the file may be locked."""
        self._closes = True
        await self._jobs.join()
        self._writing.cancel()
        with suppress(asyncio.CancelledError):
            await self._writing
        await self._write_engine.dispose()
        await self._read_engine.dispose()

    def listen(self, topic: str, wake: Callable[[], None]) -> None:
        """Calls `wake` after each commit that touched the topic."""
        self._listeners[topic].append(wake)

    async def write(self, work: Work[T], doing: Doing | None = None) -> T:
        """As `Store` promises; `doing` says whose write it is."""
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        doing = doing or Doing(self.doer, at=self.now() if self.now else None)
        self.under_way += 1
        self._jobs.put_nowait(_Job(work, done, doing))
        return await done

    async def rewrite(self) -> bool:
        """Writes the whole file anew: of what was deleted no byte is left, nor in the log.

        False: somebody was reading, and the log has still all of it. Raises UnavailableError.
        """
        return await self._alone(rewrite)

    async def empty_log(self) -> bool:
        """Takes the old pages out of the log; False and raises as `rewrite`."""
        return await self._alone(empty_log)

    async def _alone(self, work: Work[bool]) -> bool:
        done: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self.under_way += 1
        self._jobs.put_nowait(_Job(work, done, Doing(), alone=True))
        return await done

    async def read(self, work: Work[T]) -> T:
        self.under_way += 1
        try:
            with passing():
                async with self._read_engine.connect() as connection:
                    return await at_home(connection, partial(_one_state, connection, work))
        finally:
            self.under_way -= 1

    async def _write_for_ever(self) -> None:
        while True:
            jobs = [await self._jobs.get()]
            while not self._jobs.empty() and len(jobs) < GATHERED:
                jobs.append(self._jobs.get_nowait())
            wanted = [job for job in jobs if not (self._closes and job.done.cancelled())]
            together = [job for job in wanted if not job.alone]
            if together:
                await self._commit_together(together)
            for job in wanted:
                if job.alone:
                    await self._do_alone(job)
            for job in jobs:
                job.settle()
                self._jobs.task_done()
                self.under_way -= 1

    async def _do_alone(self, job: _Job) -> None:
        try:
            with passing(WRITERS):
                async with self._write_engine.connect() as connection:
                    job.result = await job.work(connection)
        except Exception as error:  # noqa: BLE001 - handed to the one who asked
            job.error = error

    async def _commit_together(self, jobs: list[_Job]) -> None:
        """One commit for all; if one of them fails, each in a transaction of its own.

        When the file cannot be written, it is none of theirs: all of them hear so at once.
        """
        touched: set[str] = set()
        try:
            with passing(WRITERS):
                async with self._write_engine.connect() as connection:
                    connection.info.update({TOUCHED: touched, NOTES: self._notes})
                    await at_home(connection, partial(self._commit, connection, jobs))
        except UnavailableError as error:
            for job in jobs:
                job.error = error
        except Exception as error:  # noqa: BLE001 - handed to the one who asked
            if len(jobs) == 1:
                jobs[0].error = error
                return
            for job in jobs:
                await self._commit_together([job])
        else:
            for topic in touched:
                for wake in self._listeners[topic]:
                    wake()

    async def _commit(self, connection: AsyncConnection, jobs: list[_Job]) -> None:
        self._notes.clear()
        async with connection.begin():
            for job in jobs:
                self._notes.begin(job.doing)
                job.result = await job.work(connection)
            await self._notes.seal(connection)


async def _one_state(connection: AsyncConnection, work: Work[T]) -> T:
    """What `work` reads, of one state of the file; the transaction ends with it."""
    try:
        return await work(connection)
    finally:
        await connection.rollback()
