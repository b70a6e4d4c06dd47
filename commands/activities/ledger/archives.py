"""The photos of a ledger in zip files, each small enough to be sent, without place and device."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

from commands.activities.ledger import names
from commands.kit.works import Bench, CannotMakeError, Trouble
from locales import plain
from storage import giving
from storage.kinds import FlawedError
from storage.ledgers import Ledger

PART_BYTES = 45_000_000
"""Bot API, sendDocument: files of up to 50 MB; what is around the photos takes little."""
AROUND = 400
"""Bytes around each photo: its name stands twice beside it."""
MOST_BYTES = 1_500_000_000
"""More is no file that anybody receives in a chat: a month or an organisation at a time is."""
SPARE_BYTES = 200_000_000
"""The disk is the database's as well."""
STEPS = 50


def make(ledger: Ledger, bench: Bench) -> tuple[Path, ...]:
    """One file or several; which photos are missing, and why, is in the last of them."""
    wanted = [shot.bytes for one in ledger.entries for shot in one.photos if not shot.is_film]
    if not wanted:
        raise CannotMakeError(Trouble.NOTHING)
    if sum(wanted) > MOST_BYTES:
        raise CannotMakeError(Trouble.TOO_MUCH)
    if shutil.disk_usage(bench.folder).free < sum(wanted) + SPARE_BYTES:
        raise CannotMakeError(Trouble.NO_ROOM)
    parts = _Parts(bench.folder)
    left_out = []
    for done, (path, name) in enumerate(_photos(ledger, bench), start=1):
        try:
            parts.add(name, giving.cleaned((bench.photos / path).read_bytes()).data)
        except (OSError, FlawedError):
            left_out.append(name)
        if done % max(1, len(wanted) // STEPS) == 0:
            bench.tell(done, len(wanted))
    films = sum(shot.is_film for one in ledger.entries for shot in one.photos)
    if left_out or films:
        parts.add(*_note(bench, left_out, films))
    return _named(parts.close(), ledger, bench)


def _photos(ledger: Ledger, bench: Bench) -> Iterator[tuple[str, str]]:
    for _, shot, name in names.of_photos(bench.words, ledger.entries):
        yield shot.path, name


class _Parts:
    """Zip files in a row: what does not fit into one goes into the next."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._paths: list[Path] = []
        self._file: ZipFile | None = None
        self._bytes = 0

    def add(self, name: str, data: bytes) -> None:
        size = len(data) + AROUND + 2 * len(name.encode())
        if self._file is None or self._bytes + size > PART_BYTES:
            self._begin()
        assert self._file is not None  # noqa: S101 - it was begun
        self._file.writestr(name, data)
        self._bytes += size

    def close(self) -> list[Path]:
        if self._file is not None:
            self._file.close()
        return self._paths

    def _begin(self) -> None:
        """Photos do not shrink, so they are only put together."""
        self.close()
        self._paths.append(self._folder / f"{len(self._paths) + 1}.part")
        self._file = ZipFile(self._paths[-1], "w", ZIP_STORED)
        self._bytes = 0


def _note(bench: Bench, left_out: list[str], films: int) -> tuple[str, bytes]:
    words = bench.words
    lines = [plain(words.t("Not in these files:"))]
    if films:
        said = words.n("{count} film: see the chat", "{count} films: see the chat", films)
        lines.append(plain(said))
    lines += left_out
    name = plain(words.t("Please read"))
    return f"{name}.txt", "\r\n".join(lines).encode("utf-8-sig")


def _named(parts: list[Path], ledger: Ledger, bench: Bench) -> tuple[Path, ...]:
    what = plain(bench.words.t("Photos"))
    named = []
    for place, part in enumerate(parts, start=1):
        ending = f"_{place}-{len(parts)}.zip" if len(parts) > 1 else ".zip"
        name = names.of_file(bench.words, ledger, what, ending)
        named.append(part.rename(part.with_name(name)))
    return tuple(named)
