"""What the world is made of: people, chats, messages, events, and the refusal."""

import marshal
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

Json: TypeAlias = dict[str, Any]
T = TypeVar("T")
# A method may answer any JSON: an object, a list, a number or true.
Answer: TypeAlias = Any

# Telegram's own account that anonymous administrators of groups write as.
ANONYMOUS_ADMINISTRATOR = 1087968824

ABSENT = frozenset({"left", "kicked"})


def copied(json: T) -> T:
    """The same in new objects; a quarter of what `deepcopy` takes, and it is asked for all day."""
    plain: Any = json
    same: T = marshal.loads(marshal.dumps(plain))  # noqa: S302 - our own
    return same


@dataclass
class Person:
    """A Telegram user; the bot itself is one too."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    is_bot: bool = False
    started: bool = False
    blocked: bool = False

    def user(self) -> Json:
        """The Bot API's `User`."""
        user: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        optional = {
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        return user | {name: value for name, value in optional.items() if value}


@dataclass
class Member:
    """Someone's standing in a chat; `rights` only matter to an administrator."""

    person: int
    status: str = "member"
    rights: frozenset[str] = frozenset()
    title: str = ""

    @property
    def present(self) -> bool:
        return self.status not in ABSENT

    @property
    def administers(self) -> bool:
        return self.status in {"creator", "administrator"}

    def may(self, right: str) -> bool:
        return self.status == "creator" or (self.administers and right in self.rights)


@dataclass
class Topic:
    """A forum topic; its id is the id of the service message that opened it."""

    id: int
    name: str
    icon_color: int
    creator: int
    closed: bool = False


@dataclass
class InviteLink:
    url: str
    creator: int
    name: str = ""
    asks: bool = False
    expires: int = 0
    limit: int = 0
    joined: set[int] = field(default_factory=set)


@dataclass
class Message:
    """A message as stored.

    `json` is the Bot API's, without the message it replies to. `client_markup` is a ForceReply or
    a reply keyboard: clients show it, but no `Message` bears it.
    """

    id: int
    chat: int
    author: int
    json: Json
    reply_to: int | None = None
    client_markup: Json | None = None
    reactions: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Envelope:
    """How a message is posted, apart from what it says."""

    reply_to: int | None = None
    thread: int | None = None
    anonymous: bool = False
    client_markup: Json | None = None


@dataclass
class Chat:
    """A chat with its members and messages; a private chat bears the person's own id."""

    id: int
    type: str
    title: str = ""
    forum: bool = False
    instance: str = ""
    members: dict[int, Member] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    links: dict[str, InviteLink] = field(default_factory=dict)
    join_requests: dict[int, str] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    upgraded_to: int | None = None

    def member(self, person: int) -> Member:
        """The person's standing here; who was never here has left."""
        return self.members.get(person) or Member(person, "left")


class Refusal(Exception):  # noqa: N818 -- a refusal is an answer of the API, not a fault of ours
    """`{"ok": false, "error_code": code, "description": ..., "parameters": ...}`."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters or {}


@dataclass(frozen=True)
class Upload:
    """A file that came with a request."""

    filename: str
    content_type: str
    data: bytes


@dataclass(frozen=True)
class Event:
    """What happened, for whoever watches the world."""

    kind: str
    chat: int | None
    data: Json


@dataclass(frozen=True)
class Request:
    """What the bot asked, and what it was answered (a refusal's description when not ok)."""

    method: str
    params: Json
    ok: bool
    answer: Answer


@dataclass
class Rules:
    """Which of Telegram's rules are on."""

    flood: bool = False
    privacy: bool = False
    deletion_window: bool = True
    stale_callbacks: bool = True
    inline: bool = True
    """BotFather's /setinline."""


@dataclass
class Query:
    """A pressed button or an inline question that waits for the bot's answer."""

    id: str
    person: int
    asked: float
    chat: int | None = None
    answer: Json | None = None
    contents: dict[str, Json] = field(default_factory=dict)
    """What choosing each of the results posts."""


@dataclass
class Ballot:
    """A poll's message, and who chose which options."""

    message: Message
    votes: dict[int, list[int]] = field(default_factory=dict)

    @property
    def poll(self) -> Json:
        """The Bot API's `Poll`, as the message bears it."""
        poll: Json = self.message.json["poll"]
        return poll
