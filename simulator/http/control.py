"""`/sim/...`: what people do and see, for the page and for tests in any language."""

from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from simulator.http.acts import ACTS
from simulator.http.clock import MovableClock
from simulator.http.events import Events
from simulator.http.faults import Faults
from simulator.http.reading import parameters
from simulator.http.state import chat_state, messages, state
from simulator.world import Refusal, World

Body = dict[str, Any]


class Control:
    """The control API of one world; a refusal is one plain sentence with status 400."""

    def __init__(self, world: World, faults: Faults, clock: MovableClock | None) -> None:
        self.world = world
        self.faults = faults
        self.clock = clock
        self.events = Events(world)

    def routes(self) -> list[Route]:
        """Everything below /sim."""
        return [
            Route("/sim/events", self.events.stream),
            Route("/sim/state", self.state),
            Route("/sim/chats/{chat}/messages", self.messages),
            Route("/sim/commands", self.commands),
            Route("/sim/requests", self.requests),
            Route("/sim/files/{file}", self.file),
            Route("/sim/presses/{query}", self.answer),
            Route("/sim/faults", self.remove_faults, methods=["DELETE"]),
            Route("/sim/faults/{fault:int}", self.remove_faults, methods=["DELETE"]),
            Route("/sim/{act}", self.act, methods=["POST"]),
        ]

    async def state(self, request: Request) -> Response:
        return JSONResponse(state(self.world, self.faults, _number(request, "person")))

    async def messages(self, request: Request) -> Response:
        chat, person = int(request.path_params["chat"]), _number(request, "person")
        shown = messages(self.world, chat, person, _number(request, "after"))
        return JSONResponse({"messages": shown})

    async def commands(self, request: Request) -> Response:
        menu = self.world.commands(_number(request, "person"), _number(request, "chat"))
        return JSONResponse({"commands": menu})

    async def requests(self, request: Request) -> Response:
        asked = self.world.requests[_number(request, "after") :]
        return JSONResponse({"requests": [asdict(one) for one in asked]})

    async def file(self, request: Request) -> Response:
        data = self.world.file(request.path_params["file"])
        return Response(data, media_type="application/octet-stream")

    async def answer(self, request: Request) -> Response:
        return JSONResponse({"answer": self.world.answer(request.path_params["query"])})

    async def remove_faults(self, request: Request) -> Response:
        self.faults.remove(request.path_params.get("fault"))
        return JSONResponse({})

    async def act(self, request: Request) -> Response:
        """One of the acts, or one of the few that are not the world's own."""
        name = request.path_params["act"]
        if name in {"photos", "document"}:
            return JSONResponse(await self._files(name, request))
        body, _ = await parameters(request)
        own = {
            "people": self._person,
            "chats": self._chat,
            "time": self._time,
            "rules": self._rules,
            "faults": self._fault,
        }
        if name in own:
            return JSONResponse(own[name](body))
        if name not in ACTS:
            raise Refusal(404, f"there is no act {name!r}")
        return JSONResponse(ACTS[name](self.world, body))

    async def _files(self, name: str, request: Request) -> Body:
        async with request.form() as form:
            fields = {key: value for key, value in form.items() if isinstance(value, str)}
            files = [
                (await one.read(), one.filename or "file", one.content_type or "")
                for one in form.getlist("photos" if name == "photos" else "document")
                if not isinstance(one, str)
            ]
        person, chat = int(fields["person"]), int(fields["chat"])
        caption = fields.get("caption", "")
        where: Any = {key: int(fields[key]) for key in ("reply_to", "thread") if fields.get(key)}
        if name == "photos":
            pictures = [data for data, _, _ in files]
            return {"messages": self.world.send_photos(person, chat, pictures, caption, **where)}
        (data, filename, kind), *_ = files
        sent = self.world.send_document(
            person, chat, data, filename, caption, mime_type=kind, **where
        )
        return {"message": sent}

    def _person(self, body: Body) -> Body:
        return self.world.add_person(**body).user()

    def _chat(self, body: Body) -> Body:
        return chat_state(self.world, self.world.add_group(**body))

    def _time(self, body: Body) -> Body:
        if self.clock is None:
            raise Refusal(400, "this world's time is moved by the program that runs it")
        self.clock.move(float(body["seconds"]))
        self.world.tell("time", None, {"now": self.world.now()})
        return {"now": self.world.now()}

    def _rules(self, body: Body) -> Body:
        known = asdict(self.world.rules)
        for name in body:
            if name not in known:
                raise Refusal(400, f"there is no rule {name!r}")
        for name, value in body.items():
            setattr(self.world.rules, name, bool(value))
        return asdict(self.world.rules)

    def _fault(self, body: Body) -> Body:
        fault = self.faults.add(**body)
        self.world.tell("time", None, {})
        return {"id": fault.id}


def _number(request: Request, name: str) -> int:
    return int(request.query_params.get(name) or 0)


async def refused(_request: Request, error: Exception) -> Response:
    """A refusal as one sentence; a wrong field is the asker's, not ours."""
    sentence = error.description if isinstance(error, Refusal) else f"{error}"
    return JSONResponse({"error": sentence}, 400)
