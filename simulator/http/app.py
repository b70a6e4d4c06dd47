"""The Starlette application: the Bot API, the control API, the page."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from simulator.http.bot_api import BotApi, Refuse
from simulator.http.clock import MovableClock
from simulator.http.control import Control, refused
from simulator.http.faults import Faults
from simulator.http.webhook import Webhook
from simulator.world import Refusal, World

PAGE = Path(__file__).parents[1] / "page"


class Site:
    """One world on one address."""

    def __init__(
        self, world: World, faults: Faults, refuse: Refuse, clock: MovableClock | None
    ) -> None:
        self.api = BotApi(world, faults, refuse)
        self.control = Control(world, faults, clock)
        self.webhook = Webhook(world)

    def end(self) -> None:
        """Lets what waits answer, so that the server can close."""
        self.api.polling.end()
        self.control.events.end()


def build(site: Site) -> Starlette:
    """The application that serves a site."""
    return Starlette(
        routes=[
            Route("/bot{token}/{method}", site.api.call, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", site.api.download),
            *site.control.routes(),
            Route("/", _index),
            Mount("/", StaticFiles(directory=PAGE)),
        ],
        exception_handlers={
            Refusal: refused,
            TypeError: refused,
            ValueError: refused,
            KeyError: refused,
        },
    )


async def _index(_request: Request) -> FileResponse:
    return FileResponse(PAGE / "index.html")
