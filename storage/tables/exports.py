"""Files that take long to make: who asked for what, how far it is, and what was made."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, text

from storage.tables.columns import Instant, TelegramId, metadata

exports = Table(
    "exports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("asked", Text, nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("chat_id", TelegramId, nullable=False),
    Column("language", Text, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("state", Text, nullable=False, server_default="waiting"),
    Column("done", Integer, nullable=False, server_default=text("0")),
    Column("total", Integer, nullable=False, server_default=text("0")),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("fault", Text, nullable=False, server_default=""),
    Column("begun_at", Instant),
    Column("hidden", Text, nullable=False, server_default=""),
    Column("ended_at", Instant),
    Index(None, "state"),
    sqlite_strict=True,
)

export_files = Table(
    "export_files",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("export_id", ForeignKey("exports.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("bytes", Integer, nullable=False),
    Index(None, "export_id"),
    sqlite_strict=True,
)
