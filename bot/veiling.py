"""Who speaks without a name: what of theirs lies on disk only sealed.

What comes is written down before it is answered. Of most that is harmless; here the person's number
would stand beside the words. So it is sealed with a key that is in no database and in no backup.
"""

from functools import partial

from telegram import Bot, Update
from telegram.constants import ChatType

from bot.receiving import receive
from bot.routes import Routes
from bot.settings import Settings
from storage import voice_queries
from storage.cloaks import Cloak
from storage.database import Database
from storage.voices import TOPIC

Handles = tuple[tuple[bytes, bytes], ...]


class Veiling:
    """Knows which updates to seal."""

    def __init__(self, db: Database, bot: Bot, settings: Settings, routes: Routes) -> None:
        self.cloak = Cloak(settings.keys)
        self.keep = partial(receive, bot, settings.photos)
        """Brings to disk what was sent as a photo."""
        self._db = db
        self._routes = routes
        self._handles: Handles | None = None
        db.listen(TOPIC, self._look_again)

    async def covers(self, update: Update) -> bool:
        """True for what may be said without a name, and for all that such a person sends meanwhile.

        Raises storage's UnavailableError.
        """
        person, chat = update.effective_user, update.effective_chat
        if person is None or chat is None or chat.type != ChatType.PRIVATE:
            return False
        if self._routes.is_veiled(update):
            return True
        if self._handles is None:
            self._handles = await voice_queries.handles(self._db)
        return any(self.cloak.is_of(*one, person.id) for one in self._handles)

    def _look_again(self) -> None:
        self._handles = None
