"""What somebody wrote or sent, as a handler needs it, and no Telegram in it."""

from dataclasses import dataclass
from datetime import datetime

from storage.attachments import Sent
from storage.people import Person

SHOWN_MIMES = ("image/", "video/")
SHOWN_ENDINGS = (".jpg", ".jpeg", ".png", ".heic", ".heif", ".webp", ".gif", ".bmp", ".mp4", ".mov")
"""Some phones send photos as files of no known kind."""


@dataclass(frozen=True)
class SentPhoto:
    """The best size of a photo that somebody sent."""

    file_id: str
    file_unique_id: str


@dataclass(frozen=True)
class Attachment:
    """A file that somebody sent: a `photo` at its best size, a `video`, or a `document`."""

    kind: str
    file_id: str
    file_unique_id: str
    name: str = ""
    mime: str = ""
    bytes: int | None = None
    """As Telegram says; None: it does not say."""

    @property
    def is_shown(self) -> bool:
        """True for a photo or film, also one that was sent as a file: by what it calls itself."""
        if self.kind != "document":
            return True
        return self.mime.startswith(SHOWN_MIMES) or self.name.lower().endswith(SHOWN_ENDINGS)


@dataclass(frozen=True)
class SharedContact:
    """A card with somebody's number; `user_id` says whose, where Telegram knows it."""

    number: str
    user_id: int | None


@dataclass(frozen=True)
class Spot:
    """A place that somebody sent from the map, in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True)
class HiddenLink:
    """An address behind words that do not show it; they end at this character of the text."""

    end: int
    url: str


@dataclass(frozen=True)
class Message:
    """What was written; for a press or a reaction, the message that bears it."""

    id: int
    sent_at: datetime
    text: str = ""
    """The text or the caption, whole."""
    photo: SentPhoto | None = None
    attachment: Attachment | None = None
    media_group_id: str | None = None
    sender: Person | None = None
    """None: a channel, an anonymous administrator, or Telegram itself."""
    author_id: int | None = None
    """Whose it is, a bot's as well; None: Telegram hides it."""
    reply_to: "Message | None" = None
    links: tuple[HiddenLink, ...] = ()
    """In the text's order."""
    contact: SharedContact | None = None
    spot: Spot | None = None

    def spelt_out(self, words: str | None = None) -> str:
        """The text, or these words at its end, each hidden address in brackets behind its words."""
        text = self.text.rstrip()
        words = text if words is None else words
        start = len(text) - len(words)
        for link in reversed(self.links if text.endswith(words) else ()):
            if link.end > start:
                before = words[: link.end - start].rstrip()
                words = f"{before} ({link.url}){words[len(before) :]}"
        return words


def files_of(message: Message | None, chat_id: int) -> tuple[Sent, ...]:
    """The file of a message in this chat, as it is kept and sent on; nothing without one."""
    if message is None or message.attachment is None:
        return ()
    sent = Sent(
        chat_id=chat_id,
        message_id=message.id,
        media_group_id=message.media_group_id,
        kind=message.attachment.kind,
        file_id=message.attachment.file_id,
        name=message.attachment.name,
    )
    return (sent,)
