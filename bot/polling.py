"""Polling that has a whole poll on disk before anybody hears of it."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from telegram import Update
from telegram.ext import ExtBot

TakeIn = Callable[[Sequence[Update]], Awaitable[None]]


class PollingBot(ExtBot[int]):
    """A bot whose `get_updates` ends once what came is kept: one commit for a whole poll."""

    _take_in: TakeIn | None = None

    def keep_by(self, take_in: TakeIn) -> None:
        """Keeps by this from now on; when it raises NetworkError, the same poll is made again."""
        self._take_in = take_in

    async def get_updates(self, *args: Any, **kwargs: Any) -> tuple[Update, ...]:  # noqa: ANN401
        """As python-telegram-bot's own."""
        updates = await super().get_updates(*args, **kwargs)
        if self._take_in is not None:
            await self._take_in(updates)
        return updates
