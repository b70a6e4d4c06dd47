"""What the bot shows: a text, buttons, photos, files. They know nothing of Telegram's library."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from commands.kit.links import payload_for
from locales import plain

DATA_BYTES = 64
"""Bot API: callback_data 1-64 bytes."""
TEXT_CHARACTERS = 4096
"""Bot API: text 1-4096 characters after entities parsing."""
TOAST_CHARACTERS = 200
"""Bot API: the text of a callback answer, 0-200 characters."""
CAPTION_CHARACTERS = 1024
"""Bot API: caption 0-1024 characters after entities parsing."""


@dataclass(frozen=True)
class Button:
    """A button below a message: bears opaque data, or leads to an address or the private chat."""

    label: str
    data: str = ""
    url: str = ""
    start: str = ""
    """A link's payload; the outlet, which knows the bot's name, makes the address of it."""


Row = tuple[Button, ...]
GAP = Markup("\n\n")


@dataclass(frozen=True)
class Photo:
    """A photo that Telegram already has, by the id it gave this bot."""

    file_id: str


@dataclass(frozen=True)
class File:
    """A `photo`, `video` or `document` that Telegram already has, by the id it gave this bot."""

    kind: str
    file_id: str


@dataclass(frozen=True)
class Picture:
    """A photo of our own making: PNG or JPEG (Bot API: at most 10 MB, both sides 10,000 pixels)."""

    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Kept:
    """A photo on disk, by its path below the photos' folder; it goes without place and device."""

    path: str


@dataclass(frozen=True)
class Received:
    """A photo that was brought to disk: its path below the photos' folder, and its SHA-256."""

    path: str
    sha256: str


@dataclass(frozen=True)
class Document:
    """A file of our own making, under the name that people see (Bot API: at most 50 MB)."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Venue:
    """A place on the map, in degrees; both words are needed (Bot API, sendVenue)."""

    latitude: float
    longitude: float
    title: str
    address: str


@dataclass(frozen=True)
class Quiz:
    """A question with one right option, for one person; a bot hears only what is not anonymous.

    Bot API, sendPoll: question 1-300 characters, options 1-100 each, explanation 0-200 with at most
    two line feeds. 2-10 options are what every version of it takes.
    """

    question: str
    options: tuple[str, ...]
    right: int
    """The place of the right option, from 0."""
    explanation: str = ""
    """Shown to who chose a wrong one."""


@dataclass(frozen=True)
class Post:
    """One message: Telegram HTML, rows of buttons, perhaps asking for a reply.

    Up to 10 photos or files, or one of our own making, may go with it; then the text is their
    caption. Bot API, sendMediaGroup: documents can only be grouped with documents.
    """

    text: Markup
    buttons: tuple[Row, ...] = ()
    photos: tuple[Photo | Picture | Kept, ...] = ()
    files: tuple[File, ...] = ()
    document: Document | None = None
    venue: Venue | None = None
    """A map in place of the text, which it cannot bear; it is neither edited nor in an album."""
    quiz: Quiz | None = None
    """A quiz in place of the text; it is neither edited nor forwarded."""
    is_withdrawn: bool = False
    """True: the message goes, if Telegram still lets it be deleted; else it is edited to this.

    Bot API, deleteMessage: a message can only be deleted if it was sent less than 48 hours ago.
    """
    placeholder: str = ""
    """If set, the reader's keyboard opens as a reply, with this hint (Bot API: 1-64 characters)."""

    asks_contact: str = ""
    """If set, a button of this label in place of the keyboard shares the reader's own number.

    Bot API, KeyboardButton: request_contact is available in private chats only.
    """
    asks_location: str = ""
    """The same with the place where the reader is (request_location, private chats only)."""
    clears_keyboard: bool = False
    """True: takes that button away again."""

    def below(self, foreword: Markup) -> "Post":
        """The same with words above it, where there is room for them."""
        limit = (
            CAPTION_CHARACTERS if self.photos or self.files or self.document else TEXT_CHARACTERS
        )
        if len(self.text) + len(foreword) + len(GAP) > limit:
            return self
        return replace(self, text=foreword + GAP + self.text)

    @property
    def is_editable(self) -> bool:
        """True for words, alone or with one photo or film; an album cannot be edited."""
        is_of_its_own = self.document or self.venue or self.quiz
        return not is_of_its_own and len(self.photos) + len(self.files) <= 1


def button(label: Markup, data: str) -> Button:
    """A button that is pressed; raises ValueError when the data is too long for Telegram."""
    if not 1 <= len(data.encode()) <= DATA_BYTES:
        raise ValueError(f"callback data of {len(data.encode())} bytes: {data}")
    return Button(plain(label), data=data)


def link(label: Markup, url: str) -> Button:
    """A button that opens an address."""
    return Button(plain(label), url=url)


def private_link(label: Markup, command: str, args: str = "") -> Button:
    """A button that runs the command in the private chat, for views that have no talk."""
    return Button(plain(label), start=payload_for(command, args) or command)


def in_rows(buttons: Sequence[Button], width: int = 2) -> tuple[Row, ...]:
    """Buttons beside each other: two short names fit on a phone."""
    return tuple(tuple(buttons[at : at + width]) for at in range(0, len(buttons), width))
