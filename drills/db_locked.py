"""Another process holds the database's lock: a second, longer than anybody waits, for ever."""

import asyncio
import signal
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from drills.counting import count
from drills.crowd import Crowd, first_notice
from drills.outcomes import Drill, Order, Outcome
from drills.probes import ask, at_rest, lines, started
from drills.town import Town, town
from drills.zygote import Bot, Zygote

SPEED = 3.0
SHORT, LONG = 1.0, 6.0
"""Of the machine's time, as all in this drill: SQLite waits five seconds for a lock."""
KIND_SECONDS = 15.0
AFTER_SECONDS = 60.0
END_SECONDS = 10.0
HOLDS = (SHORT, LONG, None)
PACE = 0.2
HOLD = (
    "import sqlite3, sys; file = sqlite3.connect(sys.argv[1], isolation_level=None);"
    "file.execute('BEGIN IMMEDIATE'); print('held', flush=True); sys.stdin.read()"
)


async def run(
    order: Order,
    zygote: Zygote | None = None,
    holds: Sequence[float | None] = HOLDS,
    after: float = AFTER_SECONDS,
) -> list[Outcome]:
    """By turns for so many seconds; None: until the bot was told to end and was started anew.

    Longer than SHORT: besides, until who asked has heard that it has to wait, on however slow a
    machine.
    """
    lacks = ("pace", "manners", *order.without)
    async with town(order.seed, without=lacks, speed=SPEED, zygote=zygote) as made:
        drill = _Drill(made, after)
        await first_notice(made, drill.crowd)
        acting = asyncio.create_task(drill.crowd.act(PACE))
        bot = await started(made)
        for number in range(order.tries):
            bot = await drill.hold(holds[number % len(holds)], bot)
        acting.cancel()
        await asyncio.gather(acting, return_exceptions=True)
        await at_rest(made)
        await bot.end()
        return drill.outcomes()


class _Drill:
    def __init__(self, made: Town, after: float) -> None:
        self.made = made
        self._after_seconds = after
        self.crowd = Crowd(made)
        self._alive = Outcome("the bot goes on, and nothing crashes")
        self._kind = Outcome(
            f"who asks meanwhile hears something within {KIND_SECONDS:.0f} s", is_timed=True
        )
        self._after = Outcome("who asked meanwhile is answered once the lock is gone")
        self._ends = Outcome(
            f"told to end meanwhile, it does so in {END_SECONDS:.0f} s, with 0", is_timed=True
        )

    def outcomes(self) -> list[Outcome]:
        """Once no bot is there."""
        if found := lines(self.made, "Traceback"):
            self._alive.violations.append(f"{found} tracebacks")
        seen = [self._alive, self._kind, self._after, self._ends]
        return [*(one for one in seen if one.tries), *count(self.made, self.crowd)]

    async def hold(self, seconds: float | None, bot: Bot) -> Bot:
        """Somebody asks while the lock is held for so long; None: until a bot has ended."""
        self._alive.tries += 1
        self._after.tries += 1
        async with _locked(self.made):
            answers = ask(self.made)
            if seconds is None:
                self._kind.tries += 1
                if not await self.made.until(lambda: bool(answers()), KIND_SECONDS):
                    self._kind.violations.append("nothing was heard")
                await self._end(bot)
                bot = await started(self.made)
            else:
                await asyncio.sleep(seconds)
                if seconds > SHORT:
                    await self.made.until(lambda: bool(answers()))
            if bot.ended.done():
                self._alive.violations.append(f"it ended with {bot.ended.result()}")
        if bot.ended.done():
            bot = await started(self.made)
        if not await self.made.until(
            lambda: any("联络员" in one for one in answers()), self._after_seconds
        ):
            self._after.violations.append(f"locked for {seconds or 'ever'}: {answers()}")
        return bot

    async def _end(self, bot: Bot) -> None:
        self._ends.tries += 1
        told = time.monotonic()
        code = await bot.end(signal.SIGTERM)
        took = time.monotonic() - told
        if code or took > END_SECONDS:
            self._ends.violations.append(f"with {code}, after {took:.1f} s")


@asynccontextmanager
async def _locked(made: Town) -> AsyncIterator[None]:
    """Within the block another process writes to the database, and does not come to an end."""
    other = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", HOLD, str(made.database)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert other.stdout is not None  # noqa: S101 - a pipe was asked for
    await other.stdout.readline()
    try:
        yield
    finally:
        other.kill()
        await other.wait()


DRILL = Drill("db-locked", "another process holds the lock 1 s, 6 s, for ever", run, 3)
