"""Makes a talk of what came in: who it is by storage, where, and in whose language."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from telegram.constants import ChatID

from bot.handling import Handling, Meeting
from bot.outlet import TelegramOutlet
from bot.reading import Incoming
from bot.routes import Routes
from commands.kit import Asker, Talk
from locales import Catalogues
from storage import chats, people
from storage.database import Database
from storage.people import Person


@dataclass
class Talks:
    """What every talk has in common."""

    db: Database
    zone: ZoneInfo
    outlet: TelegramOutlet
    catalogues: Catalogues
    routes: Routes

    async def begin(
        self, incoming: Incoming, now: datetime, meetings: tuple[Meeting, ...] = ()
    ) -> tuple[Talk, Handling]:
        """The talk, and the store that completes its update."""
        asker = await self._asker(incoming)
        meetings = (*self._meetings(incoming, asker.person), *meetings)
        store = Handling(self.db, incoming.update_id, now, meetings)
        talk = Talk(
            store,
            self.catalogues.words(asker.person.language),
            self.zone,
            now,
            asker,
            incoming.place,
            incoming.message,
            self.outlet,
            self.routes.features,
            query_id=incoming.query_id,
        )
        return talk, store

    async def _asker(self, incoming: Incoming) -> Asker:
        """An anonymous administrator has no role, and speaks the group's language."""
        if incoming.person is None:
            chat = await chats.one(self.db, incoming.place.id)
            language = chat.language if chat else None
            return Asker(Person(id=ChatID.ANONYMOUS_ADMIN, language=language))
        known, organisations = await people.known(self.db, incoming.person.id)
        return Asker(_as_known(incoming.person, known), organisations)

    @staticmethod
    def _meetings(incoming: Incoming, person: Person) -> list[Meeting]:
        meetings: list[Meeting] = []
        if incoming.person is not None:
            meetings.append(partial(people.meet, person=person))
        if not incoming.place.is_private:
            place = incoming.place
            meetings.append(partial(chats.meet, chat_id=place.id, title=place.title))
        return meetings


def _as_known(person: Person, known: Person | None) -> Person:
    """The name of today, the roles and the language of our own record."""
    if known is None:
        return person
    return person.model_copy(
        update={
            "language": known.language or person.language,
            "is_staff": known.is_staff,
            "is_reachable": known.is_reachable or person.is_reachable,
        }
    )
