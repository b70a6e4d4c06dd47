"""Protections taken away, in a bot of a drill: so a test sees that the drill would find it out."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection
from telegram import Update

import bot.intake
import bot.pacing
import storage.deliveries
from storage.database import transaction
from storage.tables import deliveries


def _keep_nothing() -> None:
    """Updates are handled as they come, and are nowhere on disk before."""

    async def take_in(self: Any, raws: Sequence[dict[str, Any]]) -> None:  # noqa: ANN401 - patched in
        for raw in raws:
            one = Update.de_json(raw, self._bot)
            if self._wanted(one):
                await self._put(one)

    bot.intake.Intake.take_in = take_in  # type: ignore[method-assign]


def _send_again() -> None:
    """What was being sent when the process ended is sent again."""

    @transaction
    async def try_interrupted_again(connection: AsyncConnection) -> int:
        interrupted = update(deliveries).where(deliveries.c.state == "sending")
        return (await connection.execute(interrupted.values(state="pending"))).rowcount

    storage.deliveries.doubt_interrupted = try_interrupted_again


def _do_not_pace() -> None:
    """Messages leave as fast as they can: for a drill whose harm is another."""
    for window in ("CHAT", "GROUP", "SHARE"):
        setattr(bot.pacing, window, bot.pacing.Window(10**6, 1.0))
    setattr(bot.pacing, "DOOR", 1e6)  # noqa: B010 - a constant of theirs
    bot.pacing.Pacer.__init__.__defaults__ = (1e6,)


BY_NAME: dict[str, Callable[[], None]] = {
    "inbox": _keep_nothing,
    "doubt": _send_again,
    "pace": _do_not_pace,
}
