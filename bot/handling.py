"""A database bound to one thing to do: the first write also completes it."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database, Work
from storage.sealing import Doing

T = TypeVar("T")
Meeting = Callable[[AsyncConnection], Awaitable[None]]


class Handling:
    """The effects of an update or a job and its completion are on disk together, or not at all."""

    def __init__(
        self,
        db: Database,
        complete: Meeting,
        meetings: Sequence[Meeting] = (),
        doing: Doing | None = None,
    ) -> None:
        self._db = db
        self._doing = doing
        self._complete = complete
        self._meetings = meetings
        self.is_done = False

    async def read(self, work: Work[T]) -> T:
        """Runs `work` on a connection that cannot write."""
        return await self._db.read(work)

    async def write(self, work: Work[T]) -> T:
        """Runs `work` in a transaction; the first time, with what was learned of who and where."""
        if self.is_done:
            return await self._db.write(work, self._doing)
        whole = partial(self._whole, work=work)
        result = await self._db.write(whole, self._doing)
        self.is_done = True
        return result

    def unname(self) -> None:
        """From here on nobody wrote it: nothing is noted of who and where it was."""
        self._meetings = ()
        self._doing = Doing()

    async def finish(self) -> None:
        """Completes it, if no write did."""
        if not self.is_done:
            await self.write(_nothing)

    async def _whole(self, connection: AsyncConnection, work: Work[T]) -> T:
        for meet in self._meetings:
            await meet(connection)
        result = await work(connection)
        await self._complete(connection)
        return result


async def _nothing(_connection: AsyncConnection) -> None:
    """A handler that only answered."""
