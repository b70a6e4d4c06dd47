"""Goes the rounds once an hour: features look whether something has to be planned."""

import logging
from collections.abc import Iterable

from bot.clock import Clock, moment
from commands.kit import Office
from commands.kit.features import Look
from storage.availability import UnavailableError
from storage.database import Database

log = logging.getLogger(__name__)

HOUR = 3600.0


class Rounds:
    """The worker; `run` ends only by being cancelled."""

    def __init__(self, db: Database, clock: Clock, looks: Iterable[Look], office: Office) -> None:
        self._db = db
        self._clock = clock
        self._looks = tuple(looks)
        self._office = office

    async def run(self) -> None:
        """Looks now and every hour; one that fails keeps no other from looking."""
        while True:
            for look in self._looks:
                try:
                    await look(self._db, self._office, moment(self._clock))
                except UnavailableError:
                    raise  # no fault of its own
                except Exception:
                    log.exception("%s failed; it looks again in an hour", look.__module__)
            await self._clock.sleep(HOUR)
