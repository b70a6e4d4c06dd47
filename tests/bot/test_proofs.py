"""What is unproven is known without asking the database at every press."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TypeVar

import pytest
from telegram.error import BadRequest, NetworkError, TelegramError

from bot.clock import moment
from bot.proofs import Pin, Proofs
from bot.reading import Used
from commands.courses import FEATURE as COURSES
from commands.notices import FEATURE
from storage import deliveries, doubts, outcomes
from storage.database import Database, Work
from tests.vocabulary import ManualClock
from tests.vocabulary.databases import new_database

T = TypeVar("T")
GROUP, CARD = -1001, "notices.card"
PRESSED = Used(1, 70, ("notices.received:3", "notices.difficulty:3"))


class Counted(Database):
    """A database that counts what it is asked."""

    asked = 0

    async def read(self, work: Work[T]) -> T:
        self.asked += 1
        return await super().read(work)


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Counted]:
    async with Counted(new_database(tmp_path / "gongjian.db")) as database:
        yield database


@pytest.fixture
def proofs(db: Counted) -> Proofs:
    return Proofs(db, pinning(), FEATURE.deliveries)


def pinning(error: TelegramError | None = None) -> Pin:
    """A pin that is set, or meets this."""

    async def pin(_chat_id: int, _message_id: int) -> None:
        if error is not None:
            raise error

    return pin


async def a_card_in_doubt(db: Database, clock: ManualClock) -> None:
    now = moment(clock)
    card = await db.write(
        lambda connection: deliveries.owe(connection, CARD, 3, GROUP, now, wants_pin=True)
    )
    await outcomes.not_sent(db, card, "unknown", "TimedOut: Timed out")


async def unknown(db: Database) -> int:
    return (await doubts.count(db)).unknown


async def test_a_thousand_presses_ask_once(db: Counted, proofs: Proofs, clock: ManualClock) -> None:
    for _ in range(1000):
        await proofs.weigh(GROUP, PRESSED, moment(clock))
    assert db.asked == 1


async def test_a_new_doubt_is_known_at_the_next_press(
    db: Counted, proofs: Proofs, clock: ManualClock
) -> None:
    await proofs.weigh(GROUP, PRESSED, moment(clock))
    await a_card_in_doubt(db, clock)
    await proofs.weigh(GROUP, PRESSED, moment(clock))
    assert await unknown(db) == 0


@pytest.mark.parametrize(
    ("chat", "data"),
    [
        (GROUP - 1, ("notices.received:3",)),
        (GROUP, ("notices.received:4",)),
        (GROUP, ("notices.received",)),
        (GROUP, ("notices.send:3:1",)),
        (GROUP, ("notices.pending:3", "help.show", "", ":::")),
        (GROUP, ()),
    ],
)
async def test_other_buttons_prove_nothing(
    db: Counted, proofs: Proofs, clock: ManualClock, chat: int, data: tuple[str, ...]
) -> None:
    await a_card_in_doubt(db, clock)
    await proofs.weigh(chat, Used(1, 70, data), moment(clock))
    assert await unknown(db) == 1


@pytest.mark.parametrize(
    ("error", "is_tried_later"),
    [(None, False), (BadRequest("not enough rights"), False), (NetworkError("gone"), True)],
)
async def test_what_is_proven_is_pinned_as_well(
    db: Counted, clock: ManualClock, error: TelegramError | None, *, is_tried_later: bool
) -> None:
    await a_card_in_doubt(db, clock)
    await Proofs(db, pinning(error), FEATURE.deliveries).weigh(GROUP, PRESSED, moment(clock))
    assert await unknown(db) == 0
    assert bool(await deliveries.unpinned(db)) == is_tried_later


async def a_quiz_in_doubt(db: Database, clock: ManualClock, item: int) -> int:
    now = moment(clock)
    quiz = await db.write(
        lambda connection: deliveries.owe(connection, "courses.question", item, 7, now)
    )
    await outcomes.not_sent(db, quiz, "unknown", "TimedOut: Timed out")
    return quiz


async def test_a_poll_that_nobody_knows_is_the_one_in_doubt(
    db: Counted, clock: ManualClock
) -> None:
    quizzes = Proofs(db, pinning(), COURSES.deliveries)
    quiz = await a_quiz_in_doubt(db, clock, 1)
    assert await quizzes.quizzed("p1", 8, moment(clock)) is None
    found = await quizzes.quizzed("p1", 7, moment(clock))
    assert found is not None
    assert (found.id, found.state, found.subject_id) == (quiz, "sent", 1)
    assert await unknown(db) == 0
    again = await quizzes.quizzed("p1", 7, moment(clock))
    assert again is not None
    assert again.id == quiz
    assert await quizzes.quizzed("p1", 8, moment(clock)) is None
    assert await quizzes.quizzed("p2", 7, moment(clock)) is None


async def test_of_two_in_doubt_nobody_knows_which_it_is(db: Counted, clock: ManualClock) -> None:
    for item in (1, 2):
        await a_quiz_in_doubt(db, clock, item)
    assert await Proofs(db, pinning(), COURSES.deliveries).quizzed("p1", 7, moment(clock)) is None
    assert await unknown(db) == 2
