"""Takes updates that Telegram brings: each is on disk before Telegram is told that it arrived.

Behind a proxy that has the certificate: Telegram calls public addresses by https only.
"""

import asyncio
import hmac
import logging
import secrets
from collections.abc import Awaitable, Callable, Sequence
from http import HTTPStatus
from typing import Any

from aiohttp import web
from telegram.error import InvalidToken, TelegramError

from bot.clock import Clock
from bot.logs import conceal
from bot.outages import Outage
from bot.polling import WANTED, PollingBot
from bot.sending import fault_of
from bot.settings import RunSettings
from storage.availability import UnavailableError

log = logging.getLogger(__name__)

HEADER = "X-Telegram-Bot-Api-Secret-Token"
"""Bot API, setWebhook: `secret_token` comes back in this header."""
LARGEST_BYTES = 1 << 20
LOOK_SECONDS = 60.0
"""So often it is asked whether Telegram still brings updates here, and still knows the token."""

Raw = dict[str, Any]
Take = Callable[[Sequence[Raw]], Awaitable[None]]


class Webhook:
    """The listener; `run` ends only by being cancelled or by an error that stays."""

    def __init__(
        self,
        bot: PollingBot,
        clock: Clock,
        settings: RunSettings,
        take: Take,
        heard: Callable[[], Awaitable[None]],
    ) -> None:
        self._bot = bot
        self._clock = clock
        self._settings = settings
        self._take = take
        self._heard = heard
        given = settings.webhook_secret
        self._secret = given.get_secret_value() if given else secrets.token_urlsafe(32)
        conceal(self._secret)
        self._is_set = False
        self._waiting: list[tuple[Raw, asyncio.Future[None]]] = []
        self._news = asyncio.Event()
        self._telegram = Outage(clock, "Telegram is not heard")

    async def run(self) -> None:
        """Raises InvalidToken when Telegram forgets the token, OSError when the port is taken."""
        app = web.Application(client_max_size=LARGEST_BYTES)
        app.router.add_post(self._settings.webhook_path, self._receive)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        keeping = asyncio.create_task(self._keep())
        try:
            await web.TCPSite(runner, *self._settings.webhook_address).start()
            while True:
                await self._announce()
        finally:
            await runner.cleanup()
            keeping.cancel()
            await asyncio.gather(keeping, return_exceptions=True)

    async def _announce(self) -> None:
        """Tells Telegram where to bring updates, if it does not do so, and looks again later."""
        url = str(self._settings.webhook_url)
        try:
            if not self._is_set or (await self._bot.get_webhook_info()).url != url:
                await self._bot.set_webhook(
                    url, secret_token=self._secret, allowed_updates=list(WANTED)
                )
                self._is_set = True
        except InvalidToken:
            log.critical("Telegram does not know the token any more: the bot ends here")
            raise
        except TelegramError as error:
            await self._telegram.goes_on(fault_of(error))
        else:
            self._telegram.ends()
            await self._note()
            await self._clock.sleep(LOOK_SECONDS)

    async def _note(self) -> None:
        try:
            await self._heard()
        except UnavailableError as error:
            log.warning("That Telegram was heard cannot be written down: %s", error)

    async def _receive(self, request: web.Request) -> web.Response:
        given = request.headers.get(HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, self._secret.encode()):
            return web.Response(status=HTTPStatus.NOT_FOUND)
        raw = await _update_in(request)
        if raw is None:
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((raw, kept))
        self._news.set()
        try:
            await kept
        except UnavailableError:
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
        return web.Response()

    async def _keep(self) -> None:
        """What comes over several connections at once is one commit, in Telegram's order."""
        while True:
            await self._news.wait()
            self._news.clear()
            batch, self._waiting = sorted(self._waiting, key=lambda one: one[0]["update_id"]), []
            fault: Exception | None = None
            try:
                await self._take([raw for raw, _ in batch])
            except UnavailableError as error:
                log.warning("Updates cannot be kept; Telegram brings them again: %s", error)
                fault = error
            except Exception:
                log.exception("Updates could not be kept; Telegram brings them again")
                fault = UnavailableError("not kept")
            for _, kept in batch:
                _settle(kept, fault)


async def _update_in(request: web.Request) -> Raw | None:
    """None for what Telegram would not send."""
    try:
        raw = await request.json()
    except ValueError:
        return None
    is_update = isinstance(raw, dict) and isinstance(raw.get("update_id"), int)
    return raw if is_update else None


def _settle(kept: asyncio.Future[None], fault: Exception | None) -> None:
    if kept.done():
        return  # the caller hung up
    if fault is None:
        kept.set_result(None)
    else:
        kept.set_exception(fault)
