"""Order for each person in each chat; different people go on side by side."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from telegram import Chat, Message, Update, User

from bot.ordering import AT_ONCE, Ordered, resting
from tests.vocabulary import ManualClock

GROUP = -100


class Stage:
    """Updates under way: which have begun, which have ended, and the word to let one end."""

    def __init__(self) -> None:
        self.coming: asyncio.Queue[Update] = asyncio.Queue()
        self.processor = Ordered(self, self._handle)
        self.begun: list[int] = []
        self.ended: list[int] = []
        self.over: list[int] = []
        self.rests = False
        self._gates: dict[int, asyncio.Event] = {}

    async def get(self) -> Update:
        return await self.coming.get()

    def done(self, update: Update) -> None:
        self.over.append(update.update_id)

    async def gets(self, update_id: int, person: int, chat: int = GROUP) -> None:
        """An update arrives; returns when everything that can go on without a word has."""
        self._gates[update_id] = asyncio.Event()
        self.coming.put_nowait(_update(update_id, person, chat))
        await settled()

    async def lets_end(self, *update_ids: int) -> None:
        for update_id in update_ids:
            self._gates[update_id].set()
        await settled()

    async def _handle(self, update: Update) -> None:
        self.begun.append(update.update_id)
        if self.rests:
            async with resting():
                await self._gates[update.update_id].wait()
        else:
            await self._gates[update.update_id].wait()
        self.ended.append(update.update_id)


def _update(update_id: int, person: int, chat: int) -> Update:
    now = datetime(2026, 8, 24, tzinfo=UTC)
    user = User(person, "somebody", is_bot=False)
    return Update(update_id, Message(update_id, now, Chat(chat, "group"), from_user=user))


async def settled() -> None:
    """Lets every task run until it waits."""
    for _ in range(10):
        await asyncio.sleep(0)


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    stage = Stage()
    work = asyncio.create_task(stage.processor.run())
    yield stage
    work.cancel()
    await stage.processor.finish(ManualClock(), 0)


async def test_one_person_in_one_chat_is_heard_in_order(stage: Stage) -> None:
    for update_id in (1, 2, 3):
        await stage.gets(update_id, person=7)
    assert stage.begun == [1]
    await stage.lets_end(3, 2)
    assert stage.begun == [1]
    await stage.lets_end(1)
    assert stage.ended == [1, 2, 3]


async def test_others_do_not_wait(stage: Stage) -> None:
    await stage.gets(1, person=7)
    await stage.gets(2, person=8)
    await stage.gets(3, person=7, chat=7)
    assert stage.begun == [1, 2, 3]
    await stage.lets_end(2)
    assert stage.ended == [2]


async def test_at_most_so_many_at_once(stage: Stage) -> None:
    for update_id in range(AT_ONCE + 5):
        await stage.gets(update_id, person=update_id)
    assert len(stage.begun) == AT_ONCE
    await stage.lets_end(*range(3))
    assert len(stage.begun) == AT_ONCE + 3


async def test_who_waits_for_time_leaves_the_room_to_others(stage: Stage) -> None:
    stage.rests = True
    for update_id in range(AT_ONCE + 5):
        await stage.gets(update_id, person=update_id)
    assert len(stage.begun) == AT_ONCE + 5
    await stage.gets(999, person=0)
    assert 999 not in stage.begun


async def test_in_the_end_what_is_in_hand_is_finished(stage: Stage) -> None:
    await stage.gets(1, person=7)
    finish = asyncio.create_task(stage.processor.finish(ManualClock(), 60))
    await stage.lets_end(1)
    assert await finish == 0
    assert stage.over == [1]


async def test_what_takes_too_long_is_cut_and_is_not_done(stage: Stage) -> None:
    await stage.gets(1, person=7)
    await stage.gets(2, person=7)
    await stage.gets(3, person=8)
    await stage.lets_end(3)
    assert await stage.processor.finish(ManualClock(), 0) == 2
    assert stage.over == [3]


async def test_nothing_is_remembered_of_who_was_heard(stage: Stage) -> None:
    await stage.gets(1, person=7)
    await stage.gets(2, person=7)
    await stage.lets_end(1, 2)
    assert not vars(stage.processor)["_last"]
