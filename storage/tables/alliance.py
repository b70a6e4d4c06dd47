"""Who the alliance is: its organisations, its people, the chats they meet in."""

from sqlalchemy import REAL, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, text

from storage.tables.columns import Day, Flag, Instant, TelegramId, metadata

organisations = Table(
    "organisations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False, unique=True),
    Column("short_name", Text, nullable=False, unique=True),
    Column("category", Text, nullable=False),
    Column("community", Text, nullable=False, server_default=""),
    Column("address", Text, nullable=False, server_default=""),
    Column("notes", Text, nullable=False, server_default=""),
    Column("former_names", Text, nullable=False, server_default=""),
    Column("latitude", REAL),
    Column("longitude", REAL),
    Column("phone", Text, nullable=False, server_default=""),
    Column("hours", Text, nullable=False, server_default=""),
    Column("offers", Text, nullable=False, server_default=""),
    Column("needs", Text, nullable=False, server_default=""),
    Column("retired_at", Instant),
    Column("retired_by", TelegramId),
    sqlite_strict=True,
)

pairings = Table(
    "pairings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("community_id", ForeignKey("organisations.id"), nullable=False),
    Column("since", Day),
    Column("note", Text, nullable=False, server_default=""),
    Column("paired_by", TelegramId, nullable=False),
    Column("paired_at", Instant, nullable=False),
    Index("uq_pairings_of_two", "organisation_id", "community_id", unique=True),
    Index(None, "community_id"),
    sqlite_strict=True,
)

alterations = Table(
    "alterations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id")),
    Column("field", Text, nullable=False),
    Column("old", Text, nullable=False),
    Column("new", Text),
    Column("person_id", TelegramId),
    Column("asked_at", Instant, nullable=False),
    Column("altered_at", Instant),
    Column("undone_at", Instant),
    Index(None, "organisation_id"),
    sqlite_strict=True,
)

imports = Table(
    "imports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", TelegramId, nullable=False),
    Column("chat_id", TelegramId, nullable=False),
    Column("file_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("state", Text, nullable=False, server_default="waiting"),
    Column("reading", Text, nullable=False, server_default=""),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("page", Integer, nullable=False, server_default=text("1")),
    Column("added", Integer, nullable=False, server_default=text("0")),
    Column("changed", Integer, nullable=False, server_default=text("0")),
    Column("unchanged", Integer, nullable=False, server_default=text("0")),
    Column("asked_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("kind", Text, nullable=False, server_default="organisations"),
    Index(None, "state"),
    sqlite_strict=True,
)

people = Table(
    "people",
    metadata,
    Column("id", TelegramId, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False, server_default=""),
    Column("username", Text, nullable=False, server_default=""),
    Column("language", Text),
    Column("is_staff", Flag, nullable=False, server_default=text("0")),
    Column("is_reachable", Flag, nullable=False, server_default=text("0")),
    Column("unreached_at", Instant),
    Column("unreached_why", Text),
    sqlite_strict=True,
)

liaisons = Table(
    "liaisons",
    metadata,
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), primary_key=True),
    Column("since", Instant, nullable=False),
    Column("added_by", TelegramId, nullable=False),
    Column("is_deputy", Flag, nullable=False, server_default=text("0")),
    Index(None, "organisation_id"),
    sqlite_strict=True,
)

invitations = Table(
    "invitations",
    metadata,
    Column("token_hash", Text, primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("created_by", TelegramId, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_by", TelegramId),
    Column("used_at", Instant),
    Column("is_deputy", Flag, nullable=False, server_default=text("0")),
    Column("predecessor", TelegramId),
    Column("stays_deputy", Flag, nullable=False, server_default=text("0")),
    sqlite_strict=True,
)

memberships = Table(
    "memberships",
    metadata,
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), primary_key=True),
    Column("since", Instant, nullable=False),
    Column("added_by", TelegramId, nullable=False),
    Index(None, "organisation_id"),
    sqlite_strict=True,
)

candidates = Table(
    "candidates",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("origin", Text, nullable=False),
    Column("rank", Text),
    Column("asked_at", Instant, nullable=False),
    Column("chat_id", TelegramId),
    Column("message_id", Integer),
    Column("invited_by", TelegramId),
    Column("predecessor", TelegramId),
    Column("stays_deputy", Flag, nullable=False, server_default=text("0")),
    Column("state", Text, nullable=False, server_default="open"),
    Column("decided_by", TelegramId),
    Column("decided_at", Instant),
    Index(None, "person_id"),
    Index(None, "state"),
    sqlite_strict=True,
)

phones = Table(
    "phones",
    metadata,
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("number", Text, nullable=False),
    Column("consented_at", Instant, nullable=False),
    sqlite_strict=True,
)

departures = Table(
    "departures",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("chat_id", TelegramId, nullable=False),
    Column("organisations", Text, nullable=False, server_default=""),
    Column("left_at", Instant, nullable=False),
    Column("state", Text, nullable=False, server_default="open"),
    Column("decided_by", TelegramId),
    Column("decided_at", Instant),
    Index(None, "person_id"),
    sqlite_strict=True,
)

first_steps = Table(
    "first_steps",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("role", Text, nullable=False),
    Column("shown_at", Instant, nullable=False),
    UniqueConstraint("person_id", "role"),
    sqlite_strict=True,
)

chats = Table(
    "chats",
    metadata,
    Column("id", TelegramId, primary_key=True, autoincrement=False),
    Column("title", Text, nullable=False, server_default=""),
    Column("language", Text),
    Column("is_joined", Flag, nullable=False, server_default=text("1")),
    Column("is_administrator", Flag, nullable=False, server_default=text("0")),
    Column("counts_reactions", Flag, nullable=False, server_default=text("0")),
    sqlite_strict=True,
)

topics = Table(
    "topics",
    metadata,
    Column("chat_id", ForeignKey("chats.id", onupdate="CASCADE"), primary_key=True),
    Column("topic_id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("is_open", Flag, nullable=False, server_default=text("1")),
    sqlite_strict=True,
)

preferences = Table(
    "preferences",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)

nudges = Table(
    "nudges",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("asked_by", ForeignKey("people.id"), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
    Index(None, "organisation_id", "asked_at"),
    sqlite_strict=True,
)
