"""Of what was said without a name, no more is left on disk than has to be.

SQLite's log keeps old pages until it is emptied, so that is done after every change which is about
somebody without a name. Keys of what is closed, and photos that belong to no voice any more, go.
"""

import asyncio
import logging
import time
from datetime import timedelta
from pathlib import Path

from bot.clock import Alarm, Clock, moment
from bot.receiving import FOLDER
from storage import voice_drafts, voice_ends, voice_queries
from storage.cloaks import Cloak
from storage.database import Database

log = logging.getLogger(__name__)

SETTLING = 15.0
"""Seconds in which more changes come, and others end to read."""
AGAIN = 60.0
OFTEN = timedelta(hours=6)
IN_HAND = 3600.0
"""Seconds, of the machine's own clock: a photo so young may be about to be written down."""


class Sweeping:
    """The worker that does it; `run` ends only by being cancelled."""

    def __init__(
        self, db: Database, clock: Clock, alarm: Alarm, photos: Path, cloak: Cloak
    ) -> None:
        self._db = db
        self._clock = clock
        self._alarm = alarm
        self._photos = photos
        self._cloak = cloak

    async def run(self) -> None:
        """Sweeps now, after each change, and when nothing changes a few times a day."""
        while True:
            await self._sweep()
            await self._alarm.wait(moment(self._clock) + OFTEN)
            await self._clock.sleep(SETTLING)

    async def _sweep(self) -> None:
        now = moment(self._clock)
        await voice_drafts.prune(self._db, now)
        await voice_ends.wipe_old(self._db, now)
        kept = await voice_queries.paths(self._db)
        await asyncio.to_thread(self._throw_away, kept)
        names = [name for name, _ in await voice_queries.handles(self._db)]
        await asyncio.to_thread(self._cloak.let_go, names)
        while not await self._db.empty_log():
            await self._clock.sleep(AGAIN)

    def _throw_away(self, kept: frozenset[str]) -> None:
        for path in (self._photos / FOLDER).glob("*"):
            try:
                if f"{FOLDER}/{path.name}" not in kept and _is_old(path):
                    path.unlink(missing_ok=True)
            except OSError as error:
                log.warning("%s cannot be deleted: %s", path.name, error)


def _is_old(path: Path) -> bool:
    """By when it came to disk: what the file itself says is the day alone."""
    return time.time() - path.stat().st_ctime > IN_HAND
