"""Long lists, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Page(Generic[T]):
    """Some of the things, and where they stand: `number` of `count`, from 1."""

    items: tuple[T, ...]
    number: int
    count: int


def page_of(things: Sequence[T], number: int, size: int) -> Page[T]:
    """The page with this number, or the nearest that there is."""
    count = max(1, -(-len(things) // size))
    number = min(max(number, 1), count)
    return Page(tuple(things[(number - 1) * size : number * size]), number, count)
