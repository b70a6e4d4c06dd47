"""The file written anew, so that nothing is left of what was deleted."""

import sqlite3

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.asking import driver_of


async def rewrite(connection: AsyncConnection) -> bool:
    """Outside a transaction: copies what there is, and empties the log.

    False: the log could not be emptied, because somebody reads; it may be tried again.
    """
    busy: list[int] = []

    def whole(cursor: sqlite3.Cursor) -> None:
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.execute("VACUUM")
        busy.append(cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])

    await (await driver_of(connection)).ask(whole)
    return busy == [0]


async def empty_log(connection: AsyncConnection) -> bool:
    """Outside a transaction: old pages are in the log no more. False: somebody reads."""
    busy: list[int] = []

    def emptied(cursor: sqlite3.Cursor) -> None:
        busy.append(cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])

    await (await driver_of(connection)).ask(emptied)
    return busy == [0]
