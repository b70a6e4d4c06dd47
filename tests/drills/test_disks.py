"""A disk without room, and files that are locked or damaged; the drills would find faults out."""

from drills import corrupt_start, db_locked, disk_full
from drills.outcomes import Order, timeless
from drills.zygote import Zygote
from tests.drills.test_kill9 import broken

SHORT = (3.0, 6.0)


async def test_a_full_disk_loses_nothing(zygote: Zygote) -> None:
    outcomes = await disk_full.run(Order(seed=7, tries=3), zygote, full=SHORT)
    assert timeless(outcomes) == []


async def test_what_is_confirmed_before_it_is_kept_is_missed(zygote: Zygote) -> None:
    order = Order(seed=7, tries=1, without=("confirming last",))
    outcomes = await disk_full.run(order, zygote, full=SHORT, after=10.0)
    assert "is answered once there is room" in broken(outcomes)


async def test_a_locked_database_loses_nothing(zygote: Zygote) -> None:
    order = Order(seed=7, tries=1, without=("patience",))
    outcomes = await db_locked.run(order, zygote, holds=(4.0,))
    assert timeless(outcomes) == []


async def test_what_is_confirmed_while_it_is_locked_is_missed(zygote: Zygote) -> None:
    order = Order(seed=7, tries=1, without=("patience", "confirming last"))
    outcomes = await db_locked.run(order, zygote, holds=(4.0,), after=3.0)
    assert "is answered once the lock is gone" in broken(outcomes)


async def test_a_damaged_file_is_refused_and_untouched(zygote: Zygote) -> None:
    outcomes = await corrupt_start.run(Order(seed=7, tries=6), zygote)
    assert timeless(outcomes) == []


async def test_a_start_that_looks_at_nothing_is_found_out(zygote: Zygote) -> None:
    order = Order(seed=7, tries=2, without=("soundness",))
    assert "is refused" in broken(await corrupt_start.run(order, zygote))
