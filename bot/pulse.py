"""Writes down, every few minutes, that Telegram was heard: so a long silence shows afterwards."""

from bot.clock import Clock, moment
from storage import pulses
from storage.database import Database

PACE = 300.0


class Pulse:
    """Feels the pulse as often as it is told to, and writes it down every 5 minutes."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self._written_at: float | None = None

    async def beat(self) -> None:
        """Telegram was heard just now."""
        now = self._clock.elapsed()
        if self._written_at is None or not 0 <= now - self._written_at < PACE:
            await pulses.beat(self._db, moment(self._clock))
            self._written_at = now
