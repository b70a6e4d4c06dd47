"""What keeps the promise: updates taken in, messages and jobs owed, menus set."""

from sqlalchemy import (
    Column,
    Computed,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.tables.columns import Flag, Instant, TelegramId, metadata

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", TelegramId, primary_key=True, autoincrement=False),
    Column("raw", Text, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("done_at", Instant),
    Column("fault", Text),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("error", Text),
    Index(None, "done_at"),
    sqlite_strict=True,
)

WAITS = "CASE WHEN state = 'pending' OR state = 'sent' AND edit_owed = 1 THEN 1 END"
"""There is something to be done about it: to send it, or to edit it. Few rows of many are so."""

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("subject_id", Integer, nullable=False),
    Column("chat_id", TelegramId, nullable=False),
    Column("topic_id", Integer),
    Column("language", Text),
    Column("reply_to", TelegramId),
    Column("state", Text, nullable=False, server_default="pending"),
    Column("message_id", TelegramId),
    Column("due_at", Instant, nullable=False),
    Column("sent_at", Instant),
    Column("fault", Text),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("wants_pin", Flag, nullable=False, server_default=text("0")),
    Column("edit_owed", Flag, nullable=False, server_default=text("0")),
    Column("revision", Integer, nullable=False, server_default=text("0")),
    Index(None, "state", "due_at"),
    Column("waits", Integer, Computed(WAITS)),
    Column("poll_id", Text),
    Index(None, "poll_id", sqlite_where=text("poll_id IS NOT NULL")),
    Index(None, "waits", "due_at"),
    Index(None, "kind", "subject_id"),
    UniqueConstraint("chat_id", "message_id"),
    sqlite_strict=True,
)

parts = Table(
    "parts",
    metadata,
    Column("delivery_id", ForeignKey("deliveries.id"), primary_key=True),
    Column("message_id", TelegramId, primary_key=True, autoincrement=False),
    Index(None, "message_id"),
    sqlite_strict=True,
)

seen_files = Table(
    "seen_files",
    metadata,
    Column("chat_id", TelegramId, primary_key=True, autoincrement=False),
    Column("message_id", TelegramId, primary_key=True, autoincrement=False),
    Column("media_group_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("file_id", Text, nullable=False),
    Column("name", Text, nullable=False, server_default=""),
    Column("seen_at", Instant, nullable=False),
    Index(None, "chat_id", "media_group_id"),
    Index(None, "seen_at"),
    sqlite_strict=True,
)

jobs = Table(
    "jobs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("subject_id", Integer, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("again_at", Instant),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("fault", Text),
    Index(None, "due_at"),
    UniqueConstraint("kind", "subject_id", "due_at"),
    sqlite_strict=True,
)

abilities = Table(
    "abilities",
    metadata,
    Column("name", Text, primary_key=True),
    Column("is_on", Flag, nullable=False),
    sqlite_strict=True,
)

pulses = Table(
    "pulses",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("since", Instant, nullable=False),
    Column("heard_at", Instant, nullable=False),
    sqlite_strict=True,
)

confirmations = Table(
    "confirmations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("raw", Text, nullable=False),
    Column("asked_at", Instant, nullable=False),
    sqlite_strict=True,
)

menus = Table(
    "menus",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("language", Text, primary_key=True),
    Column("digest", Text, nullable=False),
    sqlite_strict=True,
)
