"""The pace is even, no chat delays another, and answers go first."""

import asyncio
from collections.abc import Awaitable, Iterable
from itertools import pairwise

import pytest

from bot.pacing import PER_SECOND, Pacer
from commands.kit import Urgency
from simulator.world.flood import Flood
from tests.vocabulary import ManualClock

GROUP = -100
SLACK = 1e-6


async def passes(clock: ManualClock, tasks: Iterable[asyncio.Task[float]]) -> list[float]:
    """Lets time go from one who sleeps to the next until all have had their turn."""
    waiting = list(tasks)
    while not all(task.done() for task in waiting):
        for _ in range(20):
            await asyncio.sleep(0)
        due = clock.next_due()
        if due is not None and not all(task.done() for task in waiting):
            clock.advance(max(0.0, due - clock.now()))
    return [task.result() for task in waiting]


class Queue:
    """Those who wait for a turn, and when each had it, in seconds from the beginning."""

    def __init__(self, clock: ManualClock) -> None:
        self.clock = clock
        self.pacer = Pacer(clock)
        self.start = clock.now()
        self.order: list[str] = []

    def joins(
        self, chat: int, urgency: Urgency = Urgency.ANSWER, messages: int = 1, name: str = ""
    ) -> asyncio.Task[float]:
        return asyncio.create_task(
            self._had_turn(self.pacer.turn(chat, urgency, messages), name or str(chat))
        )

    async def _had_turn(self, turn: Awaitable[None], name: str) -> float:
        await turn
        self.order.append(name)
        return self.clock.now() - self.start


@pytest.fixture
def queue(clock: ManualClock) -> Queue:
    return Queue(clock)


async def test_a_broadcast_is_even_and_takes_no_longer_than_it_must(queue: Queue) -> None:
    people = range(1, 301)
    had = await passes(queue.clock, [queue.joins(one, Urgency.BROADCAST) for one in people])
    gaps = [later - earlier for earlier, later in pairwise(had)]
    assert max(gaps) <= 1 / PER_SECOND + SLACK
    assert min(gaps) >= 1 / PER_SECOND - SLACK
    assert had[-1] == pytest.approx(299 / PER_SECOND, abs=0.01)


async def test_telegrams_own_windows_are_never_overrun(queue: Queue) -> None:
    """Telegram's count, as the simulator keeps it, of a crowd that all come at once."""
    flood = Flood(queue.clock.now)
    chats = [GROUP] * 45 + [7] * 12 + [*range(10, 80)] + [GROUP - 1] * 30

    async def send(chat: int) -> float:
        await queue.pacer.turn(chat, Urgency(abs(chat) % 3))
        flood.admit(chat)
        return queue.clock.now()

    await passes(queue.clock, [asyncio.create_task(send(chat)) for chat in chats])


async def test_answers_go_before_boards_before_broadcasts(queue: Queue) -> None:
    tasks = [queue.joins(n, Urgency.BROADCAST, name="broadcast") for n in range(1, 31)]
    tasks += [queue.joins(n, Urgency.BOARD, name="board") for n in range(31, 41)]
    tasks += [queue.joins(n, Urgency.ANSWER, name="answer") for n in range(41, 51)]
    await passes(queue.clock, tasks)
    assert queue.order[:10] == ["answer"] * 10
    assert queue.order[10:20] == ["board"] * 10


async def test_an_answer_waits_less_than_a_second_behind_a_broadcast(queue: Queue) -> None:
    broadcast = [queue.joins(n, Urgency.BROADCAST) for n in range(1, 401)]
    waits: list[float] = []

    async def ask(person: int) -> float:
        await queue.clock.sleep(person * 0.3)
        asked = queue.clock.now()
        await queue.pacer.turn(10_000 + person, Urgency.ANSWER)
        waits.append(queue.clock.now() - asked)
        return 0.0

    await passes(queue.clock, [*broadcast, *(asyncio.create_task(ask(n)) for n in range(40))])
    assert max(waits) <= 2 / PER_SECOND


async def test_one_persons_messages_come_in_a_small_burst_then_one_a_second(queue: Queue) -> None:
    had = await passes(queue.clock, [queue.joins(7) for _ in range(9)])
    assert had[2] < 1 < had[3]
    assert had[-1] == pytest.approx(6.2, abs=0.5)


async def test_a_crowded_group_delays_no_other_chat(queue: Queue) -> None:
    crowd = [queue.joins(GROUP) for _ in range(40)]
    other = queue.joins(7)
    await passes(queue.clock, [other])
    assert other.result() <= 41 / PER_SECOND
    had = await passes(queue.clock, crowd)
    assert had[-1] > 60


async def test_answers_leave_some_of_a_groups_minute_to_boards(queue: Queue) -> None:
    answers = [queue.joins(GROUP) for _ in range(40)]
    (shown,) = await passes(queue.clock, [queue.joins(GROUP, Urgency.BOARD)])
    assert shown < 20
    await passes(queue.clock, answers)


async def test_boards_leave_some_of_a_groups_minute_to_answers(queue: Queue) -> None:
    boards = [queue.joins(GROUP, Urgency.BOARD) for _ in range(18)]
    had = await passes(queue.clock, boards[:15])
    (answered,) = await passes(queue.clock, [queue.joins(GROUP)])
    assert answered - had[-1] < 4
    assert not boards[-1].done()
    await passes(queue.clock, boards)


async def test_a_chat_that_is_held_waits_alone(queue: Queue) -> None:
    queue.pacer.hold(7, 30)
    held, call, free = queue.joins(7), queue.joins(7, messages=0), queue.joins(8)
    await passes(queue.clock, [free])
    assert free.result() < 1
    assert not held.done()
    assert list(queue.pacer.held()) == [7]
    assert min(await passes(queue.clock, [held, call])) >= 30
    assert queue.pacer.held() == {}


async def test_an_album_counts_as_its_photos(queue: Queue) -> None:
    """Telegram counts each of them; more than a window holds has to find it empty."""
    flood = Flood(queue.clock.now)
    for messages in (2, 10, 1):
        await passes(queue.clock, [queue.joins(7, messages=messages)])
        flood.admit(7, messages)


async def test_who_is_cancelled_gives_the_turn_away(queue: Queue) -> None:
    queue.pacer.hold(7, 30)
    first, second = queue.joins(7, name="first"), queue.joins(7, name="second")
    await asyncio.sleep(0)
    first.cancel()
    await passes(queue.clock, [second])
    assert queue.order == ["second"]


async def test_nothing_is_remembered_of_a_quiet_chat(queue: Queue) -> None:
    await passes(queue.clock, [queue.joins(n) for n in range(1, 100)])
    queue.clock.advance(60)
    await passes(queue.clock, [queue.joins(500)])
    assert {chat for chat, _ in vars(queue.pacer)["_left_at"]} == {500}
