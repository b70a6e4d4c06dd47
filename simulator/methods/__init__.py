"""The Bot API's methods, one module a family: a name, and what the world does for it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from simulator.methods import (
    account,
    chats,
    deleting,
    editing,
    forwarding,
    inlines,
    invites,
    media,
    pinning,
    polls,
    profile,
    queries,
    sending,
    topics,
)
from simulator.methods.params import Params

if TYPE_CHECKING:
    from simulator.world.values import Answer
    from simulator.world.world import World

__all__ = ["METHODS", "Method", "Params", "find"]

Method = Callable[["World", Params], "Answer"]

FAMILIES = (
    account,
    sending,
    media,
    editing,
    deleting,
    pinning,
    forwarding,
    queries,
    inlines,
    polls,
    chats,
    invites,
    topics,
    profile,
)
METHODS: dict[str, Method] = {
    name: method for family in FAMILIES for name, method in family.METHODS.items()
}
LOWER_CASE = {name.lower(): method for name, method in METHODS.items()}


def find(name: str) -> Method | None:
    """The method of this name; Telegram does not mind its case."""
    return LOWER_CASE.get(name.lower())
