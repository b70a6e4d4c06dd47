"""What a failed call says: surely not sent, or perhaps sent; and calls at an even pace."""

import logging
import os
from collections.abc import Callable, Coroutine
from enum import Enum
from typing import Any

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot.clock import Clock
from bot.logs import redact
from bot.ordering import resting
from bot.pacing import Pacer
from bot.transport import NEVER_LEFT
from commands.kit import Urgency

log = logging.getLogger(__name__)

# python-telegram-bot 22.2 and later: a wait is a timedelta; without this, each 429 warns.
os.environ.setdefault("PTB_TIMEDELTA", "true")

FIRST_PAUSE = 1.0
TRIES = 5
MESSAGES = ("send", "edit", "copy", "forward")
NO_MESSAGES = frozenset({"sendChatAction"})
WHY_UNREACHED = {
    "blocked": "blocked",
    "can't initiate": "never started",
    "chat not found": "never started",
    "deactivated": "deactivated",
}
"""What Telegram says when a private chat cannot be written to -> what is kept of it."""


TOPIC_LOST = ("message thread not found", "topic_closed", "topic_deleted")
NO_RIGHT = ("not enough rights", "chat_admin_required")
GROUP_LOST = ("bot was kicked", "bot is not a member", "group chat was deleted", "chat not found")


def moments_are_unknown(error: TelegramError) -> bool:
    """True when the office's own server of the Bot API is older than `tg-time`."""
    return (
        isinstance(error, BadRequest) and 'unsupported start tag "tg-time"' in error.message.lower()
    )


def surely_not_sent(error: TelegramError) -> bool:
    """True when the request cannot have reached Telegram; Telegram has no idempotency key."""
    return isinstance(error, RetryAfter) or isinstance(error.__cause__, NEVER_LEFT)


def why_unreached(error: TelegramError) -> str | None:
    """Why the person cannot be written to; None: the error is about something else."""
    if not isinstance(error, (BadRequest, Forbidden)):
        return None
    said = error.message.lower()
    return next((why for words, why in WHY_UNREACHED.items() if words in said), None)


def topic_is_lost(error: TelegramError) -> bool:
    """True when the topic was closed or deleted: the group's general part is left."""
    return isinstance(error, BadRequest) and any(
        words in error.message.lower() for words in TOPIC_LOST
    )


def lacks_right(error: TelegramError) -> bool:
    """True when only an administrator, or one with more rights, may do it."""
    return any(words in error.message.lower() for words in NO_RIGHT)


def group_is_lost(error: TelegramError) -> bool:
    """True when the bot is in the group no more."""
    return isinstance(error, (BadRequest, Forbidden)) and any(
        words in error.message.lower() for words in GROUP_LOST
    )


def fault_of(error: TelegramError) -> str:
    """The error in one line, without the token that an address may bear."""
    cause = f" ({type(error.__cause__).__name__})" if error.__cause__ else ""
    return redact(f"{type(error).__name__}: {error.message}{cause}")


def seconds_of(flood: RetryAfter) -> float:
    """How long a 429 says to wait."""
    wait = flood.retry_after
    return wait.total_seconds() if not isinstance(wait, int) else float(wait)


class Pace(Enum):
    """What a call asks of the pace."""

    HAD_ITS_TURN = "had its turn"
    """The caller waited for it, and tries again by itself."""


class Paced(BaseRateLimiter[Pace]):
    """Calls when it is their turn, and again what was surely not sent."""

    def __init__(self, clock: Clock, pacer: Pacer) -> None:
        self._clock = clock
        self._pacer = pacer

    async def initialize(self) -> None:
        """Nothing to set up."""

    async def shutdown(self) -> None:
        """Nothing to give back."""

    async def process_request(  # noqa: PLR0913, PLR0917 - python-telegram-bot's signature
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | dict[str, Any] | list[dict[str, Any]]]],
        args: Any,  # noqa: ANN401 - python-telegram-bot's signature
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Pace | None,
    ) -> bool | dict[str, Any] | list[dict[str, Any]]:
        """Makes the call, as often as it is told to come later."""
        chat, messages = data.get("chat_id"), _messages(endpoint, data)
        tries = 0
        while True:
            if isinstance(chat, int) and rate_limit_args is None:
                async with resting():
                    await self._pacer.turn(chat, Urgency.ANSWER, messages)
            await self._pacer.leave(messages)
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as flood:
                pause = seconds_of(flood)
                if isinstance(chat, int):
                    self._pacer.hold(chat, pause)
                if rate_limit_args is Pace.HAD_ITS_TURN:
                    raise
            except NetworkError as error:
                tries += 1
                if rate_limit_args or tries == TRIES or not surely_not_sent(error):
                    raise
                pause = FIRST_PAUSE * tries
            log.info("%s waits %.1f s", endpoint, pause)
            async with resting():
                await self._clock.sleep(pause)


def _messages(endpoint: str, data: dict[str, Any]) -> int:
    """How many messages the call counts as."""
    if not endpoint.startswith(MESSAGES) or endpoint in NO_MESSAGES:
        return 0
    album = data.get("media")
    return len(album) if isinstance(album, (list, tuple)) else 1
