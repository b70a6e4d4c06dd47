"""Notices, whom they ask, what was answered, who was reminded or called."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, column, text

from storage.tables.columns import Flag, Instant, TelegramId, metadata

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
    Column("form", Text, nullable=False, server_default="difficulty"),
    Column("options", Text, nullable=False, server_default=""),
    Column("places", Integer),
    Column("audience", Text, nullable=False, server_default="all"),
    Column("weight", Text, nullable=False, server_default="normal"),
    Column("deadline", Instant),
    Column("remind_before", Text, nullable=False, server_default="1440,120"),
    Column("panel", Text, nullable=False, server_default=""),
    Column("closed_by", TelegramId),
    Column("closed_at", Instant),
    Column("goes_private", Flag, nullable=False, server_default=text("0")),
    Column("steps", Text, nullable=False, server_default=""),
    Column("urged", Integer, nullable=False, server_default=text("0")),
    Column("pattern_id", Integer),
    Index(None, "state"),
    Index(None, "pattern_id"),
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
    Column("id", Integer, primary_key=True),
    Column("notice_id", ForeignKey("notices.id"), nullable=False),
    Column("organisation_id", ForeignKey("organisations.id")),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("answer", Text, nullable=False),
    Column("amount", Integer),
    Column("detail", Text, nullable=False, server_default=""),
    Column("reason", Text, nullable=False, server_default=""),
    Column("answered_at", Instant, nullable=False),
    Column("queued_at", Instant),
    Column("is_noted", Flag, nullable=False, server_default=text("0")),
    Column("is_reaction", Flag, nullable=False, server_default=text("0")),
    Index(None, "notice_id"),
    Index(
        "uq_answers_of_organisations",
        "notice_id",
        "organisation_id",
        unique=True,
        sqlite_where=column("organisation_id").is_not(None),
    ),
    Index(
        "uq_answers_of_people",
        "notice_id",
        "person_id",
        unique=True,
        sqlite_where=column("organisation_id").is_(None),
    ),
    sqlite_strict=True,
)

changes = Table(
    "changes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("notice_id", ForeignKey("notices.id"), nullable=False),
    Column("organisation_id", ForeignKey("organisations.id")),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("answer", Text, nullable=False),
    Column("amount", Integer),
    Column("detail", Text, nullable=False, server_default=""),
    Column("reason", Text, nullable=False, server_default=""),
    Column("changed_at", Instant, nullable=False),
    Column("is_noted", Flag, nullable=False, server_default=text("0")),
    Column("is_reaction", Flag, nullable=False, server_default=text("0")),
    Index(None, "notice_id", "organisation_id", "changed_at", "answer"),
    sqlite_strict=True,
)

papers = Table(
    "papers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("notice_id", ForeignKey("notices.id"), nullable=False),
    Column("organisation_id", ForeignKey("organisations.id")),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("file_id", Text, nullable=False),
    Column("file_unique_id", Text, nullable=False),
    Column("name", Text, nullable=False, server_default=""),
    Column("handed_in_at", Instant, nullable=False),
    Index(None, "notice_id", "organisation_id"),
    sqlite_strict=True,
)

attachments = Table(
    "attachments",
    metadata,
    Column("notice_id", ForeignKey("notices.id"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("file_id", Text, nullable=False),
    Column("name", Text, nullable=False, server_default=""),
    Column("chat_id", TelegramId),
    Column("message_id", TelegramId),
    Column("media_group_id", Text),
    Index(None, "chat_id", "media_group_id"),
    sqlite_strict=True,
)

wordings = Table(
    "wordings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("notice_id", ForeignKey("notices.id"), nullable=False),
    Column("text", Text, nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("changed_at", Instant, nullable=False),
    Index(None, "notice_id"),
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

reactions = Table(
    "reactions",
    metadata,
    Column("chat_id", TelegramId, primary_key=True, autoincrement=False),
    Column("message_id", TelegramId, primary_key=True, autoincrement=False),
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("notice_id", ForeignKey("notices.id"), nullable=False),
    Column("reacted_at", Instant, nullable=False),
    Index(None, "notice_id", "person_id"),
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
    Column("is_copy", Flag, nullable=False, server_default=text("0")),
    Column("reminded_by", TelegramId),
    Index(None, "notice_id"),
    sqlite_strict=True,
)

calls = Table(
    "calls",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("notice_id", ForeignKey("notices.id"), nullable=False),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("taken_at", Instant, nullable=False),
    Column("given_back_at", Instant),
    Index(None, "notice_id", "organisation_id"),
    sqlite_strict=True,
)

turns = Table(
    "turns",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("notice_id", ForeignKey("notices.id"), nullable=False),
    Column("turn", Text, nullable=False),
    Column("person_id", TelegramId),
    Column("turned_at", Instant, nullable=False),
    Column("until", Instant),
    Index(None, "notice_id"),
    sqlite_strict=True,
)
