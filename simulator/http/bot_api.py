"""`/bot<TOKEN>/<METHOD>` and the files: what the bot talks to."""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp

from simulator.http import webhook
from simulator.http.cutting import Cut
from simulator.http.faults import POLLING, Fault, Faults
from simulator.http.polling import BY_WEBHOOK, Polling
from simulator.http.reading import hung_up, parameters
from simulator.methods import Params
from simulator.world import Refusal, Upload, World

Refuse = Callable[[float], None]
Watcher = Callable[[str, dict[str, Any], set[str], object], None]
"""Hears of every call: its method, parameters, files' names, and the answer (None: refused)."""


class Ascii(JSONResponse):
    """As Telegram writes it: every other character is escaped, also half a pair of surrogates."""

    def render(self, content: object) -> bytes:
        return json.dumps(content, separators=(",", ":")).encode("ascii")


@dataclass(frozen=True)
class Call:
    """One call of a method, as it came."""

    request: Request
    method: str
    params: dict[str, Any]
    files: dict[str, Upload]

    def names(self, method: str) -> bool:
        """Whether it calls this method; Telegram does not mind the case."""
        return self.method.lower() == method.lower()


class BotApi:
    """Answers as Telegram does, and fails on demand as networks do."""

    def __init__(self, world: World, faults: Faults, refuse: Refuse) -> None:
        self.world = world
        self.faults = faults
        self.polling = Polling(world, faults)
        self.webhook = webhook.Webhook(world)
        self.watchers: list[Watcher] = []
        self._refuse = refuse
        self._ends = asyncio.Event()
        self._held: set[asyncio.Future[None]] = set()
        """Of each call that is slow on purpose: its client hangs up."""

    async def call(self, request: Request) -> ASGIApp:
        """One call of a method."""
        self._admit(request)
        params, files = await parameters(request)
        call = Call(request, request.path_params["method"], params, files)
        fault = self.faults.due(call.method, params)
        return await (self._faulty(fault, call) if fault else self._answer(call))

    async def download(self, request: Request) -> Response:
        """A file's bytes, by the path that getFile gave."""
        self._admit(request)
        file_id = self.world.files.id_at(request.path_params["path"])
        if file_id is None:
            raise Refusal(404, "Not Found")
        return Response(self.world.file(file_id), media_type="application/octet-stream")

    @property
    def kept(self) -> int:
        """How many clients are kept waiting on purpose: by a poll that stands, by a slow answer."""
        return self.polling.stands + sum(not gone.done() for gone in self._held)

    def end(self) -> None:
        """Lets whatever waits answer at once: the server goes."""
        self._ends.set()
        self.polling.end()

    def _admit(self, request: Request) -> None:
        if request.path_params["token"] != self.world.token:
            raise Refusal(401, "Unauthorized")

    async def _answer(self, call: Call) -> Response:
        try:
            result = await self._result(call)
        except Refusal as refusal:
            self._tell(call, None)
            return refused(refusal)
        self._tell(call, result)
        return Ascii({"ok": True, "result": result})

    async def _result(self, call: Call) -> object:
        if call.names(POLLING):
            return await self.polling.updates(call.params, partial(hung_up, call.request))
        if call.names("setWebhook"):
            return self._hooked(call)
        return self.world.call(call.method, call.params, call.files)

    def _hooked(self, call: Call) -> object:
        webhook.check(Params(call.params, {}).text("url"))
        done: object = self.world.call(call.method, call.params, call.files)
        self.polling.end(BY_WEBHOOK)
        self.webhook.changed()
        return done

    async def _faulty(self, fault: Fault, call: Call) -> ASGIApp:
        match fault.kind:
            case "flood":
                return refused(too_many(fault.seconds))
            case "error":
                return refused(Refusal(502, "Bad Gateway"))
            case "slow":
                await self._pause(call, fault.seconds)
                return await self._answer(call)
            case "drop_after":
                await self._answer(call)
            case "refuse":
                self._refuse(fault.seconds)
        return Cut()

    async def _pause(self, call: Call, seconds: float) -> None:
        gone = asyncio.ensure_future(hung_up(call.request))
        self._held.add(gone)
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._ends.wait()
        finally:
            self._held.discard(gone)
            gone.cancel()

    def _tell(self, call: Call, result: object) -> None:
        for watcher in self.watchers:
            watcher(call.method, call.params, set(call.files), result)


def too_many(seconds: float) -> Refusal:
    """Telegram's answer to a flood."""
    wait = max(1, round(seconds))
    return Refusal(429, f"Too Many Requests: retry after {wait}", {"retry_after": wait})


def refused(refusal: Refusal) -> Response:
    """A refusal as the Bot API words it."""
    body = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    headers = {}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    if refusal.code == HTTPStatus.TOO_MANY_REQUESTS:
        headers["Retry-After"] = str(refusal.parameters.get("retry_after", 1))
    return JSONResponse(body, refusal.code, headers)
