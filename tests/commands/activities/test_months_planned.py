"""When a month is planned: near its moment, also after an outage, and no more when it is old."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from commands.activities.monthly import planning
from commands.kit import Office
from storage import jobs, month_posts, preferences
from storage.database import Database
from storage.month_posts import PREPARE
from storage.preferences import MONTH, OFF
from tests.storage.liuzhai import gather
from tests.vocabulary.clock import ZONE
from tests.vocabulary.databases import new_database

OFFICE = Office(ZONE)
NINE = datetime(2026, 9, 1, 9, 0, tzinfo=ZONE)
YEARS = timedelta(days=999)


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    path = new_database(tmp_path / "gongjian.db")
    async with Database(path) as db:
        await gather(db)
        yield db


async def planned(db: Database, now: datetime) -> list[datetime]:
    """When the month comes, of what was planned now."""
    await planning.look_ahead(db, OFFICE, now)
    due = await jobs.due(db, now + YEARS)
    return [one.due_at.astimezone(ZONE) for one in due if one.kind == PREPARE]


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (NINE - timedelta(hours=3), []),
        (NINE - timedelta(hours=1), [NINE]),
        (NINE + timedelta(days=2), [NINE + timedelta(days=2)]),
        (NINE + timedelta(days=6), []),
    ],
    ids=["not yet", "soon", "after an outage", "no news any more"],
)
async def test_near_its_moment(db: Database, now: datetime, due: list[datetime]) -> None:
    assert await planned(db, now) == due
    assert await planned(db, now) == due


async def test_not_when_it_is_turned_off(db: Database) -> None:
    await preferences.keep(db, MONTH, OFF)
    assert await planned(db, NINE) == []


async def test_not_while_it_waits_to_go_out(db: Database) -> None:
    number = planning.before(NINE.date())
    await month_posts.prepare(db, number, NINE, NINE + timedelta(hours=5))
    assert await planned(db, NINE + timedelta(hours=1)) == []
