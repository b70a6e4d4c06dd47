"""Protections against a bad network and a bad disk, taken away in a bot of a drill."""

from collections.abc import Callable
from typing import Any

import bot.outages
import bot.polling
import bot.regrets
import storage.engine
import storage.upgrade


def _come_back_late() -> None:
    """After a fault it is long before Telegram is asked again."""
    setattr(bot.outages, "FIRST_PAUSE", 45.0)  # noqa: B010 - a constant of theirs
    setattr(bot.outages, "LONGEST_PAUSE", 45.0)  # noqa: B010 - a constant of theirs


def _confirm_what_was_not_kept() -> None:
    """A poll whose updates could not be written down is confirmed all the same."""
    keep = bot.polling.Polling._keep  # noqa: SLF001 - patched in

    async def keep_or_not(self: Any, raws: list[dict[str, Any]]) -> None:  # noqa: ANN401 - patched in
        await keep(self, raws)
        if raws:
            self._offset = raws[-1]["update_id"] + 1

    bot.polling.Polling._keep = keep_or_not  # type: ignore[method-assign]  # noqa: SLF001


def _tell_nobody() -> None:
    """Who waits for a disk hears nothing."""

    async def tell(*_: object) -> None:
        pass

    setattr(bot.regrets.Regrets, "tell", tell)  # noqa: B010 - theirs


def _wait_less_for_a_lock() -> None:
    """No protection: a second instead of five, so that a test is short."""
    setattr(storage.engine, "PATIENCE", 1.0)  # noqa: B010 - a constant of theirs


def _look_at_nothing() -> None:
    """A start trusts whatever file it finds."""
    setattr(storage.upgrade, "is_sound", lambda _: True)  # noqa: B010 - theirs


BY_NAME: dict[str, Callable[[], None]] = {
    "coming back": _come_back_late,
    "confirming last": _confirm_what_was_not_kept,
    "regrets": _tell_nobody,
    "soundness": _look_at_nothing,
    "patience": _wait_less_for_a_lock,
}
