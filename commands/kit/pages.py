"""Long lists, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from markupsafe import Markup

from commands.kit.posts import Row, button
from commands.kit.presses import pack

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


def pager(page: Page[T], name: str, *numbers: int) -> Row:
    """Buttons to the pages beside this one; the page's number comes last in their data."""
    before, after = page.number - 1, page.number + 1
    turns = [("◀ {}/{}", before), ("{}/{} ▶", after)]
    return tuple(
        button(Markup(label).format(number, page.count), pack(name, *numbers, number))  # noqa: S704 - ours
        for label, number in turns
        if 1 <= number <= page.count
    )
