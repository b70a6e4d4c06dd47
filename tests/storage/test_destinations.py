"""Where a notice goes is chosen while it is a draft, and follows its groups."""

from functools import partial

from storage import chats, deliveries, destinations, drafts, sendings, supergroups, topics
from storage.database import Database
from storage.destinations import GENERAL, Destination
from storage.notices import CARD
from tests.storage.liuzhai import GROUP, NOW, OTHER_GROUP, WANG, draft, gather

FORUM, TOPIC = -1003, 45
SUPERGROUP = -100_1004


async def two_groups(db: Database) -> int:
    """A draft in an alliance of two groups and a forum with one topic."""
    await gather(db)
    await db.write(partial(chats.meet, chat_id=OTHER_GROUP, title="兴隆片区群"))
    await db.write(partial(chats.meet, chat_id=FORUM, title="消防群"))
    await db.write(partial(topics.call, chat_id=FORUM, topic_id=TOPIC, name="演练"))
    return await draft(db)


async def chosen(db: Database, notice_id: int) -> list[Destination]:
    proposal = await drafts.proposal(db, notice_id)
    assert proposal is not None
    return list(proposal.destinations)


async def test_a_second_press_takes_a_place_away(db: Database) -> None:
    notice_id = await two_groups(db)
    for topic_id in (TOPIC, GENERAL, GENERAL):
        assert await destinations.choose(db, notice_id, FORUM, topic_id)
    (place,) = await chosen(db, notice_id)
    assert (place.title, place.topic, place.topic_id) == ("消防群", "演练", TOPIC)


async def test_only_where_the_bot_can_write_is_chosen(db: Database) -> None:
    notice_id = await two_groups(db)
    await db.write(partial(topics.stand, chat_id=FORUM, topic_id=TOPIC, is_open=False))
    await db.write(partial(chats.leave, chat_id=OTHER_GROUP))
    for place in ((FORUM, TOPIC), (FORUM, 404), (OTHER_GROUP, GENERAL), (-9, GENERAL)):
        assert await destinations.choose(db, notice_id, *place)
    assert await chosen(db, notice_id) == []


async def test_what_was_sent_is_not_chosen_for_any_more(db: Database) -> None:
    notice_id = await two_groups(db)
    await sendings.send(db, notice_id, GROUP, WANG, NOW)
    assert await destinations.choose(db, notice_id, FORUM, GENERAL) is None
    assert await destinations.go_private(db, notice_id, alone=True) is None
    assert [one.chat_id for one in await chosen(db, notice_id)] == [GROUP]


async def test_each_place_is_owed_its_card(db: Database) -> None:
    notice_id = await two_groups(db)
    for place in ((GROUP, GENERAL), (FORUM, TOPIC), (FORUM, GENERAL)):
        await destinations.choose(db, notice_id, *place)
    decision = await sendings.send(db, notice_id, None, WANG, NOW)
    assert (decision.is_made, decision.places) == (True, 3)
    cards = await deliveries.showing(db, CARD, notice_id)
    where = {(GROUP, None), (FORUM, TOPIC), (FORUM, None)}
    assert {(card.chat_id, card.topic_id) for card in cards} == where
    assert all(card.wants_pin for card in cards)


async def test_without_a_choice_it_goes_to_the_only_group(db: Database) -> None:
    await gather(db)
    notice_id = await draft(db)
    assert (await sendings.send(db, notice_id, None, WANG, NOW)).is_made
    (card,) = await deliveries.showing(db, CARD, notice_id)
    assert card.chat_id == GROUP


async def test_without_a_choice_among_several_it_goes_nowhere(db: Database) -> None:
    notice_id = await two_groups(db)
    assert not (await sendings.send(db, notice_id, None, WANG, NOW)).is_made


async def test_the_first_is_one_that_the_bot_is_still_in(db: Database) -> None:
    notice_id = await two_groups(db)
    for group in (GROUP, OTHER_GROUP):
        await destinations.choose(db, notice_id, group, GENERAL)
    await sendings.send(db, notice_id, None, WANG, NOW)
    before = await db.read(partial(destinations.first, notice_id=notice_id))
    assert before is not None
    await db.write(partial(chats.leave, chat_id=before.chat_id))
    after = await db.read(partial(destinations.first, notice_id=notice_id))
    assert after is not None
    assert {before.chat_id, after.chat_id} == {GROUP, OTHER_GROUP}


async def test_a_group_that_becomes_a_supergroup_stays_chosen(db: Database) -> None:
    notice_id = await two_groups(db)
    await destinations.choose(db, notice_id, GROUP, GENERAL)
    other = await draft(db)
    await destinations.choose(db, other, GROUP, GENERAL)
    moved = partial(supergroups.migrate, old=GROUP, new=SUPERGROUP, now=NOW)
    await db.write(moved)
    await db.write(moved)
    for one in (notice_id, other):
        assert [place.chat_id for place in await chosen(db, one)] == [SUPERGROUP]


async def test_private_chats_beside_the_only_group_choose_it(db: Database) -> None:
    await gather(db)
    notice_id = await draft(db)
    await destinations.go_private(db, notice_id, alone=False)
    assert [one.chat_id for one in await chosen(db, notice_id)] == [GROUP]
    await destinations.go_private(db, notice_id, alone=True)
    proposal = await drafts.proposal(db, notice_id)
    assert proposal is not None
    assert (proposal.destinations, proposal.notice.goes_private) == ((), True)
    await destinations.go_private(db, notice_id, alone=True)
    proposal = await drafts.proposal(db, notice_id)
    assert proposal is not None
    assert not proposal.notice.goes_private
