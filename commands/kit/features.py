"""What a feature is, as a value: menus, help, docs and the permission test follow from it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from commands.kit.posts import Post
from commands.kit.roles import Role
from commands.kit.talk import Talk
from locales import Words
from storage.database import Store

Handler = Callable[[Talk], Awaitable[None]]
PressHandler = Callable[[Talk, tuple[int, ...]], Awaitable[None]]
ReplyHandler = Callable[[Talk, int], Awaitable[None]]
Renderer = Callable[[Store, Words, int], Awaitable[Post | None]]


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

    def is_listed_for(self, role: Role) -> bool:
        """True when menus and /help show it to this role."""
        return self.listed and (self.who <= role or self.by_number is not None)


@dataclass(frozen=True)
class Press:
    """A button: `name` is the first part of its data, the numbers after it go to the handler."""

    name: str
    handle: PressHandler
    who: Role = Role.MEMBER


@dataclass(frozen=True)
class Delivery:
    """A message that is owed: rendered when it is sent or edited, from what is kept by then."""

    kind: str
    render: Renderer
    """(store, words of the reader, subject id) -> the post; None: nothing to show any more."""
    on_reply: ReplyHandler | None = None
    """What a person's reply to such a message means; gets the subject id."""
    takes_photos: bool = False
    """True: a photo in reply means something too; else it goes where other photos go."""


@dataclass(frozen=True)
class Media:
    """A photo that came without a command of its own: an album's brother, or words come later."""

    handle: Handler
    who: Role = Role.LIAISON


@dataclass(frozen=True)
class Feature:
    """A room of things that people can do."""

    name: str
    title: str
    """Marked with `message`: the heading in /help."""
    commands: tuple[Command, ...] = ()
    presses: tuple[Press, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    media: Media | None = None
    otherwise: Handler | None = None
    """Answers, in a private chat, what no command, button or reply explains."""
