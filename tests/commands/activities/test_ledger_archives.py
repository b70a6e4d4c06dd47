"""Photos in zip files: small enough to be sent, without place, whatever was sent as a photo."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from commands.activities.ledger import archives
from commands.kit.works import CannotMakeError, Trouble
from locales import Catalogues
from storage.ledgers import Shot
from tests.commands.activities.ledgers import bench, entry, ledger, shot
from tests.vocabulary.files import HEIC, MAKER, bomb, film, taken_somewhere

CHINESE, ENGLISH = Catalogues().words("zh_CN"), Catalogues().words("en")


def test_photos_bear_no_place_and_no_device(tmp_path: Path) -> None:
    shots = (shot(tmp_path, "a.jpg"), shot(tmp_path, "b.heic", HEIC))
    (path,) = archives.make(ledger(entry(photos=shots)), bench(CHINESE, tmp_path))
    assert path.name == "照片.zip"
    with ZipFile(path) as file:
        assert file.testzip() is None
        assert len(file.namelist()) == 2
        for name in file.namelist():
            data = file.read(name)
            assert data.startswith(b"\xff\xd8\xff")
            assert b"Exif" not in data
            assert MAKER.encode() not in data
            assert b"Apple" not in data


def test_what_is_no_photo_is_named_and_left_out(tmp_path: Path) -> None:
    hostile = {
        "words.jpg": "签到表".encode(),
        "cut.jpg": taken_somewhere()[:3000],
        "bomb.png": bomb(),
        "empty.jpg": b"",
        "film.mp4": film(),
        "whole.jpg": taken_somewhere(),
    }
    shots = tuple(shot(tmp_path, name, data) for name, data in hostile.items())
    gone = Shot(path="gone.jpg", bytes=1, is_film=False)
    (path,) = archives.make(ledger(entry(photos=(*shots, gone))), bench(CHINESE, tmp_path))
    with ZipFile(path) as file:
        assert file.namelist() == ["2026-08-13_兴隆粮库_义诊_5.jpg", "说明.txt"]
        note = file.read("说明.txt").decode("utf-8-sig")
    assert "1 个视频" in note
    assert note.count(".jpg") == 5


def test_many_photos_are_several_files_and_each_opens_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shots = tuple(shot(tmp_path, f"{name}.jpg") for name in range(7))
    small = max(one.bytes for one in shots) * 2 + 2000
    monkeypatch.setattr(archives, "PART_BYTES", small)
    parts = archives.make(ledger(entry(photos=shots)), bench(ENGLISH, tmp_path))
    count = len(parts)
    assert count >= 3
    assert [one.name for one in parts] == [f"Photos_{n}-{count}.zip" for n in range(1, 1 + count)]
    assert all(path.stat().st_size <= small for path in parts)
    held = [name for path in parts for name in ZipFile(path).namelist()]
    assert len(set(held)) == 7


def test_a_part_is_less_than_a_bot_may_send() -> None:
    assert archives.PART_BYTES < 50_000_000


@pytest.mark.parametrize(
    ("sizes", "trouble"),
    [
        ((), Trouble.NOTHING),
        ((2_000_000_000,), Trouble.TOO_MUCH),
    ],
)
def test_what_cannot_be_made_is_said_before_it_is_tried(
    tmp_path: Path, sizes: tuple[int, ...], trouble: Trouble
) -> None:
    shots = tuple(Shot(path="a.jpg", bytes=size, is_film=False) for size in sizes)
    with pytest.raises(CannotMakeError) as error:
        archives.make(ledger(entry(photos=shots)), bench(CHINESE, tmp_path))
    assert error.value.trouble is trouble
    assert list((tmp_path / "made").iterdir()) == []


def test_a_full_disk_is_left_to_the_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "SPARE_BYTES", 1 << 62)
    with pytest.raises(CannotMakeError) as error:
        archives.make(ledger(entry(photos=(shot(tmp_path, "a.jpg"),))), bench(CHINESE, tmp_path))
    assert error.value.trouble is Trouble.NO_ROOM
