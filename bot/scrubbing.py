"""Writes the file anew after somebody was forgotten, so that nothing of them is left there."""

import logging

from bot.clock import Alarm, Clock, moment
from storage import forgetting
from storage.database import Database

log = logging.getLogger(__name__)

SETTLING = 15.0
"""Seconds in which Telegram is told that the person's menus are gone, and others end to read."""
AGAIN = 60.0


class Scrubbing:
    """The worker that does it; `run` ends only by being cancelled."""

    def __init__(self, db: Database, clock: Clock, alarm: Alarm) -> None:
        self._db = db
        self._clock = clock
        self._alarm = alarm

    async def run(self) -> None:
        """Does what an earlier run left, then waits for the next who is forgotten."""
        while True:
            while await forgetting.unscrubbed(self._db):
                await self._clock.sleep(SETTLING)
                begun = moment(self._clock)
                if await self._db.rewrite():
                    await forgetting.scrubbed(self._db, begun, moment(self._clock))
                    log.info("The database was written anew: who was forgotten has left no trace")
                else:
                    await self._clock.sleep(AGAIN)
            await self._alarm.wait(None)
