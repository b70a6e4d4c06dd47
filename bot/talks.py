"""Makes a talk of what came in: who it is by storage, where, and in whose language."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from telegram.constants import ChatID

from bot.handling import Handling, Meeting
from bot.outlet import TelegramOutlet
from bot.reading import Incoming
from bot.routes import Routes
from bot.veiling import Veiling
from commands.kit import Asker, Office, Place, Talk
from commands.kit.messages import files_of
from locales import Catalogues
from storage import article_files, attachments, chats, inbox, people, topics
from storage.database import Database
from storage.people import Person
from storage.sealing import PERSON, Doing


@dataclass
class Talks:
    """What every talk has in common."""

    db: Database
    office: Office
    outlet: TelegramOutlet
    catalogues: Catalogues
    routes: Routes
    find_font: Callable[[], Path | None]
    veiling: Veiling
    _titles: dict[int, str] = field(default_factory=dict, init=False)
    """The groups met in this run: only a new or renamed one is written down again."""

    async def begin(
        self, incoming: Incoming, now: datetime, meetings: tuple[Meeting, ...] = ()
    ) -> tuple[Talk, Handling]:
        """The talk, and the store that completes its update."""
        asker, is_news = await self._asker(incoming)
        if is_news:
            meetings = (partial(people.meet, person=asker.person), *meetings)
        place, topic = incoming.place, incoming.topic_name
        if topic and place.topic_id is not None:
            learn = partial(topics.learn, chat_id=place.id, topic_id=place.topic_id, name=topic)
            meetings = (learn, *meetings)
        if not incoming.query_id and self._is_news(place):
            meetings = (partial(chats.meet, chat_id=place.id, title=place.title), *meetings)
        for file in files_of(incoming.message, place.id) if _is_of_album(incoming) else ():
            see = partial(attachments.see, sent=file, now=now)
            meetings = (see, partial(article_files.join, sent=file), *meetings)
        complete = partial(inbox.complete, update_id=incoming.update_id, now=now)
        doing = Doing(PERSON, asker.person.id, now)
        store = Handling(self.db, complete, meetings, doing)
        return self._talk(incoming, asker, store, now), store

    def forget(self, place: Place) -> None:
        """The write that was to remember the group failed: the next one has to."""
        self._titles.pop(place.id, None)

    def _talk(self, incoming: Incoming, asker: Asker, store: Handling, now: datetime) -> Talk:
        return Talk(
            store,
            self.catalogues.words(asker.person.language),
            self.office,
            now,
            asker,
            incoming.place,
            incoming.message,
            self.outlet,
            self.routes.features,
            self.find_font,
            self.veiling.cloak,
            self.veiling.keep,
            store.unname,
            query_id=incoming.query_id,
            reactions=incoming.reactions,
            chosen=incoming.chosen,
        )

    async def _asker(self, incoming: Incoming) -> tuple[Asker, bool]:
        """Who asks, and whether that has to be remembered.

        An anonymous administrator has no role, and speaks the group's language.
        """
        if incoming.person is None:
            chat = await chats.one(self.db, incoming.place.id)
            language = chat.language if chat else None
            return Asker(Person(id=ChatID.ANONYMOUS_ADMIN, language=language)), False
        known, organisations = await people.known(self.db, incoming.person.id)
        person = _as_known(incoming.person, known)
        return Asker(person, organisations), known is None or _facts(person) != _facts(known)

    def _is_news(self, place: Place) -> bool:
        if place.is_private or self._titles.get(place.id) == place.title:
            return False
        self._titles[place.id] = place.title
        return True


def _is_of_album(incoming: Incoming) -> bool:
    """One file of several: who answers one of them may mean them all."""
    return incoming.message.media_group_id is not None and not incoming.query_id


def _facts(person: Person) -> tuple[str, str, bool]:
    return person.name, person.username, person.is_reachable


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
