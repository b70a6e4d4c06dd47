"""Delivers updates to the bot's webhook, in order, until it takes them."""

import asyncio
from http import HTTPStatus
from urllib.parse import urlsplit

import httpx

from simulator.world import World

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
PAUSE_SECONDS = 0.2
PATIENCE_SECONDS = 10.0


class Webhook:
    """The worker that posts what waits while a webhook is set."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._news = asyncio.Event()
        world.updates.subscribe(self._news.set)

    def changed(self) -> None:
        """Looks again: a webhook may have been set or taken away."""
        self._news.set()

    async def run(self) -> None:
        """Posts for ever; a bot that fails is asked again after a pause."""
        async with httpx.AsyncClient(timeout=PATIENCE_SECONDS) as client:
            while True:
                await self._news.wait()
                self._news.clear()
                while self._world.webhook and self._world.updates.waiting:
                    if not await self._post(client):
                        await asyncio.sleep(PAUSE_SECONDS)

    async def _post(self, client: httpx.AsyncClient) -> bool:
        update = self._world.updates.take(1)[0]
        hook = self._world.webhook
        if urlsplit(hook["url"]).hostname not in LOOPBACK:
            return self._failed("the simulator only delivers to loopback")
        secret = hook.get("secret_token")
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        try:
            answer = await client.post(hook["url"], json=update, headers=headers)
        except httpx.HTTPError as error:
            return self._failed(f"{type(error).__name__}: {error}")
        if answer.status_code != HTTPStatus.OK:
            return self._failed(f"Wrong response from the webhook: {answer.status_code}")
        self._world.updates.confirm(update["update_id"] + 1)
        return True

    def _failed(self, reason: str) -> bool:
        self._world.webhook |= {
            "last_error_date": int(self._world.now()),
            "last_error_message": reason,
        }
        return False
