"""A report and an album for tests of storage: 老周 of 单位1 shows what was done."""

from datetime import date, timedelta

from sqlalchemy import update

from storage import activities, deliveries, outcomes, photos
from storage.activities import Activity, Report
from storage.database import Database
from storage.photos import QUIET, RECEIPT, Photo, Sent
from storage.tables import deliveries as owed
from tests.storage.liuzhai import CHEN, GROUP, NOW
from tests.storage.owed import claimed

ALBUM = "album-1"
DAY = date(2026, 8, 13)
LATER = NOW + timedelta(seconds=10)


def report(message_id: int = 1, **changes: object) -> Report:
    """What 陈姐 writes in the group."""
    told = Report(
        organisation_id=None,
        reporter_id=CHEN,
        chat_id=GROUP,
        message_id=message_id,
        caption="8月13日 金秋助学，慰问困难学子12人",
        title="金秋助学",
        held_on=DAY,
        served=12,
        joined=None,
    )
    return told.model_copy(update=changes)


def sent(message_id: int = 1, group: str | None = ALBUM, chat_id: int = GROUP) -> Sent:
    """A photo of 陈姐's."""
    return Sent(
        chat_id=chat_id,
        message_id=message_id,
        media_group_id=group,
        person_id=CHEN,
        file_id=f"file{message_id}",
        file_unique_id=f"unique{message_id}",
        sent_at=NOW,
    )


async def reported(db: Database, message_id: int = 1, **changes: object) -> int:
    """The number of a new activity with one photo of its own."""
    photo = sent(message_id, group=None)
    done = await activities.report(db, report(message_id, **changes), photo, NOW)
    assert done.outcome == "new"
    return done.activity_id


async def found(db: Database, activity_id: int) -> Activity:
    activity = await activities.one(db, activity_id)
    assert activity is not None
    return activity


async def only_photo(db: Database, activity_id: int) -> Photo:
    (photo,) = (await found(db, activity_id)).photos
    return photo


async def messages_of(db: Database, activity_id: int) -> list[int]:
    """Which messages its photos came in."""
    return [photo.message_id for photo in (await found(db, activity_id)).photos]


async def receipt_of(db: Database, activity_id: int) -> deliveries.Delivery:
    """The one delivery that shows the activity."""
    (receipt,) = await deliveries.showing(db, RECEIPT, activity_id)
    return receipt


async def receipt_is_sent(db: Database, activity_id: int, message_id: int = 900) -> None:
    """As the outbox does it, with nothing left to edit."""
    (row,) = await claimed(db, NOW + QUIET)
    await outcomes.sent(db, row.id, (message_id,), NOW + QUIET)
    done = update(owed).where(owed.c.subject_id == activity_id).values(edit_owed=False)
    await db.write(lambda connection: connection.execute(done))


async def loose(db: Database, *message_ids: int, group: str | None = ALBUM) -> None:
    """Photos that came without words."""
    for message_id in message_ids:
        assert await photos.take_in(db, sent(message_id, group), NOW) is None
