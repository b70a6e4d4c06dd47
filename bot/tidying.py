"""Forgets what nobody needs any more, once an hour."""

import asyncio
import shutil
from datetime import timedelta
from pathlib import Path

from bot.clock import Clock, moment
from storage import attachments, exports, inbox, photos
from storage.database import Database

HOUR = 3600.0
LOOSE = timedelta(hours=48)
"""A photo without words waits so long for them, an album for somebody who means all of it."""
MADE = timedelta(days=1)
"""A file that was made stays on disk for so long, in case Telegram cannot be reached."""


class Tidying:
    """The worker that prunes; `run` ends only by being cancelled."""

    def __init__(self, db: Database, clock: Clock, made: Path) -> None:
        self._db = db
        self._clock = clock
        self._made = made

    async def run(self) -> None:
        """Prunes now and every hour."""
        while True:
            now = moment(self._clock)
            await inbox.prune(self._db, now)
            await photos.prune(self._db, now - LOOSE)
            await attachments.forget(self._db, now - LOOSE)
            for export_id in await exports.over(self._db, now - MADE):
                folder = self._made / str(export_id)
                await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)
                await exports.forget(self._db, export_id)
            await self._clock.sleep(HOUR)
