"""The Starlette application: the Bot API, the control API, the page."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from simulator.http import bot_api, control
from simulator.http.clock import MovableClock
from simulator.http.faults import Faults
from simulator.world import Refusal, World

PAGE = Path(__file__).parents[1] / "page"


class Site:
    """One world on one address."""

    def __init__(
        self, world: World, faults: Faults, refuse: bot_api.Refuse, clock: MovableClock | None
    ) -> None:
        self.api = bot_api.BotApi(world, faults, refuse)
        self.control = control.Control(world, faults, clock)

    def end(self) -> None:
        """Lets what waits answer, so that the server can close."""
        self.api.end()
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
        exception_handlers={Refusal: _refused, HTTPException: _refused},
    )


async def _index(_request: Request) -> FileResponse:
    return FileResponse(PAGE / "index.html")


async def _refused(request: Request, error: Exception) -> Response:
    """What cannot be done, in the form of the API that was asked."""
    if isinstance(error, HTTPException):
        error = Refusal(error.status_code, error.detail)
    if not isinstance(error, Refusal):
        raise error
    of_control = request.url.path.startswith("/sim/")
    return control.refused(error) if of_control else bot_api.refused(error)
