"""One report for one album, whatever order its photos come in, and whatever comes twice."""

from datetime import date, timedelta
from itertools import permutations

import pytest

from storage import activities, activity_lists, corrections, deliveries, outcomes, photos
from storage.activities import Reported
from storage.activity_lists import Wanted
from storage.corrections import Correction
from storage.database import Database
from storage.photos import QUIET
from tests.storage.activity_scene import (
    ALBUM,
    DAY,
    LATER,
    found,
    loose,
    messages_of,
    receipt_is_sent,
    receipt_of,
    report,
    reported,
    sent,
)
from tests.storage.liuzhai import CHEN, GROUP, NOW, gather

ORDERS = [(order, caption) for order in permutations((1, 2, 3)) for caption in (1, 2, 3)]


@pytest.mark.parametrize(("order", "caption"), ORDERS)
async def test_an_album_in_any_order_is_one_report(
    db: Database, order: tuple[int, ...], caption: int
) -> None:
    await gather(db)
    for message_id in (*order, *order):
        if message_id == caption:
            await activities.report(db, report(caption), sent(caption), NOW, reply_to=caption)
        else:
            await photos.take_in(db, sent(message_id), NOW)
    listing = await activity_lists.page(db, Wanted(), 1, 8)
    assert [(line.id, line.photo_count) for line in listing.lines] == [(1, 3)]
    assert await messages_of(db, 1) == [1, 2, 3]
    receipt = await receipt_of(db, 1)
    assert (receipt.chat_id, receipt.reply_to, receipt.state) == (GROUP, caption, "pending")


async def test_an_activity_is_kept_as_it_was_told(db: Database) -> None:
    unit, *_ = await gather(db)
    number = await reported(db, organisation_id=unit)
    activity = await found(db, number)
    assert (activity.organisation, activity.reporter) == ("单位1", "陈姐")
    assert (activity.title, activity.held_on) == ("金秋助学", DAY)
    assert (activity.served, activity.joined) == (12, None)
    assert activity.reported_at == NOW
    assert [photo.state for photo in activity.photos] == ["waiting"]


async def test_any_words_are_kept_as_they_came(db: Database) -> None:
    await gather(db)
    wild = "<b>&\u202e שלום 😀" * 100
    number = await reported(db, caption=wild, title=wild[:40])
    assert (await found(db, number)).caption == wild


async def test_the_same_message_twice_is_one_report(db: Database) -> None:
    await gather(db)
    number = await reported(db)
    again = await activities.report(db, report(1), sent(1, None), LATER)
    assert again == Reported(activity_id=number, outcome="again")
    assert await messages_of(db, number) == [1]
    assert (await receipt_of(db, number)).due_at == NOW + QUIET


async def test_the_receipt_waits_until_the_album_is_quiet(db: Database) -> None:
    await gather(db)
    await activities.report(db, report(1), sent(1), NOW)
    later = NOW + timedelta(seconds=1)
    await photos.take_in(db, sent(2), later)
    assert (await receipt_of(db, 1)).due_at == later + QUIET


async def test_a_late_photo_joins_and_the_receipt_is_edited(db: Database) -> None:
    await gather(db)
    await activities.report(db, report(1), sent(1), NOW)
    await receipt_is_sent(db, 1)
    assert await photos.take_in(db, sent(2), LATER) == 1
    receipt = await receipt_of(db, 1)
    assert (receipt.state, receipt.edit_owed) == ("sent", True)
    assert await messages_of(db, 1) == [1, 2]


async def test_a_repeated_photo_edits_nothing(db: Database) -> None:
    await gather(db)
    await activities.report(db, report(1), sent(1), NOW)
    await receipt_is_sent(db, 1)
    assert await photos.take_in(db, sent(1), LATER) == 1
    assert not (await receipt_of(db, 1)).edit_owed


async def test_words_in_reply_to_a_photo_take_its_whole_album(db: Database) -> None:
    await gather(db)
    await loose(db, 1, 2)
    await loose(db, 7, group="another album")
    await activities.report(db, report(9), sent(2), NOW)
    assert await photos.take_in(db, sent(3), NOW) == 1
    assert await messages_of(db, 1) == [1, 2, 3]


async def test_words_in_reply_to_a_photo_that_was_never_seen_bring_it(db: Database) -> None:
    await gather(db)
    await activities.report(db, report(9), sent(2, group=None), NOW)
    assert await messages_of(db, 1) == [2]


async def test_a_photo_has_one_activity(db: Database) -> None:
    await gather(db)
    number = await reported(db, 1)
    done = await activities.report(db, report(9), sent(1, group=None), LATER)
    assert done == Reported(activity_id=number, outcome="taken")
    assert (await activity_lists.page(db, Wanted(), 1, 8)).activities == 1


async def test_a_report_without_photos_takes_an_album_that_replies_to_its_receipt(
    db: Database,
) -> None:
    await gather(db)
    await activities.report(db, report(9), None, NOW)
    await loose(db, 12)
    assert await photos.take_in(db, sent(10), NOW, activity_id=1) == 1
    assert await photos.take_in(db, sent(11), NOW) == 1
    assert await messages_of(db, 1) == [10, 11, 12]


@pytest.mark.parametrize("caption_comes_first", [True, False])
async def test_an_album_with_words_of_its_own_does_not_stay_where_it_replied(
    db: Database, *, caption_comes_first: bool
) -> None:
    await gather(db)
    number = await reported(db, 1)
    if caption_comes_first:
        await activities.report(db, report(5), sent(5), NOW)
    await photos.take_in(db, sent(6), NOW, activity_id=number)
    await activities.report(db, report(5), sent(5), NOW)
    assert (await messages_of(db, number), await messages_of(db, 2)) == ([1], [5, 6])


async def test_two_captions_in_an_album_are_one_report(db: Database) -> None:
    await gather(db)
    await activities.report(db, report(1), sent(1), NOW)
    done = await activities.report(db, report(2), sent(2), NOW)
    assert done == Reported(activity_id=1, outcome="again")
    assert await messages_of(db, 1) == [1, 2]


async def test_albums_of_two_chats_are_two(db: Database) -> None:
    await gather(db)
    await activities.report(db, report(1), sent(1), NOW)
    assert await photos.take_in(db, sent(2, ALBUM, chat_id=CHEN), NOW) is None


async def test_a_correction_changes_what_it_names_and_edits_the_receipt(db: Database) -> None:
    unit, *_ = await gather(db)
    number = await reported(db)
    await corrections.correct(db, number, Correction(served=0), CHEN, LATER)
    await corrections.correct(db, number, Correction(organisation_id=unit), CHEN, LATER)
    activity = await found(db, number)
    assert (activity.served, activity.joined, activity.title) == (0, None, "金秋助学")
    assert activity.organisation == "单位1"
    assert (await receipt_of(db, number)).edit_owed


async def test_a_question_that_waits_is_not_owed_twice(db: Database) -> None:
    await gather(db)
    number = await reported(db)
    for _ in range(2):
        await activities.ask(db, "activities.ask_date", number, GROUP, NOW, reply_to=1)
    (question,) = await deliveries.showing(db, "activities.ask_date", number)
    await outcomes.sent(db, question.id, (901,), NOW)
    await activities.ask(db, "activities.ask_date", number, GROUP, LATER)
    assert len(await deliveries.showing(db, "activities.ask_date", number)) == 2


async def test_a_number_that_no_activity_has(db: Database) -> None:
    assert await activities.one(db, 99) is None


async def test_lists_are_newest_first_with_totals_and_pages(db: Database) -> None:
    unit, other, *_ = await gather(db)
    await reported(db, 1, organisation_id=unit, held_on=DAY)
    await reported(db, 2, organisation_id=unit, held_on=date(2026, 7, 1), served=None)
    await reported(db, 3, organisation_id=other, held_on=date(2026, 8, 15), served=5)
    await reported(db, 4, held_on=None)
    everything = await activity_lists.page(db, Wanted(), 1, 3)
    assert [line.id for line in everything.lines] == [4, 3, 1]
    assert (everything.pages, everything.activities, everything.served) == (2, 4, 29)
    assert [line.id for line in (await activity_lists.page(db, Wanted(), 99, 3)).lines] == [2]
    own = await activity_lists.page(db, Wanted(organisation_id=unit), 1, 8)
    assert [(line.id, line.organisation) for line in own.lines] == [(1, "单位1"), (2, "单位1")]
    august = Wanted(first=date(2026, 8, 1), last=date(2026, 8, 31))
    assert [line.id for line in (await activity_lists.page(db, august, 1, 8)).lines] == [3, 1]
    both = august.model_copy(update={"organisation_id": unit})
    assert [line.id for line in (await activity_lists.page(db, both, 1, 8)).lines] == [1]


async def test_an_empty_list_is_one_page(db: Database) -> None:
    listing = await activity_lists.page(db, Wanted(organisation_id=99), -1, 8)
    assert (listing.lines, listing.number, listing.pages, listing.served) == ((), 1, 1, 0)
