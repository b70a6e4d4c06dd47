"""Where each kind of update goes: dictionaries made once from the features."""

from collections.abc import Iterable

from telegram import Message, Update
from telegram.constants import ChatType

from bot import membership, topics
from bot.parsing import Vocabulary
from bot.reading import answered_by, attachment_of
from commands.kit import (
    Asks,
    Delivery,
    Feature,
    Handler,
    Job,
    Media,
    Press,
    read_payload,
    unpack,
)

START = "start"


class Routes:
    """The features by what calls them."""

    def __init__(
        self, features: Iterable[Feature], own: Iterable[Delivery], username: str, bot_id: int
    ) -> None:
        self.features = tuple(features)
        self._bot_id = bot_id
        self.vocabulary = Vocabulary(
            (command for feature in self.features for command in feature.commands), username
        )
        self.presses: dict[str, Press] = {
            press.name: press for feature in self.features for press in feature.presses
        }
        self._veiled = frozenset(
            name
            for feature in self.features
            if feature.veiled
            for name in (*(c.name for c in feature.commands), *(p.name for p in feature.presses))
        )
        self.deliveries: dict[str, Delivery] = {
            delivery.kind: delivery
            for deliveries in (own, *(feature.deliveries for feature in self.features))
            for delivery in deliveries
        }
        self.jobs: tuple[Job, ...] = tuple(job for f in self.features for job in f.jobs)
        self.media: Media | None = next((f.media for f in self.features if f.media), None)
        self.contact: Handler | None = next((f.contact for f in self.features if f.contact), None)
        self.location = next((f.location for f in self.features if f.location), None)
        self.asked: Asks | None = next((f.asked for f in self.features if f.asked), None)
        self.inline = next((f.inline for f in self.features if f.inline), None)
        self.written = tuple(f.written for f in self.features if f.written)
        self.documents = tuple(f.documents for f in self.features if f.documents)
        self.overheard = tuple(f.overheard for f in self.features if f.overheard)
        self.edited = tuple(f.edited for f in self.features if f.edited)
        self.otherwise: Handler | None = next(
            (f.otherwise for f in self.features if f.otherwise), None
        )

    def is_for_us(self, update: Update) -> bool:
        """True for a press, a command, or words in a private chat: somebody waits for an answer."""
        message = update.message or update.edited_message
        if message is None:
            return update.callback_query is not None
        words = message.text or message.caption or ""
        if message.chat.type == ChatType.PRIVATE:
            return bool(words or not message.media_group_id)
        return self.vocabulary.read(words) is not None or self.vocabulary.calls_us(words)

    def is_veiled(self, update: Update) -> bool:
        """True for a command or a button of what may be said without a name."""
        if update.callback_query is not None:
            return unpack(update.callback_query.data or "")[0] in self._veiled
        message = update.message or update.edited_message
        words = (message.text or message.caption or "") if message else ""
        spoken = self.vocabulary.read(words)
        if spoken is None or spoken.command is None:
            return False
        return spoken.command.name in self._veiled or (
            spoken.command.name == START and read_payload(spoken.args)[0] in self._veiled
        )

    def _may_change_something(self, message: Message) -> bool:
        """An edit of what was worth a look when it came."""
        file = attachment_of(message)
        return bool(
            message.chat.type == ChatType.PRIVATE
            or (file and file.is_shown)
            or self.vocabulary.read(message.text or message.caption or "")
        )

    def wants(self, update: Update) -> bool:
        """True for what some feature may answer; other people's chatter is none of our business."""
        if update.callback_query or update.my_chat_member or update.poll_answer:
            return True
        if update.inline_query is not None:
            return self.inline is not None
        if membership.comes_or_goes(update):
            return True
        if update.edited_message is not None:
            return self._may_change_something(update.edited_message)
        message = update.message
        if message is None or (message.via_bot and message.via_bot.id == self._bot_id):
            return False  # what somebody chose from our inline results is our own words
        answers = answered_by(message)
        answered = answers and answers.from_user
        file = attachment_of(message)
        return bool(
            message.chat.type == ChatType.PRIVATE
            or (file and file.is_shown)
            or (file and message.media_group_id)
            or message.migrate_to_chat_id
            or message.migrate_from_chat_id
            or message.new_chat_title
            or topics.concerns(update)
            or (answered and answered.id == self._bot_id)
            or self.vocabulary.read(message.text or message.caption or "")
            or self.vocabulary.calls_us(message.text or "")
            or (answers is None and any(one.means(message.text or "") for one in self.overheard))
        )
