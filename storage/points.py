"""Service points (服务点): what is there, where, when it is open, and since when that is confirmed.

Coordinates stay as they were given, with their datum; beside them stands WGS-84, which all that is
reckoned and every map of Telegram's goes by.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import deliveries
from storage.database import query, transaction
from storage.datums import to_wgs84
from storage.tables import organisations, point_checks, points as table
from storage.values import Value

KINDS = (
    *("hall", "health", "elderly", "meals", "children", "culture", "legal", "repair"),
    *("daily", "jobs", "volunteers", "safety", "other"),
)
"""What one is for; buttons bear the place here, so new ones go to the end."""
LEVELS = ("", "street", "community", "grid")
"""Of the three-level centres (三级服务中心), or of none."""


CHECK = "points.check"
"""The question whether an organisation's points still hold; its subject is the check."""


class Facts(Value):
    """What is said of a service point; there are both coordinates or none."""

    organisation_id: int
    name: str = ""
    kind: str = "other"
    level: str = ""
    address: str = ""
    given_latitude: float | None = None
    given_longitude: float | None = None
    datum: str = ""
    """Of the given coordinates: one of `datums.DATUMS`."""
    hours: str = ""
    """The rule as the feature keeps it."""
    phone: str = ""
    """Of the office, and of no person."""
    offers: str = ""

    @property
    def wgs84(self) -> tuple[float, float] | None:
        """Where it is; None: nobody said."""
        if self.given_latitude is None or self.given_longitude is None:
            return None
        return to_wgs84(self.given_latitude, self.given_longitude, self.datum)

    def columns(self) -> dict[str, Any]:
        """The row's columns that follow from it."""
        latitude, longitude = self.wgs84 or (None, None)
        said = self.model_dump(include=set(Facts.model_fields))
        return said | {"latitude": latitude, "longitude": longitude}


class Point(Facts):
    """A service point as it is kept."""

    id: int
    organisation: str
    """The short name."""
    latitude: float | None
    longitude: float | None
    revision: int
    """Another one after each change."""
    confirmed_at: datetime
    retired_at: datetime | None = None

    @property
    def facts(self) -> Facts:
        """What is said of it."""
        return Facts.model_validate(self.model_dump(include=set(Facts.model_fields)))


STANDS = table.c.retired_at.is_(None)


@query
async def one(connection: AsyncConnection, point_id: int) -> Point | None:
    """The point with this id, also one that was retired."""
    return await kept(connection, point_id)


@transaction
async def confirm(
    connection: AsyncConnection, point_id: int, revision: int, person_id: int, now: datetime
) -> bool:
    """Somebody says that it still holds as it was shown; False: it says something else by now."""
    as_shown = and_(table.c.id == point_id, table.c.revision == revision, STANDS)
    holds = update(table).where(as_shown).values(confirmed_by=person_id, confirmed_at=now)
    whose = (
        await connection.execute(holds.returning(table.c.organisation_id))
    ).scalar_one_or_none()
    if whose is not None:
        await show_again(connection, whose)
    return whose is not None


@transaction
async def retire(
    connection: AsyncConnection, point_id: int, revision: int, person_id: int, now: datetime
) -> bool:
    """It is shown no more; False: it was changed since it was shown, or retired before."""
    point = await kept(connection, point_id)
    if point is None or point.revision != revision or point.retired_at is not None:
        return False
    await take_out(connection, point, person_id, now)
    return True


@transaction
async def bring_back(
    connection: AsyncConnection, point_id: int, revision: int, person_id: int, now: datetime
) -> bool:
    """It is there again; False: something else became of it meanwhile."""
    retired = and_(table.c.id == point_id, table.c.revision == revision, ~STANDS)
    back: dict[str, object] = {"retired_by": None, "retired_at": None}
    back |= {"confirmed_by": person_id, "confirmed_at": now, "revision": table.c.revision + 1}
    return (await connection.execute(update(table).where(retired).values(back))).rowcount == 1


async def add(
    connection: AsyncConnection, facts: Facts, person_id: int | None, now: datetime
) -> int:
    """A new point within another transaction; whoever adds it says that it holds."""
    by_whom = {"made_by": person_id, "made_at": now, "confirmed_by": person_id, "confirmed_at": now}
    made = insert(table).values(facts.columns() | by_whom).returning(table.c.id)
    return int((await connection.execute(made)).scalar_one())


async def change(
    connection: AsyncConnection, point: Point, facts: Facts, person_id: int | None, now: datetime
) -> None:
    """What is said of it is another thing now, within another transaction."""
    values = facts.columns() | {"revision": point.revision + 1}
    values |= {"confirmed_by": person_id, "confirmed_at": now}
    await connection.execute(update(table).where(table.c.id == point.id).values(values))
    await show_again(connection, point.organisation_id)


async def take_out(
    connection: AsyncConnection, point: Point, person_id: int, now: datetime
) -> None:
    """It is shown no more, within another transaction."""
    gone = {"retired_by": person_id, "retired_at": now, "revision": point.revision + 1}
    await connection.execute(update(table).where(table.c.id == point.id).values(gone))
    await show_again(connection, point.organisation_id)


async def show_again(connection: AsyncConnection, organisation_id: int) -> None:
    """The newest question whether its points hold tells how they stand by now."""
    newest = (
        select(point_checks.c.id)
        .where(point_checks.c.organisation_id == organisation_id)
        .order_by(point_checks.c.round.desc())
        .limit(1)
    )
    check_id = (await connection.execute(newest)).scalar_one_or_none()
    if check_id is not None:
        await deliveries.owe_edit(connection, CHECK, check_id)


async def kept(connection: AsyncConnection, point_id: int) -> Point | None:
    """The point with this id, within another query."""
    found = await connection.execute(named().where(table.c.id == point_id))
    return Point.of(found.one_or_none())


def named() -> Select[Any]:
    """All points, retired ones too, with what their organisation is called."""
    return select(table, organisations.c.short_name.label("organisation")).join(
        organisations, organisations.c.id == table.c.organisation_id
    )
