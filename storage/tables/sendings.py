"""Where notices go; what staff keep to write them with; how a broadcast stands."""

from sqlalchemy import Column, ForeignKey, Integer, Table, Text, text

from storage.tables.columns import Flag, Instant, TelegramId, metadata

destinations = Table(
    "destinations",
    metadata,
    Column("notice_id", ForeignKey("notices.id"), primary_key=True),
    Column("chat_id", ForeignKey("chats.id", onupdate="CASCADE"), primary_key=True),
    Column("topic_id", Integer, primary_key=True, server_default=text("0")),
    Column("trouble", Text, nullable=False, server_default=""),
    sqlite_strict=True,
)

schedules = Table(
    "schedules",
    metadata,
    Column("notice_id", ForeignKey("notices.id"), primary_key=True),
    Column("rule", Text, nullable=False),
    Column("time_of_day", Text, nullable=False),
    Column("next_at", Instant),
    Column("answer_within", Integer),
    Column("is_paused", Flag, nullable=False, server_default=text("0")),
    Column("missed_at", Instant),
    Column("set_by", TelegramId, nullable=False),
    Column("set_at", Instant, nullable=False),
    sqlite_strict=True,
)

broadcasts = Table(
    "broadcasts",
    metadata,
    Column("notice_id", ForeignKey("notices.id"), primary_key=True),
    Column("state", Text, nullable=False),
    sqlite_strict=True,
)

templates = Table(
    "templates",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("options", Text, nullable=False, server_default=""),
    Column("places", Integer),
    Column("audience", Text, nullable=False),
    Column("weight", Text, nullable=False),
    Column("made_by", ForeignKey("people.id"), nullable=False),
    Column("made_at", Instant, nullable=False),
    sqlite_strict=True,
)

rosters = Table(
    "rosters",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("audience", Text, nullable=False),
    Column("made_by", ForeignKey("people.id"), nullable=False),
    Column("made_at", Instant, nullable=False),
    sqlite_strict=True,
)
