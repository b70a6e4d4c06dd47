"""Notices, whom they ask, what was answered, and who was reminded."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from storage.tables.columns import Instant, TelegramId, metadata

notices = Table(
    "notices",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", Integer, unique=True),
    Column("text", Text, nullable=False),
    Column("author_id", ForeignKey("people.id"), nullable=False),
    Column("state", Text, nullable=False),
    Column("chat_id", ForeignKey("chats.id", onupdate="CASCADE")),
    Column("created_at", Instant, nullable=False),
    Column("decided_by", TelegramId),
    Column("decided_at", Instant),
    Index(None, "state"),
    sqlite_strict=True,
)

asked = Table(
    "asked",
    metadata,
    Column("notice_id", ForeignKey("notices.id"), primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), primary_key=True),
    sqlite_strict=True,
)

answers = Table(
    "answers",
    metadata,
    Column("notice_id", ForeignKey("notices.id"), primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), primary_key=True),
    Column("answer", Text, nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("answered_at", Instant, nullable=False),
    sqlite_strict=True,
)

reads = Table(
    "reads",
    metadata,
    Column("notice_id", ForeignKey("notices.id"), primary_key=True),
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("read_at", Instant, nullable=False),
    sqlite_strict=True,
)

reminders = Table(
    "reminders",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("notice_id", ForeignKey("notices.id"), nullable=False),
    Column("person_id", ForeignKey("people.id")),
    Column("reminded_at", Instant, nullable=False),
    Column("promised_at", Instant),
    Index(None, "notice_id"),
    sqlite_strict=True,
)
