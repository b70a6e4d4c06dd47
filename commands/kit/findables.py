"""What can be found by words: a feature says in its value how a hit is shown and opened."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from commands.kit.roles import Role
from locales import Words
from storage.database import Store


@dataclass(frozen=True)
class Hit:
    """One thing that was found: a line of words, and the button that opens it."""

    line: Markup
    label: Markup
    opens: int
    """The number that the button bears."""


Shower = Callable[[Store, Words, Sequence[int], date], Awaitable[dict[int, Hit]]]


@dataclass(frozen=True)
class Findable:
    """A kind of thing that `/find` finds."""

    kind: str
    """One of `storage.sources.KINDS`."""
    title: str
    """Marked with `message`: the heading of its hits."""
    more: str
    """Marked with `message`: the button to the others."""
    show: Shower
    """(store, words, ids, today) -> those of them that may be seen by now."""
    press: str
    """The button that opens a hit."""
    who: Role = Role.MEMBER
    in_groups: bool = True
    """False: found in a private chat only."""
    row: int = 4
    """Buttons side by side."""

    def is_for(self, role: Role, *, is_private: bool) -> bool:
        """True when this role finds such things in such a chat."""
        return self.who <= role and (is_private or self.in_groups)
