"""A loop that knows when all is at rest: nothing goes on any more but the passing of time."""

import asyncio
import selectors
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

Events = list[tuple[selectors.SelectorKey, int]]
Asked = Callable[[], int]


class _Selector(selectors.DefaultSelector):
    """Says so before the loop goes to sleep, and lets it go on when that made something ready."""

    wakes_somebody: Callable[[], bool] = bool

    def select(self, timeout: float | None = None) -> Events:
        found = super().select(0)
        sleeps = timeout is None or timeout > 0
        if found or not sleeps or self.wakes_somebody():
            return found
        return super().select(timeout)


class RestingLoop(asyncio.SelectorEventLoop):
    """It is at rest when it would sleep, and no thread and no request is under way.

    Threads that were asked by way of the loop are known to it; the rest is to be `watched`.
    """

    def __init__(self) -> None:
        self._would_sleep = _Selector()
        super().__init__(self._would_sleep)
        self._would_sleep.wakes_somebody = self._wakes_somebody
        self._in_threads = 0
        self._watched: list[Asked] = []
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def rests(self) -> None:
        """Returns at rest; of many who wait, one, and the next when all is at rest again."""
        waits: asyncio.Future[None] = self.create_future()
        self._waiting.append(waits)
        await waits

    @contextmanager
    def watching(self, under_way: Asked) -> Iterator[None]:
        """Within the block, asks how much else is under way; its end has to wake the loop."""
        self._watched.append(under_way)
        try:
            yield
        finally:
            self._watched.remove(under_way)

    def run_in_executor(  # type: ignore[override]
        self,
        executor: Executor | None,
        func: Callable[..., Any],
        *args: Any,  # noqa: ANN401 - asyncio's signature
    ) -> asyncio.Future[Any]:
        thread = super().run_in_executor(executor, func, *args)
        self._in_threads += 1
        thread.add_done_callback(self._came_back)
        return thread

    def _came_back(self, _thread: asyncio.Future[Any]) -> None:
        self._in_threads -= 1

    def _wakes_somebody(self) -> bool:
        if not self._waiting or self._in_threads or any(asked() > 0 for asked in self._watched):
            return False
        waits = self._waiting.popleft()
        if not waits.done():
            waits.set_result(None)
        return True


def resting_loop() -> RestingLoop:
    """The loop that the tests run on."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, RestingLoop)
    return loop
