"""Who is meant by a reply or a button, and in which order organisations are offered."""

from datetime import UTC, datetime

import pytest

from commands.kit import Message, Place
from commands.people.rules import deputy_in, language_of, may_be_removed, needy_first, replied
from storage.organisations import Organisation
from storage.people import Person

NOW = datetime(2026, 8, 24, 2, 0, tzinfo=UTC)
GROUP, PRIVATE = Place(-100, is_private=False), Place(1001, is_private=True)


@pytest.mark.parametrize(
    ("numbers", "language"),
    [((0,), "zh_CN"), ((1,), "en"), ((2,), None), ((-1,), None), ((), None), ((0, 1), None)],
)
def test_a_button_names_a_language_of_ours_or_none(
    numbers: tuple[int, ...], language: str | None
) -> None:
    assert language_of(numbers) == language


def test_only_in_a_group_does_a_reply_point_at_a_person() -> None:
    original = Message(1, NOW, sender=Person(id=2001))
    answer = Message(2, NOW, reply_to=original)
    assert replied(GROUP, answer) == original
    assert replied(PRIVATE, answer) is None
    assert replied(GROUP, original) is None


def test_who_needs_a_liaison_is_offered_first() -> None:
    first, second, third = (
        Organisation(id=n, position=n, name=f"单位{n}", short_name=f"{n}", category="community")
        for n in (1, 2, 3)
    )
    assert needy_first((first, second, third), (second,)) == (second, first, third)


def test_nobody_removes_oneself() -> None:
    wang, li = Person(id=1001), Person(id=1002)
    assert may_be_removed((wang, li), wang) == (li,)


@pytest.mark.parametrize(
    ("args", "read"),
    [
        ("兴隆社区", ("兴隆社区", False)),
        ("兴隆社区 副", ("兴隆社区", True)),
        ("副联络员 兴隆社区", ("兴隆社区", True)),
        ("Deputy 军干四所", ("军干四所", True)),
        ("副食品公司", ("副食品公司", False)),
        ("副", ("", True)),
    ],
)
def test_a_deputy_is_meant_by_a_word_of_its_own(args: str, read: tuple[str, bool]) -> None:
    assert deputy_in(args) == read
