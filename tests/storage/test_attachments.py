"""Files go along with a notice: brothers of an album join, whenever they come."""

from datetime import timedelta
from functools import partial

from storage import amendments, attachments, deliveries, drafts, outcomes, sendings, supergroups
from storage.attachments import DOCUMENTS, PICTURES, Sent
from storage.database import Database
from storage.notices import CARD
from tests.storage.liuzhai import GROUP, NOW, OTHER_GROUP, WANG, gather

HOLD = timedelta(seconds=10)


def picture(message_id: int, album: str | None = "7") -> Sent:
    return Sent(
        chat_id=GROUP,
        message_id=message_id,
        media_group_id=album,
        kind="photo",
        file_id=f"photo {message_id}",
    )


def paper(message_id: int) -> Sent:
    return Sent(
        chat_id=WANG, message_id=message_id, kind="document", file_id="paper", name="方案.docx"
    )


async def see(db: Database, *sent: Sent) -> None:
    for one in sent:
        await db.write(partial(attachments.see, sent=one, now=NOW))


async def draft(db: Database, *sent: Sent) -> int:
    """With these files."""
    return await drafts.draft(
        db, "开会", WANG, NOW, group_id=None, preview_to=WANG, reply_to=None, files=sent
    )


async def messages(db: Database, notice_id: int) -> list[int | None]:
    return [one.message_id for one in await attachments.of(db, notice_id)]


async def test_an_album_is_in_the_order_of_its_messages_however_it_comes(db: Database) -> None:
    await gather(db)
    await see(db, picture(12), picture(15, "8"))
    notice_id = await draft(db, paper(3), picture(11))
    await see(db, picture(14), picture(13))
    assert await messages(db, notice_id) == [3, 11, 12, 13, 14]


async def test_what_was_taken_off_stays_off_when_a_brother_comes(db: Database) -> None:
    await gather(db)
    await see(db, picture(11), picture(12))
    notice_id = await draft(db, picture(11))
    (_, second) = await attachments.of(db, notice_id)
    assert await attachments.take_off(db, notice_id, second.place)
    assert not await attachments.take_off(db, notice_id, second.place)
    await see(db, picture(13))
    assert await messages(db, notice_id) == [11, 13]
    assert await attachments.take_off(db, notice_id, 0)
    await see(db, picture(14))
    assert await messages(db, notice_id) == []


async def test_a_brother_joins_while_nothing_has_left(db: Database) -> None:
    await gather(db)
    notice_id = await draft(db, picture(11))
    await sendings.send(db, notice_id, GROUP, WANG, NOW, HOLD)
    await see(db, picture(12))
    await sendings.gone(db, notice_id)
    await see(db, picture(13))
    assert await messages(db, notice_id) == [11, 12]
    assert not await attachments.take_off(db, notice_id, 0)


async def test_files_are_owed_before_the_card_and_taken_back_with_it(db: Database) -> None:
    await gather(db)
    notice_id = await draft(db, paper(3), picture(11, None))
    await sendings.send(db, notice_id, GROUP, WANG, NOW, HOLD)
    owed = [await deliveries.showing(db, one, notice_id) for one in (PICTURES, DOCUMENTS, CARD)]
    (pictures, papers, card) = [rows[0] for rows in owed]
    assert pictures.id < papers.id < card.id
    assert {one.due_at for one in (pictures, papers, card)} == {NOW + HOLD}
    assert (await sendings.undo(db, notice_id, NOW)).is_made
    assert await deliveries.showing(db, PICTURES, notice_id) == ()
    assert await messages(db, notice_id) == [3, 11]


async def test_ten_of_each_have_room(db: Database) -> None:
    await gather(db)
    notice_id = await draft(db, *(picture(n, None) for n in range(1, 13)), paper(20))
    assert len(await messages(db, notice_id)) == 11


async def test_a_copy_has_the_files_and_no_album_that_would_grow(db: Database) -> None:
    await gather(db)
    notice_id = await draft(db, picture(11), paper(3))
    await sendings.send(db, notice_id, GROUP, WANG, NOW)
    copy_id = await amendments.copy(db, notice_id, WANG, NOW)
    assert copy_id is not None
    await see(db, picture(12))
    files = await attachments.of(db, copy_id)
    assert [(one.kind, one.file_id, one.name) for one in files] == [
        ("photo", "photo 11", ""),
        ("document", "paper", "方案.docx"),
    ]


async def test_albums_are_forgotten_after_a_while_but_not_a_notices_files(db: Database) -> None:
    await gather(db)
    await see(db, picture(11), picture(12))
    notice_id = await draft(db, picture(11))
    assert await attachments.knows_album(db, GROUP, "7")
    assert await attachments.have_album(db, GROUP, "7")
    await attachments.forget(db, NOW + HOLD)
    assert not await attachments.knows_album(db, GROUP, "7")
    assert await messages(db, notice_id) == [11, 12]


async def test_a_group_that_becomes_a_supergroup_gets_them_with_the_card(db: Database) -> None:
    await gather(db)
    notice_id = await draft(db, picture(11, None))
    await sendings.send(db, notice_id, GROUP, WANG, NOW)
    for kind in (PICTURES, CARD):
        (owed,) = await deliveries.showing(db, kind, notice_id)
        await outcomes.sent(db, owed.id, (owed.id + 100,), NOW)
    await db.write(partial(supergroups.migrate, old=GROUP, new=OTHER_GROUP, now=NOW))
    rows = [(await deliveries.showing(db, one, notice_id))[-1] for one in (PICTURES, CARD)]
    assert [row.chat_id for row in rows] == [OTHER_GROUP, OTHER_GROUP]
    assert rows[0].id < rows[1].id
