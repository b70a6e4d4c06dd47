"""Copies for thousands are owed in few statements, counted, held up and called off."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

import pytest
from sqlalchemy import event, select, update
from sqlalchemy.engine import Engine

from storage import (
    amendments,
    answers,
    arrivals,
    broadcasts,
    deliveries,
    destinations,
    jobs,
    outcomes,
    people,
    private_copies,
    sendings,
)
from storage.arrivals import Arrivals
from storage.broadcasts import DONE, PAUSED, PROGRESS, REPORT, RUNNING, STOPPED
from storage.database import Database
from storage.notices import RECEIVED
from storage.people import Person
from storage.reminders import COPY
from storage.tables import deliveries as owed, notices
from storage.votes import Answer
from tests.storage.crowds import ORGANISATIONS, district
from tests.storage.liuzhai import CHEN, LI, NOW, WANG, draft, gather
from tests.storage.owed import claimed

T = TypeVar("T")
SOON = NOW + timedelta(seconds=5)


@dataclass
class Statements:
    """Counts what the database is asked while something is done."""

    count: int = 0
    _said: list[str] = field(default_factory=list)

    async def during(self, doing: Callable[[], Awaitable[T]]) -> T:
        def hear(*_: Any) -> None:  # noqa: ANN401 - SQLAlchemy's
            self.count += 1

        event.listen(Engine, "before_cursor_execute", hear)
        try:
            return await doing()
        finally:
            event.remove(Engine, "before_cursor_execute", hear)


async def to_everybody(db: Database, *, audience: str = "everybody") -> tuple[int, list[int]]:
    """A draft to private chats of a district, and the ids of whom the bot can write to."""
    await gather(db)
    await people.remember(db, Person(id=WANG, name="王主任", is_reachable=True))
    await people.make_staff(db, WANG)
    ids = await district(db)
    notice_id = await draft(db)
    await destinations.go_private(db, notice_id, alone=True)
    changed = update(notices).where(notices.c.id == notice_id).values(audience=audience)
    await db.write(lambda connection: connection.execute(changed))
    return notice_id, [WANG, *ids]


async def few(db: Database) -> int:
    """A notice that was sent to everybody in private, and they are three."""
    await gather(db)
    for person_id in (CHEN, LI, WANG):
        await people.remember(db, Person(id=person_id, name=str(person_id), is_reachable=True))
    await people.make_staff(db, WANG)
    notice_id = await draft(db)
    await destinations.go_private(db, notice_id, alone=True)
    changed = update(notices).where(notices.c.id == notice_id).values(audience="everybody")
    await db.write(lambda connection: connection.execute(changed))
    assert (await sendings.send(db, notice_id, None, WANG, NOW)).is_made
    return notice_id


async def figures(db: Database, notice_id: int) -> Arrivals:
    found = await arrivals.of(db, notice_id)
    assert found is not None
    return found


async def copies(db: Database) -> dict[int, int]:
    """The ids of deliveries of copies, by their reader."""
    every = select(owed.c.chat_id, owed.c.id).where(owed.c.kind == COPY)
    rows = await db.read(lambda connection: connection.execute(every))
    return {row.chat_id: row.id for row in rows}


async def test_three_thousand_get_it_in_a_few_statements_and_answer(db: Database) -> None:
    notice_id, ids = await to_everybody(db)
    said = Statements()
    decision = await said.during(lambda: sendings.send(db, notice_id, None, WANG, NOW))
    assert decision.is_made
    assert said.count < 50
    by_reader = await copies(db)
    assert sorted(by_reader) == sorted(ids)
    (progress,) = await deliveries.showing(db, PROGRESS, notice_id)
    assert progress.chat_id == WANG
    for place, person in enumerate(ids[:100]):
        moment = NOW + timedelta(seconds=place / 20)
        await outcomes.sent(db, by_reader[person], (place + 1,), moment)
    for person in ids[:30]:
        await answers.answer(db, notice_id, person, Answer(answer=RECEIVED), SOON)
    found = await figures(db, notice_id)
    assert (found.total, found.sent, found.waiting) == (len(ids), 100, len(ids) - 100)
    assert found.notice.answered == 30
    assert found.pace == pytest.approx(20.0)
    changed = select(owed.c.chat_id).where(owed.c.kind == COPY, owed.c.edit_owed)
    edits = await db.read(lambda connection: connection.scalars(changed))
    assert set(edits) == set(ids[:30])


async def test_three_hundred_organisations_get_it_by_their_liaisons(db: Database) -> None:
    notice_id, _ids = await to_everybody(db, audience="category:enterprise")
    said = Statements()
    assert (await said.during(lambda: sendings.send(db, notice_id, None, WANG, NOW))).is_made
    assert said.count < 50
    found = await figures(db, notice_id)
    assert found.notice.asked == ORGANISATIONS
    assert found.total == sum(bool(number % 10) for number in range(2 * ORGANISATIONS))


async def test_holding_up_thousands_is_a_few_statements_too(db: Database) -> None:
    notice_id, ids = await to_everybody(db)
    await sendings.send(db, notice_id, None, WANG, NOW)
    said = Statements()
    assert await said.during(lambda: broadcasts.pause(db, notice_id))
    assert await said.during(lambda: broadcasts.go_on(db, notice_id, SOON))
    change = await said.during(lambda: amendments.recall(db, notice_id, WANG, SOON))
    assert change.is_made
    assert said.count < 60
    found = await figures(db, notice_id)
    assert (found.total, found.sent, found.waiting) == (len(ids), 0, 0)


async def test_what_is_paused_is_not_due_and_goes_on_when_told(db: Database) -> None:
    notice_id = await few(db)
    assert await broadcasts.pause(db, notice_id)
    assert not await broadcasts.pause(db, notice_id)
    assert [row.kind for row in await claimed(db, SOON) if row.kind == COPY] == []
    found = await figures(db, notice_id)
    assert (found.state, found.waiting) == (PAUSED, 3)
    assert await broadcasts.go_on(db, notice_id, SOON)
    assert not await broadcasts.go_on(db, notice_id, SOON)
    assert len([row for row in await claimed(db, SOON) if row.kind == COPY]) == 3


async def test_what_is_stopped_is_never_due(db: Database) -> None:
    notice_id = await few(db)
    by_reader = await copies(db)
    await outcomes.sent(db, by_reader[CHEN], (7,), NOW)
    assert await broadcasts.stop(db, notice_id)
    assert not await broadcasts.stop(db, notice_id)
    assert not await broadcasts.go_on(db, notice_id, SOON)
    assert [row for row in await claimed(db, SOON) if row.kind == COPY] == []
    found = await figures(db, notice_id)
    assert (found.state, found.sent, found.waiting, found.unreached) == (STOPPED, 1, 0, 0)


async def test_one_that_comes_back_after_it_was_stopped_is_not_sent(db: Database) -> None:
    """It was under way, and Telegram said to come later."""
    notice_id = await few(db)
    by_reader = await copies(db)
    await outcomes.claim(db, by_reader[CHEN], NOW)
    await broadcasts.stop(db, notice_id)
    fault = "RetryAfter: Flood control exceeded"
    await outcomes.not_sent(db, by_reader[CHEN], "pending", fault, again_at=SOON)
    row = await outcomes.claim(db, by_reader[CHEN], SOON)
    assert row is not None
    copy = await private_copies.one(db, row.subject_id)
    assert copy is not None
    assert copy.is_called_off


async def test_the_end_is_found_and_few_that_arrived_are_not_told_of(db: Database) -> None:
    notice_id = await few(db)
    assert await deliveries.showing(db, PROGRESS, notice_id) == ()
    await broadcasts.report(db, notice_id, SOON)
    assert await due(db, notice_id)
    for number, delivery_id in enumerate((await copies(db)).values()):
        await outcomes.sent(db, delivery_id, (number + 1,), NOW)
    await broadcasts.report(db, notice_id, SOON)
    assert (await figures(db, notice_id)).state == DONE
    assert await deliveries.showing(db, PROGRESS, notice_id) == ()


async def test_of_few_the_one_that_failed_is_told(db: Database) -> None:
    notice_id = await few(db)
    for number, delivery_id in enumerate((await copies(db)).values()):
        if number:
            await outcomes.sent(db, delivery_id, (number + 1,), NOW)
        else:
            await outcomes.not_sent(db, delivery_id, "unknown", "TimedOut: Timed out")
    await broadcasts.report(db, notice_id, SOON)
    (told,) = await deliveries.showing(db, PROGRESS, notice_id)
    assert told.chat_id == WANG
    assert (await figures(db, notice_id)).unknown == 1


async def test_what_waits_for_the_morning_begins_when_it_is_hurried(db: Database) -> None:
    notice_id, _ids = await to_everybody(db)
    night = timedelta(hours=9)
    await sendings.send(db, notice_id, None, WANG, NOW, night)
    assert (await sendings.hurry(db, notice_id, NOW)).is_made
    (told,) = await deliveries.showing(db, PROGRESS, notice_id)
    assert told.due_at == NOW
    moment = await db.read(lambda connection: jobs.waiting_for(connection, REPORT, notice_id))
    assert moment == NOW + broadcasts.LOOK


async def test_undo_leaves_nothing_behind(db: Database) -> None:
    notice_id, _ids = await to_everybody(db)
    await sendings.send(db, notice_id, None, WANG, NOW, timedelta(seconds=10))
    assert (await sendings.undo(db, notice_id, NOW)).is_made
    assert await copies(db) == {}
    assert await arrivals.of(db, notice_id) is None
    assert await deliveries.showing(db, PROGRESS, notice_id) == ()
    assert not await due(db, notice_id)
    assert (await sendings.send(db, notice_id, None, WANG, NOW)).is_made
    assert (await figures(db, notice_id)).state == RUNNING


async def due(db: Database, notice_id: int) -> bool:
    """True while the progress will be told again."""
    moment = await db.read(lambda connection: jobs.waiting_for(connection, REPORT, notice_id))
    return moment is not None
