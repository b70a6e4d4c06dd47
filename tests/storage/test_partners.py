"""Partners: asked once they are named for good, counted once they confirmed."""

from storage import activity_lists, deliveries, doings, partners, people
from storage.activity_lists import Wanted
from storage.database import Database
from storage.partners import ASK, SECOND_THOUGHTS, TOLD, Named
from storage.people import Person
from tests.storage.activity_scene import LATER, found, receipt_is_sent, receipt_of, reported
from tests.storage.liuzhai import CHEN, GROUP, LIU, NAMES, NOW, YOUNG_CHEN, gather


async def joint(db: Database) -> tuple[int, int, int]:
    """陈姐 of 单位1 names 单位2, whose liaison 刘敏 can be written to: activity, partner, 单位2."""
    unit, other, *_ = await gather(db)
    await people.remember(db, Person(id=LIU, name=NAMES[LIU], is_reachable=True))
    named = (Named(organisation_id=other),)
    number = await reported(db, organisation_id=unit, partners=named)
    (partner,) = (await found(db, number)).partners
    return number, partner.id, other


async def listed(db: Database, organisation_id: int) -> list[int]:
    page = await activity_lists.page(db, Wanted(organisation_id=organisation_id), 1, 8)
    return [line.id for line in page.lines]


async def test_its_liaisons_are_asked_after_second_thoughts(db: Database) -> None:
    _, partner_id, _ = await joint(db)
    (question,) = await deliveries.showing(db, ASK, partner_id)
    assert (question.chat_id, question.due_at) == (LIU, NOW + SECOND_THOUGHTS)


async def test_only_what_was_confirmed_counts_for_a_partner(db: Database) -> None:
    number, partner_id, other = await joint(db)
    assert (await listed(db, other), (await doings.of(db, other)).activities) == ([], 0)
    (partner,) = await partners.answer(db, [partner_id], LIU, LATER, was_part=True)
    assert partner.state == "confirmed"
    assert (await listed(db, other), (await doings.of(db, other)).activities) == ([number], 1)
    await partners.answer(db, [partner_id], LIU, LATER, was_part=False)
    assert await listed(db, other) == []


async def test_a_no_is_told_to_who_reported_it_once(db: Database) -> None:
    number, partner_id, _ = await joint(db)
    await receipt_is_sent(db, number)
    for _ in range(2):
        await partners.answer(db, [partner_id], LIU, LATER, was_part=False)
    (word,) = await deliveries.showing(db, TOLD, partner_id)
    assert (word.chat_id, word.reply_to) == (GROUP, 1)
    assert (await receipt_of(db, number)).edit_owed


async def test_who_answers_for_the_partner_too_has_confirmed_by_naming_it(db: Database) -> None:
    _, other, third, *_ = await gather(db)
    named = (Named(organisation_id=third),)
    number = await reported(db, organisation_id=other, reporter_id=LIU, partners=named)
    (partner,) = (await found(db, number)).partners
    assert partner.state == "confirmed"
    assert await deliveries.showing(db, ASK, partner.id) == ()


async def test_who_cannot_be_reached_is_left_to_the_card(db: Database) -> None:
    unit, other, *_ = await gather(db)
    number = await reported(db, organisation_id=other, partners=(Named(organisation_id=unit),))
    (partner,) = (await found(db, number)).partners
    assert await deliveries.showing(db, ASK, partner.id) == ()
    await receipt_is_sent(db, number)
    await partners.unreached(db, partner.id)
    assert (await receipt_of(db, number)).edit_owed
    await partners.unreached(db, 999)


async def test_each_liaison_of_it_is_asked(db: Database) -> None:
    unit, other, *_ = await gather(db)
    for person_id in (CHEN, YOUNG_CHEN):
        await people.remember(db, Person(id=person_id, name=NAMES[person_id], is_reachable=True))
    named = (Named(organisation_id=unit),)
    number = await reported(db, organisation_id=other, reporter_id=LIU, partners=named)
    (partner,) = (await found(db, number)).partners
    asked = {one.chat_id for one in await deliveries.showing(db, ASK, partner.id)}
    assert asked == {CHEN, YOUNG_CHEN}
