"""Who was forgotten, under the number that took the place of the person's own."""

from sqlalchemy import Column, Integer, Table

from storage.tables.columns import Instant, metadata

forgotten = Table(
    "forgotten",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("forgotten_at", Instant, nullable=False),
    Column("scrubbed_at", Instant),
    sqlite_strict=True,
)
