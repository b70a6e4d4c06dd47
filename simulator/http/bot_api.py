"""`/bot<TOKEN>/<METHOD>` and the files: what the bot talks to."""

import asyncio
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp

from simulator.http.cutting import Cut
from simulator.http.faults import POLLING, Fault, Faults
from simulator.http.polling import Polling
from simulator.http.reading import parameters
from simulator.world import Refusal, World

Refuse = Callable[[float], None]
Watcher = Callable[[str, dict[str, Any], set[str], object], None]
"""Hears of every call: its method, parameters, files' names, and the answer (None: refused)."""


class BotApi:
    """Answers as Telegram does, and fails on demand as networks do."""

    def __init__(self, world: World, faults: Faults, refuse: Refuse) -> None:
        self.world = world
        self.faults = faults
        self.polling = Polling(world, faults)
        self.watchers: list[Watcher] = []
        self._refuse = refuse

    async def call(self, request: Request) -> ASGIApp:
        """One call of a method."""
        if request.path_params["token"] != self.world.token:
            return _refused(Refusal(401, "Unauthorized"))
        method = request.path_params["method"]
        params, files = await parameters(request)
        fault = self.faults.due(method, params)
        if fault is None:
            return await self._answer(method, params, files)
        return await self._faulty(fault, method, params, files)

    async def download(self, request: Request) -> Response:
        """A file's bytes, by the path that getFile gave."""
        if request.path_params["token"] != self.world.token:
            return _refused(Refusal(401, "Unauthorized"))
        file_id = self.world.files.id_at(request.path_params["path"])
        if file_id is None:
            return _refused(Refusal(404, "Not Found"))
        return Response(self.world.file(file_id), media_type="application/octet-stream")

    async def _answer(self, method: str, params: dict[str, Any], files: dict[str, Any]) -> Response:
        try:
            polled = method.lower() == POLLING.lower()
            work = self.polling.updates(params) if polled else self._done(method, params, files)
            result = await work
        except Refusal as refusal:
            self._tell(method, params, files, None)
            return _refused(refusal)
        self._tell(method, params, files, result)
        return JSONResponse({"ok": True, "result": result})

    async def _done(self, method: str, params: dict[str, Any], files: dict[str, Any]) -> object:
        return self.world.call(method, params, files)

    async def _faulty(
        self, fault: Fault, method: str, params: dict[str, Any], files: dict[str, Any]
    ) -> ASGIApp:
        if fault.kind == "flood":
            seconds = max(1, round(fault.seconds))
            words = f"Too Many Requests: retry after {seconds}"
            return _refused(Refusal(429, words, {"retry_after": seconds}))
        if fault.kind == "error":
            return _refused(Refusal(502, "Bad Gateway"))
        if fault.kind == "slow":
            await asyncio.sleep(fault.seconds)
            return await self._answer(method, params, files)
        if fault.kind == "drop_after":
            await self._answer(method, params, files)
        if fault.kind == "refuse":
            self._refuse(fault.seconds)
        return Cut()

    def _tell(
        self, method: str, params: dict[str, Any], files: dict[str, Any], result: object
    ) -> None:
        for watcher in self.watchers:
            watcher(method, params, set(files), result)


def _refused(refusal: Refusal) -> Response:
    body = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    headers = {}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    if refusal.code == HTTPStatus.TOO_MANY_REQUESTS:
        headers["Retry-After"] = str(refusal.parameters.get("retry_after", 1))
    return JSONResponse(body, refusal.code, headers)
