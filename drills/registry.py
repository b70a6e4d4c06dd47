"""The drills, in the order in which they are run."""

from drills import (
    album_shuffle,
    ambiguous_send,
    anonymous_admin,
    blocked_people,
    clock_jump,
    corrupt_start,
    db_locked,
    disk_full,
    flood_429,
    forged_press,
    fuzz_updates,
    kill9,
    migrate_group,
    poll_torn,
    restore,
    server_down,
    two_instances,
)
from drills.outcomes import Drill

DRILLS: tuple[Drill, ...] = (
    kill9.DRILL,
    ambiguous_send.DRILL,
    flood_429.DRILL,
    poll_torn.DRILL,
    server_down.DRILL,
    disk_full.DRILL,
    db_locked.DRILL,
    corrupt_start.DRILL,
    clock_jump.DRILL,
    clock_jump.ASLEEP,
    two_instances.DRILL,
    migrate_group.DRILL,
    blocked_people.DRILL,
    album_shuffle.DRILL,
    forged_press.DRILL,
    anonymous_admin.DRILL,
    fuzz_updates.DRILL,
    restore.DRILL,
)
