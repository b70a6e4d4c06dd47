"""`/sim/...`: what people do and see, for the page and for tests in any language."""

from dataclasses import asdict
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from simulator.http.acts import ACTS
from simulator.http.asked import Body, call, whole
from simulator.http.clock import MovableClock
from simulator.http.events import Events
from simulator.http.faults import Faults
from simulator.http.reading import form, parameters
from simulator.http.state import chat_state, messages, state
from simulator.world import Refusal, Upload, World
from simulator.world.refusal import bad
from simulator.world.values import Rules

NUMBERS = frozenset({"person", "chat", "reply_to", "thread"})


class Control:
    """The control API of one world."""

    def __init__(self, world: World, faults: Faults, clock: MovableClock | None) -> None:
        self.world = world
        self.faults = faults
        self.clock = clock
        self.events = Events(world)
        self.own = {
            "people": self._person,
            "chats": self._chat,
            "time": self._time,
            "rules": self._rules,
            "faults": self._fault,
        }

    def routes(self) -> list[Route]:
        """Everything below /sim."""
        return [
            Route("/sim/events", self.listen),
            Route("/sim/state", self.state),
            Route("/sim/chats/{chat}/messages", self.messages),
            Route("/sim/commands", self.commands),
            Route("/sim/requests", self.requests),
            Route("/sim/files/{file}", self.file),
            Route("/sim/presses/{query}", self.answer),
            Route("/sim/faults", self.remove_faults, methods=["DELETE"]),
            Route("/sim/faults/{fault}", self.remove_faults, methods=["DELETE"]),
            Route("/sim/photos", self.photos, methods=["POST"]),
            Route("/sim/document", self.document, methods=["POST"]),
            Route("/sim/{act}", self.act, methods=["POST"]),
        ]

    async def listen(self, request: Request) -> Response:
        return self.events.stream(_number(request, "person"))

    async def state(self, request: Request) -> Response:
        return JSONResponse(state(self.world, self.faults, _number(request, "person")))

    async def messages(self, request: Request) -> Response:
        chat, person = whole("chat", request.path_params["chat"]), _number(request, "person")
        shown = messages(self.world, chat, person, _number(request, "after"))
        return JSONResponse({"messages": shown})

    async def commands(self, request: Request) -> Response:
        menu = self.world.commands(_number(request, "person"), _number(request, "chat"))
        return JSONResponse({"commands": menu})

    async def requests(self, request: Request) -> Response:
        asked = self.world.requests[max(0, _number(request, "after")) :]
        return JSONResponse({"requests": [asdict(one) for one in asked]})

    async def file(self, request: Request) -> Response:
        data = self.world.file(request.path_params["file"])
        return Response(data, media_type="application/octet-stream")

    async def answer(self, request: Request) -> Response:
        return JSONResponse({"answer": self.world.answer(request.path_params["query"])})

    async def photos(self, request: Request) -> Response:
        fields, files = await _sent(request, "photos")
        pictures = {"photos": [file.data for file in files]}
        return JSONResponse({"messages": call(self.world.send_photos, fields | pictures)})

    async def document(self, request: Request) -> Response:
        fields, files = await _sent(request, "document")
        for file in files[:1]:
            about = {"filename": file.filename, "mime_type": file.content_type}
            fields |= about | {"data": file.data}
        return JSONResponse({"message": call(self.world.send_document, fields)})

    async def act(self, request: Request) -> Response:
        """One of the acts, or one of the few that are not the world's own."""
        name = request.path_params["act"]
        body, _ = await parameters(request)
        if name in self.own:
            return JSONResponse(self.own[name](body))
        if name not in ACTS:
            raise bad(f'there is no act "{name}"')
        return JSONResponse(ACTS[name](self.world, body))

    async def remove_faults(self, request: Request) -> Response:
        number = request.path_params.get("fault")
        self.faults.remove(None if number is None else whole("fault", number))
        self._tell_time()
        return JSONResponse({})

    def _person(self, body: Body) -> Body:
        return call(self.world.add_person, body).user()

    def _chat(self, body: Body) -> Body:
        return chat_state(self.world, call(self.world.add_group, body))

    def _time(self, body: Body) -> Body:
        if self.clock is None:
            raise bad("this world's time is moved by the program that runs it")
        call(self.clock.move, body)
        self._tell_time()
        return {"now": self.world.now()}

    def _rules(self, body: Body) -> Body:
        self.world.rules = call(Rules, asdict(self.world.rules) | body)
        self._tell_time()
        return asdict(self.world.rules)

    def _fault(self, body: Body) -> Body:
        fault = call(self.faults.add, body)
        self._tell_time()
        return {"id": fault.id}

    def _tell_time(self) -> None:
        """Time, rules or faults are other than they were: pages look again."""
        self.world.tell("time", None, {"now": self.world.now()})


def _number(request: Request, name: str) -> int:
    return whole(name, request.query_params.get(name) or "0")


async def _sent(request: Request, name: str) -> tuple[Body, list[Upload]]:
    """A form's fields, the empty ones left out, and the files under one name."""
    fields, files = await form(request)
    given = {
        key: whole(key, value) if key in NUMBERS else value
        for key, value in fields.items()
        if value
    }
    return given, [file for key, file in files if key == name]


def refused(refusal: Refusal) -> Response:
    """A refusal in one plain sentence."""
    sentence = refusal.description.removeprefix("Bad Request: ")
    return JSONResponse({"error": sentence}, HTTPStatus.BAD_REQUEST)
