"""Clients of the simulator: the real library's bot, and a plain one of HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from telegram import Bot
from telegram.request import HTTPXRequest

from simulator.http import Running

SOON = 5.0


@asynccontextmanager
async def bot_of(running: Running, token: str = "") -> AsyncIterator[Bot]:
    """The library's bot, not yet initialised, so that a test counts its calls alone."""
    request = HTTPXRequest(read_timeout=0.3)
    async with HTTPXRequest(connection_pool_size=4) as polls, request:
        yield Bot(
            token or running.token,
            base_url=f"{running.url}/bot",
            base_file_url=f"{running.url}/file/bot",
            request=request,
            get_updates_request=polls,
        )


@dataclass(frozen=True)
class Client:
    """Asks for JSON and gives it back, with the status beside it."""

    http: httpx.AsyncClient
    token: str

    async def call(self, method: str, **params: object) -> Any:  # noqa: ANN401 -- any JSON
        """Calls the Bot API; the whole answer."""
        answer = await self.http.post(f"/bot{self.token}/{method}", json=params)
        return answer.json()

    async def get(self, path: str, **query: Any) -> Any:  # noqa: ANN401 -- any JSON
        """What the control API has."""
        return (await self.http.get(f"/sim/{path}", params=query)).raise_for_status().json()

    async def act(self, name: str, **body: object) -> Any:  # noqa: ANN401 -- any JSON
        """What the control API answers to an act."""
        return (await self.http.post(f"/sim/{name}", json=body)).raise_for_status().json()

    async def refusal(self, name: str, **body: object) -> str:
        """The sentence that the control API refuses an act with."""
        answer = await self.http.post(f"/sim/{name}", json=body)
        assert answer.status_code == 400
        (sentence,) = answer.json().values()
        return str(sentence)


@asynccontextmanager
async def client_of(running: Running) -> AsyncIterator[Client]:
    """Someone who talks HTTP and no more."""
    async with httpx.AsyncClient(base_url=running.url, trust_env=False, timeout=SOON) as http:
        yield Client(http, running.token)


def poll_comes(running: Running) -> asyncio.Event:
    """Set when the world is next asked for updates; the poll is then open."""
    return called(running.world.updates, "take")


def called(owner: object, name: str) -> asyncio.Event:
    """Set when a method is next called, which goes on as it did."""
    come = asyncio.Event()
    method = getattr(owner, name)

    def heard(*given: object, **named: object) -> object:
        come.set()
        return method(*given, **named)

    setattr(owner, name, heard)
    return come
