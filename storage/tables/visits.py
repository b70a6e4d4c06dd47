"""Who of the street office went to see an organisation, what was heard, and what was promised."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from storage.tables.columns import Day, Instant, TelegramId, metadata

visits = Table(
    "visits",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("held_on", Day, nullable=False),
    Column("heard", Text, nullable=False, server_default=""),
    Column("step", Text, nullable=False, server_default=""),
    Column("recorded_by", ForeignKey("people.id"), nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("deleted_by", TelegramId),
    Column("deleted_at", Instant),
    Index(None, "organisation_id", "held_on"),
    sqlite_strict=True,
)

visitors = Table(
    "visitors",
    metadata,
    Column("visit_id", ForeignKey("visits.id"), primary_key=True),
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    sqlite_strict=True,
)

promises = Table(
    "promises",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("visit_id", ForeignKey("visits.id"), nullable=False),
    Column("words", Text, nullable=False),
    Column("due_on", Day),
    Column("first_due_on", Day),
    Column("promised_by", ForeignKey("people.id"), nullable=False),
    Column("promised_at", Instant, nullable=False),
    Column("state", Text, nullable=False, server_default="open"),
    Column("reason", Text, nullable=False, server_default=""),
    Column("settled_by", TelegramId),
    Column("settled_at", Instant),
    Index(None, "visit_id"),
    sqlite_strict=True,
)
