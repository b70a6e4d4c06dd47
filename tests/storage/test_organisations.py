"""The register is taken over whole, and the same register twice changes nothing."""

from datetime import UTC, datetime

import pytest

from storage import organisations, people
from storage.database import Database
from storage.organisations import (
    Entry,
    Imported,
    Organisation,
    ShortNameTakenError,
    import_all,
    named,
)

NOW = datetime(2026, 8, 24, 2, 0, tzinfo=UTC)
XINGLONG = Entry(name="兴隆社区党支部", short_name="兴隆社区", category="community")
DEPOT = Entry(name="郑州兴隆国家粮食储备库党总支", short_name="兴隆粮库", category="stationed")
JUNGAN = Entry(name="军干四所党总支", short_name="军干四所", category="stationed")
COURT = Entry(name="惠济区人民法院党总支", short_name="惠济法院", category="stationed")


def kept(*entries: Entry) -> list[Organisation]:
    return [
        Organisation(id=number, position=number, **entry.model_dump())
        for number, entry in enumerate(entries, start=1)
    ]


async def short_names(db: Database) -> list[str]:
    return [one.short_name for one in await organisations.every(db)]


async def test_a_register_is_added_in_its_order(db: Database) -> None:
    assert await import_all(db, (JUNGAN, XINGLONG)) == Imported(added=2, changed=0, unchanged=0)
    assert await short_names(db) == ["军干四所", "兴隆社区"]


async def test_the_same_register_twice_changes_nothing(db: Database) -> None:
    await import_all(db, (JUNGAN, XINGLONG, DEPOT))
    before = await organisations.every(db)
    again = await import_all(db, (JUNGAN, XINGLONG, DEPOT))
    assert again == Imported(added=0, changed=0, unchanged=3)
    assert await organisations.every(db) == before


async def test_an_organisation_is_known_by_its_name(db: Database) -> None:
    await import_all(db, (JUNGAN, XINGLONG))
    old = (await organisations.every(db))[0]
    moved = JUNGAN.model_copy(update={"address": "文化路 1 号", "short_name": "军干所"})
    assert (await import_all(db, (moved, XINGLONG))).changed == 1
    assert await organisations.one(db, old.id) == Organisation(
        id=old.id, position=1, **moved.model_dump()
    )


async def test_a_new_full_name_keeps_the_organisation(db: Database) -> None:
    await import_all(db, (JUNGAN, XINGLONG))
    old = (await organisations.every(db))[0]
    renamed = JUNGAN.model_copy(update={"name": "军干四所党委"})
    done = await import_all(db, (renamed, XINGLONG))
    assert done == Imported(added=0, changed=1, unchanged=1)
    assert (await organisations.every(db))[0].id == old.id


async def test_two_may_exchange_their_short_names(db: Database) -> None:
    await import_all(db, (JUNGAN, XINGLONG))
    exchanged = (
        JUNGAN.model_copy(update={"short_name": "兴隆社区"}),
        XINGLONG.model_copy(update={"short_name": "军干四所"}),
    )
    assert (await import_all(db, exchanged)).changed == 2
    assert await short_names(db) == ["兴隆社区", "军干四所"]


async def test_a_short_name_that_another_has_is_refused_and_nothing_is_changed(
    db: Database,
) -> None:
    await import_all(db, (JUNGAN, XINGLONG))
    taking = JUNGAN.model_copy(update={"short_name": "兴隆社区"})
    with pytest.raises(ShortNameTakenError) as refused:
        await import_all(db, (DEPOT, taking))
    assert refused.value.owner == "兴隆社区党支部"
    assert await short_names(db) == ["军干四所", "兴隆社区"]


async def test_what_a_register_does_not_mention_stays_where_it_was(db: Database) -> None:
    await import_all(db, (XINGLONG, JUNGAN, COURT))
    await import_all(db, (DEPOT,))
    assert await short_names(db) == ["兴隆社区", "军干四所", "惠济法院", "兴隆粮库"]
    await import_all(db, (COURT, DEPOT, JUNGAN))
    assert await short_names(db) == ["兴隆社区", "惠济法院", "兴隆粮库", "军干四所"]


async def test_who_has_no_liaison(db: Database) -> None:
    await import_all(db, (XINGLONG, JUNGAN))
    first = (await organisations.every(db))[0]
    await people.appoint(db, 2001, first.id, 1001, NOW)
    assert [one.short_name for one in await organisations.without_liaison(db)] == ["军干四所"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("军干", ["军干四所"]),
        ("兴隆", ["兴隆社区", "兴隆粮库"]),
        (" 兴 隆　粮库 ", ["兴隆粮库"]),
        ("兴隆社区", ["兴隆社区"]),
        ("北京", []),
        ("　", []),
    ],
)
def test_organisations_are_found_by_part_of_a_name(words: str, found: list[str]) -> None:
    register = kept(XINGLONG, DEPOT, JUNGAN)
    assert [one.short_name for one in named(register, words)] == found


def test_full_width_letters_and_capitals_are_the_same() -> None:
    register = kept(Entry(name="Ｃ＆Ａ Trading", short_name="C&A", category="enterprise"))
    assert named(register, "c＆a trad") == tuple(register)
