"""Something that is away for a while: said once, asked for again, and said when it is back."""

import logging

from bot.clock import Clock

log = logging.getLogger(__name__)

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 15.0
SAY_AGAIN = 600.0
"""Seconds: a long outage is said again, so that the log's end tells of it."""


class Outage:
    """The pauses between tries grow from 1 to 15 seconds; the log gets a line, not one a try."""

    def __init__(self, clock: Clock, what: str) -> None:
        self._clock = clock
        self._what = what
        self._since: float | None = None
        self._said = 0.0
        self._pause = FIRST_PAUSE

    async def goes_on(self, why: str) -> None:
        """One more try failed: returns when it is time for the next."""
        now = self._clock.elapsed()
        if self._since is None:
            self._since = now
        if now == self._since or now - self._said >= SAY_AGAIN:
            self._said = now
            log.warning("%s: %s", self._what, why)
        pause, self._pause = self._pause, min(self._pause * 2, LONGEST_PAUSE)
        await self._clock.sleep(pause)

    def ends(self) -> bool:
        """It is there; says so if it was away. True when it was."""
        since, self._since, self._pause = self._since, None, FIRST_PAUSE
        if since is not None:
            log.warning("%s: over after %.0f s", self._what, self._clock.elapsed() - since)
        return since is not None
