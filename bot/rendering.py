"""An owed message as it reads now: by the feature that owns it, in the reader's language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.clock import Clock, moment
from commands.kit import Delivery, Making, Office, Post, Studio
from locales import Catalogues, Words
from storage import chats, deliveries, people
from storage.database import Database


@dataclass
class Rendering:
    """Rows -> posts."""

    db: Database
    catalogues: Catalogues
    owners: Mapping[str, Delivery]
    clock: Clock
    office: Office
    find_font: Callable[[], Path | None]
    photos: Path
    exports: Path

    async def render(self, row: deliveries.Delivery) -> Post | None:
        """None: there is nothing to show any more."""
        words, render = await self._words(row), self.owners[row.kind].render
        if isinstance(render, Making):
            folders = (self.photos, self.exports)
            studio = Studio(words, moment(self.clock), self.office, self.find_font, *folders)
            return await render.make(self.db, studio, row.subject_id)
        return await render(self.db, words, row.subject_id)

    async def _words(self, row: deliveries.Delivery) -> Words:
        if row.language is not None:
            return self.catalogues.words(row.language)
        if row.chat_id > 0:
            person, _ = await people.known(self.db, row.chat_id)
            return self.catalogues.words(person.language if person else None)
        chat = await chats.one(self.db, row.chat_id)
        return self.catalogues.words(chat.language if chat else None)
