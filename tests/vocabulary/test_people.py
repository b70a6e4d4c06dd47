"""People wait for what they see; time goes on when all is quiet; a failure tells what was there."""

import asyncio

import pytest

from simulator.world import World
from tests.vocabulary import ManualClock, Person, patience


@pytest.fixture
def ann(world: World, clock: ManualClock) -> Person:
    """安然, in her chat with a bot that the test plays."""
    person = world.add_person("安然").id
    world.start(person)
    world.updates.clear()
    return Person(world, clock, person, person)


def send(ann: Person, text: str, **params: object) -> int:
    sent = ann.world.call("sendMessage", {"chat_id": ann.id, "text": text, **params})
    return int(sent["message_id"])


async def test_time_goes_to_what_is_due_when_all_is_quiet(ann: Person) -> None:
    async def remind() -> None:
        await ann.clock.sleep(50)
        send(ann, "还没有确认")

    before = ann.clock.now()
    reminder = asyncio.create_task(remind())
    assert ann.reads(await ann.sees("确认")) == "还没有确认"
    await reminder
    assert ann.clock.now() == before + 50


async def test_time_goes_no_further_than_one_waits(
    ann: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "PATIENCE_SECONDS", 0.2)
    before = ann.clock.now()
    sleeper = asyncio.create_task(ann.clock.sleep(100))
    with pytest.raises(AssertionError):
        await ann.sees("早", within=99)
    assert ann.clock.now() == before
    sleeper.cancel()


async def test_a_failure_shows_the_conversation(
    ann: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "PATIENCE_SECONDS", 0.1)
    keyboard = {"inline_keyboard": [[{"text": "收到", "callback_data": "x"}]]}
    send(ann, "通知", reply_markup=keyboard)
    with pytest.raises(AssertionError) as caught:
        await ann.sees("3/20")
    lines = str(caught.value).splitlines()
    assert lines[:3] == [
        "'3/20' is not to be seen in:",
        "  #1 安然: '/start' ",
        "  #2 共建: '通知' ['收到']",
    ]


async def test_a_button_that_is_not_there_and_a_press_unanswered(
    ann: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "PATIENCE_SECONDS", 0.1)
    keyboard = {"inline_keyboard": [[{"text": "收到", "callback_data": "ack"}]]}
    send(ann, "通知", reply_markup=keyboard)
    with pytest.raises(AssertionError, match="no button '有困难' in"):
        await ann.presses("有困难")
    with pytest.raises(AssertionError, match="the press of 'ack' was never answered"):
        await ann.presses("收到")


async def test_what_is_not_there_is_not_seen(ann: Person) -> None:
    send(ann, "通知")
    await ann.sees_no("催办")
    with pytest.raises(AssertionError, match="'通知' is there"):
        await ann.sees_no("通知")


async def test_an_answer_is_the_bots_and_stands_last(
    ann: Person, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = ann.in_group(world.add_group("新群", [ann.id], [ann.id], bot="absent").id)
    monkeypatch.setattr(patience, "PATIENCE_SECONDS", 0.1)
    for place in (empty, ann):
        with pytest.raises(AssertionError, match="there is no answer in"):
            await place.answered()
    send(ann, "您好")
    assert await ann.answered() == "您好"
