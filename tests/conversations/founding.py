"""What every conversation begins with, made once for many of them."""

import sqlite3
from contextlib import closing
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from simulator.world import World
from simulator.world.menu import Menu


@dataclass(frozen=True)
class Founding:
    """A database, and the menus that Telegram has of its bot."""

    database: bytes
    menu: Menu

    def give(self, path: Path, world: World) -> None:
        """A conversation of its own begins with it."""
        path.write_bytes(self.database)
        world.menu = deepcopy(self.menu)

    def after(self, path: Path, world: World) -> "Founding":
        """The same with the menus that the bot, at work on `path`, has told Telegram by now."""
        with closing(sqlite3.connect(path)) as file:
            menus = file.execute("SELECT scope, language, digest FROM menus").fetchall()
        beside = path.with_name("founding.db")
        beside.write_bytes(self.database)
        with closing(sqlite3.connect(beside)) as file, file:
            file.executemany("INSERT INTO menus (scope, language, digest) VALUES (?, ?, ?)", menus)
        after = taken(beside, world)
        beside.unlink()
        return after


def taken(path: Path, world: World) -> Founding:
    """The database that nobody has open."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # all of it in the one file
    return Founding(path.read_bytes(), deepcopy(world.menu))
