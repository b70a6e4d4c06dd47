"""Which reactions are heard: most are about other people's chatter, and none of those is kept."""

from telegram import MessageReactionUpdated, ReactionTypeEmoji, Update
from telegram.constants import ChatType

from bot.clock import Alarm, Clock
from storage import chats, likes
from storage.database import Database

REST_SECONDS = 0.5
"""Cards that are posted in a storm are looked up once; nobody reacts to one so soon."""


class Reactions:
    """Knows in memory where staff let them count, and which messages show an activity."""

    def __init__(self, db: Database, clock: Clock, alarm: Alarm) -> None:
        self._db = db
        self._clock = clock
        self._alarm = alarm
        self._groups: frozenset[int] | None = None
        """None: not read yet, so all are heard."""
        self._cards: frozenset[tuple[int, int]] = frozenset()

    async def run(self) -> None:
        """Reads both now and when they may have changed; never ends."""
        while True:
            self._cards = await likes.cards(self._db)
            self._groups = await chats.counting(self._db)
            await self._alarm.wait(None)
            await self._clock.sleep(REST_SECONDS)

    def wants(self, update: Update) -> bool:
        """True for somebody's reaction to an activity, and where reactions answer notices."""
        change = update.message_reaction
        if change is None or change.user is None:
            return False
        if self._groups is None or (change.chat.id, change.message_id) in self._cards:
            return True
        is_private = change.chat.type == ChatType.PRIVATE
        return bool(self._groups) if is_private else change.chat.id in self._groups


def emojis(change: MessageReactionUpdated) -> frozenset[str]:
    """What stands after the change; of others than the free emoji nothing is known to mean much."""
    standing = change.new_reaction
    return frozenset(one.emoji if isinstance(one, ReactionTypeEmoji) else "" for one in standing)
