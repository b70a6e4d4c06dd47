"""Delivers updates to the bot's webhook, in order, until it takes them."""

import asyncio
from urllib.parse import urlsplit

import httpx

from simulator.world import World
from simulator.world.refusal import bad
from simulator.world.values import Json

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
PAUSE_SECONDS = 0.2
PATIENCE_SECONDS = 10.0


class Webhook:
    """The worker that posts what waits while a webhook is set."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._news = asyncio.Event()
        self.is_on_its_way = False
        """Whether an update looks for the bot or waits for its answer; a refused one rests."""
        world.updates.subscribe(self.changed)

    def changed(self) -> None:
        """Looks again: an update has come, or a webhook was set."""
        self._news.set()

    async def run(self) -> None:
        """Posts for ever; a bot that fails is asked again after a pause."""
        while True:
            await self._news.wait()
            self._news.clear()
            if self._world.webhook:
                async with httpx.AsyncClient(timeout=PATIENCE_SECONDS, trust_env=False) as client:
                    await self._deliver(client)

    async def _deliver(self, client: httpx.AsyncClient) -> None:
        while self._world.webhook and self._world.updates.waiting:
            if not await self._post(client, self._world.webhook):
                await asyncio.sleep(PAUSE_SECONDS)
        self.is_on_its_way = False

    async def _post(self, client: httpx.AsyncClient, hook: Json) -> bool:
        update = self._world.updates.take(1)[0]
        secret = hook.get("secret_token")
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        self.is_on_its_way = True
        try:
            answer = await client.post(hook["url"], json=update, headers=headers)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            return self._failed(hook, f"{type(error).__name__}: {error}")
        self.is_on_its_way = False
        if not answer.is_success:
            status = f"{answer.status_code} {answer.reason_phrase}"
            return self._failed(hook, f"Wrong response from the webhook: {status}")
        self._world.updates.confirm(update["update_id"] + 1)
        return True

    def _failed(self, hook: Json, reason: str) -> bool:
        hook |= {"last_error_date": int(self._world.now()), "last_error_message": reason}
        return False


def check(url: str) -> None:
    """Raises Refusal for an address that nothing is delivered to."""
    try:
        parts = urlsplit(url)
        delivers = parts.hostname in LOOPBACK and parts.port != 0
    except ValueError as error:
        raise bad("bad webhook: invalid webhook URL specified") from error
    if url and not delivers:
        raise bad("bad webhook: this Telegram is offline and delivers to 127.0.0.1 only")
