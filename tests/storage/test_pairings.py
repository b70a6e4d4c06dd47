"""Who is paired with which community: known from both sides, once, and not of who has left."""

from datetime import date

import pytest
from sqlalchemy import update

from storage import organisations, pairings
from storage.database import Database
from storage.organisations import Entry
from storage.pairings import Paired
from storage.tables import organisations as register
from tests.storage.liuzhai import LI, NOW, WANG

STREET, XINGLONG, TONGLE, COURT, SCHOOL = (
    Entry(name=f"{short_name}党支部", short_name=short_name, category=category)
    for short_name, category in (
        ("街道", "street"),
        ("兴隆社区", "community"),
        ("同乐社区", "community"),
        ("惠济法院", "stationed"),
        ("第六十中学", "stationed"),
    )
)
SINCE = date(2016, 8, 24)


@pytest.fixture
async def ids(db: Database) -> dict[str, int]:
    await organisations.import_all(db, (STREET, XINGLONG, TONGLE, COURT, SCHOOL))
    return {one.short_name: one.id for one in await organisations.every(db)}


async def pairs(db: Database) -> list[tuple[str, str]]:
    return [(one.organisation, one.community) for one in await pairings.every(db)]


async def test_a_pairing_is_known_from_both_sides(db: Database, ids: dict[str, int]) -> None:
    court, xinglong = ids["惠济法院"], ids["兴隆社区"]
    done = await pairings.pair(db, court, xinglong, WANG, NOW, SINCE, "法律咨询")
    assert done is Paired.DONE
    (from_here,) = await pairings.of(db, court)
    assert (from_here,) == await pairings.of(db, xinglong)
    assert (from_here.organisation, from_here.community) == ("惠济法院", "兴隆社区")
    assert (from_here.since, from_here.note, from_here.paired_by) == (SINCE, "法律咨询", WANG)
    assert await pairings.of(db, ids["同乐社区"]) == ()


async def test_who_pairs_them_again_changes_nothing(db: Database, ids: dict[str, int]) -> None:
    court, xinglong = ids["惠济法院"], ids["兴隆社区"]
    await pairings.pair(db, court, xinglong, WANG, NOW, SINCE)
    before = await pairings.every(db)
    assert await pairings.pair(db, court, xinglong, LI, NOW) is Paired.AGAIN
    assert await pairings.every(db) == before


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("惠济法院", "第六十中学"),
        ("兴隆社区", "同乐社区"),
        ("兴隆社区", "兴隆社区"),
        ("街道", "兴隆社区"),
        ("惠济法院", "惠济法院"),
    ],
)
async def test_only_a_unit_and_a_community_are_paired(
    db: Database, ids: dict[str, int], one: str, other: str
) -> None:
    assert await pairings.pair(db, ids[one], ids[other], WANG, NOW) is Paired.NOT_SO
    assert await pairings.pair(db, 999, ids["兴隆社区"], WANG, NOW) is Paired.NOT_SO
    assert await pairings.every(db) == ()


async def test_what_was_taken_away_is_given_back_to_the_caller(
    db: Database, ids: dict[str, int]
) -> None:
    court, xinglong, tongle = ids["惠济法院"], ids["兴隆社区"], ids["同乐社区"]
    await pairings.pair(db, court, tongle, WANG, NOW)
    await pairings.pair(db, court, xinglong, WANG, NOW, SINCE, "法律咨询")
    gone = await pairings.unpair(db, court, xinglong)
    assert gone is not None
    assert (gone.since, gone.note) == (SINCE, "法律咨询")
    assert await pairs(db) == [("惠济法院", "同乐社区")]
    assert await pairings.unpair(db, court, xinglong) is None


async def test_they_come_in_the_registers_order(db: Database, ids: dict[str, int]) -> None:
    for unit, community in (
        ("第六十中学", "同乐社区"),
        ("第六十中学", "兴隆社区"),
        ("惠济法院", "兴隆社区"),
    ):
        await pairings.pair(db, ids[unit], ids[community], WANG, NOW)
    assert await pairs(db) == [
        ("惠济法院", "兴隆社区"),
        ("第六十中学", "兴隆社区"),
        ("第六十中学", "同乐社区"),
    ]


async def test_who_has_nobody_is_named_but_never_the_street(
    db: Database, ids: dict[str, int]
) -> None:
    await pairings.pair(db, ids["惠济法院"], ids["兴隆社区"], WANG, NOW)
    names = [one.short_name for one in await pairings.without(db)]
    assert names == ["同乐社区", "第六十中学"]


async def test_who_left_is_paired_with_nobody_and_paired_again_when_back(
    db: Database, ids: dict[str, int]
) -> None:
    court, xinglong = ids["惠济法院"], ids["兴隆社区"]
    await pairings.pair(db, court, xinglong, WANG, NOW)
    this = update(register).where(register.c.id == court)
    await db.write(lambda connection: connection.execute(this.values(retired_at=NOW)))
    assert await pairings.every(db) == await pairings.of(db, xinglong) == ()
    assert [one.short_name for one in await pairings.without(db)] == [
        "兴隆社区",
        "同乐社区",
        "第六十中学",
    ]
    assert await pairings.pair(db, court, ids["同乐社区"], WANG, NOW) is Paired.NOT_SO
    await db.write(lambda connection: connection.execute(this.values(retired_at=None)))
    assert await pairs(db) == [("惠济法院", "兴隆社区")]
