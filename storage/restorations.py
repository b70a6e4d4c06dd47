"""What a backup holds, whether it is good, and putting it in the place of what is there."""

import hashlib
import os
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path, PurePosixPath
from typing import IO

from pydantic import ValidationError

from storage.copies import (
    CHUNK,
    DATABASE,
    FORMAT,
    MANIFEST,
    PHOTOS,
    Manifest,
    kept_photos,
    made_at,
    rows_of,
    sync,
)
from storage.soundness import passes_every_check
from storage.upgrade import is_known, revision

READY = "restoring-"
ASIDE = "gongjian-before-restore-"
SINCE_THEN = "restored from a backup: perhaps sent since"
LONGEST_MANIFEST = 1 << 28
"""Bytes: a million photos have a manifest half as long."""
SPOILT = (tarfile.TarError, EOFError, ValueError, LookupError, ArithmeticError)
"""What tarfile raises of bytes that are no tar."""
NAMED = "%Y%m%dT%H%M%S"


class BadCopyError(Exception):
    """A file that cannot be restored from.

    `why`: `unreadable` (no backup of ours), `incomplete` (cut off, or a part is missing), `changed`
    (not what was written), `damaged` (the database in it), `newer` (by a newer Gongjian).
    """

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def check(file: Path, room: Path | None = None) -> Manifest:
    """What a backup holds; every byte was read. Raises BadCopyError, and OSError for want of room.

    In the folder `room` (or the machine's temporary one) the database is unpacked for a while.
    """
    with tempfile.TemporaryDirectory(dir=room, prefix=".check-") as folder:
        return _unpack(file, Path(folder), photos=False)


def newest_good(folder: Path, room: Path | None = None) -> Path | None:
    """The newest backup in a folder that can be restored from; None: there is none."""
    named = [path for path in folder.glob("*.tar") if made_at(path) is not None]
    for path in sorted(named, reverse=True):
        try:
            check(path, room)
        except (BadCopyError, OSError):
            continue
        return path
    return None


def restore(file: Path, folder: Path, now: datetime) -> Path:
    """Puts a backup in the place of the folder's data; returns where those were set aside.

    The caller holds the folder's lock. Until all is verified nothing changes; cut off after that,
    `finish` goes on with it. Raises BadCopyError, OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stamp = _free(folder, f"{now.astimezone(UTC):{NAMED}}")
    with tempfile.TemporaryDirectory(dir=folder, prefix=".restore-") as there:
        unpacked = Path(there) / "whole"
        unpacked.mkdir()
        _unpack(file, unpacked, photos=True)
        (unpacked / PHOTOS).mkdir(exist_ok=True)
        _doubt(unpacked / DATABASE)
        _sync_all(unpacked)
        unpacked.replace(folder / f"{READY}{stamp}")
    sync(folder)
    finish(folder)
    return folder / f"{ASIDE}{stamp}"


def finish(folder: Path) -> bool:
    """Goes on with a restore that was cut off; whether there was one. The caller has the lock."""
    ready = sorted(folder.glob(f"{READY}*"))
    for one in ready:
        aside = folder / one.name.replace(READY, ASIDE)
        aside.mkdir(exist_ok=True)
        _exchange(one, folder, aside)
        one.rmdir()
        sync(folder)
    return bool(ready)


def _doubt(database: Path) -> None:
    """What was still to be sent may have been sent since the backup: staff decide about it."""
    with closing(sqlite3.connect(database)) as restored, restored:
        restored.execute(
            "UPDATE deliveries SET state = 'unknown', fault = ?"
            " WHERE state IN ('pending', 'sending')",
            (SINCE_THEN,),
        )


def _free(folder: Path, stamp: str) -> str:
    """A stamp under which nothing was set aside yet."""
    counted = (f"{stamp}-{n}" for n in count(2))
    names = chain([stamp], counted)
    return next(name for name in names if not (folder / f"{ASIDE}{name}").exists())


def _exchange(ready: Path, folder: Path, aside: Path) -> None:
    """A part that is in `ready` still was not exchanged: what has its place is the old one."""
    photos = PHOTOS.rstrip("/")
    for part, old in ((DATABASE, ("-wal", "-shm", "")), (photos, ("",))):
        if not (ready / part).exists():
            continue
        for end in old:
            if (folder / f"{part}{end}").exists():
                (folder / f"{part}{end}").replace(aside / f"{part}{end}")
        sync(aside)
        sync(folder)
        (ready / part).replace(folder / part)
        sync(folder)


def _unpack(file: Path, folder: Path, *, photos: bool) -> Manifest:
    """Reads all of it once, in pieces; the database comes to the folder, photos if wished."""
    seen: dict[str, str] = {}
    with _members(file) as members:
        for name, content in members:
            wanted = name in {DATABASE, MANIFEST} or photos
            seen[name] = _take(content, _inside(folder, name) if wanted else None)
    return _verified(folder, seen)


@contextmanager
def _members(file: Path) -> Iterator[Iterator[tuple[str, IO[bytes]]]]:
    """Name and content of each file in a tar, one after the other."""
    try:
        tar = tarfile.open(file, "r:")  # noqa: SIM115 - closed below; its faults are the file's own
    except (OSError, *SPOILT) as error:
        raise BadCopyError("unreadable") from error
    with tar:
        try:
            yield _each(tar)
        except SPOILT as error:
            raise BadCopyError("unreadable") from error


def _each(tar: tarfile.TarFile) -> Iterator[tuple[str, IO[bytes]]]:
    while (entry := tar.next()) is not None:
        content = tar.extractfile(entry) if entry.isreg() else None
        if content is None:
            raise BadCopyError("unreadable")
        yield entry.name, content
        tar.members = []  # type: ignore[attr-defined]  # else it remembers each until the end


def _inside(folder: Path, name: str) -> Path:
    """Where a member goes. A tar may name any place of the machine; ours names these."""
    path = PurePosixPath(name)
    if name not in {DATABASE, MANIFEST} and not name.startswith(PHOTOS):
        raise BadCopyError("unreadable")
    if ".." in path.parts or path.is_absolute() or "\0" in name:
        raise BadCopyError("unreadable")
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def _take(content: IO[bytes], target: Path | None) -> str:
    digest = hashlib.sha256()
    out = target or Path(os.devnull)
    with out.open("wb") as file:
        while piece := content.read(CHUNK):
            digest.update(piece)
            file.write(piece)
    return digest.hexdigest()


def _verified(folder: Path, seen: dict[str, str]) -> Manifest:
    """What the manifest says, once everything is as it says."""
    if not {DATABASE, MANIFEST} <= seen.keys():
        raise BadCopyError("incomplete" if seen else "unreadable")
    manifest = _read(folder / MANIFEST)
    if manifest.format > FORMAT or not is_known(manifest.revision):
        raise BadCopyError("newer")
    promised = {PHOTOS + path: digest for path, digest in manifest.photos.items()}
    there = {name: digest for name, digest in seen.items() if name.startswith(PHOTOS)}
    if promised.keys() - there.keys():
        raise BadCopyError("incomplete")
    if promised != there or manifest.database != seen[DATABASE]:
        raise BadCopyError("changed")
    if not _database_is_as_said(folder / DATABASE, manifest):
        raise BadCopyError("damaged")
    (folder / MANIFEST).unlink()
    return manifest


def _read(path: Path) -> Manifest:
    if path.stat().st_size > LONGEST_MANIFEST:
        raise BadCopyError("unreadable")
    try:
        return Manifest.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise BadCopyError("unreadable") from error


def _database_is_as_said(database: Path, manifest: Manifest) -> bool:
    if not passes_every_check(database) or rows_of(database) != manifest.rows:
        return False
    with kept_photos(database) as kept:
        named = {path for path, _ in kept}
    return revision(database) == manifest.revision and named == (
        manifest.photos.keys() | set(manifest.missing)
    )


def _sync_all(folder: Path) -> None:
    """Every file and folder below is on disk after this."""
    for place, _folders, files in os.walk(folder):
        for name in files:
            with (Path(place) / name).open("rb") as file:
                os.fsync(file.fileno())
        sync(Path(place))
