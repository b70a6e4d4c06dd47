"""A connection that breaks: no answer at all, as a network does it."""

import asyncio

from starlette.requests import Request
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from simulator.http.reading import hung_up


class Cuttable(H11Protocol):
    """Uvicorn's protocol, whose requests know their own connection."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.app_state = {**self.app_state, "transport": transport}


class Cut:
    """A response that breaks the connection instead of answering."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        del send
        scope["state"]["transport"].abort()
        await hung_up(Request(scope, receive))
