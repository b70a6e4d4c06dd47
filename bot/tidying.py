"""Forgets what nobody needs any more, once an hour."""

from datetime import timedelta

from bot.clock import Clock, moment
from storage import attachments, inbox, photos
from storage.database import Database

HOUR = 3600.0
LOOSE = timedelta(hours=48)
"""A photo without words waits so long for them, an album for somebody who means all of it."""


class Tidying:
    """The worker that prunes; `run` ends only by being cancelled."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    async def run(self) -> None:
        """Prunes now and every hour."""
        while True:
            now = moment(self._clock)
            await inbox.prune(self._db, now)
            await photos.prune(self._db, now - LOOSE)
            await attachments.forget(self._db, now - LOOSE)
            await self._clock.sleep(HOUR)
