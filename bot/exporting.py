"""Has made what takes long: one after the other, by a process that ends with the bot."""

import asyncio
import json
import logging
import shutil
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from bot.clock import Alarm, Clock, moment
from bot.settings import Settings
from commands.kit.works import Work
from storage import exports
from storage.database import Database
from storage.exports import Export, Made

log = logging.getLogger(__name__)

MAKING = (sys.executable, "-W", "ignore", "-m", "bot.making")
SILENT_SECONDS = 300.0
"""The machine's own: a process that says nothing for so long is given up."""


class Exporting:
    """The worker; `run` ends only by being cancelled, and the process with it."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it works with
        self,
        db: Database,
        clock: Clock,
        settings: Settings,
        works: Iterable[Work],
        alarm: Alarm,
        command: Sequence[str] = MAKING,
    ) -> None:
        self._db = db
        self._clock = clock
        self._settings = settings
        self._works = {work.kind: work for work in works}
        self._alarm = alarm
        self._command = command
        self.under_way = 0
        """1 while the process works."""

    async def run(self) -> None:
        """Makes what waits, then waits for the next order; what a restart cut off is begun anew."""
        await exports.take_up(self._db)
        while True:
            export = await exports.begin(self._db, moment(self._clock))
            if export is None:
                await self._alarm.wait(None)
            else:
                await self._make(export)

    async def _make(self, export: Export) -> None:
        await asyncio.to_thread(shutil.rmtree, self._folder(export.id), ignore_errors=True)
        data = await self._works[export.kind].gather(self._db, export.asked)
        said = await self._said(export, data)
        now = moment(self._clock)
        if "files" in said:
            files = tuple(Made.model_validate(one) for one in said["files"])
            if not await exports.made(self._db, export, files, now):
                log.info("Export %d is made anew: a photo was hidden meanwhile", export.id)
        else:
            fault = said.get("trouble", "")
            log.warning("Export %d: %s", export.id, fault or said.get("error", "no answer"))
            await exports.failed(self._db, export, fault, now)

    async def _said(self, export: Export, data: str) -> dict[str, Any]:
        """The process's last word; what it says on the way is written down."""
        try:
            async with self._process() as process:
                await self._ask(process, export, data)
                while True:
                    async with asyncio.timeout(SILENT_SECONDS):
                        said = json.loads(await _line(process))
                    if isinstance(said, dict):
                        return said
                    done, total = said
                    await exports.goes_on(self._db, export.id, done, total)
        except (TimeoutError, OSError, ValueError) as error:
            return {"error": type(error).__name__}

    async def _ask(self, process: Process, export: Export, data: str) -> None:
        asked = {
            "kind": export.kind,
            "language": export.language,
            "zone": self._settings.zone,
            "now": moment(self._clock).isoformat(),
            "photos": str(self._settings.photos),
            "folder": str(self._folder(export.id)),
            "data": data,
        }
        assert process.stdin is not None  # noqa: S101 - it is a pipe
        process.stdin.write(json.dumps(asked).encode() + b"\n")
        await process.stdin.drain()

    @asynccontextmanager
    async def _process(self) -> AsyncIterator[Process]:
        process = await asyncio.create_subprocess_exec(
            *self._command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL
        )
        self.under_way += 1
        try:
            yield process
        finally:
            self.under_way -= 1
            with suppress(ProcessLookupError):
                process.kill()
            await process.communicate()

    def _folder(self, export_id: int) -> Path:
        return self._settings.exports / str(export_id)


async def _line(process: Process) -> bytes:
    """An answer that does not come is an empty line, and no JSON."""
    assert process.stdout is not None  # noqa: S101 - it is a pipe
    return await process.stdout.readline()
