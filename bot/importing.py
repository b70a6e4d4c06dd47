"""Fetches files with a table, and has each read by a process of its own."""

import asyncio
import json
import logging
import sys
from asyncio.subprocess import DEVNULL, PIPE
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import timedelta

from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.clock import Alarm, Clock, moment
from bot.sending import fault_of
from storage import imports
from storage.database import Database
from storage.imports import Import

log = logging.getLogger(__name__)

PERUSING = (sys.executable, "-W", "ignore", "-m", "bot.perusing")
SECONDS = 60.0
"""The machine's own: a file that takes longer to fetch, or to read, is given up."""
PAUSE = timedelta(seconds=5)
EARLIEST = timedelta(hours=14)
"""Where a day begins first it is so far ahead of UTC, so nobody's today is taken for tomorrow."""
Fetch = Callable[[str], Awaitable[bytes]]
"""A file by Telegram's id; raises TelegramError."""


async def fetched(bot: Bot, file_id: str) -> bytes:
    """What Telegram keeps under this id."""
    file = await bot.get_file(file_id)
    return bytes(await file.download_as_bytearray())


class Importing:
    """The worker; `run` ends only by being cancelled, and the process with it."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it works with
        self,
        db: Database,
        clock: Clock,
        fetch: Fetch,
        alarm: Alarm,
        command: Sequence[str] = PERUSING,
        seconds: float = SECONDS,
    ) -> None:
        self._db = db
        self._clock = clock
        self._fetch = fetch
        self._alarm = alarm
        self._command = command
        self._seconds = seconds
        self.under_way = 0
        """1 while the process works."""

    async def run(self) -> None:
        """Reads what waits, one after the other, then waits for the next."""
        while True:
            waiting = await imports.begin(self._db)
            if waiting is None:
                await self._alarm.wait(None)
            elif not await self._look_into(waiting):
                await self._clock.sleep(PAUSE.total_seconds())

    async def _look_into(self, waiting: Import) -> bool:
        """True once it is settled; else it is tried again."""
        try:
            async with asyncio.timeout(self._seconds):
                data = await self._fetch(waiting.file_id)
        except (TelegramError, TimeoutError) as error:
            fault = fault_of(error) if isinstance(error, TelegramError) else "it took too long"
            log.warning("Import %d: %s", waiting.id, fault)
            if not isinstance(error, BadRequest):
                return False
            await imports.failed(self._db, waiting.id, moment(self._clock))
            return True
        try:
            kind, reading = await self._read(waiting, data)
        except (TimeoutError, OSError, ValueError) as error:
            log.warning("Import %d cannot be read: %s", waiting.id, type(error).__name__)
            await imports.failed(self._db, waiting.id, moment(self._clock))
        else:
            await imports.read(self._db, waiting.id, reading, kind)
        return True

    async def _read(self, waiting: Import, data: bytes) -> tuple[str, str]:
        """What the process says that it is, and what stands in it.

        A process that broke says nothing, and that is no JSON.
        """
        process = await asyncio.create_subprocess_exec(
            *self._command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL
        )
        today = (moment(self._clock) + EARLIEST).date().isoformat()
        whose = {"kind": waiting.kind, "name": waiting.name}
        asked = json.dumps(whose | {"bytes": len(data), "today": today}).encode()
        self.under_way += 1
        try:
            async with asyncio.timeout(self._seconds):
                said, _ = await process.communicate(asked + b"\n" + data)
        finally:
            self.under_way -= 1
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
        found = json.loads(said)
        return found["kind"], found["reading"]
