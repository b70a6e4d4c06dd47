"""A backup that cannot be made just now: it is said why, and that nothing is damaged."""

import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest

from bot.desk_copies import EX_IOERR, back_up
from bot.settings import Settings
from locales import Catalogues
from tests.storage.copy_scene import furnish

ENGLISH = Catalogues().words("en")


@pytest.fixture
def office(tmp_path: Path) -> Settings:
    settings = Settings(data=tmp_path / "data")
    settings.data.mkdir()
    furnish(settings.data)
    return settings


@contextmanager
def locked(settings: Settings) -> Iterator[None]:
    """Another program has the database for itself."""
    with closing(sqlite3.connect(settings.database)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        yield


@contextmanager
def full(_settings: Settings) -> Iterator[None]:
    """No file can grow."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("trouble", [locked, full])
def test_it_is_not_called_damaged(
    office: Settings,
    tmp_path: Path,
    trouble: Callable[[Settings], AbstractContextManager[None]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("storage.copies.PATIENCE", 0.05)
    with trouble(office):
        code = back_up(office, ENGLISH, tmp_path / "kept.tar")
    said = capsys.readouterr().err
    assert code == EX_IOERR
    assert "the data are not damaged" in said
    assert not (tmp_path / "kept.tar").exists()
    assert back_up(office, ENGLISH, tmp_path / "kept.tar") == 0
