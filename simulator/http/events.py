"""Server-sent events: what happens in the world, to each page that looks at it."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import asdict
from typing import Any

from starlette.responses import StreamingResponse

from simulator.world import Event, World

HEARTBEAT_SECONDS = 15.0
WITH_MESSAGE = frozenset({"message", "edited"})
FOR_EVERYBODY = frozenset({"people", "commands", "time"})


class Events:
    """The open streams."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._streams: set[asyncio.Queue[Event | None]] = set()
        world.subscribe(self._happened)

    def stream(self, person: int) -> StreamingResponse:
        """Events that this person would notice, as they happen; 0 notices all."""
        return StreamingResponse(
            self._lines(person),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store"},
        )

    def end(self) -> None:
        """Lets every stream end: the server goes."""
        for queue in self._streams:
            queue.put_nowait(None)

    def _happened(self, event: Event) -> None:
        for queue in self._streams:
            queue.put_nowait(event)

    async def _lines(self, person: int) -> AsyncIterator[str]:
        queue: asyncio.Queue[Event | None] = asyncio.Queue()
        self._streams.add(queue)
        try:
            yield ": here\n\n"
            while True:
                try:
                    event = await asyncio.wait_for(queue.get(), HEARTBEAT_SECONDS)
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                if event is None:
                    return
                if self._concerns(event, person):
                    told = json.dumps(self._told(event, person), ensure_ascii=False)
                    yield f"data: {told}\n\n"
        finally:
            self._streams.discard(queue)

    def _told(self, event: Event, person: int) -> dict[str, Any]:
        """The event; a message comes with what clients show and no Message bears."""
        told = asdict(event)
        if event.chat is not None and event.kind in WITH_MESSAGE:
            extra = self._world.extras(event.chat, person).get(event.data["message_id"])
            told["data"] |= {"sim": extra} if extra else {}
        return told

    def _concerns(self, event: Event, person: int) -> bool:
        if event.kind == "answer":
            return person in {0, event.data.get("person")}
        if event.chat is None or event.kind in FOR_EVERYBODY or not person:
            return True
        chat = self._world.chat(event.chat)
        # Whoever was thrown out hears that the chat is another, but not what is said in it.
        return chat.member(person).present or (event.kind == "chat" and person in chat.members)
