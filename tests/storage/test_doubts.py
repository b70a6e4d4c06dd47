"""What is in doubt: staff are told once, the first decision counts, and use proves arrival."""

import pytest

from storage import decisions, deliveries, doubts, inbox, outcomes, people, proofs, unreached
from storage.database import Database
from storage.proofs import Shown
from tests.storage import liuzhai
from tests.storage.liuzhai import CHEN, GROUP, LI, NOW, WANG

CARD = "notices.card"
TIMED_OUT = "TimedOut: Timed out"


@pytest.fixture
async def office(db: Database) -> Database:
    """Liuzhai, whose staff can be reached."""
    await liuzhai.gather(db)
    for person_id in (WANG, LI):
        await people.make_staff(db, person_id)
        await reach(db, person_id)
    return db


async def reach(db: Database, person_id: int) -> None:
    await db.write(lambda connection: people.reach(connection, person_id, is_reachable=True))


async def became(
    db: Database, state: str, kind: str = CARD, chat: int = GROUP, fault: str = TIMED_OUT
) -> int:
    """The id of a delivery that was owed and came to this."""
    delivery = await db.write(lambda connection: deliveries.owe(connection, kind, 3, chat, NOW))
    await outcomes.not_sent(db, delivery, state, fault)
    return delivery


async def news(db: Database, person_id: int = WANG) -> tuple[deliveries.Delivery, ...]:
    return await deliveries.showing(db, doubts.NEWS, person_id)


async def tries(db: Database, delivery: int) -> int:
    found = (await doubts.overview(db)).doubts
    return next(one.tries for one in found if one.id == delivery)


async def state(db: Database, delivery: int, kind: str = CARD) -> deliveries.Delivery:
    found = await deliveries.showing(db, kind, 3)
    return next(one for one in found if one.id == delivery)


@pytest.mark.parametrize("doubtful", ["unknown", "failed"])
async def test_each_reachable_member_of_staff_is_told_once(office: Database, doubtful: str) -> None:
    await became(office, doubtful)
    await became(office, doubtful)
    for person_id in (WANG, LI):
        (one,) = await news(office, person_id)
        assert (one.chat_id, one.state) == (person_id, "pending")
    assert await news(office, CHEN) == ()


async def test_more_news_edits_what_was_told(office: Database) -> None:
    await became(office, "unknown")
    (told,) = await news(office)
    await outcomes.sent(office, told.id, (70,), NOW)
    await became(office, "unknown")
    (told,) = await news(office)
    assert told.edit_owed


async def test_what_is_only_late_is_no_news(office: Database) -> None:
    await became(office, "pending")
    await became(office, "dropped")
    assert await news(office) == ()


async def test_news_that_fails_makes_no_more_news(office: Database) -> None:
    await became(office, "unknown")
    (told,) = await news(office)
    await outcomes.not_sent(office, told.id, "failed", "Forbidden: bot was blocked by the user")
    assert len(await news(office)) == 1
    assert (await doubts.count(office)).failed == 0


async def test_what_was_interrupted_is_told_as_one(office: Database) -> None:
    for _ in range(3):
        await became(office, "sending")
    await outcomes.doubt_interrupted(office)
    assert (await doubts.count(office)).unknown == 3
    assert len(await news(office)) == 1
    assert {one.fault for one in (await doubts.overview(office)).doubts} == {None}


async def test_an_update_that_was_set_aside_is_told(office: Database) -> None:
    await inbox.take_in(office, {5: "{}"}, NOW)
    await inbox.set_aside(office, 5, "abc123", "ValueError: bad", 3)
    assert (await doubts.count(office)).aside == 1
    assert len(await news(office)) == 1


async def test_settled_news_becomes_another_message(office: Database) -> None:
    delivery = await became(office, "unknown")
    (told,) = await news(office)
    await outcomes.sent(office, told.id, (70,), NOW)
    await decisions.arrived(office, delivery, 1, NOW)
    (said,) = await deliveries.showing(office, doubts.SETTLED, WANG)
    assert (said.id, said.edit_owed) == (told.id, True)
    await became(office, "unknown")
    (new,) = await news(office)
    assert new.id != told.id


async def test_news_that_is_settled_before_it_is_sent_is_dropped(office: Database) -> None:
    delivery = await became(office, "failed")
    await decisions.let_go(office, delivery, 1)
    (told,) = await news(office)
    assert told.state == "dropped"


async def test_news_stays_while_something_is_open(office: Database) -> None:
    delivery = await became(office, "failed")
    await became(office, "unknown")
    await decisions.let_go(office, delivery, 1)
    (told,) = await news(office)
    assert told.state == "pending"


@pytest.mark.parametrize("doubtful", ["unknown", "failed"])
async def test_what_is_sent_again_is_due_once(office: Database, doubtful: str) -> None:
    delivery = await became(office, doubtful)
    first = await decisions.send_again(office, delivery, 1, NOW)
    second = await decisions.send_again(office, delivery, 1, NOW)
    assert (first.is_made, second.is_made) == (True, False)
    assert second.doubt is not None
    assert second.doubt.state == "pending"
    assert (await state(office, delivery)).due_at == NOW


async def test_an_old_button_does_not_decide_the_next_doubt(office: Database) -> None:
    delivery = await became(office, "unknown")
    await decisions.send_again(office, delivery, 1, NOW)
    await outcomes.not_sent(office, delivery, "unknown", TIMED_OUT)
    assert not (await decisions.send_again(office, delivery, 1, NOW)).is_made
    assert (
        await decisions.send_again(office, delivery, await tries(office, delivery), NOW)
    ).is_made


async def test_who_decides_second_is_told_what_was_decided(office: Database) -> None:
    delivery = await became(office, "unknown")
    await decisions.arrived(office, delivery, 1, NOW)
    second = await decisions.send_again(office, delivery, 1, NOW)
    assert not second.is_made
    assert second.doubt is not None
    assert (second.doubt.state, second.doubt.message_id) == ("sent", None)


async def test_each_button_is_for_its_own_state(office: Database) -> None:
    unknown, failed = await became(office, "unknown"), await became(office, "failed")
    assert not (await decisions.let_go(office, unknown, 1)).is_made
    assert not (await decisions.arrived(office, failed, 1, NOW)).is_made
    assert (await decisions.send_again(office, 999, 0, NOW)).doubt is None


async def test_news_itself_is_not_decided(office: Database) -> None:
    await became(office, "unknown")
    (told,) = await news(office)
    await outcomes.not_sent(office, told.id, "unknown", TIMED_OUT)
    assert not (await decisions.send_again(office, told.id, 1, NOW)).is_made


async def test_an_update_is_tried_again(office: Database) -> None:
    await inbox.take_in(office, {5: "{}"}, NOW)
    await inbox.set_aside(office, 5, "abc123", "ValueError: bad", 3)
    woken: list[bool] = []
    office.listen(inbox.TOPIC, lambda: woken.append(True))
    assert await decisions.retry_update(office, 5)
    assert woken
    assert len(await inbox.left_over(office)) == 1
    assert not await decisions.retry_update(office, 5)
    assert (await doubts.count(office)).is_settled


async def test_an_update_is_forgotten_with_its_words(office: Database) -> None:
    await inbox.take_in(office, {5: '{"message": 1}'}, NOW)
    await inbox.set_aside(office, 5, "abc123", "ValueError: bad", 3)
    assert await decisions.forget_update(office, 5, NOW)
    raw = await office.read(lambda connection: connection.exec_driver_sql("SELECT raw FROM inbox"))
    assert raw.scalar_one() == ""
    assert await inbox.left_over(office) == ()
    assert not await decisions.forget_update(office, 5, NOW)


async def test_an_update_in_hand_is_nobodys_to_forget(office: Database) -> None:
    await inbox.take_in(office, {5: "{}"}, NOW)
    assert not await decisions.forget_update(office, 5, NOW)
    assert len(await inbox.left_over(office)) == 1


@pytest.mark.parametrize("is_confirmed", [False, True])
async def test_use_proves_that_a_message_arrived(office: Database, *, is_confirmed: bool) -> None:
    delivery = await became(office, "unknown")
    if is_confirmed:
        await decisions.arrived(office, delivery, 1, NOW)
    shown = Shown(CARD, 3, GROUP)
    assert shown in await proofs.unproven(office)
    row = await proofs.prove(office, shown, 70, NOW)
    assert row is not None
    assert row.id == delivery
    proven = await state(office, delivery)
    assert (proven.state, proven.message_id, proven.edit_owed) == ("sent", 70, True)
    assert (await doubts.count(office)).is_settled
    assert await proofs.unproven(office) == frozenset()
    assert not await proofs.prove(office, shown, 71, NOW)


async def test_another_messages_use_proves_nothing(office: Database) -> None:
    other = await became(office, "sending", kind="notices.preview")
    await outcomes.sent(office, other, (70,), NOW)
    await became(office, "unknown")
    assert not await proofs.prove(office, Shown(CARD, 3, GROUP), 70, NOW)
    assert not await proofs.prove(office, Shown(CARD, 4, GROUP), 71, NOW)
    assert not await proofs.prove(office, Shown(CARD, 3, GROUP - 1), 71, NOW)


async def test_what_surely_failed_is_not_unproven(office: Database) -> None:
    await became(office, "failed")
    assert await proofs.unproven(office) == frozenset()


async def test_a_doubt_says_where_it_should_be(office: Database) -> None:
    await became(office, "unknown")
    await became(office, "failed", chat=CHEN)
    await became(office, "failed", chat=-5)
    found = (await doubts.overview(office)).doubts
    assert [one.where for one in found] == ["", "陈姐", "刘寨共建联盟"]


async def test_who_has_a_role_and_no_private_chat(office: Database) -> None:
    found = {one.name: one for one in await unreached.unreached(office)}
    assert set(found) == {"陈姐", "小陈", "刘敏", "街道"}
    assert found["刘敏"].organisations == ("单位2", "单位3")
    assert not found["刘敏"].is_staff
    await reach(office, CHEN)
    assert "陈姐" not in {one.name for one in await unreached.unreached(office)}
