"""A day on which something takes place, and what happens by itself before and after it."""

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import jobs
from storage.follow_ups import DAY_AFTER
from storage.signups import EVENING


class Occasion(NamedTuple):
    """Storage knows neither rules nor days off: it gets the day with the moments that follow."""

    original_on: date
    """By the rule."""
    held_on: date
    """Where a day off moves it to."""
    eve_at: datetime
    """When who signed up is reminded."""
    asks_at: datetime
    """When its liaison is asked for photos."""


async def plan(connection: AsyncConnection, number: int, on: Occasion, now: datetime) -> None:
    """Its reminder and the question of the day after, and no others, in another transaction."""
    await call_off(connection, number)
    if on.eve_at > now:
        await jobs.schedule(connection, EVENING, number, on.eve_at)
    await jobs.schedule(connection, DAY_AFTER, number, on.asks_at)


async def call_off(connection: AsyncConnection, number: int) -> None:
    """Nothing happens by itself any more, within another transaction."""
    for kind in (EVENING, DAY_AFTER):
        await jobs.cancel(connection, kind, number)
