"""All that the file has of somebody, table by table, for that person alone."""

import json
from typing import Any

from sqlalchemy import Table, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.cloaks import MARK
from storage.database import query
from storage.persons import OF_CHATS, OF_PEOPLE, RAW
from storage.tables import metadata

ANOTHER = "another person"
"""Stands for the number of anybody else: what is theirs is handed out to them."""
Rows = dict[str, list[dict[str, Any]]]


@query
async def everything(connection: AsyncConnection, person_id: int) -> Rows:
    """Every row in which the person's number stands, by table, as JSON can hold it."""
    found: Rows = {}
    for name in (*OF_PEOPLE, *(one for one in OF_CHATS if one not in OF_PEOPLE)):
        rows = await _of(connection, metadata.tables[name], person_id)
        if rows:
            found[name] = rows
    for name, column in RAW.items():
        table = metadata.tables[name]
        said = select(table.c[column]).where(func.instr(table.c[column], str(person_id)) > 0)
        found_in = (await connection.execute(said)).scalars()
        raw = [json.loads(one) for one in found_in if not one.startswith(MARK)]
        own = [{column: one} for one in raw if _has(one, person_id)]
        if own:
            found[name] = own
    return found


async def _of(connection: AsyncConnection, table: Table, person_id: int) -> list[dict[str, Any]]:
    listed = (*OF_PEOPLE.get(table.name, ()), *OF_CHATS.get(table.name, ()))
    mine = or_(*(table.c[column] == person_id for column in listed))
    rows = await connection.execute(select(table).where(and_(mine)).order_by(*table.primary_key))
    people = OF_PEOPLE.get(table.name, ())
    return [
        {
            name: ANOTHER if name in people and value not in {None, person_id} else _plain(value)
            for name, value in row.items()
            if not isinstance(value, bytes)
        }
        for row in rows.mappings()
    ]


def _plain(value: Any) -> Any:  # noqa: ANN401 - a column's
    return value if value is None or isinstance(value, (int, float, str)) else str(value)


def _has(value: Any, person_id: int) -> bool:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        return any(_has(one, person_id) for one in value.values())
    if isinstance(value, list):
        return any(_has(one, person_id) for one in value)
    return bool(value == person_id)
