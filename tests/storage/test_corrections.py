"""Corrections: what they change, what they settle, and the history that they leave."""

from storage import activity_history, corrections, tags
from storage.corrections import Correction
from storage.database import Database
from storage.partners import Named
from storage.unsure import PARTNERS, Unsure
from tests.storage.activity_scene import DAY, LATER, found, receipt_is_sent, receipt_of, reported
from tests.storage.liuzhai import CHEN, WANG, gather


async def history(db: Database, number: int) -> list[tuple[str, str, str]]:
    return [
        (one.field, one.before, one.after) for one in await activity_history.history(db, number)
    ]


async def test_every_change_is_kept_with_who_made_it(db: Database) -> None:
    unit, *_ = await gather(db)
    number = await reported(db)
    await corrections.correct(db, number, Correction(served=15), CHEN, LATER)
    await corrections.correct(db, number, Correction(served=16), WANG, LATER)
    await corrections.correct(db, number, Correction(organisation_id=unit), WANG, LATER)
    changes = await activity_history.history(db, number)
    assert [(one.field, one.before, one.after, one.person) for one in changes] == [
        ("organisation_id", "", "单位1", "王主任"),
        ("served", "15", "16", "王主任"),
        ("served", "12", "15", "陈姐"),
    ]
    assert changes[0].changed_at == LATER


async def test_the_same_again_is_no_change(db: Database) -> None:
    await gather(db)
    number = await reported(db)
    await corrections.correct(db, number, Correction(served=12, held_on=DAY), CHEN, LATER)
    assert await history(db, number) == []


async def test_what_was_not_sure_is_settled_by_its_correction_alone(db: Database) -> None:
    await gather(db)
    open_fields = {"joined": Unsure(may_be=("20",)), "place": Unsure(why="too_long")}
    number = await reported(db, unsure=open_fields)
    assert (await found(db, number)).unsure == open_fields
    await corrections.correct(db, number, Correction(joined=20), CHEN, LATER)
    assert (await found(db, number)).unsure == {"place": Unsure(why="too_long")}
    await corrections.leave(db, number, "place")
    assert (await found(db, number)).unsure == {}


async def test_tags_go_on_and_off(db: Database) -> None:
    await gather(db)
    first, second, *_ = await tags.every(db)
    number = await reported(db, tags=(first.id,))
    await corrections.tag(db, number, second.id, CHEN, LATER)
    assert (await found(db, number)).tags == (first, second)
    await corrections.tag(db, number, first.id, CHEN, LATER)
    assert (await found(db, number)).tags == (second,)
    assert await history(db, number) == [
        ("tags", f"{first.name}、{second.name}", second.name),
        ("tags", first.name, f"{first.name}、{second.name}"),
    ]


async def test_a_partner_is_named_changed_and_taken_out(db: Database) -> None:
    _, other, *_ = await gather(db)
    may_be = {PARTNERS: Unsure(may_be=(str(other), "99"))}
    number = await reported(db, unsure=may_be)
    await receipt_is_sent(db, number)
    await corrections.partner(db, number, other, Named(organisation_id=other), CHEN, LATER)
    activity = await found(db, number)
    assert [(one.organisation, one.is_host, one.state) for one in activity.partners] == [
        ("单位2", True, "named")
    ]
    assert activity.unsure == {PARTNERS: Unsure(may_be=("99",))}
    helped = Named(organisation_id=other, is_host=False)
    await corrections.partner(db, number, other, helped, CHEN, LATER)
    assert [one.is_host for one in (await found(db, number)).partners] == [False]
    await corrections.partner(db, number, other, None, CHEN, LATER)
    assert (await found(db, number)).partners == ()
    assert await history(db, number) == [("partners", "单位2", ""), ("partners", "", "单位2")]
    assert (await receipt_of(db, number)).edit_owed


async def test_whose_it_is_is_no_partner_of_itself(db: Database) -> None:
    unit, *_ = await gather(db)
    number = await reported(db, partners=(Named(organisation_id=unit),))
    await corrections.correct(db, number, Correction(organisation_id=unit), CHEN, LATER)
    assert (await found(db, number)).partners == ()


async def test_staff_change_the_tags(db: Database) -> None:
    before = await tags.every(db)
    assert [tag.linkage for tag in before] == sorted(
        (tag.linkage for tag in before), key=tags.LINKAGES.index
    )
    made = await tags.add(db, "culture", "邻居节")
    assert made is not None
    assert await tags.add(db, "safety", "邻居节") is None
    await tags.offer(db, made.id, is_offered=False)
    assert not next(tag for tag in await tags.every(db) if tag.id == made.id).is_offered
    again = await tags.add(db, "safety", "邻居节")
    assert again == made.model_copy(update={"linkage": "safety"})
    assert not await tags.rename(db, made.id, before[0].name)
    assert await tags.rename(db, made.id, "社区邻居节")
    assert "社区邻居节" in {tag.name for tag in await tags.every(db)}
