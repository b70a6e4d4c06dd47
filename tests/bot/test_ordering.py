"""Order for each person in each chat; different people go on side by side."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from telegram import Chat, Message, Update, User

from bot.ordering import AT_ONCE, Ordered

GROUP = -100


class Stage:
    """Updates under way: which have begun, which have ended, and the word to let one end."""

    def __init__(self) -> None:
        self.processor = Ordered()
        self.begun: list[int] = []
        self.ended: list[int] = []
        self._gates: dict[int, asyncio.Event] = {}
        self._tasks: list[asyncio.Task[None]] = []

    async def gets(self, update_id: int, person: int, chat: int = GROUP) -> asyncio.Task[None]:
        """An update arrives; returns when everything that can go on without a word has."""
        self._gates[update_id] = asyncio.Event()
        update = _update(update_id, person, chat)
        handled = self.processor.process_update(update, self._handle(update_id))
        self._tasks.append(asyncio.create_task(handled))
        await settled()
        return self._tasks[-1]

    async def lets_end(self, *update_ids: int) -> None:
        for update_id in update_ids:
            self._gates[update_id].set()
        await settled()

    async def _handle(self, update_id: int) -> None:
        self.begun.append(update_id)
        await self._gates[update_id].wait()
        self.ended.append(update_id)

    async def ends(self) -> None:
        for gate in self._gates.values():
            gate.set()
        await asyncio.gather(*self._tasks, return_exceptions=True)


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
    async with stage.processor:
        yield stage
        await stage.ends()


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


async def test_a_cancelled_update_does_not_stop_the_next(stage: Stage) -> None:
    first = await stage.gets(1, person=7)
    second = await stage.gets(2, person=7)
    await stage.gets(3, person=7)
    first.cancel()
    await settled()
    assert stage.begun == [1, 2]
    second.cancel()
    await settled()
    assert stage.begun == [1, 2, 3]


async def test_nothing_is_remembered_of_who_was_heard(stage: Stage) -> None:
    await stage.gets(1, person=7)
    await stage.gets(2, person=7)
    await stage.lets_end(1, 2)
    assert not vars(stage.processor)["_last"]
