"""Workers: what goes on beside the updates, for as long as the bot is at work."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from bot.clock import Clock
from storage.availability import UnavailableError

log = logging.getLogger(__name__)

PAUSE_SECONDS = 5
Worker = Callable[[], Coroutine[Any, Any, None]]


def begin(worker: Worker) -> asyncio.Task[None]:
    """Lets it work; whoever begins it ends it."""
    return asyncio.create_task(worker())


async def end(*tasks: asyncio.Task[None]) -> None:
    """Returns when none of them works any more."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


@asynccontextmanager
async def kept_on(clock: Clock, *workers: Worker) -> AsyncIterator[list[asyncio.Task[None]]]:
    """They work within the block; one that fails starts anew: what it owes is in the database."""
    tasks = [asyncio.create_task(_keep_on(worker, clock)) for worker in workers]
    try:
        yield tasks
    finally:
        await end(*tasks)


async def _keep_on(worker: Worker, clock: Clock) -> None:
    while True:
        try:
            await worker()
        except UnavailableError as error:
            log.warning("A worker has to wait %d s: %s", PAUSE_SECONDS, error)
        except Exception:
            log.exception("A worker failed and starts again in %d s", PAUSE_SECONDS)
        else:
            return
        await clock.sleep(PAUSE_SECONDS)
