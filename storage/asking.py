"""SQLite on a thread of its own, asked once for each transaction.

A question to the thread costs more than most statements do, and aiosqlite's own cursor asks four:
for a cursor, to execute, for the rows, and to close. So a whole transaction moves to the thread,
and what it asks there it asks at home.
"""

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Coroutine, Sequence
from contextlib import closing
from contextvars import copy_context
from typing import Any, Self, TypeVar

import aiosqlite
from sqlalchemy.ext.asyncio import AsyncConnection

T = TypeVar("T")
Row = tuple[Any, ...]
Whole = Callable[[], Coroutine[Any, Any, T]]


class Asked(aiosqlite.Connection):
    """A connection whose cursors are what SQLAlchemy uses of aiosqlite's, and no more."""

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, iter_chunk_size=1)
        self._thread.daemon = True  # a program that ends waits for no connection

    def cursor(self) -> "Answer":  # type: ignore[override] # no question yet, so nothing to await
        return Answer(self)

    async def ask(self, use: Callable[[sqlite3.Cursor], None]) -> None:
        """Has a cursor used in the thread, from its making to its end."""

        def whole() -> None:
            with closing(self._conn.cursor()) as cursor:
                use(cursor)

        await self._execute(whole)

    async def have_done(self, work: Whole[T]) -> T:
        """Has all of `work` done in the thread, which awaits nothing but this connection.

        Whoever is cancelled meanwhile hears of it once the thread has ended: nobody else gets a
        connection that is still at work. Raises what `work` raises.
        """
        under_way = asyncio.ensure_future(self._execute(copy_context().run, _through, work))
        try:
            return await asyncio.shield(under_way)
        except asyncio.CancelledError:
            await _end_of(under_way)
            raise

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - aiosqlite's own
        """In the thread at once, when it is the one that asks."""
        if threading.get_ident() == self._thread.ident:
            return fn(*args, **kwargs)
        return await super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]


class Answer:
    """A statement's answer, in the form of aiosqlite's cursor."""

    def __init__(self, connection: Asked) -> None:
        self._connection = connection
        self._rows: list[Row] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, values: Sequence[Any] = ()) -> Self:
        await self._connection.ask(lambda cursor: self._keep(cursor.execute(statement, values)))
        return self

    async def executemany(self, statement: str, rows: Sequence[Sequence[Any]]) -> Self:
        await self._connection.ask(lambda cursor: self._keep(cursor.executemany(statement, rows)))
        return self

    async def fetchall(self) -> list[Row]:
        return self._rows

    async def close(self) -> None:
        """It ended in the thread."""

    def _keep(self, cursor: sqlite3.Cursor) -> None:
        self.description = cursor.description
        self._rows = cursor.fetchall() if cursor.description else []
        self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid


async def at_home(connection: AsyncConnection, work: Whole[T]) -> T:
    """Has `work`, which talks to the connection alone, done in its thread from end to end."""
    return await (await driver_of(connection)).have_done(work)


async def driver_of(connection: AsyncConnection) -> Asked:
    """What SQLAlchemy's connection goes through."""
    driver = (await connection.get_raw_connection()).driver_connection
    if not isinstance(driver, Asked):
        raise TypeError(driver)
    return driver


def connect(path: str, **options: Any) -> Asked:  # noqa: ANN401 - sqlite3's own
    """What SQLAlchemy makes its connections with; the connection is there once it is awaited."""
    return Asked(lambda: sqlite3.connect(path, **options))


def _through(work: Whole[T]) -> T:
    """Runs what never has to wait; RuntimeError: it did."""
    doing = work()
    try:
        doing.send(None)
    except StopIteration as end:
        return end.value  # type: ignore[no-any-return] # whatever it gave
    doing.close()
    raise RuntimeError("a transaction waits for something that is not its database")


async def _end_of(under_way: asyncio.Future[Any]) -> None:
    """Comes back once it is over, however often one is told to give up."""
    while not under_way.done():
        try:
            await asyncio.wait({under_way})
        except asyncio.CancelledError:
            continue
    if not under_way.cancelled():
        under_way.exception()  # nobody asks for it any more
