"""What is owed stays owed until it is done."""

from datetime import UTC, datetime

from storage import deliveries, outcomes
from storage.database import Database
from tests.storage.owed import claimed

NOW = datetime(2026, 8, 20, 1, 0, tzinfo=UTC)
KIND = "test.card"
LATER = NOW + outcomes.EDIT_PACE


async def shown(db: Database) -> deliveries.Delivery:
    """A message that has arrived."""
    await db.write(lambda connection: deliveries.owe(connection, KIND, 1, 7, NOW))
    (row,) = await claimed(db, NOW)
    await outcomes.sent(db, row.id, (70,), NOW)
    return row


async def owe_edit(db: Database) -> None:
    await db.write(lambda connection: deliveries.owe_edit(connection, KIND, 1))


async def next_due(db: Database, after: datetime) -> datetime | None:
    return (await deliveries.look(db, after, (), ())).next_at


async def test_many_owed_edits_are_claimed_as_one(db: Database) -> None:
    await shown(db)
    for _ in range(5):
        await owe_edit(db)
    assert len(await claimed(db, LATER)) == 1


async def test_an_edit_is_owed_until_it_is_done(db: Database) -> None:
    row = await shown(db)
    await owe_edit(db)
    (taken,) = await claimed(db, LATER)
    assert await next_due(db, LATER) == LATER + outcomes.EDIT_PACE
    await outcomes.edited(db, row.id, taken.revision)
    assert await next_due(db, NOW) is None


async def test_what_is_owed_while_an_edit_goes_on_is_still_owed(db: Database) -> None:
    row = await shown(db)
    await owe_edit(db)
    (taken,) = await claimed(db, LATER)
    await owe_edit(db)
    await outcomes.edited(db, row.id, taken.revision)
    assert await next_due(db, NOW) is not None
    assert len(await claimed(db, LATER + outcomes.EDIT_PACE)) == 1


async def test_a_send_is_claimed_once(db: Database) -> None:
    await db.write(lambda connection: deliveries.owe(connection, KIND, 1, 7, NOW))
    assert len(await claimed(db, NOW)) == 1
    assert await claimed(db, LATER) == ()


async def test_a_message_is_found_by_what_it_shows(db: Database) -> None:
    row = await shown(db)
    found = await deliveries.shown_by(db, 7, 70)
    assert found is not None
    assert found.id == row.id
    assert await deliveries.shown_by(db, 7, 71) is None
