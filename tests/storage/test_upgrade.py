"""The file is brought up to the code's schema, and a copy is taken before."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from storage.tables import metadata
from storage.upgrade import (
    MIGRATIONS,
    NewerDatabaseError,
    SpoiltDatabaseError,
    upgrade,
)

NOW = datetime(2026, 8, 24, 7, 30, tzinfo=UTC)
NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = {head!r}


def upgrade() -> None:
    op.create_table("later", sa.Column("id", sa.Integer(), primary_key=True))
    {last}
"""


def ask(path: Path, sql: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as file, file:
        return file.execute(sql).fetchall()


def revision_of(path: Path) -> str:
    (row,) = ask(path, "SELECT version_num FROM alembic_version")
    return str(row[0])


@pytest.fixture
def kept(migrated: Path, tmp_path: Path) -> Path:
    """A database of today's schema with one group in it."""
    path = tmp_path / "kept" / "gongjian.db"
    path.parent.mkdir()
    shutil.copy(migrated, path)
    ask(path, "INSERT INTO chats (id, title) VALUES (-100, '刘寨共建联盟')")
    return path


def with_another(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: str = ""
) -> None:
    """Makes today's schema an older one: the code knows one migration more."""
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder)
    source = NEXT.format(head=revision_of(kept), last=last)
    (folder / "versions" / "9999_later.py").write_text(source, encoding="utf-8")
    monkeypatch.setattr("storage.upgrade.MIGRATIONS", folder)


def test_a_new_file_gets_the_schema_and_needs_no_copy(tmp_path: Path) -> None:
    path = tmp_path / "new" / "gongjian.db"
    assert upgrade(path, NOW) is None
    assert ask(path, "SELECT count(*) FROM notices") == [(0,)]
    assert [file.name for file in path.parent.iterdir()] == ["gongjian.db"]


def test_the_migrations_make_what_the_tables_say(migrated: Path) -> None:
    def is_described(name: str | None, kind: str, _parents: object) -> bool:
        return kind != "table" or not (name or "").startswith("findings")  # FTS5's own tables

    engine = create_engine(f"sqlite:///{migrated}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": is_described})
        differences = compare_metadata(context, metadata)
    engine.dispose()
    assert differences == []


def test_a_file_of_today_is_left_as_it_is(kept: Path) -> None:
    before = kept.read_bytes()
    assert upgrade(kept, NOW) is None
    assert kept.read_bytes() == before
    assert list(kept.parent.iterdir()) == [kept]


def test_an_older_file_is_copied_then_upgraded(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = revision_of(kept)
    with_another(kept, tmp_path, monkeypatch)
    copy = upgrade(kept, NOW)
    assert copy == kept.with_name("gongjian-before-20260824T073000.db")
    assert (revision_of(copy), revision_of(kept)) == (older, "9999")
    for path in (copy, kept):
        assert ask(path, "PRAGMA integrity_check") == [("ok",)]
        assert ask(path, "SELECT title FROM chats") == [("刘寨共建联盟",)]
    assert ask(kept, "SELECT count(*) FROM later") == [(0,)]


def test_a_notice_that_was_sent_before_goes_where_its_card_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, folder = tmp_path / "gongjian.db", tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("000[4-9]_*", "00[1-9]?_*"))
    with monkeypatch.context() as before:
        before.setattr("storage.upgrade.MIGRATIONS", folder)
        upgrade(path, NOW)
    ask(path, "INSERT INTO chats (id, title) VALUES (-100, '刘寨共建联盟')")
    ask(path, "INSERT INTO people (id, name) VALUES (1, '王主任')")
    ask(
        path,
        "INSERT INTO notices (id, number, text, author_id, state, chat_id, created_at)"
        " VALUES (1, 1, '开会', 1, 'closed', -100, ''), (2, NULL, '停水', 1, 'draft', -100, '')",
    )
    upgrade(path, NOW)
    assert ask(path, "SELECT notice_id, chat_id, topic_id FROM destinations") == [(1, -100, 0)]


def test_a_migration_that_fails_changes_nothing(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older, before = revision_of(kept), ask(kept, "SELECT sql FROM sqlite_master")
    with_another(kept, tmp_path, monkeypatch, last='raise LookupError("half way")')
    with pytest.raises(LookupError, match="half way"):
        upgrade(kept, NOW)
    assert revision_of(kept) == older
    assert ask(kept, "SELECT sql FROM sqlite_master") == before


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_a_newer_file_is_refused_and_not_a_byte_of_it_changes(kept: Path, journal: str) -> None:
    ask(kept, f"PRAGMA journal_mode={journal}")
    ask(kept, "UPDATE alembic_version SET version_num = 'from the future'")
    before = kept.read_bytes()
    with pytest.raises(NewerDatabaseError):
        upgrade(kept, NOW)
    assert kept.read_bytes() == before
    assert not list(kept.parent.glob("*before*"))


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gongjian.db"
    path.write_bytes(b"This is a letter, not a database. " * 100)
    before = path.read_bytes()
    with pytest.raises(SpoiltDatabaseError):
        upgrade(path, NOW)
    assert path.read_bytes() == before


def test_a_spoilt_file_is_refused_before_anything_is_upgraded(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_another(kept, tmp_path, monkeypatch)
    (page_size,) = ask(kept, "PRAGMA page_size")[0]
    (root,) = ask(kept, "SELECT rootpage FROM sqlite_master WHERE name = 'chats'")[0]
    data = bytearray(kept.read_bytes())
    data[(root - 1) * page_size : root * page_size] = b"\xff" * page_size
    kept.write_bytes(data)
    with pytest.raises(SpoiltDatabaseError):
        upgrade(kept, NOW)
    assert kept.read_bytes() == data
