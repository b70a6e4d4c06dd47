"""A fresh database for each test, copied from one that was migrated once."""

import shutil
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.database import Database
from storage.upgrade import upgrade

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database with today's schema; copy it, do not open it."""
    path = tmp_path_factory.mktemp("migrated") / "gongjian.db"
    upgrade(path, LONG_AGO)
    return path


@pytest.fixture
async def db(migrated: Path, tmp_path: Path) -> AsyncIterator[Database]:
    """An open database of the test's own."""
    path = tmp_path / "gongjian.db"
    shutil.copy(migrated, path)
    async with Database(path) as database:
        yield database
