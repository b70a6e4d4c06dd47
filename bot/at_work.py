"""The bot while it works, as those see it who started it."""

import asyncio
from dataclasses import dataclass
from typing import Protocol


class Busy(Protocol):
    """What waits for somebody outside of the program's own loop."""

    @property
    def under_way(self) -> int:
        """For how many it waits now."""


@dataclass(frozen=True)
class AtWork:
    """The bot while it works."""

    listening: asyncio.Task[None]
    """Ends only by an error that stays, InvalidToken or SupersededError."""
    busy: list[Busy]

    @property
    def under_way(self) -> int:
        """How much waits for the disk, another process or Telegram; a poll that stands is one."""
        return sum(one.under_way for one in self.busy)
