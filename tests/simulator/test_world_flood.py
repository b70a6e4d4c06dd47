"""The flood limits, counted under a clock that stands still."""

import pytest

from simulator.world import Refusal
from simulator.world.flood import Flood
from tests.simulator.world_scene import Clock, Scene


def wait(flood: Flood, chat: int, messages: int = 1) -> int:
    """The seconds to wait that the refusal names; 0 when the messages pass."""
    try:
        flood.admit(chat, messages)
    except Refusal as refusal:
        return int(refusal.parameters["retry_after"])
    return 0


def test_a_refusal_says_how_long_to_wait() -> None:
    flood = Flood(Clock())
    flood.admit(1, 3)
    with pytest.raises(Refusal) as caught:
        flood.admit(1)
    assert caught.value.code == 429
    assert caught.value.description == "Too Many Requests: retry after 3"
    assert caught.value.parameters == {"retry_after": 3}


def test_three_at_once_to_a_chat_then_one_a_second() -> None:
    clock = Clock()
    flood = Flood(clock)
    assert [wait(flood, 1) for _ in range(4)] == [0, 0, 0, 3]
    assert wait(flood, 2) == 0
    clock.time += 3
    assert wait(flood, 1) == 0


def test_thirty_a_second_to_all_together() -> None:
    clock = Clock()
    flood = Flood(clock)
    assert [wait(flood, person) for person in range(1, 32)] == [0] * 30 + [1]
    clock.time += 1
    assert wait(flood, 31) == 0


def test_twenty_a_minute_to_a_group() -> None:
    clock = Clock()
    flood = Flood(clock)
    for _ in range(20):
        assert wait(flood, -1) == 0
        clock.time += 1
    assert wait(flood, -1) == 40
    clock.time += 40
    assert wait(flood, -1) == 0


def test_an_album_counts_its_photos_and_passes_an_empty_window() -> None:
    clock = Clock()
    flood = Flood(clock)
    assert wait(flood, -1, 10) == 0
    clock.time += 3
    assert wait(flood, -1, 10) == 0
    clock.time += 3
    assert wait(flood, -1, 10) == 54


def test_a_refused_message_is_not_counted() -> None:
    clock = Clock()
    flood = Flood(clock)
    for _ in range(3):
        flood.admit(1)
    for _ in range(5):
        assert wait(flood, 1) == 3


def test_sends_and_edits_count_once_the_rule_is_on() -> None:
    scene = Scene()
    numbers = [scene.said() for _ in range(5)]
    scene.world.rules.flood = True
    for number in numbers[:3]:
        scene.call("editMessageText", chat_id=scene.group, message_id=number, text="新")
    refusal = scene.refused("sendMessage", chat_id=scene.group, text="多")
    assert (refusal.code, refusal.parameters) == (429, {"retry_after": 3})
    scene.call("deleteMessage", chat_id=scene.group, message_id=numbers[4])
    with pytest.raises(Refusal):
        scene.said()
