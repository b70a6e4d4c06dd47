"""A process that has imported the whole bot, and forks a bot whenever it is asked.

Spoken to in lines of JSON. In: what `drills.subject.Spec` has. Out: `{"pid": N}` when the bot was
started, and `{"pid": N, "code": C}` when it ended, negative for a signal.
"""

import asyncio
import json
import os
import selectors
import signal
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from drills.subject import Spec

ROOT = Path(__file__).parents[1]


class Bot:
    """A bot process."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Sends a signal; to one that has ended it is no harm."""
        with suppress(ProcessLookupError):  # it has ended, and nobody has said so yet
            if not self.ended.done():
                os.kill(self.pid, number)

    async def end(self, number: int = signal.SIGKILL) -> int:
        """Sends a signal and waits for the exit code."""
        self.kill(number)
        return await self.ended


class Zygote:
    """Use as `async with Zygote() as zygote`; in the end no bot of it is left."""

    def __init__(self) -> None:
        self._bots: dict[int, Bot] = {}
        self._started: asyncio.Queue[Bot] = asyncio.Queue()

    async def __aenter__(self) -> Self:
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "drills.zygote"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            cwd=ROOT,
        )
        self._reading = asyncio.create_task(self._read())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for bot in list(self._bots.values()):
            await bot.end()
        assert self._process.stdin is not None  # noqa: S101 - a pipe was asked for
        self._process.stdin.close()
        await self._process.wait()
        self._reading.cancel()
        await asyncio.gather(self._reading, return_exceptions=True)

    async def start(self, spec: Spec) -> Bot:
        """Forks a bot; it begins at once."""
        assert self._process.stdin is not None  # noqa: S101 - a pipe was asked for
        self._process.stdin.write(spec.to_json().encode() + b"\n")
        return await self._started.get()

    async def _read(self) -> None:
        assert self._process.stdout is not None  # noqa: S101 - a pipe was asked for
        async for line in self._process.stdout:
            said = json.loads(line)
            if "code" in said:
                self._bots.pop(said["pid"]).ended.set_result(said["code"])
            else:
                bot = self._bots[said["pid"]] = Bot(said["pid"])
                self._started.put_nowait(bot)


class _Womb:
    """The zygote's own side: one thread, no event loop, so that a fork is clean."""

    def __init__(self) -> None:
        self._out = os.fdopen(os.dup(1), "w")
        os.dup2(2, 1)  # whatever prints shall not be taken for an answer

    def serve(self) -> None:
        """Until its standard input is closed."""
        ear, mouth = os.pipe()
        os.set_blocking(ear, False)
        os.set_blocking(mouth, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(mouth)
        selector = selectors.DefaultSelector()
        selector.register(0, selectors.EVENT_READ)
        selector.register(ear, selectors.EVENT_READ)
        waiting = b""
        while True:
            ready = {key.fd for key, _ in selector.select()}
            if ear in ready:
                os.read(ear, 4096)
                self._bury()
            if 0 in ready:
                said = os.read(0, 65536)
                if not said:
                    return
                *lines, waiting = (waiting + said).split(b"\n")
                for line in lines:
                    self._fork(Spec(**json.loads(line)))

    def _fork(self, spec: Spec) -> None:
        pid = os.fork()
        if pid == 0:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.close(self._out.fileno())
            spec.live()
        self._say(pid=pid)

    def _bury(self) -> None:
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if not pid:
                return
            self._say(pid=pid, code=os.waitstatus_to_exitcode(status))

    def _say(self, **said: Any) -> None:  # noqa: ANN401 - JSON
        self._out.write(json.dumps(said) + "\n")
        self._out.flush()


if __name__ == "__main__":
    import bot.cli  # noqa: F401 - so that no bot has to import anything

    _Womb().serve()
