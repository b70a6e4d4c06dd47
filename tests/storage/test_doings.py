"""An organisation's card counts what it did and what it has not answered."""

from datetime import UTC, datetime

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import doings, organisations, people
from storage.database import Database
from storage.doings import Doings
from storage.notices import DRAFT, OPEN
from storage.organisations import Entry, import_all
from storage.people import Person
from storage.tables import activities, answers, asked, notices

NOW = datetime(2026, 8, 24, 2, 0, tzinfo=UTC)
REGISTER = (
    Entry(name="兴隆社区党支部", short_name="兴隆社区", category="community"),
    Entry(name="军干四所党总支", short_name="军干四所", category="stationed"),
)


async def test_what_an_organisation_did_and_owes(db: Database) -> None:
    await import_all(db, REGISTER)
    xinglong, jungan = await organisations.every(db)
    await people.remember(db, Person(id=2001))
    await db.write(two_notices_and_an_activity)
    assert await doings.of(db, xinglong.id) == Doings(activities=1, unanswered=0)
    assert await doings.of(db, jungan.id) == Doings(activities=0, unanswered=1)


async def two_notices_and_an_activity(connection: AsyncConnection) -> None:
    """Notice 1 asks both, and the first answered; notice 2 is only a draft."""
    for number, state in ((1, OPEN), (2, DRAFT)):
        notice = {"id": number, "text": "开会", "author_id": 2001, "created_at": NOW}
        await connection.execute(insert(notices).values(state=state, **notice))
        for organisation_id in (1, 2):
            pair = {"notice_id": number, "organisation_id": organisation_id}
            await connection.execute(insert(asked).values(pair))
    answer = {"notice_id": 1, "organisation_id": 1, "person_id": 2001, "answered_at": NOW}
    await connection.execute(insert(answers).values(answer="received", **answer))
    done = {"organisation_id": 1, "reporter_id": 2001, "chat_id": 2001, "message_id": 5}
    words = {"caption": "义诊", "title": "义诊", "reported_at": NOW}
    await connection.execute(insert(activities).values(**done, **words))
