"""Many people at once: seeded into the database while the bot rests, as after a campaign."""

import sqlite3
from contextlib import closing

from tests.conversations.alliance import Alliance


async def crowd(alliance: Alliance, count: int) -> list[int]:
    """So many people who have pressed Start long ago; gives their ids."""
    await alliance["王主任"].is_quiet()
    await alliance.stop()
    world = alliance.world
    ids = [world.add_person(f"居民{number}").id for number in range(count)]
    for person in ids:
        world.person(person).started = True
    with closing(sqlite3.connect(alliance.settings.database)) as file, file:
        known = [(person, f"居民{number}") for number, person in enumerate(ids)]
        file.executemany("INSERT INTO people (id, name, is_reachable) VALUES (?, ?, 1)", known)
    await alliance.start()
    return ids
