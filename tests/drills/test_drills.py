"""Each drill in short: it finds nothing, and without the protection that it tries it does."""

import pytest

from drills import (
    album_shuffle,
    ambiguous_send,
    anonymous_admin,
    backlog,
    blocked_people,
    clock_jump,
    flood_429,
    forged_press,
    fuzz_updates,
    migrate_group,
    restore,
    sign_up,
    two_instances,
)
from drills.outcomes import Drill, Order, timeless
from drills.zygote import Zygote

DRILLS = [
    (ambiguous_send.DRILL, 120, "ambiguity"),
    (flood_429.DRILL, 6, "hold"),
    (clock_jump.DRILL, 4, "completion"),
    (clock_jump.ASLEEP, 3, "merging"),
    (two_instances.DRILL, 1, "giving way"),
    (migrate_group.DRILL, 2, "migration"),
    (blocked_people.DRILL, 1, "standing in"),
    (album_shuffle.DRILL, 1, "joining"),
    (sign_up.DRILL, 8, "inbox"),
    (restore.DRILL, 4, restore.ONLINE),
    (forged_press.DRILL, 240, "roles"),
    (anonymous_admin.DRILL, 1, "roles"),
    (fuzz_updates.DRILL, 150, "reading"),
    (backlog.DRILL, 3000, "bounds"),
]
NAMES = [drill.name for drill, _, _ in DRILLS]


@pytest.mark.parametrize(("drill", "tries", "_protection"), DRILLS, ids=NAMES)
async def test_every_promise_holds(
    zygote: Zygote, drill: Drill, tries: int, _protection: str
) -> None:
    outcomes = await drill.run(Order(seed=11, tries=tries), zygote)
    assert timeless(outcomes) == []
    assert all(outcome.tries for outcome in outcomes)


@pytest.mark.parametrize(("drill", "tries", "protection"), DRILLS, ids=NAMES)
async def test_without_its_protection_it_finds_the_fault(
    zygote: Zygote, drill: Drill, tries: int, protection: str
) -> None:
    order = Order(seed=11, tries=tries, without=(protection,))
    outcomes = await drill.run(order, zygote)
    assert any(outcome.violations for outcome in outcomes)
