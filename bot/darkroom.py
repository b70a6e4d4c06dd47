"""Files that people send are opened in a process of its own: what breaks there breaks no bot."""

import asyncio
import json
import logging
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from storage.giving import Look
from storage.kinds import Flaw

log = logging.getLogger(__name__)

OPENING = (sys.executable, "-W", "ignore", "-m", "bot.opening")
SECONDS = 20.0
"""The machine's own: a file that takes longer to open is given up, and the process with it."""


class Darkroom:
    """Starts the process with the first file, and anew after one that ended it."""

    def __init__(self, command: Sequence[str] = OPENING, seconds: float = SECONDS) -> None:
        self._command = command
        self._seconds = seconds
        self._process: Process | None = None
        self._turn = asyncio.Lock()
        self.under_way = 0
        """How many files wait to be opened."""

    async def look(self, path: Path) -> Look:
        """What the file turned out to be."""
        self.under_way += 1
        try:
            async with self._turn:
                return await self._opened(path)
        finally:
            self.under_way -= 1

    async def close(self) -> None:
        """Ends the process; the next file starts another."""
        if self._process is not None:
            process, self._process = self._process, None
            with suppress(ProcessLookupError):
                process.kill()
            await process.communicate()

    async def _opened(self, path: Path) -> Look:
        try:
            async with asyncio.timeout(self._seconds):
                likeness, flaw = json.loads(await self._asked(path))
                return Look(likeness, Flaw(flaw) if flaw else None)
        except (TimeoutError, OSError, ValueError, TypeError) as error:
            log.warning("%s cannot be opened: %s", path.name, type(error).__name__)
            await self.close()
            return Look(flaw=Flaw.STUCK)

    async def _asked(self, path: Path) -> bytes:
        """An answer that does not come is an empty line, and no JSON."""
        if self._process is None:
            self._process = await asyncio.create_subprocess_exec(
                *self._command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL
            )
        process = self._process
        if process.stdin is None or process.stdout is None:
            raise BrokenPipeError
        process.stdin.write(json.dumps(str(path)).encode() + b"\n")
        await process.stdin.drain()
        return await process.stdout.readline()
