"""Serves a world on loopback, within a program's own event loop."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import uvicorn
from starlette.applications import Starlette
from uvicorn.server import ServerState

from simulator.http.app import Site, build
from simulator.http.bot_api import BotApi
from simulator.http.clock import MovableClock
from simulator.http.cutting import Cuttable
from simulator.http.faults import Faults
from simulator.world import World

HOST = "127.0.0.1"
GRACE_SECONDS = 1.0
KEEP_ALIVE_SECONDS = 75
"""Longer than clients keep an idle connection, so that none is closed under a request."""


class Listener:
    """Uvicorn's protocol on a socket of ours: closed at once, and opened again, as tests need."""

    def __init__(self, port: int) -> None:
        self._socket = _bound(port)
        self.port: int = self._socket.getsockname()[1]
        self._state = ServerState()
        self._back: asyncio.Task[None] | None = None

    async def open(self, application: Starlette) -> None:
        """Listens from now on."""
        self._config = uvicorn.Config(
            application,
            http=Cuttable,
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="warning",
            timeout_keep_alive=KEEP_ALIVE_SECONDS,
        )
        self._config.load()
        self._state.default_headers = self._config.encoded_headers
        await self._listen()

    def refuse(self, seconds: float) -> None:
        """Nobody can connect for so long; connections that stand are broken.

        The port stays ours: a new socket is bound to it at once, and listens only afterwards.
        """
        self._stop()
        self._socket = _bound(self.port)
        self._back = asyncio.create_task(self._listen_after(seconds))

    @property
    def refuses(self) -> bool:
        """Whether nobody can connect just now."""
        return self._back is not None and not self._back.done()

    async def back(self) -> None:
        """Returns when nobody is refused any more."""
        if self._back is not None:
            await asyncio.wait([self._back])

    async def close(self) -> None:
        """Breaks what stands; requests in hand have a second to end."""
        self._stop()
        if self._state.tasks:
            await asyncio.wait(set(self._state.tasks), timeout=GRACE_SECONDS)
        for task in set(self._state.tasks):
            task.cancel()
        await self._server.wait_closed()

    def _stop(self) -> None:
        if self._back is not None:
            self._back.cancel()
        self._server.close()
        self._socket.close()
        for connection in set(self._state.connections):
            if connection.transport is not None:
                connection.transport.abort()

    async def _listen(self) -> None:
        self._server = await asyncio.get_running_loop().create_server(
            self._protocol, sock=self._socket
        )

    async def _listen_after(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        await self._listen()

    def _protocol(self) -> asyncio.Protocol:
        return Cuttable(config=self._config, server_state=self._state, app_state={})


@dataclass
class Running:
    """A world that is being served."""

    world: World
    faults: Faults
    api: BotApi
    listener: Listener

    @property
    def port(self) -> int:
        return self.listener.port

    @property
    def url(self) -> str:
        """The address that a bot's `base_url` and a browser begin with."""
        return f"http://{HOST}:{self.port}"

    @property
    def token(self) -> str:
        return self.world.token

    async def listens(self) -> None:
        """Returns once the server takes connections, after a fault that it refused them."""
        await self.listener.back()


@asynccontextmanager
async def serve(
    world: World, port: int = 0, clock: MovableClock | None = None
) -> AsyncIterator[Running]:
    """The world on `port` (0: any free one) until the block ends; nothing is left behind."""
    listener = Listener(port)
    faults = Faults()
    site = Site(world, faults, listener.refuse, clock)
    await listener.open(build(site))
    hook = asyncio.create_task(site.api.webhook.run())
    try:
        yield Running(world, faults, site.api, listener)
    finally:
        hook.cancel()
        await asyncio.gather(hook, return_exceptions=True)
        site.end()
        await listener.close()


def _bound(port: int) -> socket.socket:
    """A socket on loopback. Raises OSError when the port is taken.

    asyncio sends small packets at once only on sockets that say that they are TCP.
    """
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError:
        listening.close()
        raise
    return listening
