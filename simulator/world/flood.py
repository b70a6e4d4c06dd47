"""Telegram's flood limits: core.telegram.org/bots/faq#broadcasting-to-users."""

import math
from collections import defaultdict, deque
from collections.abc import Callable, Hashable
from typing import NamedTuple

from simulator.world.refusal import refuse


class Window(NamedTuple):
    """At most so many messages in so many seconds, counted under a key."""

    key: Hashable
    most: int
    seconds: float


def windows(chat: int) -> list[Window]:
    """What limits a message to this chat."""
    overall = Window("all", 30, 1.0)
    # One a second, of which three may come at once: Telegram lets "short bursts" pass.
    burst = Window(("chat", chat), 3, 3.0)
    group = Window(("group", chat), 20, 60.0)
    return [overall, burst, group] if chat < 0 else [overall, burst]


class Flood:
    """Counts what the bot sends and edits, and refuses what is too much."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.now = now
        self.sent: dict[Hashable, deque[float]] = defaultdict(deque)

    def admit(self, chat: int, messages: int = 1) -> None:
        """Lets so many messages to a chat pass, or raises 429 with the seconds to wait."""
        wait = max(self.wait(window, messages) for window in windows(chat))
        if wait > 0:
            seconds = math.ceil(wait)
            raise refuse(429, f"retry after {seconds}", retry_after=seconds)
        for window in windows(chat):
            self.sent[window.key].extend([self.now()] * messages)

    def wait(self, window: Window, messages: int) -> float:
        """How long until so many more fit in; more than ever fit have to find it empty."""
        sent = self.sent[window.key]
        while sent and sent[0] <= self.now() - window.seconds:
            sent.popleft()
        surplus = len(sent) + messages - window.most
        if not sent or surplus <= 0:
            return 0.0
        return sent[min(surplus, len(sent)) - 1] + window.seconds - self.now()
