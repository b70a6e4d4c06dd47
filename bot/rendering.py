"""An owed message as it reads now: by the feature that owns it, in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass

from commands.kit import Delivery, Post
from locales import Catalogues, Words
from storage import chats, deliveries, people
from storage.database import Database


@dataclass
class Rendering:
    """Rows -> posts."""

    db: Database
    catalogues: Catalogues
    owners: Mapping[str, Delivery]

    async def render(self, row: deliveries.Delivery) -> Post | None:
        """None: there is nothing to show any more."""
        return await self.owners[row.kind].render(self.db, await self._words(row), row.subject_id)

    async def _words(self, row: deliveries.Delivery) -> Words:
        if row.language is not None:
            return self.catalogues.words(row.language)
        if row.chat_id > 0:
            person, _ = await people.known(self.db, row.chat_id)
            return self.catalogues.words(person.language if person else None)
        chat = await chats.one(self.db, row.chat_id)
        return self.catalogues.words(chat.language if chat else None)
