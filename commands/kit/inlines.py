"""What a feature shows to somebody who types `@bot words` in any chat."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from commands.kit.findables import Findable
from commands.kit.posts import Post
from locales import Words
from storage.database import Store

NOTHING = Markup()


@dataclass(frozen=True)
class InlineResult:
    """One line of the list, and the message that choosing it posts."""

    id: str
    """Bot API: 1-64 bytes, each of a list another."""
    title: str
    description: str
    post: Post


@dataclass(frozen=True)
class InlinePage:
    """What is shown, and where the next page begins; the hint is a button to the private chat."""

    results: tuple[InlineResult, ...] = ()
    next_offset: str = ""
    """Bot API: at most 64 bytes; empty: this is the end."""
    hint: Markup = NOTHING


@dataclass(frozen=True)
class InlineAsked:
    """Who asks is nobody in particular: only what everybody may see is shown."""

    words: str
    offset: str
    """As an earlier page gave it, or as somebody forged it."""
    now: datetime
    findables: tuple[Findable, ...]
    """What everybody finds in a group."""


InlineHandler = Callable[[Store, Words, InlineAsked], Awaitable[InlinePage]]
