"""The file written anew, so that nothing is left of what was deleted."""

import sqlite3

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.asking import Asked


async def rewrite(connection: AsyncConnection) -> bool:
    """Outside a transaction: copies what there is, and empties the log.

    False: the log could not be emptied, because somebody reads; it may be tried again.
    """
    raw = await connection.get_raw_connection()
    driver = raw.driver_connection
    if not isinstance(driver, Asked):
        raise TypeError(driver)
    busy: list[int] = []

    def whole(cursor: sqlite3.Cursor) -> None:
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.execute("VACUUM")
        busy.append(cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])

    await driver.ask(whole)
    return busy == [0]
