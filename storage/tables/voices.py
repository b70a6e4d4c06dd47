"""What people say that they need, under their name or without one, and what becomes of it.

Who has no name stands nowhere: not in a column, and not by when the row was written.
"""

from sqlalchemy import REAL, Column, ForeignKey, Index, Integer, LargeBinary, Table, Text

from storage.tables.columns import Day, Flag, Instant, TelegramId, metadata

voices = Table(
    "voices",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", Integer, unique=True),
    Column("state", Text, nullable=False, server_default="draft"),
    Column("person_id", ForeignKey("people.id"), index=True),
    Column("key_name", LargeBinary),
    Column("handle", LargeBinary),
    Column("kept_until", Instant),
    Column("said_on", Day),
    Column("has_news", Flag, nullable=False, server_default="0"),
    Column("main_id", ForeignKey("voices.id"), index=True),
    Column("solution", Text, nullable=False, server_default=""),
    Column("solved_on", Day),
    Column("ended", Text, nullable=False, server_default=""),
    Column("closed_on", Day),
    Column("reopened", Integer, nullable=False, server_default="0"),
    Index("ix_voices_state_number", "state", "number"),
    sqlite_strict=True,
)

voice_parts = Table(
    "voice_parts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("voice_id", ForeignKey("voices.id"), nullable=False, index=True),
    Column("side", Text, nullable=False),
    Column("person_id", ForeignKey("people.id")),
    Column("is_first", Flag, nullable=False, server_default="0"),
    Column("is_told", Flag, nullable=False, server_default="0"),
    Column("text", Text, nullable=False, server_default=""),
    Column("latitude", REAL),
    Column("longitude", REAL),
    Column("path", Text),
    Column("sha256", Text),
    Column("said_on", Day),
    sqlite_strict=True,
)

voice_passes = Table(
    "voice_passes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("voice_id", ForeignKey("voices.id"), nullable=False, index=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False, index=True),
    Column("liaison_id", TelegramId),
    Column("passed_by", ForeignKey("people.id"), nullable=False),
    Column("passed_at", Instant),
    Column("answer_by", Day),
    Column("first_word_at", Instant),
    Column("solved_at", Instant),
    Column("ended_at", Instant),
    sqlite_strict=True,
)

voice_verdicts = Table(
    "voice_verdicts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("voice_id", ForeignKey("voices.id"), nullable=False, index=True),
    Column("verdict", Text, nullable=False),
    Column("main_id", ForeignKey("voices.id")),
    Column("decided_by", ForeignKey("people.id"), nullable=False),
    Column("decided_at", Instant, nullable=False),
    sqlite_strict=True,
)
