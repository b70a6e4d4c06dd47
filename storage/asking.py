"""SQLite on a thread of its own, asked once for each statement.

A question to the thread costs more than most statements do, and aiosqlite's own cursor asks four:
for a cursor, to execute, for the rows, and to close.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import Any, Self

import aiosqlite

Row = tuple[Any, ...]


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

        await self._execute(whole)  # type: ignore[no-untyped-call]


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


def connect(path: str, **options: Any) -> Asked:  # noqa: ANN401 - sqlite3's own
    """What SQLAlchemy makes its connections with; the connection is there once it is awaited."""
    return Asked(lambda: sqlite3.connect(path, **options))
