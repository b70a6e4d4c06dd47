"""A person said, pressed or reacted: what a handler needs to answer, and no Telegram in it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from markupsafe import Markup

from commands.kit.hours import Office
from commands.kit.links import payload_for, private_address
from commands.kit.messages import Message
from commands.kit.posts import Post, Received
from commands.kit.roles import Role
from locales import Words
from storage import deliveries
from storage.cloaks import Cloak
from storage.database import Store
from storage.organisations import Organisation
from storage.people import Person

if TYPE_CHECKING:
    from commands.kit.features import Feature


Keep = Callable[[str, datetime], Awaitable[Received | None]]
"""(Telegram's id of the file, the day that the file bears) -> None: it cannot be opened."""


@dataclass(frozen=True)
class Asker:
    """Who asks, by what storage knows of the real user id."""

    person: Person
    organisations: tuple[Organisation, ...] = ()

    @property
    def role(self) -> Role:
        if self.person.is_staff:
            return Role.STAFF
        return Role.LIAISON if self.organisations else Role.MEMBER


@dataclass(frozen=True)
class Place:
    """The chat where it happens."""

    id: int
    is_private: bool
    title: str = ""
    topic_id: int | None = None
    """The topic of a forum; None: its general part, or no forum."""


class NoTopicError(Exception):
    """Telegram opened or renamed no topic; the words are its own."""


class Outlet(Protocol):
    """Where answers go; the running program provides it."""

    bot_username: str
    reads_all: bool
    """False: in groups privacy mode keeps from the bot what is neither a command nor for it."""

    async def send(
        self, chat_id: int, post: Post, reply_to: int | None, topic_id: int | None = None
    ) -> tuple[int, ...]:
        """Sends at once; returns the message ids."""

    async def edit(self, chat_id: int, message_id: int, post: Post) -> None:
        """Changes a message of the bot's; the same content again is no error."""

    async def delete(self, chat_id: int, message_ids: Sequence[int]) -> None:
        """Deletes messages of the bot's."""

    async def open_topic(self, chat_id: int, name: str) -> int:
        """Opens a topic in a forum and gives its id; raises NoTopicError where it may not.

        Bot API, createForumTopic: the name has 1-128 characters.
        """

    async def rename_topic(self, chat_id: int, topic_id: int, name: str) -> None:
        """Calls it so; raises NoTopicError where the bot may not, or it is gone."""

    async def react(self, chat_id: int, message_id: int, emoji: str) -> bool:
        """Puts a reaction on a message; False where that failed, or the group does not allow it.

        Bot API, setMessageReaction: one of a bot's to a message.
        """

    async def answer(self, query_id: str, text: str, *, alert: bool) -> None:
        """Answers a press with a toast, or with an alert that has to be closed."""


@dataclass
class Talk:
    """One message or press. Pure answers go out at once; what is owed is written as a delivery."""

    store: Store
    """Bound to this update: the first write also completes it, so a handler writes at most once."""
    words: Words
    office: Office
    """What was decided where the bot was installed."""
    now: datetime
    asker: Asker
    place: Place
    message: Message
    outlet: Outlet
    features: "tuple[Feature, ...]" = ()
    """All that people can do, for help."""
    find_font: Callable[[], Path | None] = lambda: None
    """Looks for a font with Chinese on the disk, so call it in a thread; None: there is none."""
    cloak: Cloak = field(default_factory=Cloak)
    """Knows people without a name again."""
    keep: Keep | None = None
    """Brings a photo that was sent to disk without any trace of whose it is."""
    unname: Callable[[], None] = lambda: None
    """What is written from here on is nobody's: neither who nor where it was is noted."""
    args: str = ""
    query_id: str = ""
    reactions: frozenset[str] | None = None
    """Of a change of reactions: the emoji that stand now, an empty text for one that is none."""
    chosen: tuple[int, ...] = ()
    """Of an answer to a quiz: the places of the options, from 0."""
    foreword: Markup = field(default=Markup(), init=False)
    """Stands above the next answer."""
    _toasted: bool = field(default=False, init=False)
    has_answered: bool = field(default=False, init=False)
    """True once something was shown: to do it all again would show it twice."""

    @property
    def zone(self) -> tzinfo:
        """The alliance's."""
        return self.office.zone

    @property
    def today(self) -> date:
        """The day in the alliance's zone."""
        return self.now.astimezone(self.zone).date()

    @property
    def private_chat(self) -> int | None:
        """Where what is for this person alone can go; None: Start was never pressed."""
        if self.place.is_private:
            return self.place.id
        return self.asker.person.id if self.asker.person.is_reachable else None

    async def reply(self, post: Post) -> None:
        """Answers here: below the message in a group or its topic, plainly in a private chat."""
        reply_to = None if self.place.is_private or self.query_id else self.message.id
        self.has_answered = True
        if self.foreword:
            post = post.below(self.foreword)
            self.foreword = Markup()
        await self.outlet.send(self.place.id, post, reply_to, self.place.topic_id)

    async def say(self, text: Markup) -> None:
        """Answers with words alone: a toast for a press, a message for a message."""
        if self.query_id:
            await self.toast(text)
        else:
            await self.reply(Post(text))

    async def toast(self, text: Markup, *, alert: bool = False) -> None:
        """Answers a press (Bot API: 0-200 characters; longer ones are cut)."""
        self._toasted = self.has_answered = True
        await self.outlet.answer(self.query_id, text, alert=alert)

    async def edit(self, post: Post) -> None:
        """Changes the message that bears the pressed button.

        One that was owed is the outbox's to change, and only a forged press asks for it here.
        """
        if await deliveries.shown_by(self.store, self.place.id, self.message.id) is None:
            self.has_answered = True
            await self.outlet.edit(self.place.id, self.message.id, post)
        else:
            await self.reply(post)

    async def take_back(self) -> None:
        """Deletes the message that bears the pressed button, if it is the bot's to delete."""
        if await deliveries.shown_by(self.store, self.place.id, self.message.id) is None:
            await self.outlet.delete(self.place.id, (self.message.id,))

    async def stop_spinner(self) -> None:
        """Lets the pressed button rest when the handler had nothing to say."""
        if self.query_id and not self._toasted:
            self._toasted = True
            await self.outlet.answer(self.query_id, Markup(), alert=False)

    def as_typed(self, args: str) -> "Talk":
        """The same person here, as if a command was typed with these words behind it."""
        message = Message(self.message.id, self.now)
        return replace(self, message=message, args=args, query_id="")

    def private_url(self, command: str, args: str = "") -> str:
        """A link that runs the command in the private chat with the bot."""
        payload = payload_for(command, args) or command
        return private_address(self.outlet.bot_username, payload)
