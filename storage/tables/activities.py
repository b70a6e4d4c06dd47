"""What organisations did, and the photos that show it."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, text

from storage.tables.columns import Day, Flag, Instant, TelegramId, metadata

activities = Table(
    "activities",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id")),
    Column("organisation_guessed", Flag, nullable=False, server_default=text("0")),
    Column("reporter_id", ForeignKey("people.id"), nullable=False),
    Column("chat_id", TelegramId, nullable=False),
    Column("message_id", TelegramId, nullable=False),
    Column("media_group_id", Text),
    Column("caption", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("held_on", Day),
    Column("served", Integer),
    Column("joined", Integer),
    Column("reported_at", Instant, nullable=False),
    Index(None, "held_on"),
    Index(None, "organisation_id"),
    Index(None, "chat_id", "media_group_id"),
    UniqueConstraint("chat_id", "message_id"),
    sqlite_strict=True,
)

photos = Table(
    "photos",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("chat_id", TelegramId, nullable=False),
    Column("message_id", TelegramId, nullable=False),
    Column("media_group_id", Text),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("activity_id", ForeignKey("activities.id")),
    Column("file_id", Text, nullable=False),
    Column("file_unique_id", Text, nullable=False),
    Column("sent_at", Instant, nullable=False),
    Column("state", Text, nullable=False, server_default="waiting"),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("due_at", Instant, nullable=False),
    Column("path", Text),
    Column("sha256", Text),
    Column("fault", Text),
    Index(None, "activity_id"),
    Index(None, "chat_id", "media_group_id"),
    Index(None, "state", "due_at"),
    UniqueConstraint("chat_id", "message_id"),
    sqlite_autoincrement=True,  # loose ones are deleted, and what asks about them names their ids
    sqlite_strict=True,
)
