"""What is on: activities that were announced, once or again and again, and who signed up."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, text

from storage.tables.columns import Day, Flag, Instant, TelegramId, metadata

announcements = Table(
    "announcements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("title", Text, nullable=False),
    Column("held_on", Day, nullable=False),
    Column("place", Text, nullable=False, server_default=""),
    Column("chat_id", TelegramId, nullable=False),
    Column("announced_by", ForeignKey("people.id"), nullable=False),
    Column("announced_at", Instant, nullable=False),
    Column("activity_id", ForeignKey("activities.id")),
    Column("asked_at", Instant),
    Column("called_off_at", Instant),
    Column("state", Text, nullable=False, server_default="announced"),
    Column("starts", Text, nullable=False, server_default=""),
    Column("ends", Text, nullable=False, server_default=""),
    Column("about", Text, nullable=False, server_default=""),
    Column("is_meeting", Flag, nullable=False, server_default=text("0")),
    Column("signs_up", Flag, nullable=False, server_default=text("1")),
    Column("places", Integer),
    Column("rule", Text, nullable=False, server_default=""),
    Column("holidays", Text, nullable=False, server_default="stay"),
    Column("planned_on", Day),
    Column("pattern_id", Integer),
    Column("original_on", Day),
    Column("sequence", Integer, nullable=False, server_default=text("0")),
    Column("changed_at", Instant),
    Column("was", Text, nullable=False, server_default=""),
    Column("panel", Text, nullable=False, server_default=""),
    Index(None, "held_on"),
    Index("uq_announcements_pattern_id_original_on", "pattern_id", "original_on", unique=True),
    sqlite_strict=True,
)

cohosts = Table(
    "cohosts",
    metadata,
    Column("announcement_id", ForeignKey("announcements.id"), primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), primary_key=True),
    sqlite_strict=True,
)

signups = Table(
    "signups",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("announcement_id", ForeignKey("announcements.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("companions", Integer, nullable=False, server_default=text("0")),
    Column("is_waiting", Flag, nullable=False, server_default=text("0")),
    Column("signed_at", Instant, nullable=False),
    Index(None, "person_id"),
    UniqueConstraint("announcement_id", "person_id"),
    sqlite_autoincrement=True,  # one is deleted when somebody cannot come, and messages name its id
    sqlite_strict=True,
)
