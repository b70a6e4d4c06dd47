"""Somebody is forgotten in the record of changes as well: what was said of them is blanked.

The chain goes on to hold, because its hashes cover salted digests: without the salt nobody can find
out from a digest what was there. An entry of its own says which entries were blanked.
"""

import json
import sqlite3
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.asking import Asked
from storage.chains import FORGOTTEN, as_json
from storage.sealing import NOTES, Doing, Notes
from storage.tables import metadata
from storage.watching import DOING, NOTED, WATCHED, about, json_of, key_of

FORGETTING = "forgetting"
"""Who did it, for the record: nobody has a name any more."""
SPEAKS = "(person_id = ?1 OR instr(key, ?1) OR instr(before, ?1) OR instr(after, ?1))"
ITS = f"(doing = {DOING}() OR {SPEAKS})"
"""What this write has noted, and what others in its transaction noted of the person."""
OWN = f"SELECT DISTINCT subject, key FROM {NOTED} WHERE {ITS}"  # noqa: S608 - our own words
DROP = f"DELETE FROM {NOTED} WHERE {ITS}"  # noqa: S608 - our own words
NOTE = f"INSERT INTO {NOTED} VALUES ({DOING}(), ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - our own words
SAID = f"SELECT seq, subject, person_id, key, before, after FROM trail WHERE {SPEAKS}"  # noqa: S608 - our own words
DONE = "SELECT seq FROM trail WHERE doer_id = ? AND doer_salt IS NOT NULL"
BLANK = (
    "UPDATE trail SET key = '', before = NULL, after = NULL, organisation_id = NULL, person_id ="
    " NULL, notice_id = NULL, activity_id = NULL, salt = NULL WHERE seq = ?"
)
BLANK_DOER = "UPDATE trail SET doer = '', doer_id = NULL, doer_salt = NULL WHERE seq = ?"
Place = tuple[str, str]


async def blank(connection: AsyncConnection, person_id: int) -> None:
    """Within the transaction that gives the person's rows another number, as its last step."""
    notes = connection.info[NOTES]
    raw = await connection.get_raw_connection()
    driver = raw.driver_connection
    if not isinstance(notes, Notes) or not isinstance(driver, Asked):
        raise TypeError(driver)
    at = notes.doings[-1].at
    await driver.ask(lambda cursor: _blank(cursor, notes, Doing(FORGETTING, None, at), person_id))


def _blank(cursor: sqlite3.Cursor, notes: Notes, nobody: Doing, person_id: int) -> None:
    touched = cursor.execute(OWN, (str(person_id),)).fetchall()
    cursor.execute(DROP, (str(person_id),))
    for place, doing in enumerate(notes.doings):
        if doing.doer_id == person_id:  # also for what the same write changes after this
            notes.doings[place] = nobody
    said = [
        (seq, (subject, key))
        for seq, subject, of, key, *columns in cursor.execute(SAID, (str(person_id),))
        if of == person_id or any(_names(text, person_id) for text in (key, *columns))
    ]
    done = [seq for (seq,) in cursor.execute(DONE, (person_id,))]
    cursor.executemany(BLANK, [(seq,) for seq, _ in said])
    cursor.executemany(BLANK_DOER, [(seq,) for seq in done])
    places = dict.fromkeys([*touched, *(place for _, place in said)])
    for place in places:
        _note_anew(cursor, place, person_id)
    vouched = as_json({"doer_salt": done, "salt": [seq for seq, _ in said]})
    cursor.execute(NOTE, (FORGOTTEN, "[]", None, vouched, None, None, None, None))


def _note_anew(cursor: sqlite3.Cursor, place: Place, person_id: int) -> None:
    """How the row stands now, whole; that it is gone, unless its key was the person's number."""
    name, key = place
    if name not in WATCHED:
        return
    table = metadata.tables[name]
    there = [column.name for column in table.columns]
    wanted = ", ".join((json_of(table, there), *about(table, there)))
    is_it = " AND ".join(f'"{column}" IS ?' for column in key_of(table))
    found = f"SELECT {wanted} FROM {name} WHERE {is_it}"  # noqa: S608 - names of ours
    row = cursor.execute(found, json.loads(key)).fetchone()
    if row is not None:
        cursor.execute(NOTE, (name, key, None, *row))
    elif not _names(key, person_id):
        cursor.execute(NOTE, (name, key, "{}", None, None, None, None, None))


def _names(text: str | None, person_id: int) -> bool:
    """Whether the number stands in the JSON as a value, or as a part of words."""
    return text is not None and str(person_id) in text and _has(json.loads(text), person_id)


def _has(value: Any, person_id: int) -> bool:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        return any(_has(one, person_id) for one in value.values())
    if isinstance(value, list):
        return any(_has(one, person_id) for one in value)
    return value == person_id if isinstance(value, int) else str(person_id) in str(value)
