"""What is there at the start is not looked through for garbage again."""

import gc
from collections.abc import Iterator

import pytest

from bot.memory import settle


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """The suite's own way of looking comes back."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_what_is_there_stays_and_what_comes_later_is_looked_through() -> None:
    known: list[object] = [[]]
    settle()
    assert known not in gc.get_objects()
    assert gc.get_freeze_count() > 0
    later: list[object] = []
    later.append(later)
    mine = id(later)
    del later
    gc.collect()
    assert mine not in map(id, gc.get_objects())
