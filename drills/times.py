"""Time that runs faster, the same for the bot and for its world."""

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class FastTime:
    """From `origin` (Unix seconds) on, time runs `speed` times as fast; a `Clock` of the bot."""

    origin: float
    speed: float = 1.0
    ahead_file: str = ""
    """If set, a file with the seconds that the wall clock has been set ahead, or back."""

    def now(self) -> float:
        """Unix seconds."""
        return self.origin + (time.time() - self.origin) * self.speed + self._ahead()

    def elapsed(self) -> float:
        """Seconds that nobody sets."""
        return time.monotonic() * self.speed

    async def sleep(self, seconds: float) -> None:
        """So many seconds of this time."""
        await asyncio.sleep(max(0.0, seconds) / self.speed)

    def _ahead(self) -> float:
        return float(Path(self.ahead_file).read_text() or 0) if self.ahead_file else 0.0
