"""What a failed call says: surely not sent, or perhaps sent; and waiting out a flood."""

import logging
import os
from collections.abc import Callable, Coroutine
from typing import Any

from telegram.error import NetworkError, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot.clock import Clock
from bot.logs import TOKEN
from bot.transport import NEVER_LEFT

log = logging.getLogger(__name__)

# python-telegram-bot 22.2 and later: a wait is a timedelta; without this, each 429 warns.
os.environ.setdefault("PTB_TIMEDELTA", "true")


def surely_not_sent(error: TelegramError) -> bool:
    """True when the request cannot have reached Telegram; Telegram has no idempotency key."""
    return isinstance(error, RetryAfter) or isinstance(error.__cause__, NEVER_LEFT)


def fault_of(error: TelegramError) -> str:
    """The error in one line, without the token that an address may bear."""
    cause = f" ({type(error.__cause__).__name__})" if error.__cause__ else ""
    return TOKEN.sub("[token]", f"{type(error).__name__}: {error.message}{cause}")


FIRST_PAUSE = 1.0
TRIES = 5


class CallAgain(BaseRateLimiter[int]):
    """Calls again what was surely not sent: after a 429 as long as it says; others go on."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

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
        rate_limit_args: int | None,
    ) -> bool | dict[str, Any] | list[dict[str, Any]]:
        """Makes the call, as often as it is told to come later."""
        del data, rate_limit_args
        tries = 0
        while True:
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as flood:
                pause = _seconds(flood)
            except NetworkError as error:
                tries += 1
                if tries == TRIES or not surely_not_sent(error):
                    raise
                pause = FIRST_PAUSE * tries
            log.info("%s waits %.1f s", endpoint, pause)
            await self._clock.sleep(pause)


def _seconds(flood: RetryAfter) -> float:
    wait = flood.retry_after
    return wait.total_seconds() if not isinstance(wait, int) else float(wait)
