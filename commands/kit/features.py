"""What a feature is, as a value: menus, help, docs and the permission test follow from it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from markupsafe import Markup

from commands.kit.findables import Findable
from commands.kit.hours import Office
from commands.kit.inlines import InlineHandler
from commands.kit.posts import Button, Post
from commands.kit.questions import Asks, Question
from commands.kit.roles import Role
from commands.kit.studios import Making
from commands.kit.talk import Talk
from commands.kit.tasks import Task
from commands.kit.works import Work
from locales import LANGUAGES, Words, message
from storage.cloaks import Cloak
from storage.database import Store
from storage.hitches import Hindrance

Handler = Callable[[Talk], Awaitable[None]]
PressHandler = Callable[[Talk, tuple[int, ...]], Awaitable[None]]
ReplyHandler = Callable[[Talk, int], Awaitable[bool | None]]
WordsHandler = Callable[[Talk], Awaitable[bool]]
Edited = Callable[[Talk, "Command | None"], Awaitable[bool | None]]
ReactionHandler = Callable[[Talk, int], Awaitable[None]]
Addressee = Callable[[Store, Cloak, int], Awaitable[int | None]]
Unreached = Callable[[Store, int, int, datetime], Awaitable[None]]
Hindered = Callable[[Store, int, Hindrance, datetime], Awaitable[None]]
Look = Callable[[Store, Office, datetime], Awaitable[None]]
JobHandler = Callable[[Store, "Due"], Awaitable[None]]
Renderer = Callable[[Store, Words, int], Awaitable[Post | None]]
ExportHandler = Callable[[Talk, str, int], Awaitable[Markup | None]]
Offers = Callable[[Talk], Awaitable[tuple[Button, ...]]]
Numbering = Callable[[Store, int], Awaitable[int | None]]

A_MESSAGE = message("A message")


@dataclass(frozen=True)
class Command:
    """`/name`, with `#name` and the Chinese names in the same places."""

    name: str
    chinese: tuple[str, ...]
    help: str
    """One line, marked with `message`: the same in the menu, in /help and in the docs."""
    handle: Handler
    who: Role = Role.MEMBER
    example: str = ""
    """Marked with `message`: what to type, without the slash and the command itself."""
    bare: bool = False
    """True: the Chinese name counts without a slash as well, when words follow it."""
    listed: bool = True
    """False: reached only by a link, so neither in menus nor in /help."""
    by_number: Handler | None = None
    """What it does for everybody when a number alone follows: `/notice 12` shows notice 12."""
    personal: bool = False
    """True: needs to know which person asks; an anonymous administrator confirms first."""
    tasks: tuple[Task, ...] = ()

    def is_listed_for(self, role: Role) -> bool:
        """True when menus and /help show it to this role."""
        return self.listed and (self.who <= role or self.by_number is not None)

    def task_of(self, role: Role) -> Task | None:
        """What this role wants of it."""
        return next((one for one in self.tasks if one.who <= role <= one.until), None)

    def called(self, words: Words) -> str:
        """The name that the reader's language has for it."""
        reads_chinese = words.language == LANGUAGES[0]
        return self.chinese[0] if reads_chinese and self.chinese else self.name


@dataclass(frozen=True)
class Press:
    """A button: `name` is the first part of its data, the numbers after it go to the handler."""

    name: str
    handle: PressHandler
    who: Role = Role.MEMBER
    alone: bool = False
    """True: it counts in a private chat only; what it shows or begins is one person's."""
    on_reply: ReplyHandler | None = None
    """What a reply to a message of ours with this button means; gets the first number in it."""


class Urgency(IntEnum):
    """Who goes first when more is owed than Telegram takes: answers, then boards, then the rest."""

    ANSWER = 0
    BOARD = 1
    BROADCAST = 2


@dataclass(frozen=True)
class Delivery:
    """A message that is owed: rendered when it is sent or edited, from what is kept by then."""

    kind: str
    render: Renderer | Making
    """(store, words of the reader, subject id) -> the post; None: nothing to show any more."""
    title: str = A_MESSAGE
    """Marked with `message`: what staff call it when it is in doubt whether it arrived."""
    number: Numbering | None = None
    """(store, subject id) -> the number by which people know the subject."""
    proof: tuple[str, ...] = ()
    """Buttons that it alone bears in its chat, the subject id first: their use shows it arrived."""
    on_reply: ReplyHandler | None = None
    """What a person's reply to such a message means; gets the subject id.

    Gives False when it means nothing to it, so that the reply goes where other messages go.
    """
    on_reaction: ReactionHandler | None = None
    """What a change of a person's reactions to such a message means; gets the subject id.

    Reactions have no toast, so it says nothing in a group.
    """
    on_quiz: ReactionHandler | None = None
    """What an answer to such a quiz means, by the one to whom it was sent; gets the subject id."""
    urgency: Urgency = Urgency.ANSWER
    unreached: Unreached | None = None
    """What follows when the person cannot be reached: (store, subject id, person id, now).

    The store's first write also settles the delivery: another message stands in for it, so staff
    are not asked about it. It writes at most once.
    """
    reached: Unreached | None = None
    """What follows when it arrived in a private chat: (store, subject id, person id, now)."""
    addressee: Addressee | None = None
    """(store, key, subject id) -> the chat of somebody without a name, where it is for nobody's."""
    hindered: Hindered | None = None
    """What follows when a group does not let it in, or not be pinned: (store, subject id, what,
    now). As with `unreached`, the store's first write also settles the delivery."""


@dataclass(frozen=True)
class Due:
    """A job whose moment has come; late ones of one kind and subject have become this one."""

    subject_id: int
    due_at: datetime
    """The earliest of those that were merged."""
    now: datetime
    office: Office
    is_late: bool
    """True: it could not be done at its moment, because the program was not at work."""


@dataclass(frozen=True)
class Job:
    """Something to be done at a moment: a row until it is done, and done once."""

    kind: str
    do: JobHandler
    """The store's first write also completes the job, so it writes at most once."""


@dataclass(frozen=True)
class Media:
    """A photo or film without a command of its own: an album's brother, or words come later."""

    handle: Handler
    words: WordsHandler
    """Words in a private chat that nothing explains: perhaps of photos that came before them.

    False: they are not.
    """
    who: Role = Role.LIAISON


@dataclass(frozen=True)
class Overheard:
    """Words to nobody in particular, which may mean something all the same."""

    means: Callable[[str], bool]
    """Which words in a group: all others there are nobody's business, and not even kept for a
    moment. In private all that nothing else explains is heard."""
    hear: WordsHandler
    """False: they meant nothing."""


@dataclass(frozen=True)
class Export:
    """A file that somebody may ask for: `/export NAME …`."""

    name: str
    chinese: tuple[str, ...]
    help: str
    """One line, marked with `message`: what one gets."""
    handle: ExportHandler
    """(talk, the words behind the name, the chat where it goes) -> None once it is owed, else why
    not. It writes at most once."""
    example: str
    """Marked with `message`: the words behind the name."""
    who: Role = Role.STAFF
    by_number: bool = False
    """True: the number of a thing is enough: `/export 12`."""
    offers: Offers | None = None
    """Buttons for what is most likely wanted."""


@dataclass(frozen=True)
class Feature:
    """A room of things that people can do."""

    name: str
    title: str
    """Marked with `message`: the heading in /help."""
    commands: tuple[Command, ...] = ()
    presses: tuple[Press, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    jobs: tuple[Job, ...] = ()
    exports: tuple[Export, ...] = ()
    works: tuple[Work, ...] = ()
    hourly: tuple[Look, ...] = ()
    """What is looked at once an hour, for instance to plan a job whose moment is near."""
    findables: tuple[Findable, ...] = ()
    questions: tuple[Question, ...] = ()
    """What people ask in words and its commands answer."""
    media: Media | None = None
    veiled: bool = False
    """True: what people send for it in private lies on disk sealed until it is handled."""
    written: WordsHandler | None = None
    """Words or files in private that go on with what their sender writes; False: none of its."""
    front: PressHandler | None = None
    """What the menu opens in place of the list of its commands, which then leads to all of them."""
    documents: WordsHandler | None = None
    """A file that staff sent in private, which nothing else explains; False: it is none of its."""
    overheard: Overheard | None = None
    contact: Handler | None = None
    """Answers, in a private chat, a card with somebody's number."""
    location: Handler | None = None
    """Answers, in a private chat, a place that somebody shared and that replies to nothing."""
    asked: Asks | None = None
    """(talk, words, may_offer=...) -> True when words that nothing explains were a question."""
    inline: InlineHandler | None = None
    """Shows what is found for `@bot words` in any chat."""
    edited: Edited | None = None
    """(talk, the command that the words are now, if any) -> False: the message is none of its."""
    otherwise: Handler | None = None
    """Answers, in a private chat, what no command, button or reply explains."""
