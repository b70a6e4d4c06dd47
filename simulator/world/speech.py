"""What people say and send."""

from simulator.world import entities
from simulator.world.core import Core
from simulator.world.refusal import bad
from simulator.world.utf16 import units
from simulator.world.values import Chat, Envelope, Json, Message

# Telegram: a message's text and a file's caption, in UTF-16 units.
TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
# What belongs to one message and does not travel with a forward or a copy.
FRAME = frozenset(
    {
        "message_id",
        "message_thread_id",
        "is_topic_message",
        "from",
        "sender_chat",
        "date",
        "edit_date",
        "chat",
        "forward_origin",
        "media_group_id",
        "reply_markup",
        "has_protected_content",
    }
)


class Speech(Core):
    """Acts that put a person's words into a chat."""

    def say(  # noqa: PLR0913 -- what a client's message box can do
        self,
        person: int,
        chat: int,
        text: str,
        reply_to: int | None = None,
        thread: int | None = None,
        *,
        anonymous: bool = False,
        html: bool = False,
    ) -> int:
        """Words; as `html` they have what a client's menu of formats gives, links for one."""
        words, found = entities.parse(text, "html") if html else entities.plain(text)
        if not words or units(words) > TEXT_LIMIT:
            raise bad(f"a message has 1 to {TEXT_LIMIT} characters")
        content = {"text": words} | ({"entities": found} if found else {})
        return self.utter(person, chat, content, Envelope(reply_to, thread, anonymous))

    def utter(self, person: int, chat: int, content: Json, envelope: Envelope) -> int:
        """Posts what a person sends, after making sure that they can."""
        place = self.speaker_in(person, chat, anonymous=envelope.anonymous)
        return self.post(place, person, content, self.fitting(place, person, envelope)).id

    def speaker_in(self, person: int, chat: int, *, anonymous: bool = False) -> Chat:
        """The chat, if this person can write there; writing to the bot opens the private chat."""
        place, someone = self.chat(chat), self.person(person)
        member = place.member(person)
        if not member.present:
            raise bad("this person is not in the chat")
        if (anonymous or place.type == "channel") and not member.administers:
            raise bad("only an administrator can write so")
        if place.type == "private":
            if someone.blocked:
                raise bad("this person has blocked the bot")
            someone.started = True
        return place

    def fitting(self, chat: Chat, person: int, envelope: Envelope) -> Envelope:
        """The envelope with its topic taken from the message replied to, and both known."""
        replied = chat.messages.get(envelope.reply_to or 0)
        if envelope.reply_to and not replied:
            raise bad("message to be replied not found")
        thread = envelope.thread or (replied.json.get("message_thread_id") if replied else None)
        if thread and thread not in chat.topics:
            raise bad("message thread not found")
        if thread and chat.topics[thread].closed and not chat.member(person).administers:
            raise bad("this topic is closed")
        return Envelope(envelope.reply_to, thread, envelope.anonymous, envelope.client_markup)

    def captioned(self, content: Json, caption: str) -> Json:
        words, found = entities.plain(caption)
        if units(words) > CAPTION_LIMIT:
            raise bad(f"a caption has at most {CAPTION_LIMIT} characters")
        if not words:
            return content
        marks = {"caption_entities": found} if found else {}
        return content | {"caption": words} | marks

    def edit(self, person: int, chat: int, message: int, text: str) -> None:
        """Changes the words of one's own message."""
        place = self.chat(chat)
        said = self.message_in(place, message)
        if said.author != person:
            raise bad("only one's own messages can be edited")
        said.json |= self.edited(said.json, text) | {"edit_date": self.time()}
        self.announce(said, edited=True)

    def delete(self, person: int, chat: int, message: int) -> None:
        """Deletes one's own message, or as an administrator anyone's; the bot is not told."""
        place = self.chat(chat)
        said = self.message_in(place, message)
        if person != said.author and not place.member(person).may("can_delete_messages"):
            raise bad("only one's own messages can be deleted")
        self.remove_messages(place, [message])

    def edited(self, json: Json, text: str) -> Json:
        field, marks = ("text", "entities") if "text" in json else ("caption", "caption_entities")
        words, found = entities.plain(text)
        if field == "text" and not words:
            raise bad("message text is empty")
        json.pop(marks, None)
        return {field: words} | ({marks: found} if found else {})

    def forward(self, person: int, from_chat: int, message: int, to_chat: int) -> int:
        """Sends a message on into another chat, as a forward."""
        original = self.message_in(self.chat(from_chat), message)
        if "has_protected_content" in original.json:
            raise bad("message can't be forwarded")
        return self.utter(person, to_chat, self.forwarded(original), Envelope())

    def forwarded(self, original: Message) -> Json:
        """What a forward says: the original's content, and where it came from."""
        content = {name: value for name, value in original.json.items() if name not in FRAME}
        return {"forward_origin": self.origin(original)} | content

    def origin(self, original: Message) -> Json:
        """The Bot API's `MessageOrigin`; a forward of a forward names the first one."""
        json = original.json
        if "forward_origin" in json:
            return dict(json["forward_origin"])
        known = {"date": json["date"]}
        if json["chat"]["type"] == "channel":
            return known | {"type": "channel", "chat": json["chat"], "message_id": original.id}
        if "sender_chat" in json:
            return known | {"type": "chat", "sender_chat": json["sender_chat"]}
        return known | {"type": "user", "sender_user": json["from"]}

    def album_id(self) -> str:
        """A new `media_group_id`."""
        return str(13_000_000_000_000_000 + next(self.serial))
