"""A register's file is taken over as it was shown, against the register as it is then, or not."""

from datetime import timedelta

import pytest

from storage import alterations, comparisons, imports, organisations, registers
from storage.alterations import Outcome
from storage.comparisons import Plan
from storage.database import Database
from storage.imports import (
    APPLIED,
    DROPPED,
    FAILED,
    KEPT,
    ORGANISATIONS,
    POINTS,
    READ,
    TRIES,
    WAITING,
    Applied,
    Import,
)
from storage.organisations import Entry, Organisation
from tests.storage.liuzhai import LI, NOW, WANG

JUNGAN = Entry(name="军干四所党总支", short_name="军干四所", category="stationed", notes="会议场地")
COURT = Entry(name="惠济区人民法院党总支", short_name="惠济法院", category="stationed")
SCHOOL = Entry(name="东风路小学党支部", short_name="东风路小学", category="stationed")
CALLED = JUNGAN.model_copy(update={"phone": "12345"})
FILE = (Entry.model_validate(JUNGAN.model_dump() | {"phone": "12345"}), SCHOOL)


def rows(text: str) -> tuple[Entry, ...]:
    assert text == "two rows"
    return FILE


@pytest.fixture
async def read(db: Database) -> int:
    """The id of a file that was read: 军干四所 gets a phone, 东风路小学 joins."""
    await organisations.import_all(db, (JUNGAN, COURT))
    await imports.take(db, "file", "名册.xlsx", WANG, WANG, NOW)
    waiting = await imports.begin(db)
    assert waiting is not None
    await imports.read(db, waiting.id, "two rows", ORGANISATIONS)
    return waiting.id


async def one(db: Database, import_id: int) -> Import:
    found = await imports.one(db, import_id)
    assert found is not None
    return found


async def planned(db: Database) -> Plan:
    return (await registers.kept(db)).plan(FILE)


async def apply(db: Database, import_id: int, mark: int) -> Applied:
    shown = import_id, ORGANISATIONS, mark, rows
    return await imports.apply(db, *shown, WANG, NOW, registers.take_over)


async def names(db: Database) -> list[str]:
    return [one.short_name for one in await organisations.every(db)]


async def test_it_is_taken_over_once(db: Database, read: int) -> None:
    plan = await planned(db)
    assert [row.short_name for row in plan.added] == ["东风路小学"]
    assert [(one.old.short_name, dict(one.new)) for one in plan.changed] == [
        ("军干四所", {"phone": "12345"})
    ]
    assert (plan.unchanged, plan.left_out) == (0, 1)
    assert await apply(db, read, plan.mark) is Applied.DONE
    assert await names(db) == ["军干四所", "东风路小学", "惠济法院"]
    done = await one(db, read)
    assert (done.state, done.reading, done.added, done.changed) == (APPLIED, "", 1, 1)
    assert await apply(db, read, plan.mark) is Applied.OVER
    assert not await imports.drop(db, read, ORGANISATIONS, NOW)
    assert not (await planned(db)).does_something


async def test_the_number_of_another_kinds_file_is_nobodys(db: Database, read: int) -> None:
    plan = await planned(db)
    assert not await imports.turn(db, read, POINTS, 2)
    assert not await imports.drop(db, read, POINTS, NOW)
    shown = read, POINTS, plan.mark, rows
    assert await imports.apply(db, *shown, WANG, NOW, registers.take_over) is Applied.OVER
    assert (await one(db, read)).state == READ
    assert await imports.turn(db, read, ORGANISATIONS, 2)
    assert (await one(db, read)).page == 2


async def test_what_changed_since_it_was_shown_is_shown_first(db: Database, read: int) -> None:
    plan = await planned(db)
    first = (await organisations.every(db))[0]
    done = await alterations.alter(db, first.id, "phone", "", "110", LI, NOW)
    assert done.outcome is Outcome.DONE
    assert await apply(db, read, plan.mark) is Applied.OTHERWISE
    assert await names(db) == ["军干四所", "惠济法院"]
    assert (await one(db, read)).state == READ
    again = await planned(db)
    assert again.mark != plan.mark
    assert await apply(db, read, again.mark) is Applied.DONE


async def test_what_it_wrote_over_can_be_undone(db: Database, read: int) -> None:
    first = (await organisations.every(db))[0]
    await alterations.alter(db, first.id, "phone", "", "110", LI, NOW)
    await apply(db, read, (await planned(db)).mark)
    met = await alterations.alter(db, first.id, "phone", "110", "119", LI, NOW)
    assert met.outcome is Outcome.MEANWHILE
    assert met.alteration is not None
    undone = await alterations.undo(db, met.alteration.id - 1, LI, NOW)
    assert undone.outcome is Outcome.DONE
    assert (await organisations.one(db, first.id) or first).phone == "110"


async def test_it_can_be_left(db: Database, read: int) -> None:
    assert await imports.drop(db, read, ORGANISATIONS, NOW)
    assert (await one(db, read)).state == DROPPED
    assert await apply(db, read, (await planned(db)).mark) is Applied.OVER
    assert await names(db) == ["军干四所", "惠济法院"]


async def test_what_nobody_settled_is_let_go_after_a_month(db: Database, read: int) -> None:
    await imports.take(db, "file", "又.xlsx", WANG, WANG, NOW + KEPT)
    assert (await one(db, read)).state == READ
    await imports.take(db, "file", "又.xlsx", WANG, WANG, NOW + KEPT + timedelta(seconds=1))
    assert ((await one(db, read)).state, (await one(db, read)).reading) == (DROPPED, "")


async def test_a_file_that_ends_the_reader_is_given_up(db: Database) -> None:
    await imports.take(db, "file", "名册.xlsx", WANG, WANG, NOW)
    begun = [await imports.begin(db) for _ in range(TRIES + 1)]
    assert [found.state for found in begun if found] == [WAITING] * TRIES
    assert begun[0] is not None
    assert (await one(db, begun[0].id)).state == FAILED


def kept(*entries: Entry) -> tuple[Organisation, ...]:
    return tuple(
        Organisation(id=n, position=n, **entry.model_dump()) for n, entry in enumerate(entries, 1)
    )


def test_a_column_that_the_file_does_not_have_stays() -> None:
    bare = Entry(name=JUNGAN.name, short_name=JUNGAN.short_name, category=JUNGAN.category)
    assert not comparisons.plan(kept(CALLED), [bare]).does_something
    emptied = Entry.model_validate(bare.model_dump(exclude_unset=True) | {"phone": ""})
    (changed,) = comparisons.plan(kept(CALLED), [emptied]).changed
    assert dict(changed.new) == {"phone": ""}


def test_a_new_name_becomes_the_old_ones_successor() -> None:
    renamed = Entry(name="军干四所党委", short_name="军干四所", category="stationed")
    (changed,) = comparisons.plan(kept(JUNGAN), [renamed]).changed
    assert dict(changed.new) == {"name": "军干四所党委", "former_names": "军干四所党总支"}
    said = Entry.model_validate(renamed.model_dump(exclude_unset=True) | {"former_names": ""})
    (changed,) = comparisons.plan(kept(JUNGAN), [said]).changed
    assert dict(changed.new) == {"name": "军干四所党委"}


def test_who_has_left_comes_back_and_keeps_the_own_name() -> None:
    (gone,) = kept(COURT)
    gone = gone.model_copy(update={"retired_at": NOW})
    (back,) = comparisons.plan([gone], [COURT]).changed
    assert back.comes_back
    other = Entry(name="另一家", short_name="惠济法院", category="social")
    assert comparisons.plan([gone], [other]).changed[0].new["name"] == "另一家"
    both = comparisons.plan([gone, *kept(JUNGAN)], [JUNGAN])
    assert both.left_out == 0
