"""Service points (服务点): where residents find what, when, and who says that it still holds."""

from sqlalchemy import REAL, Column, ForeignKey, Index, Integer, Table, Text, text

from storage.tables.columns import Day, Instant, TelegramId, metadata

points = Table(
    "points",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("level", Text, nullable=False, server_default=""),
    Column("address", Text, nullable=False, server_default=""),
    Column("given_latitude", REAL),
    Column("given_longitude", REAL),
    Column("datum", Text, nullable=False, server_default=""),
    Column("latitude", REAL),
    Column("longitude", REAL),
    Column("hours", Text, nullable=False, server_default=""),
    Column("phone", Text, nullable=False, server_default=""),
    Column("offers", Text, nullable=False, server_default=""),
    Column("revision", Integer, nullable=False, server_default=text("1")),
    Column("made_by", TelegramId),
    Column("made_at", Instant, nullable=False),
    Column("confirmed_by", TelegramId),
    Column("confirmed_at", Instant, nullable=False),
    Column("retired_by", TelegramId),
    Column("retired_at", Instant),
    Index(None, "latitude", "longitude"),
    Index(None, "organisation_id", "name"),
    sqlite_strict=True,
)

point_drafts = Table(
    "point_drafts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("point_id", ForeignKey("points.id")),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("chat_id", TelegramId, nullable=False),
    Column("old", Text, nullable=False, server_default=""),
    Column("new", Text, nullable=False),
    Column("step", Text, nullable=False, server_default=""),
    Column("state", Text, nullable=False, server_default="open"),
    Column("revision", Integer, nullable=False, server_default=text("0")),
    Column("begun_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Index(None, "person_id"),
    Index(None, "point_id"),
    sqlite_strict=True,
)

point_checks = Table(
    "point_checks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("round", Day, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Index("uq_point_checks_of_round", "round", "organisation_id", unique=True),
    sqlite_strict=True,
)

point_complaints = Table(
    "point_complaints",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("point_id", ForeignKey("points.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("words", Text, nullable=False, server_default=""),
    Column("complained_at", Instant, nullable=False),
    Column("settled_by", TelegramId),
    Column("settled_at", Instant),
    Index(None, "point_id"),
    sqlite_strict=True,
)
