"""A backup is one file: the database, the photos that it names, and a manifest that proves them.

A tar, because photos do not shrink and any machine can open it. The manifest is its last member,
so a file that was cut off has none.
"""

import hashlib
import os
import sqlite3
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from storage.availability import UnavailableError, passing
from storage.sealing import head_in
from storage.soundness import ALONE, passes_every_check, reading
from storage.upgrade import revision
from storage.values import Value

FORMAT = 1
DATABASE, PHOTOS, MANIFEST = "gongjian.db", "photos/", "manifest.json"
STAMP = "%Y%m%dT%H%M%SZ"
PATIENCE = 30.0
"""Seconds that a copy waits for a lock: only a program that is not ours takes one."""
CHUNK = 1 << 20
KEPT = "SELECT path, sha256 FROM photos WHERE state = 'kept'"
OF_VOICES = "SELECT path, sha256 FROM voice_parts WHERE path IS NOT NULL"
HAS_VOICES = "SELECT 1 FROM sqlite_master WHERE name = 'voice_parts'"
"""A backup may be older than they are."""


class Manifest(Value):
    """What a backup holds; `missing` are photos that were not on disk, or not as they were kept."""

    format: int = FORMAT
    made_at: datetime
    revision: str
    rows: dict[str, int]
    database: str
    photos: dict[str, str]
    missing: tuple[str, ...] = ()
    head: str = ""
    """Of the record of changes; empty when the database is older than the record."""


class UnsoundCopyError(Exception):
    """The copy of the database does not pass its checks, so it was not kept."""


class StoppedError(Exception):
    """The one who asked for the copy did not want it any more."""


def name_of(now: datetime) -> str:
    """The name of a backup made at that moment, in UTC: the order of names is that of time."""
    return f"gongjian-{now.astimezone(UTC):{STAMP}}.tar"


def made_at(path: Path) -> datetime | None:
    """When a backup of that name was made; None: it is not named as one."""
    try:
        return datetime.strptime(path.name, f"gongjian-{STAMP}.tar").replace(tzinfo=UTC)
    except ValueError:
        return None


def copy(
    database: Path,
    photos: Path,
    target: Path,
    now: datetime,
    wanted: Callable[[], bool] = lambda: True,
) -> Manifest:
    """Writes a backup while the bot is at work; all that was committed before is in it.

    At `target` there is a whole and checked file after this, or what was there before. Raises
    OSError, UnsoundCopyError, sqlite3.Error, UnavailableError when the file is locked or the disk
    is full; StoppedError once it is not `wanted`.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".copy-") as folder:
        duplicate, part = Path(folder) / DATABASE, Path(folder) / target.name
        with passing():
            _duplicate(database, duplicate)
        with part.open("wb") as file:
            manifest = _write(file, duplicate, photos, now, wanted)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    sync(target.parent)
    return manifest


def rows_of(database: Path) -> dict[str, int]:
    """How many rows each table of a file without a log has."""
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    with reading(database, ALONE) as connection:
        names = [str(name) for (name,) in connection.execute(f"{tables} ORDER BY name")]
        counts = (f'SELECT count(*) FROM "{name}"' for name in names)  # noqa: S608 - names of tables
        return {n: connection.execute(c).fetchone()[0] for n, c in zip(names, counts, strict=True)}


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync(folder: Path) -> None:
    """What was renamed in the folder is so on disk after this."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


@contextmanager
def kept_photos(database: Path) -> Iterator[Iterator[tuple[str, str]]]:
    """Path and SHA-256 of each photo that a file without a log says is on disk."""
    with reading(database, ALONE) as connection:
        has_voices = connection.execute(HAS_VOICES).fetchone() is not None
        kept = f"{KEPT} UNION {OF_VOICES}" if has_voices else f"{KEPT} GROUP BY path, sha256"
        rows = connection.execute(f"{kept} ORDER BY path")
        yield ((str(path), str(digest)) for path, digest in rows)


def _duplicate(database: Path, duplicate: Path) -> None:
    """SQLite's online backup in one step: one state of the file, whatever is written meanwhile."""
    source = sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True, timeout=PATIENCE)
    with closing(source), closing(sqlite3.connect(duplicate)) as target:
        source.backup(target, progress=_give_up_when_locked)
    if not passes_every_check(duplicate):
        raise UnsoundCopyError(database)


def _give_up_when_locked(status: int, _remaining: int, _total: int) -> None:
    """Else the library tries for ever."""
    if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        raise UnavailableError("database is locked")


def _write(
    file: IO[bytes], duplicate: Path, photos: Path, now: datetime, wanted: Callable[[], bool]
) -> Manifest:
    there: dict[str, str] = {}
    missing: list[str] = []
    with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as tar:
        _add(tar, duplicate, DATABASE, now)
        with kept_photos(duplicate) as kept:
            for path, digest in kept:
                if not wanted():
                    raise StoppedError
                if _is_there(photos / path, digest):
                    _add(tar, photos / path, PHOTOS + path, now)
                    there[path] = digest
                else:
                    missing.append(path)
        manifest = Manifest(
            made_at=now.astimezone(UTC),
            revision=revision(duplicate) or "",
            rows=rows_of(duplicate),
            database=digest_of(duplicate),
            photos=there,
            missing=tuple(missing),
            head=_head_of(duplicate),
        )
        last = duplicate.with_name(MANIFEST)
        last.write_text(manifest.model_dump_json(indent=1), encoding="utf-8")
        _add(tar, last, MANIFEST, now)
    return manifest


def _head_of(database: Path) -> str:
    with reading(database, ALONE) as connection:
        return str(head_in(connection) or "")


def _is_there(photo: Path, digest: str) -> bool:
    return photo.is_file() and digest_of(photo) == digest


def _add(tar: tarfile.TarFile, path: Path, name: str, now: datetime) -> None:
    """Bounded memory: tarfile would remember every member until the end."""
    entry = tarfile.TarInfo(name)
    entry.size, entry.mtime, entry.mode = path.stat().st_size, int(now.timestamp()), 0o600
    with path.open("rb") as file:
        tar.addfile(entry, file)
    tar.members = []  # type: ignore[attr-defined]  # its own list
