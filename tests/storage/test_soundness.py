"""A damaged file is refused, and not a byte of it, nor of its log, changes."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from storage.soundness import is_sound
from storage.upgrade import SpoiltDatabaseError, upgrade
from tests.storage.copy_scene import NOW, ask, contents, furnish

PAGE = 4096
Damage = Callable[[bytearray, random.Random], bytes]


def cut(data: bytearray, dice: random.Random) -> bytes:
    return bytes(data[: dice.randrange(1, len(data) - 1)])


def flip_in_header(data: bytearray, dice: random.Random) -> bytes:
    data[dice.randrange(16)] ^= 0xFF
    return bytes(data)


def spoil_tree(data: bytearray, dice: random.Random) -> bytes:
    """The first bytes of a page say what it is and where its cells are."""
    start = dice.randrange(1, len(data) // PAGE) * PAGE
    data[start : start + 8] = bytes(dice.randrange(128, 256) for _ in range(8))
    return bytes(data)


def zero_page(data: bytearray, dice: random.Random) -> bytes:
    start = dice.randrange(1, len(data) // PAGE) * PAGE
    data[start : start + PAGE] = bytes(PAGE)
    return bytes(data)


def letter(data: bytearray, dice: random.Random) -> bytes:
    return b"This is a letter, not a database.\n" * dice.randrange(1, len(data) // 40)


def nothing(_data: bytearray, _dice: random.Random) -> bytes:
    return b""


@pytest.fixture(scope="module")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database at rest, to be copied; every page of it is in use."""
    database = furnish(tmp_path_factory.mktemp("healthy"), photos=100)
    ask(database, "VACUUM")
    assert len(database.read_bytes()) % PAGE == 0
    return database


@pytest.fixture(scope="module")
def in_use(healthy: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As a kill leaves it: a log beside the file, with answers that are nowhere else."""
    folder = tmp_path_factory.mktemp("in_use")
    shutil.copy(healthy, folder / "open.db")
    with closing(sqlite3.connect(folder / "open.db")) as writing:
        writing.execute("UPDATE people SET name = '周师傅'")
        writing.commit()
        for end in ("", "-wal"):
            shutil.copy(folder / f"open.db{end}", folder / f"gongjian.db{end}")
    return folder / "gongjian.db"


def is_refused_untouched(folder: Path) -> bool:
    before = contents(folder)
    with pytest.raises(SpoiltDatabaseError):
        upgrade(folder / "gongjian.db", NOW)
    return contents(folder) == before


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(
    "damage",
    [cut, flip_in_header, spoil_tree, zero_page, letter, nothing],
    ids=lambda d: d.__name__,
)
def test_a_damaged_file_is_refused_untouched(
    healthy: Path, tmp_path: Path, damage: Damage, seed: int
) -> None:
    data = damage(bytearray(healthy.read_bytes()), random.Random(seed))  # noqa: S311 - for tests
    (tmp_path / "gongjian.db").write_bytes(data)
    assert is_refused_untouched(tmp_path)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("part", ["file", "log"])
def test_damage_beside_a_log_is_refused_untouched(
    in_use: Path, tmp_path: Path, part: str, seed: int
) -> None:
    dice = random.Random(seed)  # noqa: S311 - for tests
    log = bytearray(in_use.with_name("gongjian.db-wal").read_bytes())
    data = bytearray(in_use.read_bytes())
    if part == "log":
        log[dice.randrange(32)] ^= 0xFF
    (tmp_path / "gongjian.db").write_bytes(cut(data, dice) if part == "file" else data)
    (tmp_path / "gongjian.db-wal").write_bytes(log)
    assert is_refused_untouched(tmp_path)


def test_a_log_that_is_garbage_is_refused_untouched(healthy: Path, tmp_path: Path) -> None:
    shutil.copy(healthy, tmp_path / "gongjian.db")
    (tmp_path / "gongjian.db-wal").write_bytes(b"no log at all " * 1000)
    assert is_refused_untouched(tmp_path)


@pytest.mark.parametrize("log", [b"", bytes(32), b"\x37\x7f\x06"])
def test_a_log_that_held_nothing_is_no_damage(healthy: Path, tmp_path: Path, log: bytes) -> None:
    shutil.copy(healthy, tmp_path / "gongjian.db")
    (tmp_path / "gongjian.db-wal").write_bytes(log)
    before = contents(tmp_path)
    assert is_sound(tmp_path / "gongjian.db")
    assert contents(tmp_path) == before


def test_what_a_kill_leaves_is_sound_and_not_touched_by_looking(
    in_use: Path, tmp_path: Path
) -> None:
    for end in ("", "-wal"):
        shutil.copy(f"{in_use}{end}", tmp_path)
    before = contents(tmp_path)
    assert is_sound(tmp_path / "gongjian.db")
    assert contents(tmp_path) == before
    assert ask(tmp_path / "gongjian.db", "SELECT name FROM people") == [("周师傅",)]


def test_an_index_left_by_a_kill_is_not_touched_either(in_use: Path, tmp_path: Path) -> None:
    for end in ("", "-wal"):
        shutil.copy(f"{in_use}{end}", tmp_path)
    (tmp_path / "gongjian.db-shm").write_bytes(b"\x01" * 32768)
    before = contents(tmp_path)
    assert is_sound(tmp_path / "gongjian.db")
    assert contents(tmp_path) == before


def test_a_byte_inside_a_text_is_not_seen(healthy: Path, tmp_path: Path) -> None:
    """What docs/backup.md says: SQLite keeps no sum of its pages; the backup does."""
    data = healthy.read_bytes()
    assert data.count("老周".encode()) == 1
    (tmp_path / "gongjian.db").write_bytes(data.replace("老周".encode(), "老用".encode()))
    assert is_sound(tmp_path / "gongjian.db")
