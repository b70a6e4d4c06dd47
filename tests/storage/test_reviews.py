"""What staff make of reports, what is asked and answered, what is featured, what is deleted."""

from datetime import timedelta

from storage import (
    activities,
    activity_lists,
    corrections,
    deliveries,
    features,
    hiding,
    organisations,
    people,
    queries,
    removals,
    reviews,
)
from storage.activity_history import history
from storage.activity_lists import Wanted
from storage.corrections import Correction
from storage.database import Database
from storage.features import ALBUM, CARD, Place
from storage.queries import ANSWER, ANSWERED, APPROVED, ASKED, QUERY
from storage.reviews import REPORTED
from tests.storage.activity_scene import LATER, found, only_photo, reported, sent
from tests.storage.liuzhai import CHEN, GROUP, LI, WANG, gather as alliance

HERE = Place(chat_id=GROUP, topic_id=None, title="共建群", topic="")


async def gather(db: Database) -> None:
    """The alliance, with 王主任 as staff."""
    await alliance(db)
    await people.make_staff(db, WANG)


async def state(db: Database, number: int) -> str:
    return (await found(db, number)).state


async def asked(db: Database, number: int, words: str = "有多少人？") -> int:
    """A question of 王主任's; gives its id."""
    await reviews.ask(db, number, words, WANG, LATER)
    return (await queries.of(db, number))[0].id


async def test_the_queue_is_in_order_and_what_was_answered_comes_first(db: Database) -> None:
    await gather(db)
    assert (await reviews.waiting(db)).activity_id is None
    first, second, third = [await reported(db, one) for one in (1, 2, 3)]
    assert await reviews.waiting(db) == reviews.Waiting(activity_id=first, count=3)
    assert (await reviews.waiting(db, first)).activity_id == second
    assert (await reviews.waiting(db, third)).activity_id == first
    await queries.answer(db, await asked(db, third), "三十人", CHEN, LATER)
    assert (await reviews.waiting(db)).activity_id == third
    await asked(db, third)
    there_is = reviews.Waiting(activity_id=first, count=2, asked=(third,))
    assert await reviews.waiting(db) == there_is


async def test_an_approval_stands_in_the_history_and_can_be_taken_back(db: Database) -> None:
    await gather(db)
    number = await reported(db)
    assert await reviews.approve(db, number, WANG, LATER)
    assert not await reviews.approve(db, number, WANG, LATER)
    assert await state(db, number) == APPROVED
    assert await reviews.reopen(db, number, WANG, LATER)
    assert not await reviews.reopen(db, number, WANG, LATER)
    assert await state(db, number) == REPORTED
    changes = [(one.field, one.before, one.after) for one in await history(db, number)]
    assert changes == [("state", APPROVED, ""), ("state", "", APPROVED)]


async def test_a_question_goes_to_who_reported_it_where_it_can_be_read(db: Database) -> None:
    await gather(db)
    number = await reported(db)
    below = await asked(db, number)
    (row,) = await deliveries.showing(db, QUERY, below)
    assert (row.chat_id, row.reply_to) == (GROUP, 1)
    await people.remember(db, people.Person(id=CHEN, name="陈姐", is_reachable=True))
    private = await asked(db, number)
    (row,) = await deliveries.showing(db, QUERY, private)
    assert (row.chat_id, row.reply_to) == (CHEN, None)
    await queries.unreached(db, private, LATER)
    assert [row.chat_id for row in await deliveries.showing(db, QUERY, private)] == [CHEN, GROUP]


async def test_more_words_are_added_and_staff_get_one_message(db: Database) -> None:
    await gather(db)
    await people.remember(db, people.Person(id=WANG, name="王主任", is_reachable=True))
    number = await reported(db)
    query_id = await asked(db, number)
    assert await state(db, number) == ASKED
    await queries.answer(db, query_id, "三十人", CHEN, LATER)
    await queries.answer(db, query_id, "不算志愿者", CHEN, LATER)
    query = await queries.one(db, query_id)
    assert query is not None
    assert (query.answer, query.answerer, query.asker) == (
        "三十人\n不算志愿者",
        "陈姐",
        "王主任",
    )
    assert await state(db, number) == ANSWERED
    (row,) = await deliveries.showing(db, ANSWER, query_id)
    assert (row.chat_id, row.edit_owed) == (WANG, True)


async def test_a_photo_or_a_correction_is_an_answer(db: Database) -> None:
    await gather(db)
    number = await reported(db)
    first = await asked(db, number)
    await queries.show(db, first, sent(7, group=None), LATER)
    assert await state(db, number) == ANSWERED
    assert len((await found(db, number)).photos) == 2
    second = await asked(db, number)
    await corrections.correct(db, number, Correction(served=13), WANG, LATER)
    assert await state(db, number) == ASKED
    await corrections.correct(db, number, Correction(served=14), CHEN, LATER)
    assert await state(db, number) == ANSWERED
    query = await queries.one(db, second)
    assert query is not None
    assert (query.answer, query.answered_by) == ("", CHEN)


async def test_what_was_approved_is_looked_at_again_only_if_others_change_it(db: Database) -> None:
    await gather(db)
    number = await reported(db)
    await reviews.approve(db, number, WANG, LATER)
    await corrections.correct(db, number, Correction(served=13), WANG, LATER)
    assert await state(db, number) == APPROVED
    await corrections.correct(db, number, Correction(served=14), CHEN, LATER)
    assert await state(db, number) == ANSWERED


async def test_what_is_deleted_is_nowhere_and_comes_back_whole(db: Database) -> None:
    await gather(db)
    number = await reported(db)
    assert await removals.delete(db, number, "twice", CHEN, LATER)
    assert not await removals.delete(db, number, "twice", CHEN, LATER)
    assert await activities.one(db, number) is None
    assert (await activity_lists.page(db, Wanted(), 1, 8)).activities == 0
    assert (await reviews.waiting(db)).count == 0
    assert not await reviews.approve(db, number, WANG, LATER)
    assert not await features.feature(db, number, HERE, (), WANG, LATER)
    gone = await activities.one(db, number, with_deleted=True)
    assert gone is not None
    assert (gone.deleter, gone.deleted_why, gone.deleted_at) == ("陈姐", "twice", LATER)
    assert await removals.restore(db, number, WANG, LATER)
    assert not await removals.restore(db, number, WANG, LATER)
    assert len((await found(db, number)).photos) == 1
    assert [one.after for one in await history(db, number)] == ["", "twice"]


async def test_the_best_photos_are_counted_in_the_order_of_the_presses(db: Database) -> None:
    await gather(db)
    number = await reported(db)
    await queries.show(db, await asked(db, number), sent(7, group=None), LATER)
    first, second = (await found(db, number)).photos
    await features.choose(db, number, second.id)
    await features.choose(db, number, first.id)
    assert [photo.chosen for photo in (await found(db, number)).photos] == [2, 1]
    await features.choose(db, number, second.id)
    assert [photo.chosen for photo in (await found(db, number)).photos] == [2, None]
    await features.choose(db, number, 99)


async def test_a_feature_is_there_once_and_goes_with_its_activity(db: Database) -> None:
    await gather(db)
    number = await reported(db)
    photo = await only_photo(db, number)
    assert await features.feature(db, number, HERE, (photo.id,), WANG, LATER)
    assert not await features.feature(db, number, HERE, (photo.id,), WANG, LATER)
    featured = await found(db, number)
    assert (featured.state, featured.featured_at) == (APPROVED, LATER)
    shown = await features.one(db, 1)
    assert shown is not None
    assert (shown.photo_ids, shown.photos) == ((photo.id,), (photo,))
    await removals.delete(db, number, "false", WANG, LATER)
    withdrawn = await features.one(db, 1)
    assert withdrawn is not None
    assert withdrawn.withdrawn_at == LATER
    for kind in (CARD, ALBUM):
        (row,) = await deliveries.showing(db, kind, 1)
        assert row.edit_owed, kind
    assert not await features.withdraw(db, number, WANG, LATER)


async def test_a_hidden_photo_has_its_album_looked_at_again(db: Database) -> None:
    await gather(db)
    one, other = await reported(db, 1), await reported(db, 2)
    for number in (one, other):
        photo = await only_photo(db, number)
        await features.feature(db, number, HERE, (photo.id,), WANG, LATER + timedelta(1))
    await hiding.hide(db, (await only_photo(db, other)).id, WANG, LATER)
    owed = [(await deliveries.showing(db, ALBUM, one))[0].edit_owed for one in (1, 2)]
    assert owed == [False, True]


async def test_points_are_groups_with_their_topics(db: Database) -> None:
    await gather(db)
    assert [(one.chat_id, one.topic_id) for one in await features.places(db)] == [(GROUP, None)]


async def test_when_nobody_can_be_written_to_a_colleague_is_asked_or_staff_hear_it(
    db: Database,
) -> None:
    await gather(db)
    await people.remember(db, people.Person(id=WANG, name="王主任", is_reachable=True))
    number = await reported(db, chat_id=CHEN)
    lonely = await asked(db, number)
    assert await deliveries.showing(db, QUERY, lonely) == ()
    assert [row.chat_id for row in await deliveries.showing(db, ANSWER, lonely)] == [WANG]
    unit = (await organisations.every(db))[0].id
    await corrections.correct(db, number, Correction(organisation_id=unit), WANG, LATER)
    await people.remember(db, people.Person(id=LI, name="小李", is_reachable=True))
    await people.appoint(db, LI, unit, WANG, LATER)
    shared = await asked(db, number)
    assert [row.chat_id for row in await deliveries.showing(db, QUERY, shared)] == [LI]
