"""What goes wrong in a group is told once, and mended when the bot may again."""

from functools import partial

import pytest

from storage import chats, deliveries, destinations, hitches, outcomes, people, sendings
from storage.database import Database
from storage.destinations import GENERAL
from storage.hitches import HITCH, NO_GROUP, NO_PIN, NO_TOPIC, Hindrance
from storage.notices import CARD
from storage.people import Person
from tests.storage.liuzhai import GROUP, NOW, OTHER_GROUP, WANG, draft, gather


async def opened(db: Database) -> int:
    """A notice in two groups, sent by somebody of the staff to whom the bot can write."""
    await gather(db)
    await people.remember(db, Person(id=WANG, name="王主任", is_reachable=True))
    await people.make_staff(db, WANG)
    await db.write(partial(chats.meet, chat_id=OTHER_GROUP, title="兴隆片区群"))
    return await another(db)


async def another(db: Database) -> int:
    notice_id = await draft(db)
    for group in (GROUP, OTHER_GROUP):
        await destinations.choose(db, notice_id, group, GENERAL)
    assert (await sendings.send(db, notice_id, None, WANG, NOW)).is_made
    return notice_id


def met(why: str, chat_id: int = GROUP) -> Hindrance:
    return Hindrance(chat_id=chat_id, topic_id=None, why=why)


async def troubles(db: Database, notice_id: int) -> dict[int, str]:
    found = await hitches.of(db, notice_id)
    assert found is not None
    return {place.chat_id: place.trouble for place in found[1]}


async def test_a_second_trouble_is_an_edit(db: Database) -> None:
    notice_id = await opened(db)
    await hitches.hinder(db, notice_id, met(NO_TOPIC), NOW)
    await hitches.hinder(db, notice_id, met(NO_GROUP, OTHER_GROUP), NOW)
    await hitches.hinder(db, notice_id, met(NO_GROUP, OTHER_GROUP), NOW)
    (told,) = await deliveries.showing(db, HITCH, notice_id)
    assert (told.chat_id, told.revision) == (WANG, 1)
    assert await troubles(db, notice_id) == {GROUP: NO_TOPIC, OTHER_GROUP: NO_GROUP}


async def test_that_nothing_is_pinned_is_said_once_for_a_group(db: Database) -> None:
    first = await opened(db)
    await hitches.hinder(db, first, met(NO_PIN), NOW)
    second = await another(db)
    await hitches.hinder(db, second, met(NO_PIN), NOW)
    assert await deliveries.showing(db, HITCH, second) == ()
    await db.write(partial(hitches.administer, chat_id=GROUP))
    third = await another(db)
    await hitches.hinder(db, third, met(NO_PIN), NOW)
    assert len(await deliveries.showing(db, HITCH, third)) == 1


async def test_no_pin_hides_no_greater_trouble(db: Database) -> None:
    notice_id = await opened(db)
    await hitches.hinder(db, notice_id, met(NO_GROUP), NOW)
    await hitches.hinder(db, notice_id, met(NO_PIN), NOW)
    assert (await troubles(db, notice_id))[GROUP] == NO_GROUP


@pytest.mark.parametrize("arrived", [True, False])
async def test_back_in_the_group_the_card_goes_on_or_is_posted(
    db: Database, *, arrived: bool
) -> None:
    notice_id = await opened(db)
    card = next(c for c in await deliveries.showing(db, CARD, notice_id) if c.chat_id == GROUP)
    if arrived:
        await outcomes.sent(db, card.id, (7,), NOW)
    else:
        await outcomes.not_sent(db, card.id, "dropped", "Forbidden: bot was kicked")
    await db.write(partial(hitches.lose, chat_id=GROUP, now=NOW))
    await db.write(partial(hitches.regain, chat_id=GROUP, now=NOW))
    cards = [c for c in await deliveries.showing(db, CARD, notice_id) if c.chat_id == GROUP]
    assert len(cards) == (1 if arrived else 2)
    assert cards[-1].edit_owed == arrived
    assert await troubles(db, notice_id) == {GROUP: "", OTHER_GROUP: ""}


async def test_what_was_closed_is_nobodys_trouble(db: Database) -> None:
    from storage import deadlines  # noqa: PLC0415 - of this test alone

    notice_id = await opened(db)
    await deadlines.close(db, notice_id, WANG, NOW)
    await db.write(partial(hitches.lose, chat_id=GROUP, now=NOW))
    assert await deliveries.showing(db, HITCH, notice_id) == ()
