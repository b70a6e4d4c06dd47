"""A database bound to one update: its first write also completes the update."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import inbox
from storage.database import Database, Work

T = TypeVar("T")
Meeting = Callable[[AsyncConnection], Awaitable[None]]


class Handling:
    """The effects of an update and its completion are on disk together, or not at all."""

    def __init__(
        self, db: Database, update_id: int, now: datetime, meetings: Sequence[Meeting] = ()
    ) -> None:
        self._db = db
        self._update_id = update_id
        self._now = now
        self._meetings = meetings
        self.is_done = False

    async def read(self, work: Work[T]) -> T:
        """Runs `work` on a connection that cannot write."""
        return await self._db.read(work)

    async def write(self, work: Work[T]) -> T:
        """Runs `work` in a transaction; the first time, with what was learned of who and where."""
        if self.is_done:
            return await self._db.write(work)
        result = await self._db.write(lambda connection: self._whole(connection, work))
        self.is_done = True
        return result

    async def finish(self) -> None:
        """Completes the update, if no write did."""
        if not self.is_done:
            await self.write(_nothing)

    async def _whole(self, connection: AsyncConnection, work: Work[T]) -> T:
        for meet in self._meetings:
            await meet(connection)
        result = await work(connection)
        await inbox.complete(connection, self._update_id, self._now)
        return result


async def _nothing(_connection: AsyncConnection) -> None:
    """A handler that only answered."""
