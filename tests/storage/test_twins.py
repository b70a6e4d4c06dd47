"""Two reports of one activity: offered, joined with all that they have, or kept apart."""

from datetime import timedelta

import pytest

from storage import (
    activities,
    activity_history,
    activity_lists,
    corrections,
    partners,
    photos,
    tags,
    twins,
)
from storage.activity_lists import Wanted
from storage.corrections import Correction
from storage.database import Database
from storage.partners import Named
from storage.unsure import TWIN, Unsure
from tests.storage.activity_scene import (
    DAY,
    LATER,
    found,
    messages_of,
    receipt_is_sent,
    receipt_of,
    report,
    reported,
    sent,
)
from tests.storage.liuzhai import CHEN, LIU, NOW, WANG, gather


async def twin_of(db: Database, number: int) -> tuple[str, ...]:
    return (await found(db, number)).unsure.get(TWIN, Unsure()).may_be


@pytest.mark.parametrize(
    ("first", "second", "is_offered"),
    [
        ({"place": "活动室"}, {"place": "活 动室"}, True),
        ({"place": "活动室"}, {"place": "广场"}, False),
        ({"partners": 2}, {}, True),
        ({}, {"partners": 1}, True),
        ({"partners": 3}, {"partners": 3}, True),
        ({}, {}, False),
        ({"partners": 2}, {"held_on": DAY - timedelta(1)}, False),
        ({"held_on": None, "place": "活动室"}, {"held_on": None, "place": "活动室"}, False),
    ],
)
async def test_the_same_day_with_the_same_place_or_units_is_offered(
    db: Database, first: dict[str, object], second: dict[str, object], *, is_offered: bool
) -> None:
    units = await gather(db)

    def made(facts: dict[str, object]) -> dict[str, object]:
        named = facts.get("partners")
        if not isinstance(named, int):
            return facts
        return facts | {"partners": (Named(organisation_id=units[named - 1]),)}

    one = await reported(db, 1, organisation_id=units[0], title="甲", **made(first))
    two = await reported(db, 2, organisation_id=units[1], title="乙", **made(second))
    assert await twin_of(db, one) == ()
    assert await twin_of(db, two) == ((str(one),) if is_offered else ())


@pytest.mark.parametrize(("title", "is_offered"), [("金秋助学", True), ("义诊", False)])
async def test_a_unit_may_do_two_things_a_day(
    db: Database, title: str, *, is_offered: bool
) -> None:
    unit, *_ = await gather(db)
    await reported(db, 1, organisation_id=unit)
    two = await reported(db, 2, organisation_id=unit, title=title)
    assert bool(await twin_of(db, two)) == is_offered


async def test_a_correction_may_show_that_two_are_one(db: Database) -> None:
    unit, other, *_ = await gather(db)
    await reported(db, 1, organisation_id=unit, place="活动室")
    two = await reported(db, 2, organisation_id=other, held_on=None, place="活动室")
    assert await twin_of(db, two) == ()
    await corrections.correct(db, two, Correction(held_on=DAY), LIU, LATER)
    assert await twin_of(db, two) == ("1",)


async def test_two_that_are_kept_apart_are_not_offered_again(db: Database) -> None:
    unit, other, *_ = await gather(db)
    await reported(db, 1, organisation_id=unit, place="活动室")
    two = await reported(db, 2, organisation_id=other, place="活动室")
    await twins.keep_apart(db, two, 1)
    assert await twin_of(db, two) == ()
    await corrections.correct(db, two, Correction(served=5), LIU, LATER)
    assert await twin_of(db, two) == ()


async def joint(db: Database) -> tuple[int, int]:
    """Reports of 单位1 and of 单位2, which differ in what they say; gives the two units."""
    unit, other, *_ = await gather(db)
    first, second, *_ = await tags.every(db)
    await reported(db, 1, organisation_id=unit, place="活动室", tags=(first.id,), joined=30)
    await receipt_is_sent(db, 1)
    facts = {"place": "活动室", "served": 15, "joined": 30, "minutes": 120, "caption": "我们也去了"}
    two = {"organisation_id": other, "reporter_id": LIU, "tags": (first.id, second.id), **facts}
    await reported(db, 2, **two)
    return unit, other


async def test_joined_they_have_all_photos_both_captions_and_all_facts(db: Database) -> None:
    _, other = await joint(db)
    assert await twins.join(db, 2, 1, LIU, LATER) == 1
    whole = await found(db, 1)
    assert await messages_of(db, 1) == [1, 2]
    assert [(one.id, one.organisation, one.caption) for one in whole.accounts] == [
        (2, "单位2", "我们也去了")
    ]
    assert [(one.organisation_id, one.state) for one in whole.partners] == [(other, "confirmed")]
    assert (whole.minutes, whole.joined, whole.served) == (120, 30, 12)
    assert whole.unsure == {"served": Unsure(may_be=("12", "15"))}
    assert len(whole.tags) == 2
    assert (await found(db, 2)).part_of == 1
    assert (await found(db, 2)).photos == ()
    assert (await receipt_of(db, 1)).edit_owed
    changes = {(one.field, one.before, one.after) for one in await activity_history.history(db, 1)}
    assert changes == {("minutes", "", "120"), ("accounts", "", "2")}


async def test_joined_they_count_once_and_for_both(db: Database) -> None:
    unit, other = await joint(db)
    await twins.join(db, 2, 1, LIU, LATER)
    for wanted in (Wanted(), Wanted(organisation_id=unit), Wanted(organisation_id=other)):
        listing = await activity_lists.page(db, wanted, 1, 8)
        assert [line.id for line in listing.lines] == [1]


async def test_they_are_joined_once(db: Database) -> None:
    await joint(db)
    assert await twins.join(db, 2, 1, LIU, LATER) == 1
    assert await twins.join(db, 2, 1, LIU, LATER) is None
    assert await twins.join(db, 1, 1, LIU, LATER) is None
    assert await twins.join(db, 1, 99, LIU, LATER) is None


async def test_a_partner_that_was_asked_is_still_the_same_after_joining(db: Database) -> None:
    unit, other, third, *_ = await gather(db)
    named = (Named(organisation_id=third),)
    await reported(db, 1, organisation_id=unit, place="活动室")
    await reported(db, 2, organisation_id=other, place="活动室", partners=named)
    (asked,) = (await found(db, 2)).partners
    await twins.join(db, 2, 1, WANG, LATER)
    await partners.answer(db, [asked.id], LIU, LATER, was_part=True)
    joined = {one.organisation_id: one.state for one in (await found(db, 1)).partners}
    assert joined == {other: "confirmed", third: "confirmed"}


async def test_a_named_partner_that_reports_it_has_confirmed(db: Database) -> None:
    unit, other, *_ = await gather(db)
    await reported(db, 1, organisation_id=unit, partners=(Named(organisation_id=other),))
    await reported(db, 2, organisation_id=other, reporter_id=LIU)
    await twins.join(db, 2, 1, LIU, LATER)
    assert [one.state for one in (await found(db, 1)).partners] == ["confirmed"]


async def test_a_report_of_nobody_in_particular_gets_the_others_unit(db: Database) -> None:
    _, other, *_ = await gather(db)
    await reported(db, 1, place="活动室")
    await reported(db, 2, organisation_id=other, place="活动室")
    await twins.join(db, 1, 2, CHEN, LATER)
    whole = await found(db, 1)
    assert (whole.organisation, whole.partners) == ("单位2", ())


async def test_a_third_report_joins_what_was_joined(db: Database) -> None:
    unit, other, third, *_ = await gather(db)
    for number, organisation in enumerate((unit, other, third), start=1):
        await reported(db, number, organisation_id=organisation, place="活动室")
    await twins.join(db, 3, 2, WANG, LATER)
    assert await twin_of(db, 2) == ("1",)
    await twins.join(db, 2, 1, WANG, LATER)
    assert [one.id for one in (await found(db, 1)).accounts] == [2, 3]
    assert (await found(db, 3)).part_of == 1


async def test_late_photos_of_a_joined_album_come_along(db: Database) -> None:
    unit, other, *_ = await gather(db)
    await reported(db, 1, organisation_id=unit, place="活动室")
    told = report(5, organisation_id=other, place="活动室")
    await activities.report(db, told, sent(5), NOW)
    await twins.join(db, 2, 1, WANG, LATER)
    assert await photos.take_in(db, sent(6), LATER) == 1
    again = await activities.report(db, report(7, organisation_id=other), sent(7), LATER)
    assert again.activity_id == 1
    assert await messages_of(db, 1) == [1, 5, 6, 7]
