"""An even pace: no more than Telegram takes, and people's answers before all else.

Telegram's limits (core.telegram.org/bots/faq): about 30 messages a second in all, one a second to a
chat with short bursts, 20 a minute to a group; edits count.
"""

import asyncio
from bisect import insort
from collections import defaultdict, deque
from dataclasses import dataclass, field
from itertools import count

from bot.clock import Clock
from commands.kit import Urgency

PER_SECOND = 29.0
"""Turns: a little under 30, since what leaves evenly does not arrive quite as evenly."""
DOOR = 29.5
"""Departures: between its turn and the wire a message is claimed and rendered, which bunches."""


@dataclass(frozen=True)
class Window:
    """At most so many messages in so many seconds."""

    most: int
    seconds: float

    def ready(self, left_at: deque[float], messages: int) -> float:
        """When so many more fit in; more than ever fit have to find it empty."""
        if not left_at or messages <= self.most - len(left_at):
            return 0.0
        newest = max(0, self.most - messages)  # so many may still be in the window
        return left_at[-newest - 1] + self.seconds if newest < len(left_at) else 0.0


CHAT = Window(3, 3.1)
GROUP = Window(20, 61.0)
SHARE = Window(16, 61.0)
"""Of a group's 20, answers leave some to boards and broadcasts, and those some to answers."""


@dataclass(order=True)
class _Waiter:
    urgency: Urgency
    number: int
    chat: int = field(compare=False)
    messages: int = field(compare=False)
    turn: asyncio.Future[None] = field(compare=False)

    @property
    def is_answer(self) -> bool:
        return self.urgency == Urgency.ANSWER


class Pacer:
    """Gives turns to send; one chat's flood or crowd delays no other chat."""

    def __init__(self, clock: Clock, per_second: float = PER_SECOND) -> None:
        self._clock = clock
        self._gap = 1 / per_second
        self._next = 0.0
        self._door = 0.0
        self._left_at: defaultdict[tuple[int, bool | None], deque[float]] = defaultdict(deque)
        """By chat: of all messages (None), of answers (True), of boards and broadcasts (False)."""
        self._held: dict[int, float] = {}
        self._numbers = count()
        self._waiting: list[_Waiter] = []
        self._news = asyncio.Event()
        self._work: asyncio.Task[None] | None = None

    async def turn(self, chat: int, urgency: Urgency, messages: int = 1) -> None:
        """Returns when so many messages may go to the chat; 0: a call that is no message."""
        waiter = _Waiter(
            urgency, next(self._numbers), chat, messages, asyncio.get_running_loop().create_future()
        )
        insort(self._waiting, waiter)
        self._news.set()
        if self._work is None or self._work.done():
            self._work = asyncio.create_task(self._give_turns())
        try:
            await waiter.turn
        except asyncio.CancelledError:
            if waiter in self._waiting:
                self._waiting.remove(waiter)
            raise

    async def leave(self, messages: int) -> None:
        """Returns when what had its turn may go through the door: evenly, whatever delayed it."""
        now = self._clock.elapsed()
        opens = max(now, self._door)
        self._door = opens + messages / DOOR
        if opens > now:
            await self._clock.sleep(opens - now)

    def hold(self, chat: int, seconds: float) -> None:
        """Telegram said so: nothing goes to this chat for so long."""
        until = self._clock.elapsed() + seconds
        self._held[chat] = max(until, self._held.get(chat, 0.0))

    def held(self) -> dict[int, float]:
        """The chats that nothing may go to just now, and for how many seconds."""
        now = self._clock.elapsed()
        self._held = {chat: until for chat, until in self._held.items() if until > now}
        return {chat: until - now for chat, until in self._held.items()}

    async def _give_turns(self) -> None:
        """Works while somebody waits."""
        while self._waiting:
            self._news.clear()
            now = self._clock.elapsed()
            due = next((one for one in self._waiting if self._ready(one) <= now), None)
            if due is None:
                await self._sleep(min(map(self._ready, self._waiting)) - now)
                continue
            self._waiting.remove(due)
            self._count(due, now)
            due.turn.set_result(None)

    def _ready(self, waiter: _Waiter) -> float:
        """On the clock of elapsed time."""
        held = self._held.get(waiter.chat, 0.0)
        if not waiter.messages:
            return held
        chat, messages = waiter.chat, waiter.messages
        whole = self._left_at[chat, None]
        fits = [CHAT.ready(whole, messages)]
        if chat < 0:  # Bot API: the ids of groups are negative
            fits.append(GROUP.ready(whole, messages))
            fits.append(SHARE.ready(self._left_at[chat, waiter.is_answer], messages))
        return max(held, self._next, *fits)

    def _count(self, waiter: _Waiter, now: float) -> None:
        if waiter.messages:
            self._next = max(self._next, now) + self._gap * waiter.messages
            for share in (None, waiter.is_answer):
                self._left_at[waiter.chat, share].extend([now] * waiter.messages)
        self._forget(now)

    def _forget(self, now: float) -> None:
        """The windows of chats that are quiet again are empty."""
        for key, left_at in list(self._left_at.items()):
            longest = GROUP.seconds if key[0] < 0 else CHAT.seconds
            while left_at and left_at[0] <= now - longest:
                left_at.popleft()
            if not left_at:
                del self._left_at[key]

    async def _sleep(self, seconds: float) -> None:
        """Until then, or until somebody new waits."""
        sleeps = asyncio.create_task(self._clock.sleep(seconds))
        hears = asyncio.create_task(self._news.wait())
        try:
            await asyncio.wait((sleeps, hears), return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in (sleeps, hears):
                one.cancel()
            await asyncio.gather(sleeps, hears, return_exceptions=True)
