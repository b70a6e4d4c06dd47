"""A fresh database for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.vocabulary.databases import new_database


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database with today's schema; copy it, do not open it."""
    return new_database(tmp_path_factory.mktemp("migrated") / "gongjian.db")


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    """An open database of the test's own."""
    async with Database(new_database(tmp_path / "gongjian.db")) as database:
        yield database
