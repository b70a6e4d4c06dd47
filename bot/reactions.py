"""In which groups reactions are heard: in most they are about other people's chatter."""

from telegram import MessageReactionUpdated, ReactionTypeEmoji, Update
from telegram.constants import ChatType

from bot.clock import Alarm
from storage import chats
from storage.database import Database


class Reactions:
    """Knows in memory where staff let them count; elsewhere none is kept."""

    def __init__(self, db: Database, alarm: Alarm) -> None:
        self._db = db
        self._alarm = alarm
        self._groups: frozenset[int] | None = None
        """None: not read yet, so all are heard."""

    async def run(self) -> None:
        """Reads the groups now and when they may have changed; never ends."""
        while True:
            self._groups = await chats.counting(self._db)
            await self._alarm.wait(None)

    def wants(self, update: Update) -> bool:
        """True for somebody's reaction where it may count: there, and in private chats."""
        change = update.message_reaction
        if change is None or change.user is None:
            return False
        if self._groups is None:
            return True
        is_private = change.chat.type == ChatType.PRIVATE
        return bool(self._groups) if is_private else change.chat.id in self._groups


def emojis(change: MessageReactionUpdated) -> frozenset[str]:
    """What stands after the change; of others than the free emoji nothing is known to mean much."""
    standing = change.new_reaction
    return frozenset(one.emoji if isinstance(one, ReactionTypeEmoji) else "" for one in standing)
