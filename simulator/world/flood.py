"""Telegram's flood limits: core.telegram.org/bots/faq#broadcasting-to-users."""

import math
from collections import defaultdict, deque
from collections.abc import Callable

from simulator.world.refusal import refuse

# (how many, in how many seconds): to all together, to a group, to a private chat.
OVERALL = (30, 1.0)
GROUP = (20, 60.0)
# One a second, of which three may come at once: "short bursts".
PRIVATE = (3, 3.0)


class Flood:
    """Counts what the bot sends and edits, and refuses what is too much."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.now = now
        self.sent: dict[int, deque[float]] = defaultdict(deque)

    def admit(self, chat: int, messages: int = 1) -> None:
        """Lets so many messages to a chat pass, or raises 429 with the seconds to wait."""
        windows = {0: OVERALL, chat: PRIVATE if chat > 0 else GROUP}
        wait = max(self.wait(key, *window, messages) for key, window in windows.items())
        if wait > 0:
            seconds = math.ceil(wait)
            raise refuse(429, f"retry after {seconds}", retry_after=seconds)
        for key in windows:
            self.sent[key].extend([self.now()] * messages)

    def wait(self, key: int, most: int, seconds: float, messages: int) -> float:
        """How long until so many more fit into the window; an album over it fits when empty."""
        sent = self.sent[key]
        while sent and sent[0] <= self.now() - seconds:
            sent.popleft()
        surplus = len(sent) + messages - most
        if not sent or surplus <= 0:
            return 0.0
        return sent[min(surplus, len(sent)) - 1] + seconds - self.now()
