"""The updates that wait for the bot."""

from collections.abc import Callable

from simulator.world.values import Json, copied

# Bot API, getUpdates: what comes only when asked for.
ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
# Bot API, getUpdates: `limit` 1-100.
LIMIT = 100
FIRST_ID = 100_001


class UpdateQueue:
    """Updates in order of their ids, until the bot confirms them."""

    def __init__(self) -> None:
        self.waiting: list[Json] = []
        self.allowed: list[str] = []
        self.next_id = FIRST_ID
        self.listeners: list[Callable[[], None]] = []

    def wants(self, kind: str) -> bool:
        """Whether this kind comes; an empty `allowed` is Telegram's default."""
        return kind in self.allowed if self.allowed else kind not in ON_REQUEST

    def put(self, kind: str, payload: Json) -> None:
        """Adds an update, unless the bot does not want its kind."""
        if not self.wants(kind):
            return
        self.waiting.append({"update_id": self.next_id, kind: copied(payload)})
        self.next_id += 1
        for listener in self.listeners:
            listener()

    def bring(self, update: Json) -> None:
        """Adds an update as it is, with whatever id: as a Telegram does that is out of its mind."""
        self.waiting.append(copied(update))
        for listener in self.listeners:
            listener()

    def confirm(self, offset: int) -> None:
        """Forgets what lies before `offset`; a negative one keeps that many newest."""
        if offset < 0:
            self.waiting = self.waiting[offset:]
        elif offset:
            self.waiting = [one for one in self.waiting if one["update_id"] >= offset]

    def take(self, limit: int = LIMIT) -> list[Json]:
        """The oldest updates; they stay until confirmed."""
        return copied(self.waiting[: min(max(limit, 1), LIMIT)])

    def clear(self) -> None:
        self.waiting = []

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Calls `listener` whenever an update has come; answers how to stop that."""
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)
