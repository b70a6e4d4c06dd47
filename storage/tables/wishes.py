"""Needs that communities put up, who takes them on, and what both tell each other meanwhile."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, text

from storage.tables.columns import Day, Flag, Instant, TelegramId, metadata

wishes = Table(
    "wishes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("what", Text, nullable=False, server_default=""),
    Column("whom", Text, nullable=False, server_default=""),
    Column("amount", Integer, nullable=False, server_default=text("1")),
    Column("unit", Text, nullable=False, server_default=""),
    Column("due_on", Day),
    Column("state", Text, nullable=False, server_default="draft"),
    Column("step", Text, nullable=False, server_default=""),
    Column("put_up_by", ForeignKey("people.id"), nullable=False),
    Column("put_up_at", Instant, nullable=False),
    Column("settled_at", Instant),
    Column("settled_by", TelegramId),
    Column("photo", Text, nullable=False, server_default=""),
    Column("photo_by", TelegramId),
    Column("thanked_at", Instant),
    Index(None, "state", "due_on"),
    Index(None, "organisation_id"),
    Index(None, "put_up_by"),
    sqlite_strict=True,
)

wish_details = Table(
    "wish_details",
    metadata,
    Column("wish_id", ForeignKey("wishes.id"), primary_key=True),
    Column("words", Text, nullable=False),
    sqlite_strict=True,
)

wish_claims = Table(
    "wish_claims",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("wish_id", ForeignKey("wishes.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("organisation_id", ForeignKey("organisations.id")),
    Column("amount", Integer, nullable=False),
    Column("is_named", Flag, nullable=False, server_default=text("0")),
    Column("claimed_at", Instant, nullable=False),
    Column("given_at", Instant),
    Column("received_at", Instant),
    Column("returned_at", Instant),
    Column("returned_by", TelegramId),
    Index(None, "wish_id"),
    Index(None, "person_id"),
    Index(None, "organisation_id"),
    sqlite_strict=True,
)

wish_words = Table(
    "wish_words",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("claim_id", ForeignKey("wish_claims.id"), nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("is_givers", Flag, nullable=False),
    Column("words", Text, nullable=False),
    Column("said_at", Instant, nullable=False),
    Index(None, "claim_id"),
    Index(None, "person_id"),
    sqlite_strict=True,
)
